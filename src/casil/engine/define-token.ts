/**
 * Makes a detector of a token format. The declaration is all there is: anchors come from its prefixes or context
 * words, the matcher from its parts and boundaries, samples and near misses for tests from both.
 *
 * A look never backtracks and is bounded by the longest token of the format; within one scan, looks share what they
 * walked (run-memo.ts), so repeated prefixes cost a constant each. [C-DET-1] [C-CHAIN-3]
 */
import { invariant } from '../../base/invariant.js';
import { KIND_SECRET } from '../vocabulary.js';
import { byteSet, unionOf } from './byte-sets.js';
import type { Anchor, Detector, Matcher, MatchRange } from './detector.js';
import { RunMemo } from './run-memo.js';
import type { TokenFormat } from './token-format.js';
import { makeNearMiss, makeSample } from './token-samples.js';
import { TokenLead } from './token-lead.js';
import { TokenShape } from './token-shape.js';
import type { WorkBudget } from './work-budget.js';

/** Stands in where a matcher looks once, outside a scan. */
const singleLook = new RunMemo();

/** @throws InvariantError for a declaration that can never match, so that a wrong format fails every test at once. */
export function defineToken(format: TokenFormat): Detector {
  const words = format.context?.words ?? [];
  invariant(words.length === 0 || format.prefixes.length === 0, `${format.id}: has prefixes and context`);
  const texts = words.length > 0 ? words : format.prefixes;
  invariant(texts.length > 0, `${format.id}: has neither prefixes nor context`);
  const ignoreCase = words.length > 0 || format.ignoreCase === true;
  const judge = new TokenJudge(format);
  const anchors: Anchor[] = texts.map((literal) => ({ literal, ignoreCase }));
  const match = words.length > 0 ? matchAfterContext(format, judge) : matchAtPrefix(judge);
  return {
    id: format.id,
    kind: KIND_SECRET,
    risk: format.risk,
    group: 'secrets',
    title: format.title,
    source: format.source,
    anchors,
    match,
    sample: (random) => makeSample(format, anchors, match, random),
    nearMiss: (random) => makeNearMiss(format, anchors, match, random),
  };
}

export function defineTokens(formats: readonly TokenFormat[]): Detector[] {
  return formats.map(defineToken);
}

/** Decides whether a token begins at a place. */
class TokenJudge {
  readonly #format: TokenFormat;
  readonly #shape: TokenShape;
  readonly #lead: TokenLead;
  readonly #notBefore: Uint8Array;
  readonly #notAfter: Uint8Array;
  readonly #entropyMin: number;
  readonly firstBytes: Uint8Array;

  constructor(format: TokenFormat) {
    const shape = new TokenShape(format);
    this.#format = format;
    this.#shape = shape;
    this.#lead = new TokenLead(format);
    this.firstBytes = shape.firstBytes;
    const alnum = byteSet('alnum');
    const notBefore = format.context === undefined ? alnum : unionOf(alnum, shape.firstBytes);
    this.#notBefore = format.notBefore === undefined ? notBefore : byteSet(format.notBefore);
    this.#notAfter = format.notAfter === undefined ? (shape.lastSet ?? alnum) : byteSet(format.notAfter);
    this.#entropyMin = format.entropyMin ?? 0;
  }

  /** Whether a token may begin at `start`: it does not continue what stands before it. */
  canBegin(bytes: Uint8Array, from: number, start: number): boolean {
    return start === from || this.#notBefore[bytes[start - 1] as number] === 0;
  }

  /** @param prefixStart where prefix, or without one body, begin; what leads to it is looked at last: it is not remembered. */
  accept(
    bytes: Uint8Array,
    from: number,
    to: number,
    prefixStart: number,
    bodyStart: number,
    match: MatchRange,
    work: WorkBudget,
    memo: RunMemo,
  ): boolean {
    if (this.#lead.isEmpty && !this.canBegin(bytes, from, prefixStart)) return false;
    const end = this.#shape.fit(bytes, bodyStart, to, work, memo);
    if (end < 0) return false;
    if (end < to && this.#notAfter[bytes[end] as number] === 1) return false;
    const start = this.#lead.startBefore(bytes, from, prefixStart, work);
    if (start < 0 || !this.canBegin(bytes, from, start)) return false;
    // A candidate around a placeholder that silenced another is silent too: each stretch of a run is searched once.
    if (start <= memo.placeholderAt && end >= memo.placeholderEnd) return false;
    if (this.#entropyMin > 0 && !this.#isVaried(bytes, prefixStart, end, work, memo)) return false;
    if (this.#hasPlaceholder(bytes, start, end, work, memo)) return false;
    match.start = start;
    match.end = end;
    match.verified = this.#format.checksum?.(bytes, start, end) ?? false;
    return true;
  }

  /**
   * A candidate that begins inside a refused one is measured only when at most half of it lies there, or when it is at
   * most half as long: a varied part that fills more would have made the other one varied. So a run full of prefixes
   * is measured twice over, not once per prefix.
   */
  #isVaried(bytes: Uint8Array, start: number, end: number, work: WorkBudget, memo: RunMemo): boolean {
    if (start >= memo.refusedStart && start < memo.refusedEnd) {
      const length = end - start;
      const refused = Math.min(end, memo.refusedEnd) - start;
      if (refused * 2 > length && length * 2 > memo.refusedEnd - memo.refusedStart) return false;
    }
    work.spend(end - start);
    if (this.#shape.entropyOfSets(bytes) >= this.#entropyMin) return true;
    memo.refusedStart = start;
    memo.refusedEnd = end;
    return false;
  }

  #hasPlaceholder(bytes: Uint8Array, start: number, end: number, work: WorkBudget, memo: RunMemo): boolean {
    const at = this.#format.placeholderIn?.(bytes, start, end) ?? -1;
    if (this.#format.placeholderIn !== undefined) work.spend((at < 0 ? end : at) - start + 1);
    if (at < 0) return false;
    memo.placeholderAt = at;
    memo.placeholderEnd = end;
    return true;
  }
}

function matchAtPrefix(judge: TokenJudge): Matcher {
  return (bytes, from, to, hitStart, hitEnd, match, work, memo) => {
    work.spend(1);
    return judge.accept(bytes, from, to, hitStart, hitEnd, match, work, memo ?? freshMemo());
  };
}

/** The first token that begins between the end of the word and `contextBytes` after it. */
function matchAfterContext(format: TokenFormat, judge: TokenJudge): Matcher {
  const contextBytes = format.context?.contextBytes ?? 0;
  const firstBytes = judge.firstBytes;
  return (bytes, from, to, _hitStart, hitEnd, match, work, memo) => {
    const runs = memo ?? freshMemo();
    const begin = Math.max(hitEnd, runs.triedTo);
    const last = Math.min(hitEnd + contextBytes, to - 1);
    work.spend(1);
    for (let start = begin; start <= last; start++) {
      work.spend(1);
      runs.triedTo = start + 1;
      if (firstBytes[bytes[start] as number] === 0 || !judge.canBegin(bytes, from, start)) continue;
      if (judge.accept(bytes, from, to, start, start, match, work, runs)) {
        runs.triedTo = match.end;
        return true;
      }
    }
    return false;
  };
}

function freshMemo(): RunMemo {
  singleLook.clear();
  return singleLook;
}
