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
const LENGTH_MAX = 34;
const GROUP = 4;
const ACCOUNT = byteSet('upper-alnum');
/** The only ones that 98 minus a remainder can give; 00, 01 and 99 have valid remainders too. */
const CHECK_MIN = 2;
const CHECK_MAX = 98;
const SPACE = 0x20;
const LETTER_A = 0x41;

/** Indexed by both letters of the country. */
const LENGTH_BY_COUNTRY = new Uint8Array(26 * 26);
for (const [country, length] of Object.entries(LENGTHS)) {
  LENGTH_BY_COUNTRY[26 * (country.charCodeAt(0) - LETTER_A) + country.charCodeAt(1) - LETTER_A] = length;
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

const account = new Uint8Array(LENGTH_MAX);

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
  if (DIGIT[byteAt(bytes, hitEnd, from, to)] !== 1 || DIGIT[byteAt(bytes, hitEnd + 1, from, to)] !== 1) return false;
  if (WORD[byteAt(bytes, hitStart - 1, from, to)] === 1) return false;
  const country = 26 * ((bytes[hitStart] as number) - LETTER_A) + (bytes[hitStart + 1] as number) - LETTER_A;
  const length = LENGTH_BY_COUNTRY[country] as number;
  const isGrouped = byteAt(bytes, hitStart + GROUP, from, to) === SPACE;
  let at = hitStart;
  for (let count = 0; count < length; count += 1) {
    if (isGrouped && count > 0 && count % GROUP === 0) {
      if (byteAt(bytes, at, from, to) !== SPACE) return false;
      at += 1;
    }
    const byte = byteAt(bytes, at, from, to);
    if (ACCOUNT[byte] !== 1 || !work.spend(1)) return false;
    account[count] = byte;
    at += 1;
  }
  work.spend(length);
  const check = 10 * (account[2] as number) + (account[3] as number) - 11 * 0x30;
  if (check < CHECK_MIN || check > CHECK_MAX) return false;
  if (WORD[byteAt(bytes, at, from, to)] === 1 || remainderOf97(account, length) !== 1) return false;
  match.start = hitStart;
  match.end = at;
  match.verified = true;
  return true;
}

/** Remainder of the number that the first four characters moved to the end make, with A as 10 to Z as 35. */
function remainderOf97(text: Uint8Array, length: number): number {
  let remainder = 0;
  for (let index = 0; index < length; index += 1) {
    const byte = text[(index + GROUP) % length] as number;
    remainder = byte < LETTER_A ? (10 * remainder + byte - 0x30) % 97 : (100 * remainder + byte - LETTER_A + 10) % 97;
  }
  return remainder;
}

/** An account number, its check digits off by `error` (below 97). */
function accountNumber(random: RandomBelow, error: number): string {
  const country = pick(random, ['DE', 'GB', 'FR', 'NL', 'ES', 'IT', 'CH', 'NO']);
  const length = LENGTHS[country] as number;
  const bank = country === 'GB' || country === 'NL' ? 'BANK' : '';
  const body = bank + characters(random, DIGITS, length - 4 - bank.length);
  const zeroed = Uint8Array.from(Buffer.from(`${country}00${body}`, 'latin1'));
  const check = 98 - remainderOf97(zeroed, length);
  const wrong = ((check - 2 + error) % 97) + 2;
  const number = `${country}${String(error === 0 ? check : wrong).padStart(2, '0')}${body}`;
  return random(2) === 0 ? number : (number.match(/.{1,4}/g) ?? []).join(' ');
}
