/** Value types people write in configuration: durations, sizes, identifiers. */
import { z } from 'zod';

const DURATION = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/;
const DURATION_UNITS_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const BYTES = /^(\d+(?:\.\d+)?)(B|KiB|MiB|GiB)$/;
const BYTE_UNITS: Readonly<Record<string, number>> = { B: 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };

/** 24 days: past 2^31-1 ms (24.8 days) a timer of the platform would fire at once. */
export const TIMER_MS_MAX = 24 * 86_400_000;

/** What a value type says about itself, for error messages and the reference. */
export interface ValueMeta {
  readonly kind: 'duration' | 'size' | 'identifier' | 'text' | 'path';
  /** Completes the sentence "must be ...". */
  readonly expectation: string;
}

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** `250ms`, `5s`, `2m`, `1h`, `7d`, or a number of milliseconds. Output: milliseconds. */
export function duration(bounds: Bounds = {}) {
  return quantity('duration', DURATION, DURATION_UNITS_MS, 'a duration such as 250ms, 5s, 2m, 1h or 7d', bounds);
}

/** A duration that something waits for: at least 1 ms, at most what a timer can wait. */
export function waitingTime() {
  return duration({ min: 1, max: TIMER_MS_MAX });
}

/** `64KiB`, `1MiB`, or a number of bytes. Output: bytes. */
export function byteCount(bounds: Bounds = {}) {
  return quantity('size', BYTES, BYTE_UNITS, 'a size such as 512B, 64KiB or 1MiB', bounds);
}

/** 1 to `lengthMax` of A-Z a-z 0-9 . _ - */
export function identifier(lengthMax = 128) {
  return text(new RegExp(`^[A-Za-z0-9._-]{1,${lengthMax}}$`), `1 to ${lengthMax} of A-Z a-z 0-9 . _ -`, 'identifier');
}

/** The path of a file. Who loads the document says what it is relative to. */
export function filePath() {
  return text(/^[^\0]{1,4096}$/, 'the path of a file', 'path');
}

/** Text of a pattern, with a sentence for people about what it matches. */
export function text(pattern: RegExp, expectation: string, kind: 'identifier' | 'text' | 'path' = 'text') {
  return z.string().regex(pattern).meta({ kind, expectation });
}

/** A duration as people write it: the largest unit that divides it. */
export function formatDuration(ms: number): string {
  return formatQuantity(ms, DURATION_UNITS_MS, 'ms');
}

/** A size as people write it: the largest unit that divides it. */
export function formatByteCount(bytes: number): string {
  return formatQuantity(bytes, BYTE_UNITS, 'B');
}

/** Milliseconds of `250ms`, `5s`, `2m`, `1h`, `7d`; null if the text is none of them. */
export function parseDuration(text: string): number | null {
  return parseQuantity(text, DURATION, DURATION_UNITS_MS);
}

/** A non-negative number, or text with one of the units. Numbers count in the base unit (ms, bytes). */
function quantity(
  kind: 'duration' | 'size',
  pattern: RegExp,
  units: Readonly<Record<string, number>>,
  examples: string,
  { min = 0, max = Number.MAX_SAFE_INTEGER }: Bounds,
) {
  const format = kind === 'duration' ? formatDuration : formatByteCount;
  const from = min > 0 ? `, at least ${format(min)}` : '';
  const to = max < Number.MAX_SAFE_INTEGER ? `, at most ${format(max)}` : '';
  return z
    .union([z.number().min(0), z.string().regex(pattern)])
    .transform((value) =>
      typeof value === 'number' ? Math.round(value) : (parseQuantity(value, pattern, units) ?? NaN),
    )
    .refine((value) => value >= min && value <= max)
    .meta({ kind, expectation: `${examples}${from}${to}` });
}

function parseQuantity(text: string, pattern: RegExp, units: Readonly<Record<string, number>>): number | null {
  const match = pattern.exec(text);
  const unit = match?.[2] === undefined ? undefined : units[match[2]];
  return match === null || unit === undefined ? null : Math.round(Number(match[1]) * unit);
}

function formatQuantity(value: number, units: Readonly<Record<string, number>>, baseUnit: string): string {
  if (value === 0) return '0';
  const largestFirst = Object.entries(units).sort((a, b) => b[1] - a[1]);
  for (const [name, size] of largestFirst) {
    if (value % size === 0) return `${value / size}${name}`;
  }
  return `${value}${baseUnit}`;
}
