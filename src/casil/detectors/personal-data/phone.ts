/**
 * Telephone numbers: international with `+` (ITU-T E.164: calling code and the length its plan has), and national ones
 * in the forms that are hardly anything else; see national-phone.ts. Plans are tables: a library that knows every
 * range of every country costs 40 µs a number, and ten thousand numbers fit into a message.
 */
import { byteSetOf } from '../../engine/byte-sets.js';
import type { Detector, MatchRange } from '../../engine/detector.js';
import type { WorkBudget } from '../../engine/work-budget.js';
import { KIND_PERSONAL_DATA } from '../../vocabulary.js';
import { byteAt, DIGIT, WORD } from '../byte-text.js';
import { characters, DIGITS, pick, type RandomBelow } from '../made-up.js';
import { isInternational } from './calling-codes.js';
import { matchNationalPhone, TRUNK_DIGITS_MIN } from './national-phone.js';

/** E.164. */
const DIGITS_MAX = 15;
const NUMBER_BYTES_MAX = 32;
const SEPARATORS_MAX = 2;
const SEPARATOR = byteSetOf(' -.()/');
const PLUS = 0x2b;
const DOT = 0x2e;
const ZERO = 0x30;
const OPEN = 0x28;
const CLOSE = 0x29;

export const phone: Detector = {
  id: 'phone',
  kind: KIND_PERSONAL_DATA,
  risk: 'medium',
  group: 'personal-data',
  title: 'Telephone number',
  source: 'ITU-T E.164 and E.123, and the North American Numbering Plan',
  anchors: [
    ...[...'123456789'].map((digit) => ({ literal: `+${digit}` })),
    // The area code of a North American number, or the first group of one with a trunk 0.
    { digits: 3, before: ' -./)' },
    { digits: 4, upTo: TRUNK_DIGITS_MIN - 1, before: ' -./' },
    // Without groups.
    { digits: TRUNK_DIGITS_MIN },
    // The first pair of a French number: shorter than the others' area codes.
    ...[...'12345679'].flatMap((digit) => [...' .-'].map((separator) => ({ literal: `0${digit}${separator}` }))),
  ],
  match: matchPhone,
  sample: number,
  nearMiss: (random) =>
    pick(random, [
      `+1 ${random(2)}${characters(random, DIGITS, 9)}`,
      `+${characters(random, '123456789', 3)}`,
      `${200 + random(99)}-1${characters(random, DIGITS, 2)}-${1000 + random(9000)}`,
      `2026-05-${10 + random(20)}`,
      `order 4${characters(random, '23456789', 9)}`,
      `x+4930${characters(random, DIGITS, 7)}`,
    ]),
};

const digits = new Uint8Array(DIGITS_MAX);

function matchPhone(
  bytes: Uint8Array,
  from: number,
  to: number,
  hitStart: number,
  hitEnd: number,
  match: MatchRange,
  work: WorkBudget,
): boolean {
  if (bytes[hitStart] !== PLUS) return matchNationalPhone(bytes, from, to, hitStart, hitEnd, match, work);
  work.spend(1);
  const before = byteAt(bytes, hitStart - 1, from, to);
  if (WORD[before] === 1 || before === PLUS || before === DOT || before === CLOSE) return false;
  const end = internationalEnd(bytes, hitStart + 1, to, work);
  if (end < 0) return false;
  match.start = hitStart;
  match.end = end;
  match.verified = true;
  return true;
}

/** The end of the longest number that a plan has and that ends where a group of digits does; -1 where there is none. */
function internationalEnd(bytes: Uint8Array, start: number, to: number, work: WorkBudget): number {
  const limit = Math.min(to, start + NUMBER_BYTES_MAX);
  let count = 0;
  let end = -1;
  let at = start;
  let separators = 0;
  for (; at < limit; at += 1) {
    const byte = bytes[at] as number;
    if (DIGIT[byte] === 1) {
      if (count === DIGITS_MAX) break;
      digits[count] = byte - ZERO;
      count += 1;
      separators = 0;
      const next = byteAt(bytes, at + 1, start, to);
      if (DIGIT[next] !== 1 && WORD[next] !== 1 && isInternational(digits, count)) end = at + 1;
    } else if (isTrunkZero(bytes, at, to)) at += 2;
    else {
      separators += 1;
      if (SEPARATOR[byte] !== 1 || separators > SEPARATORS_MAX) break;
    }
  }
  return work.spend(at - start + 1) ? end : -1;
}

/** `(0)`, dialled within the country only. */
function isTrunkZero(bytes: Uint8Array, at: number, to: number): boolean {
  return bytes[at] === OPEN && byteAt(bytes, at + 1, 0, to) === ZERO && byteAt(bytes, at + 2, 0, to) === CLOSE;
}

function number(random: RandomBelow): string {
  const area = `${2 + random(8)}${characters(random, '023456789', 2)}`;
  const exchange = `${2 + random(8)}${characters(random, '023456789', 2)}`;
  const line = characters(random, DIGITS, 4);
  return pick(random, [
    `+1${area}${exchange}${line}`,
    `+1 (${area}) ${exchange}-${line}`,
    `(${area}) ${exchange}-${line}`,
    `${area}-${exchange}-${line}`,
    `1-${area}-${exchange}-${line}`,
    `+49 151 ${characters(random, DIGITS, 8)}`,
    `+44 20 7946 ${line}`,
    `+336${characters(random, DIGITS, 8)}`,
  ]);
}
