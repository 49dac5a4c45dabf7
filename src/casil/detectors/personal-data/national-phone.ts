/**
 * National telephone numbers. North American ones in brackets, hyphens or dots stand on their own; the same digits
 * together or with spaces, and numbers with a trunk 0, are any number at all and count only after a word for a telephone.
 */
import { byteSetOf } from '../../engine/byte-sets.js';
import type { MatchRange } from '../../engine/detector.js';
import type { WorkBudget } from '../../engine/work-budget.js';
import { ALNUM, byteAt, DIGIT, runEnd, WORD } from '../byte-text.js';
import { WordList } from '../word-list.js';
import { isNorthAmerican } from './calling-codes.js';

const NORTH_AMERICAN_DIGITS = 10;
const AREA_DIGITS = 3;
/** Fewer than in any number that is written without groups. */
export const TRUNK_DIGITS_MIN = 9;
const TRUNK_DIGITS_MAX = 12;
const NUMBER_BYTES_MAX = 20;
const CONTEXT_BYTES = 24;
const WORDS = new WordList(
  'phone|mobile|cell|tel:|tel.|tel"|fax|sms|whatsapp|call |call me|dial |handy|telefon|telefono|portable'.split('|'),
);
const SEPARATOR = byteSetOf(' -.');
const TRUNK_SEPARATOR = byteSetOf(' -./');
const SPACE = 0x20;
const DASH = 0x2d;
const DOT = 0x2e;
const OPEN = 0x28;
const CLOSE = 0x29;
const PLUS = 0x2b;
const COLON = 0x3a;
const ZERO = 0x30;
const ONE = 0x31;

const digits = new Uint8Array(NUMBER_BYTES_MAX);

/** Looks at a number that would begin with the run of digits at `hitStart`; the hit is all of it and a separator, or a part. */
export function matchNationalPhone(
  bytes: Uint8Array,
  from: number,
  to: number,
  hitStart: number,
  hitEnd: number,
  match: MatchRange,
  work: WorkBudget,
): boolean {
  // All but the last byte of a hit are digits.
  const areaEnd = runEnd(bytes, DIGIT, hitEnd - 1, Math.min(to, hitStart + TRUNK_DIGITS_MAX + 1));
  // Most numbers are longer, or have neither a trunk 0 nor the length of an area code.
  if (areaEnd - hitStart > TRUNK_DIGITS_MAX) return false;
  const isTrunk = bytes[hitStart] === ZERO;
  const isArea = areaEnd - hitStart === AREA_DIGITS;
  if (!isTrunk && !isArea && areaEnd - hitStart < NORTH_AMERICAN_DIGITS) return false;
  if (!work.spend(areaEnd - hitStart + 1)) return false;
  const before = byteAt(bytes, hitStart - 1, from, to);
  if (WORD[before] === 1 || before === PLUS) return false;
  let end = -1;
  let needsWord = true;
  if (isTrunk) end = isInSeries(bytes, from, hitStart, to) ? -1 : trunkEnd(bytes, hitStart, to, work);
  else if (isArea) {
    end = northAmericanEnd(bytes, from, hitStart, areaEnd, to, work);
    needsWord = end > 0 && isSpaced(bytes, areaEnd, end);
  } else end = compactEnd(bytes, hitStart, areaEnd);
  if (end < 0 || !endsNumber(bytes, from, to, end)) return false;

  const start = numberStart(bytes, from, hitStart, to);
  if (start < 0) return false;
  if (needsWord) {
    const contextStart = Math.max(from, start - CONTEXT_BYTES);
    work.spend(start - contextStart);
    if (!WORDS.isWithin(bytes, contextStart, start)) return false;
  }
  match.start = start;
  match.end = end;
  match.verified = !isTrunk;
  return true;
}

/** `555) 123-4567`, `555-123-4567`, from the area code on; -1 where it is none. */
function northAmericanEnd(
  bytes: Uint8Array,
  from: number,
  start: number,
  areaEnd: number,
  to: number,
  work: WorkBudget,
): number {
  let at = areaEnd;
  if (isBracketed(bytes, from, start, to)) {
    at += 1;
    if (SEPARATOR[byteAt(bytes, at, from, to)] === 1) at += 1;
  } else if (SEPARATOR[byteAt(bytes, at, from, to)] === 1) at += 1;
  else return -1;
  const exchangeEnd = runEnd(bytes, DIGIT, at, Math.min(to, at + 4));
  work.spend(exchangeEnd - areaEnd + 1);
  if (exchangeEnd - at !== 3 || SEPARATOR[byteAt(bytes, exchangeEnd, from, to)] !== 1) return -1;
  const end = runEnd(bytes, DIGIT, exchangeEnd + 1, Math.min(to, exchangeEnd + 6));
  work.spend(end - exchangeEnd);
  if (end - exchangeEnd !== 5) return -1;
  readDigits(bytes, start, end);
  return isNorthAmerican(digits, 0) ? end : -1;
}

/** Whether the three digits stand in brackets of their own. */
function isBracketed(bytes: Uint8Array, from: number, start: number, to: number): boolean {
  return byteAt(bytes, start - 1, from, to) === OPEN && byteAt(bytes, start + 3, from, to) === CLOSE;
}

/** Whether spaces alone join the groups, without brackets. */
function isSpaced(bytes: Uint8Array, areaEnd: number, end: number): boolean {
  return bytes[areaEnd] === SPACE && bytes[end - 5] === SPACE;
}

/** Ten digits together, or eleven that begin with the country's 1. */
function compactEnd(bytes: Uint8Array, start: number, end: number): number {
  const count = end - start;
  const hasCountry = count === NORTH_AMERICAN_DIGITS + 1 && bytes[start] === ONE;
  if (count !== NORTH_AMERICAN_DIGITS && !hasCountry) return -1;
  readDigits(bytes, start, end);
  return isNorthAmerican(digits, hasCountry ? 1 : 0) ? end : -1;
}

/** `020 7946 0958`, `06 12 34 56 78`: nine to twelve digits that begin with a 0; -1 where they are none. */
function trunkEnd(bytes: Uint8Array, start: number, to: number, work: WorkBudget): number {
  const limit = Math.min(to, start + NUMBER_BYTES_MAX);
  let count = 0;
  let groups = 0;
  let isPairs = false;
  let at = start;
  let end = -1;
  while (at < limit) {
    const groupEnd = runEnd(bytes, DIGIT, at, limit);
    if (groupEnd === at) break;
    // A French number is five pairs; 01-02-2026 10 is a date and an hour.
    if (isPairs && groupEnd - at !== 2) return -1;
    if (groups === 0) isPairs = groupEnd - at === 2;
    count += groupEnd - at;
    groups += 1;
    if (count > TRUNK_DIGITS_MAX) break;
    if (count >= TRUNK_DIGITS_MIN) end = groupEnd;
    at = groupEnd + 1;
    if (TRUNK_SEPARATOR[byteAt(bytes, groupEnd, start, limit)] !== 1) break;
  }
  work.spend(Math.min(at, limit) - start);
  // Two zeros begin an international number.
  return bytes[start + 1] === ZERO ? -1 : end;
}

/** Whether other digits come before it, as in a row of numbers. */
function isInSeries(bytes: Uint8Array, from: number, start: number, to: number): boolean {
  const joint = byteAt(bytes, start - 1, from, to);
  return TRUNK_SEPARATOR[joint] === 1 && DIGIT[byteAt(bytes, start - 2, from, to)] === 1;
}

/** Reads the digits of bytes[start..end), leaving out what joins them. */
function readDigits(bytes: Uint8Array, start: number, end: number): void {
  let count = 0;
  for (let at = start; at < end; at += 1) {
    if (DIGIT[bytes[at] as number] !== 1) continue;
    digits[count] = (bytes[at] as number) - ZERO;
    count += 1;
  }
}

/** With the bracket and the country's 1 that stand before it; -1 where it is part of a longer number or identifier. */
function numberStart(bytes: Uint8Array, from: number, hitStart: number, to: number): number {
  let start = isBracketed(bytes, from, hitStart, to) ? hitStart - 1 : hitStart;
  const joint = byteAt(bytes, start - 1, from, to);
  const isOne = byteAt(bytes, start - 2, from, to) === ONE && WORD[byteAt(bytes, start - 3, from, to)] !== 1;
  if (SEPARATOR[joint] === 1 && isOne) start -= 2;
  else if ((joint === DASH || joint === DOT) && ALNUM[byteAt(bytes, start - 2, from, to)] === 1) return -1;
  return start;
}

function endsNumber(bytes: Uint8Array, from: number, to: number, end: number): boolean {
  const after = byteAt(bytes, end, from, to);
  const joins = (after === DASH || after === DOT) && ALNUM[byteAt(bytes, end + 1, from, to)] === 1;
  return WORD[after] !== 1 && after !== COLON && !joins;
}
