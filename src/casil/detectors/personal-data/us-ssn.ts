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
const SERIAL_DIGITS = 4;
const ALL_DIGITS = 9;
const CONTEXT_BYTES = 40;
const NAMES = new WordList(['ssn', 'social security', 'social_security', 'social-security', 'socialsecurity']);
/** Never valid: printed in advertisements, and withdrawn by the administration. */
const WITHDRAWN = new Set([78_051_120, 219_099_999]);
const DASH = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;

export const usSsn: Detector = {
  id: 'us-ssn',
  kind: KIND_PERSONAL_DATA,
  risk: 'high',
  group: 'personal-data',
  title: 'United States social security number',
  source: 'https://www.ssa.gov/employer/randomization.html',
  anchors: [{ digits: AREA_DIGITS, before: '- ' }, { digits: ALL_DIGITS }],
  match: matchSsn,
  sample: (random) => ssn(random, String(100 + random(500))),
  nearMiss: (random) => ssn(random, pick(random, ['000', '666', '900', '987'])),
};

function matchSsn(
  bytes: Uint8Array,
  from: number,
  to: number,
  hitStart: number,
  hitEnd: number,
  match: MatchRange,
  work: WorkBudget,
): boolean {
  let end = hitEnd;
  let needsName = true;
  if (DIGIT[bytes[hitEnd - 1] as number] === 1) {
    // Most numbers that have nine digits have more.
    if (DIGIT[byteAt(bytes, hitEnd, from, to)] === 1) return false;
  } else {
    const separator = bytes[hitEnd - 1] as number;
    end = groupedEnd(bytes, hitEnd, separator, to);
    if (!work.spend(Math.max(end, hitEnd + 1) - hitEnd) || end < 0) return false;
    needsName = separator !== DASH;
  }
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

/** The end of group and serial number that begin at `start`, joined by `separator`; -1 where there are none. */
function groupedEnd(bytes: Uint8Array, start: number, separator: number, to: number): number {
  const groupEnd = runEnd(bytes, DIGIT, start, Math.min(to, start + GROUP_DIGITS + 1));
  if (groupEnd - start !== GROUP_DIGITS || groupEnd >= to || bytes[groupEnd] !== separator) return -1;
  const serial = groupEnd + 1;
  const end = runEnd(bytes, DIGIT, serial, Math.min(to, serial + SERIAL_DIGITS + 1));
  return end - serial === SERIAL_DIGITS ? end : -1;
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
