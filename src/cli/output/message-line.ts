/** One message as a line for people: time, address, sender, kind, size, and the payload where it is asked for. */
import { safeText } from '../../base/safe-text.js';
import type { Message } from '../../client/exports.js';
import { padCells } from './cell-width.js';
import { inspectionWords } from './inspection-words.js';
import { decodeUtf8 } from './message-record.js';
import type { Style } from './style.js';

const PAYLOAD_CHARS_MAX = 4000;
const ADDRESS_CELLS = 18;
const SENDER_CELLS = 10;

export interface LineOptions {
  readonly style: Style;
  readonly payload: boolean;
  /** Marks matches in the payload. */
  readonly highlight: RegExp | null;
}

export function messageLine(message: Message, { style, payload, highlight }: LineOptions): string {
  const time = new Date(message.timestampMs).toISOString().slice(11, 23);
  const address = safeText(message.address === '' ? message.type : message.address, 300);
  const columns = [
    style.dim(time),
    style.bold(address.length > ADDRESS_CELLS ? address : padCells(address, ADDRESS_CELLS)),
    padCells(safeText(message.subject === '' ? message.sender : message.subject, 200), SENDER_CELLS),
    padCells(message.type, 9),
    padCells(formatSize(message.payload.length), 6, 'right'),
  ];
  if (message.inspection !== undefined) columns.push(` ${inspectionWords(message.inspection)}`);
  if (payload) columns.push(` ${highlighted(payloadText(message.payload), highlight, style)}`);
  return `${columns.join(' ').trimEnd()}\n`;
}

/** The payload on one line, safe for a terminal; bytes that are no text as their count. */
export function payloadText(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes);
  if (text === null) return `(${bytes.length} bytes, not text)`;
  return safeText(text, PAYLOAD_CHARS_MAX);
}

/** `212B`, `1.2K`, `3.4M`. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes}B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)}K`;
  return `${(bytes / 1_000_000).toFixed(1)}M`;
}

function highlighted(text: string, pattern: RegExp | null, style: Style): string {
  if (pattern === null) return text;
  return text.replace(pattern, (match: string) => (match === '' ? '' : style.warn(style.bold(match))));
}
