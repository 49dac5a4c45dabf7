/**
 * Sets of Unicode code points as sorted, disjoint, inclusive ranges in one flat list: low, high, low, high. Never
 * contains surrogates: they have no UTF-8 form.
 */
export type CodePoints = readonly number[];

const LAST_CODE_POINT = 0x10ffff;
const SURROGATES: CodePoints = [0xd800, 0xdfff];

export const DIGITS: CodePoints = [0x30, 0x39];
/** RE2's `\s`: tab, line feed, form feed, carriage return, space. */
export const SPACES: CodePoints = [0x09, 0x0a, 0x0c, 0x0d, 0x20, 0x20];
export const WORD_CHARS: CodePoints = [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a];

/** @param ranges in any order, overlapping or not. */
export function codePoints(ranges: CodePoints): CodePoints {
  const pairs: [number, number][] = [];
  for (let index = 0; index < ranges.length; index += 2) {
    pairs.push([ranges[index] as number, ranges[index + 1] as number]);
  }
  pairs.sort(([a], [b]) => a - b);
  const merged: number[] = [];
  for (const [low, high] of pairs) {
    const end = merged.at(-1);
    if (end !== undefined && low <= end + 1) merged[merged.length - 1] = Math.max(end, high);
    else merged.push(low, high);
  }
  return merged;
}

/** All characters that are not in the set. */
export function complement(set: CodePoints): CodePoints {
  const taken = codePoints([...set, ...SURROGATES]);
  const rest: number[] = [];
  let next = 0;
  for (let index = 0; index < taken.length; index += 2) {
    const low = taken[index] as number;
    if (low > next) rest.push(next, low - 1);
    next = (taken[index + 1] as number) + 1;
  }
  if (next <= LAST_CODE_POINT) rest.push(next, LAST_CODE_POINT);
  return rest;
}

/** Every character but the line feed. */
export const ANY_CHAR = complement([0x0a, 0x0a]);

function has(set: CodePoints, codePoint: number): boolean {
  for (let index = 0; index < set.length; index += 2) {
    if (codePoint < (set[index] as number)) return false;
    if (codePoint <= (set[index + 1] as number)) return true;
  }
  return false;
}

/** Latin, Greek, Cyrillic and Armenian end here. */
const FOLDED_BELOW = 0x590;
const FIRST_NON_ASCII = 0x80;

let knownPairs: readonly (readonly [number, number])[] | null = null;

/** Every letter and its other case, both ways; no ASCII letter folds to one that is none. Made when first asked for. */
function casePairs(): readonly (readonly [number, number])[] {
  if (knownPairs !== null) return knownPairs;
  const pairs: [number, number][] = [];
  for (let letter = 0; letter < FOLDED_BELOW; letter += 1) {
    const text = String.fromCodePoint(letter);
    for (const other of [text.toLowerCase(), text.toUpperCase()]) {
      const folded = other.codePointAt(0) as number;
      if (other.length !== 1 || folded === letter || folded >= FOLDED_BELOW) continue;
      if (letter < FIRST_NON_ASCII === folded < FIRST_NON_ASCII) pairs.push([letter, folded], [folded, letter]);
    }
  }
  knownPairs = pairs;
  return pairs;
}

/** The set with both cases of its letters. */
export function foldCase(set: CodePoints): CodePoints {
  const added: number[] = [];
  for (const [letter, other] of casePairs()) {
    if (has(set, letter) && !has(set, other)) added.push(other, other);
  }
  return added.length === 0 ? set : codePoints([...set, ...added]);
}

/** The one character of the set; with `folded`, the lower case of the one letter whose cases it holds. Else null. */
export function onlyChar(set: CodePoints, folded: boolean): string | null {
  const [low, high] = set;
  if (low === undefined || high === undefined) return null;
  if (set.length === 2 && low === high) return String.fromCodePoint(low);
  if (!folded || set.length !== 4 || low !== high || set[2] !== set[3]) return null;
  const [upper, lower] = [String.fromCodePoint(low), String.fromCodePoint(set[2] as number)];
  return upper.toLowerCase() === lower ? lower : null;
}
