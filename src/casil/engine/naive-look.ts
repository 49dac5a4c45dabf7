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
  return 'digits' in anchor ? digitRuns(text, anchor) : literalPlaces(text, anchor);
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

function digitRuns(text: string, anchor: { digits: number; before?: string; upTo?: number }): [number, number][] {
  const { digits, before = '', upTo = digits } = anchor;
  const places: [number, number][] = [];
  for (let start = 0; start < text.length; start++) {
    if (start > 0 && isAlnum(text.charCodeAt(start - 1))) continue;
    const run = /^[0-9]*/.exec(text.slice(start))?.[0].length ?? 0;
    if (before === '' && run >= digits) places.push([start, start + digits]);
    const next = text.charAt(start + run);
    if (run >= digits && run <= upTo && next !== '' && before.includes(next)) places.push([start, start + run + 1]);
  }
  return places;
}

function isAlnum(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
