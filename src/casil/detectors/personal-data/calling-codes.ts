/**
 * Country calling codes and how many digits a subscriber's number has after them: ITU-T E.164 and the national numbering
 * plans that are filed with the ITU. Short codes and service numbers are left out: nobody is reached by them abroad.
 */

/** Fewest and most digits after the calling code, and the codes they hold for. */
const PLANS: readonly (readonly [number, number, string])[] = [
  [4, 5, '290'],
  [4, 7, '683 690'],
  [5, 5, '247 500 682'],
  [5, 7, '676 677 678 688'],
  [5, 8, '686'],
  [6, 6, '298 299 672 681 687'],
  [6, 7, '597'],
  [7, 7, '238 239 246 248 269 291 297 501 592 673 674 679 680 691 692 960'],
  [7, 8, '230 241 267 372 507 599 670 675 961 975'],
  [7, 9, '27 40 46 48 220 231 252 254 265 354 359 376 421 423 508 595 967'],
  [7, 10, '53 63 82 95 98 243 353 358 685 880'],
  [7, 11, '86 352'],
  [7, 12, '39 43 49 62 381'],
  [8, 8, '45 47 65 216 222 223 226 227 228 232 235 236 253 257 266 268 350 356 357 370 371 373 374 382'],
  [8, 8, '386 389 502 503 504 505 506 509 591 598 689 852 853 965 968 973 974 993'],
  [8, 9, '32 36 51 66 213 224 250 258 264 355 377 385 387 593 855 886 962 963 970 971'],
  [8, 10, '20 57 60 64 378 850 856 964 976 977'],
  [8, 12, '383 972'],
  [9, 9, '33 34 41 56 61 93 94 211 212 218 221 233 237 240 242 244 245 249 251 255 256 260 261 262 263'],
  [9, 9, '351 375 380 420 590 594 596 966 992 994 995 996 998'],
  [9, 10, '44 81 84 92'],
  [9, 11, '31'],
  [10, 10, '1 7 30 52 58 90 91 225 229 234'],
  [10, 11, '54 55'],
];

const CODE_DIGITS_MAX = 3;
const NORTH_AMERICAN_DIGITS = 10;
/** Indexed by calling code. */
const MIN = new Uint8Array(1000);
const MAX = new Uint8Array(1000);
for (const [min, max, codes] of PLANS) {
  for (const code of codes.split(' ').map(Number)) {
    MIN[code] = min;
    MAX[code] = max;
  }
}

/**
 * Whether digits[0..count) are a calling code and a number of its plan. No code begins another, so the first that fits
 * is the one.
 */
export function isInternational(digits: Uint8Array, count: number): boolean {
  let code = 0;
  for (let length = 1; length <= CODE_DIGITS_MAX && length < count; length += 1) {
    code = 10 * code + (digits[length - 1] as number);
    if (MAX[code] === 0) continue;
    const left = count - length;
    if (code === 1) return left === NORTH_AMERICAN_DIGITS && isNorthAmerican(digits, 1);
    // The trunk prefix is left out abroad, but people write it; some countries keep their zero.
    return hasPlan(code, left) || (digits[length] === 0 && hasPlan(code, left - 1));
  }
  return false;
}

function hasPlan(code: number, count: number): boolean {
  return count >= (MIN[code] as number) && count <= (MAX[code] as number);
}

/** Ten digits from `first` under the North American Numbering Plan: no area or exchange begins with 0 or 1 or is N11. */
export function isNorthAmerican(digits: Uint8Array, first: number): boolean {
  return isPlanCode(digits, first) && isPlanCode(digits, first + 3);
}

function isPlanCode(digits: Uint8Array, at: number): boolean {
  return (digits[at] as number) >= 2 && !(digits[at + 1] === 1 && digits[at + 2] === 1);
}
