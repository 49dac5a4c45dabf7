/**
 * Runs one detector over bytes the slow and obvious way: every anchor is looked for by itself, every hit asks the
 * matcher, and of matches that overlap the longest is told. What the scanner finds must be the same.
 */
import type { Anchor, Detector } from '../../../src/casil/engine/detector.js';
import { WorkBudget } from '../../../src/casil/engine/work-budget.js';

export interface Found {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly verified: boolean;
}

export interface Drive {
  readonly found: readonly Found[];
  /** Units the matcher spent; finding anchors costs nothing here. */
  readonly work: number;
  /** Matches that reached outside what was looked at, were empty, or did not touch their anchor's neighbourhood. */
  readonly outside: readonly Found[];
}

const WORK_MAX = 1_000_000_000;

export function driveDetector(detector: Detector, input: string | Uint8Array, margin = 0): Drive {
  const bytes = typeof input === 'string' ? Buffer.from(input, 'utf8') : Buffer.from(input);
  const from = margin;
  const to = bytes.length - margin;
  const work = new WorkBudget();
  work.reset(WORK_MAX);
  const all: Found[] = [];
  const outside: Found[] = [];
  for (const [hitStart, hitEnd] of hits(detector.anchors, bytes, from, to)) {
    const match = { start: -1, end: -1, verified: false };
    if (!detector.match(bytes, from, to, hitStart, hitEnd, match, work)) continue;
    const { start, end, verified } = match;
    const found = { start, end, verified, text: bytes.toString('utf8', start, end) };
    if (start < from || end > to || start >= end) outside.push(found);
    else all.push(found);
  }
  return { found: longestOfOverlapping(all), work: work.spent, outside };
}

/** What was found, as texts in the order of the bytes. */
export function textsFound(detector: Detector, input: string): string[] {
  return driveDetector(detector, input).found.map(({ text }) => text);
}

function hits(anchors: readonly Anchor[], bytes: Buffer, from: number, to: number): [number, number][] {
  const text = bytes.toString('latin1', from, to);
  const folded = text.toLowerCase();
  const found = anchors.flatMap((anchor) => {
    if ('digits' in anchor) return digitRuns(anchor, text, from);
    return anchor.ignoreCase === true
      ? literals(anchor.literal.toLowerCase(), folded, from)
      : literals(anchor.literal, text, from);
  });
  return found.sort(([a], [b]) => a - b);
}

function literals(literal: string, text: string, from: number): [number, number][] {
  const found: [number, number][] = [];
  for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
    found.push([from + at, from + at + literal.length]);
  }
  return found;
}

function digitRuns(anchor: Extract<Anchor, { digits: number }>, text: string, from: number): [number, number][] {
  const { digits, before, upTo = digits } = anchor;
  return [...text.matchAll(/(?<![A-Za-z0-9])[0-9]+/g)].flatMap(({ 0: run, index }) => {
    const start = from + index;
    if (before === undefined) return run.length >= digits ? [[start, start + digits]] : [];
    const next = text.charAt(index + run.length);
    const isHit = run.length >= digits && run.length <= upTo && next !== '' && before.includes(next);
    return isHit ? [[start, start + run.length + 1]] : [];
  });
}

function longestOfOverlapping(all: readonly Found[]): Found[] {
  const byLength = [...all].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Found[] = [];
  for (const candidate of byLength) {
    if (kept.every(({ start, end }) => candidate.end <= start || candidate.start >= end)) kept.push(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
}
