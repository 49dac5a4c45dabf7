/** Values of flags: text in, value out. A text that is none ends as a usage error that says what was expected. */
import { InvalidArgumentError } from 'commander';
import { parseAddress } from '../protocol/address.js';
import { usageError } from './operator-error.js';

const DURATION_UNITS_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `250ms`, `5s`, `2m`, `1h`, `7d`; milliseconds. At most 24 days, what a timer can wait. */
export function parseDurationFlag(text: string): number {
  const match = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h|d)$/.exec(text);
  const unit = match?.[2] === undefined ? undefined : DURATION_UNITS_MS[match[2]];
  const ms = match === null || unit === undefined ? NaN : Math.round(Number(match[1]) * unit);
  if (!(ms > 0 && ms <= 24 * 86_400_000)) {
    throw new InvalidArgumentError('Write a duration such as 250ms, 5s, 2m, 1h or 7d.');
  }
  return ms;
}

/** A whole number of a range. */
export function countFlag(min: number, max: number): (text: string) => number {
  return (text) => {
    const count = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
    if (!(count >= min && count <= max)) throw new InvalidArgumentError(`Write a whole number from ${min} to ${max}.`);
    return count;
  };
}

/** `50/s` or `50`: times per second. */
export function parseRateFlag(text: string): number {
  const match = /^(\d{1,7}(?:\.\d{1,3})?)(?:\/s)?$/.exec(text);
  const rate = Number(match?.[1] ?? NaN);
  if (!(rate > 0)) throw new InvalidArgumentError('Write a rate such as 50/s.');
  return rate;
}

/** Collects `k=v` flags. */
export function parseHeaderFlag(text: string, previous: Readonly<Record<string, string>> = {}): Record<string, string> {
  const equals = text.indexOf('=');
  if (equals < 1) throw new InvalidArgumentError('Write a header as name=value.');
  return { ...previous, [text.slice(0, equals)]: text.slice(equals + 1) };
}

/** A moment: how long ago (`5m`) or an ISO 8601 time; milliseconds since 1970. */
export function parseMoment(text: string, nowMs: number): number {
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) {
    const ms = Date.parse(text);
    if (Number.isFinite(ms)) return ms;
  } else if (/^\d/.test(text)) {
    return nowMs - parseDurationFlag(text);
  }
  throw usageError(`"${text}" is neither a duration such as 5m nor a time such as 2026-01-31T12:00:00Z`);
}

export interface Cursor {
  readonly epoch: number;
  readonly sequence: number;
}

export function formatCursor({ epoch, sequence }: Cursor): string {
  return `${epoch}.${sequence}`;
}

/** `epoch.sequence`, as records and footers print it. */
export function parseCursorFlag(text: string): Cursor {
  const match = /^(\d{1,10})\.(\d{1,16})$/.exec(text);
  const cursor = { epoch: Number(match?.[1]), sequence: Number(match?.[2]) };
  if (match === null || cursor.epoch > 0xffff_ffff || !Number.isSafeInteger(cursor.sequence)) {
    throw new InvalidArgumentError('Write the cursor of a record, such as 3735928559.120.');
  }
  return cursor;
}

/** An address of channels: `room`, `room:*`, `room:prefix.*` or `room:channel`. */
export function parseAddressArgument(text: string): { room: string; channel: string } {
  const parsed = parseAddress(text);
  if (!parsed.ok) throw usageError(`"${text}" is not an address: ${parsed.error}`, ['write room:channel']);
  return parsed.value;
}

/** An address of exactly one channel. */
export function parseChannelArgument(text: string): { room: string; channel: string } {
  const address = parseAddressArgument(text);
  if (address.channel.endsWith('*')) {
    throw usageError(`"${text}" names no single channel`, [`write ${address.room}:channel`]);
  }
  return address;
}
