/**
 * United States social security numbers: AAA-GG-SSSS under the rules of the Social Security Administration (no area
 * 000, 666 or 900 and above, no group 00, no serial 0000). Nine digits in another shape count only next to the name.
 */
import type { Detector, MatchRange } from '../../engine/detector.js';
import type { WorkBudget } from '../../engine/work-budget.js';
import { KIND_PERSONAL_DATA } from '../../vocabulary.js';
import { ALNUM, byteAt, DIGIT, runEnd, WORD } from '../byte-text.js';
import { characters, DIGITS, pick, type RandomBelow } from '../made-up.js';
import { WordList } from '../word-list.js';

const AREA_DIGITS = 3;
const GROUP_DIGITS = 2;
const ALL_DIGITS = 9;
const CONTEXT_BYTES = 40;
const NAMES = new WordList(['ssn', 'social security', 'social_security', 'social-security', 'socialsecurity']);
/** Never valid: printed in advertisements, and withdrawn by the administration. */
const WITHDRAWN = new Set([78_051_120, 219_099_999]);
const DASH = 0x2d;
const SPACE = 0x20;
const DOT = 0x2e;
const ZERO = 0x30;

export const usSsn: Detector = {
  id: 'us-ssn',
  kind: KIND_PERSONAL_DATA,
  risk: 'high',
  group: 'personal-data',
  title: 'United States social security number',
  source: 'https://www.ssa.gov/employer/randomization.html',
  anchors: [{ digits: AREA_DIGITS }],
  match: matchSsn,
  sample: (random) => ssn(random, String(100 + random(500))),
  nearMiss: (random) => ssn(random, pick(random, ['000', '666', '900', '987'])),
};

function matchSsn(
  bytes: Uint8Array,
  from: number,
  to: number,
  hitStart: number,
  _hitEnd: number,
  match: MatchRange,
  work: WorkBudget,
): boolean {
  // Most numbers have another length.
  const fourth = byteAt(bytes, hitStart + AREA_DIGITS, from, to);
  if (fourth !== DASH && fourth !== SPACE && DIGIT[fourth] !== 1) return false;
  const areaEnd = runEnd(bytes, DIGIT, hitStart, Math.min(to, hitStart + ALL_DIGITS + 1));
  if (!work.spend(areaEnd - hitStart + 1)) return false;
  let end = areaEnd;
  let needsName = true;
  if (areaEnd - hitStart === AREA_DIGITS) {
    const separator = byteAt(bytes, areaEnd, from, to);
    const groupEnd = runEnd(bytes, DIGIT, areaEnd + 1, Math.min(to, areaEnd + 2 + GROUP_DIGITS));
    end = runEnd(bytes, DIGIT, groupEnd + 1, Math.min(to, groupEnd + 6));
    work.spend(end - areaEnd);
    const isShape = groupEnd - areaEnd - 1 === GROUP_DIGITS && end - groupEnd - 1 === 4;
    if (!isShape || (separator !== DASH && separator !== SPACE)) return false;
    if (byteAt(bytes, groupEnd, from, to) !== separator) return false;
    needsName = separator !== DASH;
  } else if (areaEnd - hitStart !== ALL_DIGITS) return false;

  if (!isIssued(bytes, hitStart, end) || !standsAlone(bytes, from, to, hitStart, end)) return false;
  if (needsName) {
    const nameStart = Math.max(from, hitStart - CONTEXT_BYTES);
    work.spend(hitStart - nameStart);
    if (!NAMES.isWithin(bytes, nameStart, hitStart)) return false;
  }
  match.start = hitStart;
  match.end = end;
  match.verified = false;
  return true;
}

function isIssued(bytes: Uint8Array, start: number, end: number): boolean {
  let number = 0;
  for (let at = start; at < end; at += 1) {
    if (DIGIT[bytes[at] as number] === 1) number = 10 * number + (bytes[at] as number) - ZERO;
  }
  const area = Math.floor(number / 1_000_000);
  const group = Math.floor(number / 10_000) % 100;
  if (area === 0 || area === 666 || area >= 900 || WITHDRAWN.has(number)) return false;
  return group !== 0 && number % 10_000 !== 0;
}

/** Not a part of a longer number, identifier or decimal. */
function standsAlone(bytes: Uint8Array, from: number, to: number, start: number, end: number): boolean {
  const before = byteAt(bytes, start - 1, from, to);
  const after = byteAt(bytes, end, from, to);
  const joinsBefore = (before === DASH || before === DOT) && ALNUM[byteAt(bytes, start - 2, from, to)] === 1;
  const joinsAfter = (after === DASH || after === DOT) && ALNUM[byteAt(bytes, end + 1, from, to)] === 1;
  return WORD[before] !== 1 && before !== 0x2b && WORD[after] !== 1 && !joinsBefore && !joinsAfter;
}

function ssn(random: RandomBelow, area: string): string {
  const group = String(10 + random(89));
  const serial = `${1 + random(9)}${characters(random, DIGITS, 3)}`;
  return pick(random, [
    `${area}-${group}-${serial}`,
    `SSN: ${area}${group}${serial}`,
    `ssn ${area} ${group} ${serial}`,
  ]);
}
