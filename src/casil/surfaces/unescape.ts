/** Decodes the escapes of JSON strings (RFC 8259 section 7) wherever they stand, and writes down where they stood. */
import type { EscapeMap } from './position-map.js';

const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
const REPLACEMENT = 0xfffd;

/** By the byte after the backslash: what the pair stands for; 0 where it is none of the short escapes. */
const SHORT = new Uint8Array(256);
for (const [letter, meaning] of [
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
] as const) {
  SHORT[letter.charCodeAt(0)] = meaning.charCodeAt(0);
}

export interface Unescaped {
  /** The byte after the last decoded one. */
  end: number;
  /** A decoded backslash: there may be another level of escapes. */
  hasBackslash: boolean;
}

const result: Unescaped = { end: 0, hasBackslash: false };

/**
 * Decodes source[from..to) to `target` at `at`; both may be the same bytes when at <= from, since nothing grows. What is
 * no escape stays as it is; half a surrogate pair becomes U+FFFD. The result is reused: read it before the next call.
 */
export function unescape(
  source: Uint8Array,
  from: number,
  to: number,
  target: Uint8Array,
  at: number,
  map: EscapeMap,
): Readonly<Unescaped> {
  let pos = from;
  let out = at;
  result.hasBackslash = false;
  while (pos < to) {
    let byte = source[pos] as number;
    while (byte !== BACKSLASH) {
      target[out] = byte;
      out += 1;
      pos += 1;
      if (pos === to) break;
      byte = source[pos] as number;
    }
    if (pos === to) break;
    const letter = pos + 1 < to ? (source[pos + 1] as number) : 0;
    const short = SHORT[letter] as number;
    if (short !== 0) {
      map.add(out, out + 1, pos, pos + 2);
      if (short === BACKSLASH) result.hasBackslash = true;
      target[out] = short;
      out += 1;
      pos += 2;
      continue;
    }
    const length = letter === LETTER_U ? escapeLength(source, pos, to) : 0;
    if (length === 0) {
      target[out] = byte;
      out += 1;
      pos += 1;
      continue;
    }
    const codePoint = escapedCodePoint(source, pos, length);
    if (codePoint === BACKSLASH) result.hasBackslash = true;
    const end = writeUtf8(target, out, codePoint);
    map.add(out, end, pos, pos + length);
    out = end;
    pos += length;
  }
  result.end = out;
  return result;
}

/** Bytes of the escape at `pos`, a backslash: 2, 6, 12 for a surrogate pair, or 0 where it is no escape. */
export function escapeLength(bytes: Uint8Array, pos: number, to: number): number {
  if (pos + 1 >= to) return 0;
  const letter = bytes[pos + 1] as number;
  if (SHORT[letter] !== 0) return 2;
  if (letter !== LETTER_U) return 0;
  const unit = hex4(bytes, pos + 2, to);
  if (unit < 0) return 0;
  if (unit < 0xd800 || unit > 0xdbff) return 6;
  const isPair = pos + 7 < to && bytes[pos + 6] === BACKSLASH && bytes[pos + 7] === LETTER_U;
  const low = isPair ? hex4(bytes, pos + 8, to) : -1;
  return low >= 0xdc00 && low <= 0xdfff ? 12 : 6;
}

function escapedCodePoint(bytes: Uint8Array, pos: number, length: number): number {
  const unit = hex4(bytes, pos + 2, pos + 6);
  if (length === 12) return 0x10000 + ((unit - 0xd800) << 10) + (hex4(bytes, pos + 8, pos + 12) - 0xdc00);
  return unit >= 0xd800 && unit <= 0xdfff ? REPLACEMENT : unit;
}

/** Value of four hexadecimal digits; -1 where there are not. */
function hex4(bytes: Uint8Array, pos: number, to: number): number {
  if (pos + 4 > to) return -1;
  let value = 0;
  for (let index = pos; index < pos + 4; index += 1) {
    const byte = bytes[index] as number;
    const folded = byte | 0x20;
    if (byte >= 0x30 && byte <= 0x39) value = (value << 4) | (byte - 0x30);
    else if (folded >= 0x61 && folded <= 0x66) value = (value << 4) | (folded - 0x57);
    else return -1;
  }
  return value;
}

function writeUtf8(target: Uint8Array, at: number, codePoint: number): number {
  if (codePoint < 0x80) {
    target[at] = codePoint;
    return at + 1;
  }
  let shift = codePoint < 0x800 ? 6 : codePoint < 0x10000 ? 12 : 18;
  let out = at;
  target[out] = (shift === 6 ? 0xc0 : shift === 12 ? 0xe0 : 0xf0) | (codePoint >> shift);
  while (shift > 0) {
    shift -= 6;
    out += 1;
    target[out] = 0x80 | ((codePoint >> shift) & 0x3f);
  }
  return out + 1;
}
