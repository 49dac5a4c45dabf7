/**
 * What `casil explain` is given: a payload with an address, a case, or recorded messages. Told apart by looking: a line
 * that is a JSON object is a record, a document with `given` or `cases` is a case.
 */
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { decodeDocument, DOCUMENT_BYTES_MAX } from '../../documents/document-file.js';
import { parseYamlSource } from '../../documents/yaml-source.js';
import type { CommandContext } from '../command-context.js';
import { OperatorError, operatorError, usageError } from '../operator-error.js';
import { decodeUtf8, parseJson } from '../output/message-record.js';
import { BODY_BYTES_MAX } from '../send/outgoing.js';
import { RECORD_BYTES_MAX } from '../send/parse-record.js';
import { readLines, type Line } from '../send/read-lines.js';
import { readTrafficRecord, type TrafficRecord } from './traffic-record.js';

export type ExplainInput =
  | { readonly kind: 'document'; readonly text: string; readonly has: 'given' | 'cases' }
  | { readonly kind: 'records'; readonly records: AsyncGenerator<TrafficRecord> };

/** @throws OperatorError 65 where the input is none of them, 66 where it cannot be read. */
export async function readExplainInput(context: CommandContext, file: string): Promise<ExplainInput> {
  const lines = readLines(openInput(context, file), RECORD_BYTES_MAX);
  const read: Line[] = [];
  const reading = guarded(file, lines);
  const first = await firstOf(reading, read);
  const asObject = first === null ? undefined : objectOf(first);
  if (first === null) throw operatorError('data', 'CLI002', `${nameOf(file)} is empty`);
  if (asObject !== undefined && !isDocument(asObject))
    return { kind: 'records', records: recordsOf(file, read, reading) };
  return documentOf(file, await restOf(file, read, reading));
}

/** The whole input as a payload. */
export async function readPayloadInput(context: CommandContext, file: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of openInput(context, file)) {
      chunks.push(Buffer.from(chunk as Buffer | string));
      length += (chunk as Buffer).length;
      if (length > BODY_BYTES_MAX) {
        throw operatorError('data', 'PAYLOAD_TOO_LARGE', `${nameOf(file)} is over ${BODY_BYTES_MAX} bytes`);
      }
    }
  } catch (error) {
    throw readFailure(file, error);
  }
  return Buffer.concat(chunks);
}

function openInput({ io, globals }: CommandContext, file: string): Readable {
  if (file !== '-') return createReadStream(file);
  if (!globals.input) throw usageError('a message is needed, and --no-input forbids reading standard input');
  if (io.stdin.isTTY === true) throw usageError('a message is missing', ['name a file, or pipe one in']);
  return io.stdin;
}

async function* guarded(file: string, lines: AsyncIterable<Line>): AsyncGenerator<Line> {
  try {
    yield* lines;
  } catch (error) {
    throw readFailure(file, error);
  }
}

/** Leading empty lines are skipped, and kept: they count for the numbers of lines. */
async function firstOf(lines: AsyncGenerator<Line>, read: Line[]): Promise<Line | null> {
  for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
    read.push(next.value);
    if (next.value.bytes.some((byte) => byte > 0x20)) return next.value;
  }
  return null;
}

async function* recordsOf(
  file: string,
  read: readonly Line[],
  rest: AsyncGenerator<Line>,
): AsyncGenerator<TrafficRecord> {
  for (const line of read) {
    const record = readTrafficRecord(line, file);
    if (record !== null) yield record;
  }
  for await (const line of rest) {
    const record = readTrafficRecord(line, file);
    if (record !== null) yield record;
  }
}

async function restOf(file: string, read: readonly Line[], rest: AsyncGenerator<Line>): Promise<string> {
  const lines = [...read];
  let length = lines.reduce((sum, { bytes }) => sum + bytes.length + 1, 0);
  for await (const line of rest) {
    lines.push(line);
    length += line.bytes.length + 1;
    if (length > DOCUMENT_BYTES_MAX) break;
  }
  const text = decodeDocument(Buffer.concat(lines.flatMap(({ bytes }) => [bytes, Buffer.from('\n')])), nameOf(file));
  if (text.ok) return text.value;
  throw new OperatorError('data', [text.error]);
}

/** A case, or one record over several lines. */
function documentOf(file: string, text: string): ExplainInput {
  const { value } = parseYamlSource(text, file);
  const fields = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  if (Object.hasOwn(fields, 'cases')) return { kind: 'document', text, has: 'cases' };
  if (Object.hasOwn(fields, 'given')) return { kind: 'document', text, has: 'given' };
  if (parseJson(text) !== undefined && Object.hasOwn(fields, 'room')) {
    return { kind: 'records', records: recordsOf(file, [lineOf(text)], nothingMore()) };
  }
  throw operatorError('data', 'CLI002', `${nameOf(file)} is neither a record nor a case`, {
    next: [
      'for a payload by itself add --room ROOM --channel CHANNEL',
      'a record is a line of arqonbus history ROOM:CHANNEL --json; a case has given: {room, channel, payload}',
    ],
  });
}

function lineOf(text: string): Line {
  return { number: 1, bytes: Buffer.from(text), tooLong: false };
}

async function* nothingMore(): AsyncGenerator<Line> {
  yield* [];
}

function objectOf(line: Line): Record<string, unknown> | undefined {
  const text = line.tooLong ? null : decodeUtf8(line.bytes);
  const value = text === null ? undefined : parseJson(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function isDocument(fields: Record<string, unknown>): boolean {
  return Object.hasOwn(fields, 'given') || Object.hasOwn(fields, 'cases');
}

function readFailure(file: string, error: unknown): unknown {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  return operatorError('missing', 'CLI003', `cannot read ${nameOf(file)}: ${message}`, { cause: error });
}

function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
}
