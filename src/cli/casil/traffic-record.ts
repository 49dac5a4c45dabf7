/** A record of `tail --json` or `history --json` as a message to inspect again, or the reason why it cannot be one. */
import { isIdentifier } from '../../protocol/address.js';
import { wire } from '../../protocol/codec.js';
import { PROTOCOL_MAJOR } from '../../protocol/version.js';
import { scanMessage, type CaseMessage } from '../../casil/testing/case-message.js';
import { operatorError } from '../operator-error.js';
import { decodeUtf8, parseJson } from '../output/message-record.js';
import { parseRecord } from '../send/parse-record.js';
import type { Line } from '../send/read-lines.js';

export type SkipReason = 'payload_omitted' | 'other_kind';

export type TrafficRecord =
  | { readonly kind: 'message'; readonly line: number; readonly message: CaseMessage; readonly masked: boolean }
  | { readonly kind: 'skipped'; readonly line: number; readonly why: SkipReason };

/** Runs of the mask this long are rare in what people and programs write. */
const MASK_RUN = '*****';

const TYPES = { event: wire.MessageType.EVENT, telemetry: wire.MessageType.TELEMETRY } as const;

/** @returns null for an empty line and for gaps. @throws OperatorError 65 where the line is no record. */
export function readTrafficRecord(line: Line, file: string): TrafficRecord | null {
  const fields = fieldsOf(line);
  if (fields['type'] === 'gap') return null;
  if (fields['payload_state'] === 'omitted') return { kind: 'skipped', line: line.number, why: 'payload_omitted' };
  const kind = fields['kind'] ?? 'event';
  if (typeof kind === 'string' && !Object.hasOwn(TYPES, kind)) {
    return { kind: 'skipped', line: line.number, why: 'other_kind' };
  }
  const outgoing = parseRecord(line, file);
  if (outgoing === null) return null;
  const { room, channel, payload, options } = outgoing;
  const textOf = (key: string) => (typeof fields[key] === 'string' ? fields[key] : '');
  const clientId = textOf('sender');
  const subject = textOf('subject');
  const scanned = scanMessage(
    {
      version: PROTOCOL_MAJOR,
      type: TYPES[options.type === 'telemetry' ? 'telemetry' : 'event'],
      id: isIdentifier(textOf('id')) ? textOf('id') : 'record',
      room,
      channel,
      payload,
      contentType: options.contentType ?? '',
      headers: { ...options.headers },
      correlationId: options.correlationId ?? '',
    },
    {
      tenant: textOf('tenant') === '' ? 'default' : textOf('tenant'),
      sender: { clientId, subject: subject === '' ? clientId : subject },
    },
  );
  if (!scanned.ok) {
    const { message, field } = scanned.error;
    const where = { kind: 'file', file, line: line.number, column: 1, length: 1, sourceLine: '' } as const;
    throw operatorError('data', 'CLI002', `the bus would refuse this message: ${message}`, { where, hint: field });
  }
  const masked = saysMasked(fields['casil']) || Buffer.from(payload).includes(MASK_RUN);
  return { kind: 'message', line: line.number, message: scanned.value, masked };
}

/** Nothing where the line is no JSON object: whoever parses it next says so. */
function fieldsOf(line: Line): Record<string, unknown> {
  const text = line.tooLong ? null : decodeUtf8(line.bytes);
  const value = text === null ? undefined : parseJson(text);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** `redact` is the word of records, `allow_with_redaction` that of policies. */
function saysMasked(casil: unknown): boolean {
  if (typeof casil !== 'object' || casil === null) return false;
  const { decision } = casil as { decision?: unknown };
  return decision === 'redact' || decision === 'allow_with_redaction';
}
