/**
 * Which numbers payment networks issue: first digits and lengths, from the issuer ranges the networks publish under
 * ISO/IEC 7812. A checksum alone lets one number in ten through; with these tables it is one in some hundreds, and no
 * time of this century begins like a card.
 */

interface Network {
  readonly name: string;
  /** First and last prefix of each range; both have the same number of digits. */
  readonly ranges: readonly (readonly [number, number])[];
  readonly lengths: readonly number[];
  /** Lengths that other numbers have too (telephone numbers, article numbers): they count near a word for a card only. */
  readonly uncommonLengths: readonly number[];
}

const NETWORKS: readonly Network[] = [
  { name: 'Visa', ranges: [[4, 4]], lengths: [16], uncommonLengths: [13, 19] },
  {
    name: 'Mastercard',
    ranges: [
      [51, 55],
      [2221, 2720],
    ],
    lengths: [16],
    uncommonLengths: [],
  },
  {
    name: 'American Express',
    ranges: [
      [34, 34],
      [37, 37],
    ],
    lengths: [15],
    uncommonLengths: [],
  },
  {
    name: 'Discover',
    ranges: [
      [6011, 6011],
      [644, 649],
      [65, 65],
    ],
    lengths: [16],
    uncommonLengths: [17, 18, 19],
  },
  {
    name: 'Diners Club',
    ranges: [
      [300, 305],
      [3095, 3095],
      [36, 36],
      [38, 39],
    ],
    lengths: [14, 16],
    uncommonLengths: [17, 18, 19],
  },
  { name: 'JCB', ranges: [[3528, 3589]], lengths: [16], uncommonLengths: [17, 18, 19] },
  { name: 'UnionPay', ranges: [[62, 62]], lengths: [16, 19], uncommonLengths: [17, 18] },
  { name: 'Mir', ranges: [[2200, 2204]], lengths: [16], uncommonLengths: [17, 18, 19] },
  { name: 'Troy', ranges: [[9792, 9792]], lengths: [16], uncommonLengths: [] },
  {
    name: 'Elo and Hipercard',
    ranges: [
      [5041, 5041],
      [5066, 5067],
      [5090, 5090],
      [6062, 6062],
      [6277, 6277],
      [6362, 6363],
    ],
    lengths: [16],
    uncommonLengths: [19],
  },
  {
    name: 'RuPay',
    ranges: [
      [6069, 6071],
      [6521, 6522],
      [817, 817],
      [820, 820],
    ],
    lengths: [16],
    uncommonLengths: [],
  },
  {
    name: 'Maestro',
    ranges: [
      [5018, 5018],
      [5020, 5020],
      [5038, 5038],
      [5893, 5893],
      [6304, 6304],
      [6759, 6759],
      [6761, 6763],
    ],
    lengths: [16],
    uncommonLengths: [12, 13, 14, 15, 17, 18, 19],
  },
];

export const CARD_DIGITS_MIN = 12;
export const CARD_DIGITS_MAX = 19;

/** Digits that tell the networks apart. */
export const PREFIX_DIGITS = 4;
const COMMON = 1;
const UNCOMMON = 2;
const ISSUED_FROM = new Uint8Array(10 ** PREFIX_DIGITS);
/** Indexed by the first four digits times 32 plus the length: 0, COMMON or UNCOMMON. */
const ISSUED = new Uint8Array(10 ** PREFIX_DIGITS * 32);

for (const { ranges, lengths, uncommonLengths } of NETWORKS) {
  for (const [first, last] of ranges) {
    const scale = 10 ** (PREFIX_DIGITS - String(first).length);
    for (let prefix = first * scale; prefix < (last + 1) * scale; prefix += 1) {
      ISSUED_FROM[prefix] = 1;
      for (const length of lengths) ISSUED[prefix * 32 + length] = COMMON;
      for (const length of uncommonLengths) ISSUED[prefix * 32 + length] ||= UNCOMMON;
    }
  }
}

/** Whether some network issues numbers that begin so. */
export function isIssuedFrom(firstFourDigits: number): boolean {
  return ISSUED_FROM[firstFourDigits] === 1;
}

/** Whether a network issues such numbers: `common`, `uncommon` (a word for a card must be near) or no. */
export function issuedAs(firstFourDigits: number, length: number): 'common' | 'uncommon' | null {
  const issued = length > CARD_DIGITS_MAX ? 0 : ISSUED[firstFourDigits * 32 + length];
  return issued === COMMON ? 'common' : issued === UNCOMMON ? 'uncommon' : null;
}

/** The last digit of a number under the Luhn formula (ISO/IEC 7812-1 annex B), from the digits before it. */
export function luhnCheckDigit(digits: Uint8Array, count: number): number {
  let sum = 0;
  for (let index = 0; index < count; index += 1) {
    const digit = digits[count - 1 - index] as number;
    const weighted = index % 2 === 0 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return (10 - (sum % 10)) % 10;
}
