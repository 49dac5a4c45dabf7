/** Finds and decodes base64 (RFC 4648 sections 4 and 5, either alphabet, padded or not) inside other bytes. */

/** Shorter runs are words and names far more often than they are encoded text. */
export const BASE64_CHARS_MIN = 24;
/** Line breaks are looked through when the lines are at least this long and a multiple of four (64 and 76 are usual). */
const LINE_CHARS_MIN = 60;

const NOT_BASE64 = 255;
const PAD = 0x3d;
/** Value of a character of either alphabet; 255 for every other byte. */
export const BASE64_VALUES = new Uint8Array(256).fill(NOT_BASE64);
const STANDARD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
for (let value = 0; value < 64; value += 1) BASE64_VALUES[STANDARD.charCodeAt(value)] = value;
BASE64_VALUES['-'.charCodeAt(0)] = 62;
BASE64_VALUES['_'.charCodeAt(0)] = 63;

/** A run of base64 characters in some bytes. Reused by its owner. */
export class Base64Run {
  start = 0;
  /** The byte after the last character or padding of the run. */
  end = 0;
  /** Characters without padding and line breaks. */
  chars = 0;
  padding = 0;
  lineChars = 0;
  breakBytes = 0;

  /** Bytes it decodes to. A last character that adds no whole byte is left out. */
  get decodedBytes(): number {
    return (this.chars >> 2) * 3 + ([0, 0, 1, 2][this.chars & 3] as number);
  }
}

/**
 * Finds the next run at or after `pos`. Looks at the last byte that a shortest run could have first, so that ordinary
 * text costs a few looks per 24 bytes.
 */
export function findBase64Run(bytes: Uint8Array, pos: number, to: number, run: Base64Run): boolean {
  let start = pos;
  while (start + BASE64_CHARS_MIN <= to) {
    let index = start + BASE64_CHARS_MIN - 1;
    while (index >= start && BASE64_VALUES[bytes[index] as number] !== NOT_BASE64) index -= 1;
    if (index >= start) {
      start = index + 1;
      continue;
    }
    measureRun(bytes, start, to, run);
    return true;
  }
  return false;
}

function measureRun(bytes: Uint8Array, start: number, to: number, run: Base64Run): void {
  let end = lineEnd(bytes, start + BASE64_CHARS_MIN, to);
  run.start = start;
  run.chars = end - start;
  run.lineChars = 0;
  run.breakBytes = 0;
  const lineChars = run.chars;
  if (lineChars >= LINE_CHARS_MIN && lineChars % 4 === 0) {
    const breakBytes = lineBreakBytes(bytes, end, to);
    while (breakBytes > 0 && lineBreakBytes(bytes, end, to) === breakBytes) {
      const next = lineEnd(bytes, end + breakBytes, Math.min(to, end + breakBytes + lineChars + 1));
      const length = next - end - breakBytes;
      if (length === 0 || length > lineChars) break;
      run.lineChars = lineChars;
      run.breakBytes = breakBytes;
      run.chars += length;
      end = next;
      if (length < lineChars) break;
    }
  }
  run.padding = 0;
  const padded = (4 - (run.chars & 3)) & 3;
  while (run.padding < padded && padded < 3 && end < to && bytes[end] === PAD) {
    run.padding += 1;
    end += 1;
  }
  run.end = end;
}

/** End of the base64 characters that start at `pos`. */
function lineEnd(bytes: Uint8Array, pos: number, to: number): number {
  let index = pos;
  while (index < to && BASE64_VALUES[bytes[index] as number] !== NOT_BASE64) index += 1;
  return index;
}

function lineBreakBytes(bytes: Uint8Array, pos: number, to: number): number {
  if (pos < to && bytes[pos] === 0x0a) return 1;
  return pos + 1 < to && bytes[pos] === 0x0d && bytes[pos + 1] === 0x0a ? 2 : 0;
}

/** Decodes at most `bytesMax` bytes of a run to target[at..); returns the byte after the last one. */
export function decodeBase64(
  bytes: Uint8Array,
  run: Base64Run,
  target: Uint8Array,
  at: number,
  bytesMax: number,
): number {
  const end = at + Math.min(run.decodedBytes, bytesMax);
  const { lineChars, breakBytes } = run;
  let out = at;
  let pos = run.start;
  let lineEnd = lineChars === 0 ? run.end : pos + lineChars;
  // Lines are whole groups of four, so that a group never spans two of them.
  while (out + 3 <= end) {
    if (pos >= lineEnd) {
      pos += breakBytes;
      lineEnd = pos + lineChars;
    }
    const word =
      ((BASE64_VALUES[bytes[pos] as number] as number) << 18) |
      ((BASE64_VALUES[bytes[pos + 1] as number] as number) << 12) |
      ((BASE64_VALUES[bytes[pos + 2] as number] as number) << 6) |
      (BASE64_VALUES[bytes[pos + 3] as number] as number);
    target[out] = word >> 16;
    target[out + 1] = (word >> 8) & 0xff;
    target[out + 2] = word & 0xff;
    out += 3;
    pos += 4;
  }
  if (out === end) return end;
  if (pos >= lineEnd) pos += breakBytes;
  const first = BASE64_VALUES[bytes[pos] as number] as number;
  const second = BASE64_VALUES[bytes[pos + 1] as number] as number;
  target[out] = (first << 2) | (second >> 4);
  if (out + 2 === end)
    target[out + 1] = ((second << 4) | ((BASE64_VALUES[bytes[pos + 2] as number] as number) >> 2)) & 0xff;
  return end;
}
