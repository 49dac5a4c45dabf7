/**
 * Looks for a detector's matches the slow and obvious way: every anchor at every place, one after the other. It says
 * what the scanner must find; samples and tests are checked against it.
 */
import type { Anchor, Matcher, MatchRange } from './detector.js';
import { WorkBudget } from './work-budget.js';

const UNBOUNDED_WORK = Number.MAX_SAFE_INTEGER;

/** Every match of one look, anchor after anchor, overlaps and repeats included. */
export function lookEverywhere(bytes: Uint8Array, anchors: readonly Anchor[], matcher: Matcher): MatchRange[] {
  const work = new WorkBudget();
  work.reset(UNBOUNDED_WORK);
  const found: MatchRange[] = [];
  for (const anchor of anchors) {
    for (const [start, end] of anchorPlaces(bytes, anchor)) {
      const match = { start: 0, end: 0, verified: false };
      if (matcher(bytes, 0, bytes.length, start, end, match, work)) found.push(match);
    }
  }
  return found;
}

/** [start, end) of every place where the anchor stands. */
export function anchorPlaces(bytes: Uint8Array, anchor: Anchor): [number, number][] {
  const text = Buffer.from(bytes).toString('latin1');
  return 'digits' in anchor ? digitRuns(text, anchor.digits) : literalPlaces(text, anchor);
}

function literalPlaces(text: string, anchor: { literal: string; ignoreCase?: boolean }): [number, number][] {
  const fold = (value: string) => (anchor.ignoreCase === true ? foldAscii(value) : value);
  const haystack = fold(text);
  const needle = fold(anchor.literal);
  const places: [number, number][] = [];
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    places.push([at, at + needle.length]);
  }
  return places;
}

/** Only A-Z: other letters of latin1 are bytes of something else. */
function foldAscii(value: string): string {
  return value.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function digitRuns(text: string, digits: number): [number, number][] {
  const places: [number, number][] = [];
  for (let at = 0; at + digits <= text.length; at++) {
    if (at > 0 && isAlnum(text.charCodeAt(at - 1))) continue;
    if ([...text.slice(at, at + digits)].every((character) => character >= '0' && character <= '9')) {
      places.push([at, at + digits]);
    }
  }
  return places;
}

function isAlnum(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
