/**
 * Masks ranges of text and of bytes of unknown form: as many mask bytes as there were bytes. What is around them stays,
 * so that MessagePack, say, keeps its headers.
 */
import { characterEnd, characterStart } from '../surfaces/text.js';
import type { MaskStyle, Ranges } from './ranges.js';

const STAR = 0x2a;
const DIGIT_ONE = 0x31;

/** Masks what `ranges` cover of bytes[from..to), whole UTF-8 characters at a time. */
export function maskText(bytes: Uint8Array, from: number, to: number, ranges: Ranges): void {
  let pos = from;
  let range = ranges.meeting(pos, to);
  while (range !== null) {
    const start = characterStart(bytes, from, Math.max(from, range.start));
    const end = characterEnd(bytes, from, Math.min(range.end, to), to);
    fillMask(bytes, start, end, ranges.style);
    ranges.note(end - start);
    pos = end;
    range = ranges.meeting(pos, to);
  }
}

export function fillMask(bytes: Uint8Array, start: number, end: number, style: MaskStyle): void {
  if (style === 'stars') bytes.fill(STAR, start, end);
  else maskDigits(bytes, start, end);
}

/** Every digit becomes a one: a number stays a number, whatever stands around its digits. */
export function maskDigits(bytes: Uint8Array, start: number, end: number): void {
  for (let index = start; index < end; index += 1) if (isDigit(bytes[index] as number)) bytes[index] = DIGIT_ONE;
}

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
