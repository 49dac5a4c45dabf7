/**
 * Payment card numbers: a length and a beginning that a network issues, the Luhn check digit, and nothing around that
 * makes it another number: a decimal, a part of a longer number or identifier, a time. Digits stand together or in the
 * usual groups, all joined by spaces or all by hyphens.
 */
import type { Detector, MatchRange } from '../../engine/detector.js';
import type { WorkBudget } from '../../engine/work-budget.js';
import { KIND_PERSONAL_DATA } from '../../vocabulary.js';
import { ALNUM, byteAt, DIGIT, LETTER, runEnd, runStart, WORD } from '../byte-text.js';
import { characters, DIGITS, pick, type RandomBelow } from '../made-up.js';
import { WordList } from '../word-list.js';
import {
  CARD_DIGITS_MAX,
  CARD_DIGITS_MIN,
  isIssuedFrom,
  issuedAs,
  luhnCheckDigit,
  PREFIX_DIGITS,
} from './card-networks.js';

const GROUPS_MAX = 5;
const SPACE = 0x20;
const DASH = 0x2d;
const DOT = 0x2e;
const COMMA = 0x2c;
const ZERO = 0x30;
/** Sizes of the groups people write. */
const GROUP_SIZES = [
  [4, 4, 4, 4],
  [4, 6, 5],
  [4, 6, 4],
  [4, 4, 4, 4, 3],
  [4, 4, 4],
  [4, 4, 5],
  [4, 4, 4, 3],
  [4, 3, 3, 3],
  [6, 13],
];
/** As `shapeOf` numbers them. */
const GROUPINGS = new Set(GROUP_SIZES.map((sizes) => sizes.reduce(shapeOf, 0)));
const FIRST_GROUPS = [...new Set(GROUP_SIZES.flatMap(([first = 0]) => [first]))];
const CARD_WORDS = new WordList(['card', 'visa', 'maestro', 'credit', 'debit', 'pan', 'discover', 'jcb', 'diners']);
/** Names of numbers that are no cards, whatever their digits. */
const OTHER_NUMBERS = new WordList([
  'id":',
  'id\\',
  "id':",
  'id=',
  'id: ',
  'track',
  'order',
  'time',
  'offset',
  'sequence',
]);
const CONTEXT_BYTES = 24;

const digits = new Uint8Array(CARD_DIGITS_MAX + 1);

export const paymentCard: Detector = {
  id: 'payment-card',
  kind: KIND_PERSONAL_DATA,
  risk: 'high',
  group: 'personal-data',
  title: 'Payment card number',
  source: 'ISO/IEC 7812-1 and the networks issuer ranges',
  anchors: [
    { digits: CARD_DIGITS_MIN },
    // The first of several groups.
    ...FIRST_GROUPS.map((digits) => ({ digits, before: ' -' })),
  ],
  match: matchCard,
  sample: (random) => cardNumber(random, 0),
  nearMiss: (random) => cardNumber(random, 1 + random(9)),
};

function matchCard(
  bytes: Uint8Array,
  from: number,
  to: number,
  hitStart: number,
  _hitEnd: number,
  match: MatchRange,
  work: WorkBudget,
): boolean {
  work.spend(1);
  // Most numbers are times and counts, and no network issues what begins like them.
  if (!isIssuedFrom(numberOf(bytes, hitStart)) || !beginsNumber(bytes, from, to, hitStart)) return false;
  const end = readDigits(bytes, from, to, hitStart, work);
  if (end < 0 || !endsNumber(bytes, from, to, end)) return false;
  const count = digitCount;
  const issued = issuedAs(numberOf(bytes, hitStart), count);
  work.spend(count);
  if (issued === null || luhnCheckDigit(digits, count - 1) !== at(count - 1)) return false;
  const contextStart = Math.max(from, hitStart - CONTEXT_BYTES);
  work.spend(2 * (hitStart - contextStart));
  const saysCard = CARD_WORDS.isWithin(bytes, contextStart, hitStart);
  if (!saysCard && (issued === 'uncommon' || OTHER_NUMBERS.isWithin(bytes, contextStart, hitStart))) return false;
  match.start = hitStart;
  match.end = end;
  match.verified = true;
  return true;
}

/** The number of the four digits of a first group, or of the start of a longer one. */
function numberOf(bytes: Uint8Array, start: number): number {
  let number = 0;
  for (let at = start; at < start + PREFIX_DIGITS; at += 1) number = 10 * number + (bytes[at] as number) - ZERO;
  return number;
}

function at(index: number): number {
  return digits[index] as number;
}

let digitCount = 0;

/** Reads one run of digits, or groups, into `digits`. Returns the byte after them, or -1 where they are no card's. */
function readDigits(bytes: Uint8Array, from: number, to: number, start: number, work: WorkBudget): number {
  digitCount = 0;
  let end = start;
  let separator = 0;
  let shape = 0;
  for (let group = 0; group < GROUPS_MAX; group += 1) {
    const groupStart = end;
    end = runEnd(bytes, DIGIT, groupStart, Math.min(to, groupStart + CARD_DIGITS_MAX + 1));
    if (!work.spend(end - groupStart + 1) || digitCount + end - groupStart > CARD_DIGITS_MAX) return -1;
    for (let index = groupStart; index < end; index += 1) {
      digits[digitCount] = (bytes[index] as number) - ZERO;
      digitCount += 1;
    }
    shape = shapeOf(shape, end - groupStart);
    const next = byteAt(bytes, end, from, to);
    if ((next !== SPACE && next !== DASH) || (separator !== 0 && next !== separator)) break;
    if (DIGIT[byteAt(bytes, end + 1, from, to)] !== 1) break;
    // What follows a whole number after a space is another one: an expiry date, a sum.
    if (next === SPACE && (GROUPINGS.has(shape) || digitCount >= CARD_DIGITS_MIN) && !continues(bytes, end, to)) break;
    separator = next;
    end += 1;
  }
  if (digitCount < CARD_DIGITS_MIN) return -1;
  return separator === 0 || GROUPINGS.has(shape) ? end : -1;
}

/** The shape with one more group. */
function shapeOf(shape: number, digitsOfGroup: number): number {
  return 32 * shape + digitsOfGroup;
}

/** Whether the group after the separator at `end` may belong to the number: it has three or four digits and ends there. */
function continues(bytes: Uint8Array, end: number, to: number): boolean {
  const groupEnd = runEnd(bytes, DIGIT, end + 1, Math.min(to, end + 6));
  const count = groupEnd - end - 1;
  const next = byteAt(bytes, groupEnd, 0, to);
  return digitCount < 16 && count >= 3 && count <= 5 && next !== 0x2f && WORD[next] !== 1;
}

function beginsNumber(bytes: Uint8Array, from: number, to: number, start: number): boolean {
  const before = byteAt(bytes, start - 1, from, to);
  if (WORD[before] === 1) return false;
  const beforeThat = byteAt(bytes, start - 2, from, to);
  if (before === DOT) return LETTER[beforeThat] === 1;
  if (before === COMMA || before === 0x2b) return DIGIT[beforeThat] !== 1;
  if (before === DASH) return ALNUM[beforeThat] !== 1;
  // The second group of a series of groups of four.
  if (before !== SPACE || DIGIT[beforeThat] !== 1) return true;
  return start - 1 - runStart(bytes, DIGIT, start - 1, Math.max(from, start - 6)) !== 4;
}

function endsNumber(bytes: Uint8Array, from: number, to: number, end: number): boolean {
  const after = byteAt(bytes, end, from, to);
  if (WORD[after] === 1) return false;
  const afterThat = byteAt(bytes, end + 1, from, to);
  if (after === DOT || after === COMMA) return DIGIT[afterThat] !== 1 || (after === COMMA && isShort(bytes, end, to));
  return after !== DASH || ALNUM[afterThat] !== 1;
}

/** Whether a comma separates values instead of decimals: what follows is a date or a code, as in `4111...,12/27,123`. */
function isShort(bytes: Uint8Array, comma: number, to: number): boolean {
  return runEnd(bytes, DIGIT, comma + 1, Math.min(to, comma + 7)) - comma <= 5;
}

const SAMPLE_SHAPES = [
  { prefix: '4', groups: [4, 4, 4, 4] },
  { prefix: '53', groups: [4, 4, 4, 4] },
  { prefix: '2315', groups: [4, 4, 4, 4] },
  { prefix: '37', groups: [4, 6, 5] },
  { prefix: '6011', groups: [4, 4, 4, 4] },
  { prefix: '3530', groups: [4, 4, 4, 4] },
  { prefix: '36', groups: [4, 6, 4] },
];

/** A number of a network, its check digit off by `error`. */
function cardNumber(random: RandomBelow, error: number): string {
  const { prefix, groups } = pick(random, SAMPLE_SHAPES);
  const separator = pick(random, ['', ' ', '-']);
  const length = groups.reduce((sum, size) => sum + size, 0);
  const body = prefix + characters(random, DIGITS, length - prefix.length - 1);
  const check = luhnCheckDigit(Uint8Array.from(body, Number), length - 1);
  const number = `${body}${(check + error) % 10}`;
  let start = 0;
  return groups.map((size) => number.slice(start, (start += size))).join(separator);
}
