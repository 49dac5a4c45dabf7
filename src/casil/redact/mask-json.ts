/**
 * Masks ranges inside JSON so that it stays JSON of the same structure: strings keep their quotes and lose whole
 * characters and whole escapes, every digit of a number becomes 1, and true, false and null become null, filled up with
 * a blank. What lies between values is never touched. A key is masked like a string; two keys may collide then.
 */
import { JsonWalker } from '../surfaces/json-walker.js';
import { characterEnd } from '../surfaces/text.js';
import { escapeLength } from '../surfaces/unescape.js';
import { fillMask, maskDigits, maskText } from './mask-text.js';
import type { Ranges } from './ranges.js';

const BACKSLASH = 0x5c;
/** `null`, and a blank for the fifth byte of `false`. */
const NULL = [0x6e, 0x75, 0x6c, 0x6c, 0x20];
/** Ends an escape that stands for the digit one. */
const ESCAPED_ONE = [0x30, 0x30, 0x33, 0x31];
const LONG_ESCAPE_BYTES = 6;

const walker = new JsonWalker();

/** Masks what `ranges` cover of the JSON bytes[from..to). What turns out to be no JSON is masked as text. */
export function maskJson(bytes: Uint8Array, from: number, to: number, ranges: Ranges): void {
  walker.reset(bytes, from, to, true);
  while (walker.next()) if (walker.malformed) break;
  if (walker.malformed) return maskText(bytes, from, to, ranges);
  walker.reset(bytes, from, to, true);
  while (walker.next()) {
    const { start, end } = walker;
    if (walker.kind === 'number') maskNumber(bytes, start, end, ranges);
    else if (walker.kind === 'literal') maskLiteral(bytes, start, end, ranges);
    else maskString(bytes, start, end, ranges);
  }
}

function maskString(bytes: Uint8Array, start: number, end: number, ranges: Ranges): void {
  if (ranges.meeting(start, end) === null) return;
  let pos = start;
  while (pos < end) {
    const next = unitEnd(bytes, pos, end);
    if (ranges.meeting(pos, next) !== null) {
      if (ranges.style === 'digits' && next - pos === LONG_ESCAPE_BYTES)
        bytes.set(ESCAPED_ONE, next - ESCAPED_ONE.length);
      else fillMask(bytes, pos, next, ranges.style);
      ranges.note(next - pos);
    }
    pos = next;
  }
}

/** End of the character or escape at `pos`. */
function unitEnd(bytes: Uint8Array, pos: number, end: number): number {
  if (bytes[pos] === BACKSLASH) return Math.min(end, pos + Math.max(1, escapeLength(bytes, pos, end)));
  return characterEnd(bytes, pos, pos + 1, end);
}

function maskNumber(bytes: Uint8Array, start: number, end: number, ranges: Ranges): void {
  let pos = start;
  let range = ranges.meeting(pos, end);
  while (range !== null) {
    const next = Math.min(end, range.end);
    maskDigits(bytes, Math.max(pos, range.start), next);
    ranges.note(next - Math.max(pos, range.start));
    pos = next;
    range = ranges.meeting(pos, end);
  }
}

function maskLiteral(bytes: Uint8Array, start: number, end: number, ranges: Ranges): void {
  if (ranges.meeting(start, end) === null) return;
  for (let index = start; index < end; index += 1) bytes[index] = NULL[index - start] as number;
  ranges.note(end - start);
}
