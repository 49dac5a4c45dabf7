/**
 * International bank account numbers (ISO 13616): a country that has them, its length, the remainder 1 of ISO 7064
 * mod 97-10. In capitals, together or in groups of four.
 */
import { byteSet } from '../../engine/byte-sets.js';
import type { Detector, MatchRange } from '../../engine/detector.js';
import type { WorkBudget } from '../../engine/work-budget.js';
import { KIND_PERSONAL_DATA } from '../../vocabulary.js';
import { byteAt, DIGIT, WORD } from '../byte-text.js';
import { characters, DIGITS, pick, type RandomBelow } from '../made-up.js';

/** Length by country, as the IBAN registry (ISO 13616-2, kept by SWIFT) lists them. */
const LENGTHS: Readonly<Record<string, number>> = {
  ...{ AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BI: 27, BR: 29, BY: 28, CH: 21 },
  ...{ CR: 22, CY: 28, CZ: 24, DE: 22, DJ: 27, DK: 18, DO: 28, EE: 20, EG: 29, ES: 24, FI: 18, FK: 18, FO: 18 },
  ...{ FR: 27, GB: 22, GE: 22, GI: 23, GL: 18, GR: 27, GT: 28, HN: 28, HR: 21, HU: 28, IE: 22, IL: 23, IQ: 23 },
  ...{ IS: 26, IT: 27, JO: 30, KW: 30, KZ: 20, LB: 28, LC: 32, LI: 21, LT: 20, LU: 20, LV: 21, LY: 25, MC: 27 },
  ...{ MD: 24, ME: 22, MK: 19, MN: 20, MR: 27, MT: 31, MU: 30, NI: 28, NL: 18, NO: 15, OM: 23, PK: 24, PL: 28 },
  ...{ PS: 29, PT: 25, QA: 29, RO: 24, RS: 22, RU: 33, SA: 24, SC: 31, SD: 18, SE: 24, SI: 19, SK: 24, SM: 27 },
  ...{ SO: 23, ST: 25, SV: 28, TL: 23, TN: 24, TR: 26, UA: 29, VA: 22, VG: 24, XK: 20, YE: 30 },
};
/** Letters at the start of the bank's code; a digit where there are none; not looked at where both may stand there. */
const FOUR_LETTERS = 'AZ BG BH GB GI IE IQ JO KW LC LV MT MU NI NL PK PS QA RO SC SV VG YE'.split(' ');
const LETTERS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(FOUR_LETTERS.map((country) => [country, 4])),
  ...{ FK: 2, GE: 2, IT: 1, SM: 1 },
};
const LETTERS_OR_DIGITS = new Set(['BY', 'DO', 'GT']);
const GROUP = 4;
const ACCOUNT = byteSet('upper-alnum');
/** The only ones that 98 minus a remainder can give; 00, 01 and 99 have valid remainders too. */
const CHECK_MIN = 2;
const CHECK_MAX = 98;
const SPACE = 0x20;
const ZERO = 0x30;
const LETTER_A = 0x41;

/** By both letters of the country; see `countryAt`. */
const LENGTH_BY_COUNTRY = new Uint8Array(26 * 26);
const LETTERS_BY_COUNTRY = new Int8Array(26 * 26);
for (const [country, length] of Object.entries(LENGTHS)) {
  const index = countryAt(Buffer.from(country, 'latin1'), 0);
  LENGTH_BY_COUNTRY[index] = length;
  LETTERS_BY_COUNTRY[index] = LETTERS_OR_DIGITS.has(country) ? -1 : (LETTERS[country] ?? 0);
}

function countryAt(bytes: Uint8Array, at: number): number {
  return 26 * ((bytes[at] as number) - LETTER_A) + (bytes[at + 1] as number) - LETTER_A;
}

export const iban: Detector = {
  id: 'iban',
  kind: KIND_PERSONAL_DATA,
  risk: 'high',
  group: 'personal-data',
  title: 'International bank account number',
  source: 'ISO 13616-1 and the IBAN registry',
  anchors: Object.keys(LENGTHS).map((literal) => ({ literal })),
  match: matchIban,
  sample: (random) => accountNumber(random, 0),
  nearMiss: (random) => accountNumber(random, 1 + random(90)),
};

function matchIban(
  bytes: Uint8Array,
  from: number,
  to: number,
  hitStart: number,
  hitEnd: number,
  match: MatchRange,
  work: WorkBudget,
): boolean {
  work.spend(1);
  const tens = byteAt(bytes, hitEnd, from, to);
  const ones = byteAt(bytes, hitEnd + 1, from, to);
  if (DIGIT[tens] !== 1 || DIGIT[ones] !== 1 || WORD[byteAt(bytes, hitStart - 1, from, to)] === 1) return false;
  const check = 10 * tens + ones - 11 * ZERO;
  if (check < CHECK_MIN || check > CHECK_MAX) return false;

  const country = countryAt(bytes, hitStart);
  const length = LENGTH_BY_COUNTRY[country] as number;
  const letters = LETTERS_BY_COUNTRY[country] as number;
  const isGrouped = byteAt(bytes, hitStart + GROUP, from, to) === SPACE;
  const end = hitStart + length + (isGrouped ? (length - 1) >> 2 : 0);
  if (end > to || !fits(bytes[hitStart + GROUP + (isGrouped ? 1 : 0)] as number, 0, letters)) return false;
  if (WORD[byteAt(bytes, end, from, to)] === 1 || !work.spend(length - GROUP)) return false;
  const number = accountAt(bytes, hitStart + GROUP, length - GROUP, isGrouped, letters);
  if (number < 0) return false;
  let moved = number;
  for (let index = hitStart; index < hitStart + GROUP; index += 1) moved = appended(moved, bytes[index] as number);
  if (moved % 97 !== 1) return false;
  match.start = hitStart;
  match.end = end;
  match.verified = true;
  return true;
}

/** The account's characters as a number, up to a multiple of 97; -1 where they cannot be one. In bounds, or it is not called. */
function accountAt(bytes: Uint8Array, start: number, count: number, isGrouped: boolean, letters: number): number {
  let number = 0;
  let at = start;
  for (let place = 0; place < count; place += 1) {
    if (isGrouped && (place & 3) === 0) {
      if (bytes[at] !== SPACE) return -1;
      at += 1;
    }
    const byte = bytes[at] as number;
    if (!fits(byte, place, letters)) return -1;
    number = appended(number, byte);
    at += 1;
  }
  return number;
}

/** Whether the byte may stand at this place of the account, whose bank's code begins with so many letters. */
function fits(byte: number, place: number, letters: number): boolean {
  if (place < letters) return byte >= LETTER_A && ACCOUNT[byte] === 1;
  return place === 0 && letters === 0 ? DIGIT[byte] === 1 : ACCOUNT[byte] === 1;
}

/** Stays below it, so that two more digits fit a small integer. */
const UNREDUCED_MAX = 10_000_000;

/**
 * A number to which a character is appended, digits as they are, A as 10 to Z as 35; up to a multiple of 97, which is
 * taken off only when it must be: division is what a look costs.
 */
function appended(number: number, byte: number): number {
  const value = byte < LETTER_A ? 10 * number + byte - ZERO : 100 * number + byte - LETTER_A + 10;
  return value < UNREDUCED_MAX ? value : value % 97;
}

/** An account number, its check digits off by `error` (below 97). */
function accountNumber(random: RandomBelow, error: number): string {
  const country = pick(random, ['DE', 'GB', 'FR', 'NL', 'ES', 'IT', 'CH', 'NO']);
  const length = LENGTHS[country] as number;
  const bank = country === 'GB' || country === 'NL' ? 'BANK' : country === 'IT' ? 'X' : '';
  const body = bank + characters(random, DIGITS, length - 4 - bank.length);
  const check = 98 - (Buffer.from(`${body}${country}00`, 'latin1').reduce(appended, 0) % 97);
  const wrong = ((check - 2 + error) % 97) + 2;
  const number = `${country}${String(error === 0 ? check : wrong).padStart(2, '0')}${body}`;
  return random(2) === 0 ? number : (number.match(/.{1,4}/g) ?? []).join(' ');
}
