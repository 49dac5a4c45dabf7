/** Value types people write in configuration: durations, sizes, identifiers. */
import { z } from 'zod';

const DURATION = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/;
const DURATION_UNITS_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const BYTES = /^(\d+(?:\.\d+)?)(B|KiB|MiB|GiB)$/;
const BYTE_UNITS: Readonly<Record<string, number>> = { B: 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };

/** `250ms`, `5s`, `2m`, `1h`, `7d`, or 0. Output: milliseconds. */
export function duration() {
  return quantity(DURATION, DURATION_UNITS_MS, 'a duration such as 250ms, 5s, 2m, 1h or 7d');
}

/** `64KiB`, `1MiB`, or a number of bytes. Output: bytes. */
export function byteCount() {
  return quantity(BYTES, BYTE_UNITS, 'a size such as 512B, 64KiB or 1MiB');
}

/** 1 to 128 of A-Z a-z 0-9 . _ - */
export function identifier() {
  return z.string().regex(/^[A-Za-z0-9._-]{1,128}$/, 'must be 1 to 128 of A-Z a-z 0-9 . _ -');
}

/** A non-negative number, or text with one of the units. Numbers count in the base unit (ms, bytes). */
function quantity(pattern: RegExp, units: Readonly<Record<string, number>>, expected: string) {
  return z.union([z.number().min(0), z.string()], { error: `must be ${expected}` }).transform((value, context) => {
    if (typeof value === 'number') return value;
    const match = pattern.exec(value);
    const unit = match?.[2] === undefined ? undefined : units[match[2]];
    if (match === null || unit === undefined) {
      context.addIssue({ code: 'custom', message: `must be ${expected}` });
      return z.NEVER;
    }
    return Math.round(Number(match[1]) * unit);
  });
}
