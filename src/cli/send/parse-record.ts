/**
 * A record of `tail --json` or `history --json` as a message to send again. Only room, channel and a payload are
 * needed; who sent it, when, at which position and under which id is information about the first time.
 */
import type { PublishOptions } from '../../client/exports.js';
import { parseAddress } from '../../protocol/address.js';
import { operatorError, type OperatorError } from '../operator-error.js';
import { decodeUtf8, parseJson } from '../output/message-record.js';
import { BODY_BYTES_MAX, type Outgoing } from './outgoing.js';
import type { Line } from './read-lines.js';

/** Base64 of the largest payload, and room for the other fields. */
export const RECORD_BYTES_MAX = Math.ceil(BODY_BYTES_MAX / 3) * 4 + 65_536;

const KINDS = ['event', 'telemetry'] as const;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** @returns null for an empty line and for records that are no messages (gaps). @throws OperatorError 65 */
export function parseRecord(line: Line, file: string): Outgoing | null {
  const refuse = (problem: string, key = '') => recordError(line, file, problem, key);
  if (line.tooLong) throw refuse(`the record is longer than ${RECORD_BYTES_MAX} bytes`);
  const text = decodeUtf8(line.bytes);
  if (text === null) throw refuse('the record is not UTF-8');
  if (text.trim() === '') return null;
  const record = parseJson(text);
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    throw refuse('the line is not a JSON object');
  }
  const fields = record as Record<string, unknown>;
  const type = fields['type'] ?? 'message';
  if (type === 'gap') return null;
  if (type !== 'message') throw refuse(`a record of type ${JSON.stringify(type)} cannot be sent`, 'type');

  const room = textOf(fields, 'room', refuse);
  const channel = textOf(fields, 'channel', refuse);
  const address = parseAddress(`${room}:${channel}`);
  if (!address.ok) throw refuse(address.error, 'room');
  if (channel.endsWith('*')) throw refuse('the channel must be one channel', 'channel');
  return { room, channel, payload: payloadOf(fields, text, refuse), options: optionsOf(fields, refuse) };
}

type Refuse = (problem: string, key?: string) => OperatorError;

function payloadOf(fields: Record<string, unknown>, line: string, refuse: Refuse): Uint8Array {
  if (fields['payload_state'] === 'omitted') {
    throw refuse('the payload of this record was omitted, so it cannot be sent again', 'payload_state');
  }
  const given = ['payload', 'payload_text', 'payload_base64'].filter((key) => Object.hasOwn(fields, key));
  const [key, second] = given;
  if (key === undefined) throw refuse('the record has no payload, payload_text or payload_base64');
  if (second !== undefined) throw refuse(`the record has both ${key} and ${second}`, second);
  const value = fields[key];
  if (key === 'payload') {
    const lost = numberThatLosesDigits(line);
    if (lost !== null) throw refuse(`the number ${lost} would lose digits; send it in payload_text`, lost);
    return Buffer.from(JSON.stringify(value));
  }
  if (typeof value !== 'string') throw refuse(`${key} must be text`, key);
  if (key === 'payload_text') return Buffer.from(value);
  if (!BASE64.test(value)) throw refuse('payload_base64 is not base64', key);
  return Buffer.from(value, 'base64');
}

function optionsOf(fields: Record<string, unknown>, refuse: Refuse): PublishOptions {
  const { kind = 'event', content_type: contentType, correlation_id: correlationId, headers, ttl_ms: ttlMs } = fields;
  const known = KINDS.find((one) => one === kind);
  if (known === undefined) throw refuse(`a message of kind ${JSON.stringify(kind)} cannot be sent again`, 'kind');
  const optionalText = (key: string, value: unknown): string | undefined => {
    if (value === undefined || typeof value === 'string') return value;
    throw refuse(`${key} must be text`, key);
  };
  const type = optionalText('content_type', contentType);
  const correlation = optionalText('correlation_id', correlationId);
  if (ttlMs !== undefined && !(Number.isSafeInteger(ttlMs) && Number(ttlMs) >= 0)) {
    throw refuse('ttl_ms must be a whole number', 'ttl_ms');
  }
  return {
    type: known,
    ...(type !== undefined && { contentType: type }),
    ...(correlation !== undefined && { correlationId: correlation }),
    ...(headers !== undefined && { headers: headersOf(headers, refuse) }),
    ...(ttlMs !== undefined && { ttlMs: Number(ttlMs) }),
  };
}

function headersOf(value: unknown, refuse: Refuse): Record<string, string> {
  if (typeof value !== 'object' || value === null) throw refuse('headers must be an object of texts', 'headers');
  for (const text of Object.values(value)) {
    if (typeof text !== 'string') throw refuse('headers must be an object of texts', 'headers');
  }
  return value as Record<string, string>;
}

function textOf(fields: Record<string, unknown>, key: string, refuse: Refuse): string {
  const value = fields[key];
  if (value === undefined) throw refuse(`the record has no ${key}`);
  if (typeof value !== 'string') throw refuse(`${key} must be text`, key);
  return value;
}

/** A number outside of texts that JSON.parse cannot hold exactly; null if there is none. */
function numberThatLosesDigits(json: string): string | null {
  if (!/\d{16}|\d[eE]/.test(json)) return null;
  const numbers = json.replace(/"(?:[^"\\]|\\.)*"/g, '""').match(/-?\d[\d.]*(?:[eE][+-]?\d+)?/g) ?? [];
  return numbers.find((text) => !isExact(text)) ?? null;
}

function isExact(text: string): boolean {
  const value = Number(text);
  if (!Number.isFinite(value)) return false;
  if (String(value) === text) return true;
  const digits = text
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '');
  return digits.length <= 15 || (/^-?\d+$/.test(text) && BigInt(text) === BigInt(value));
}

function recordError(line: Line, file: string, problem: string, key: string): OperatorError {
  const sourceLine = line.bytes.subarray(0, 4096).toString('utf8');
  const at = key === '' ? -1 : sourceLine.indexOf(key);
  const column = at < 0 ? 1 : at + 1;
  const length = at < 0 ? Math.max(1, sourceLine.length) : key.length;
  const where = { kind: 'file', file, line: line.number, column, length, sourceLine } as const;
  return operatorError('data', 'CLI002', problem, { where });
}
