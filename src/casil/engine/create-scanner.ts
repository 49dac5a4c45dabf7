/**
 * The scanner: one pass of the anchor automaton over the bytes, and at each hit the detectors of that anchor look
 * around it. Promises what scanner.ts says; never throws, reads nothing outside the range, and does the same work for
 * the same bytes. Not reentrant: `onMatch` must not scan with the same scanner. [C-CHAIN-3] [P8]
 *
 * Linear on any bytes: the pass is, a look is bounded, hits inside the last match of their detector are passed over,
 * and detectors remember within a scan what they walked (run-memo.ts).
 */
import { buildAnchorAutomaton, type AnchorAutomaton } from './anchor-automaton.js';
import { indexAnchors, type AnchorIndex } from './anchor-index.js';
import type { Detector, MatchRange } from './detector.js';
import { MatchLedger } from './match-ledger.js';
import type { OnMatch, Scanner } from './scanner.js';
import type { WorkBudget } from './work-budget.js';

/** Bytes of the pass that are paid for at once. */
const PASS_CHUNK_BYTES = 1024;

const SCANS_NOTHING: Scanner = { scan: () => undefined };

/** @throws InvariantError for anchors that cannot be used. */
export function createScanner(detectors: readonly Detector[]): Scanner {
  return detectors.length === 0 ? SCANS_NOTHING : new AnchorScanner(detectors);
}

class AnchorScanner implements Scanner {
  readonly #detectors: readonly Detector[];
  readonly #index: AnchorIndex;
  readonly #automaton: AnchorAutomaton;
  readonly #ledger: MatchLedger;
  readonly #match: MatchRange = { start: 0, end: 0, verified: false };

  constructor(detectors: readonly Detector[]) {
    this.#detectors = detectors;
    this.#index = indexAnchors(detectors);
    this.#automaton = buildAnchorAutomaton(this.#index.anchors);
    this.#ledger = new MatchLedger(detectors);
  }

  scan(bytes: Uint8Array, from: number, to: number, work: WorkBudget, onMatch: OnMatch): void {
    const { classOf, next, firstEnding } = this.#automaton;
    this.#ledger.begin();
    let state = this.#automaton.start;
    let chunkStart = from;
    while (chunkStart < to) {
      const chunkEnd = Math.min(to, chunkStart + PASS_CHUNK_BYTES);
      if (!work.spend(chunkEnd - chunkStart)) break;
      for (let at = chunkStart; at < chunkEnd; at++) {
        state = next[state + (classOf[bytes[at] as number] as number)] as number;
        if (state < firstEnding) continue;
        if (!this.#lookAt(state, bytes, from, to, at + 1, work, onMatch)) return;
        if (work.exhausted) break;
      }
      if (work.exhausted) break;
      chunkStart = chunkEnd;
    }
    this.#ledger.finish(onMatch);
  }

  /** Lets the detectors of every anchor that ends at `hitEnd` look. Returns false when the listener has enough. */
  #lookAt(
    state: number,
    bytes: Uint8Array,
    from: number,
    to: number,
    hitEnd: number,
    work: WorkBudget,
    onMatch: OnMatch,
  ): boolean {
    const { endsFrom, ends, firstEnding, width } = this.#automaton;
    const { lengths, looksFrom, looks } = this.#index;
    const rank = (state - firstEnding) / width;
    const last = endsFrom[rank + 1] as number;
    for (let nth = endsFrom[rank] as number; nth < last; nth++) {
      const anchor = ends[nth] as number;
      const hitStart = hitEnd - (lengths[anchor] as number);
      const looksEnd = looksFrom[anchor + 1] as number;
      for (let look = looksFrom[anchor] as number; look < looksEnd; look++) {
        const which = looks[look] as number;
        if (!this.#look(which, bytes, from, to, hitStart, hitEnd, work, onMatch)) return false;
        if (work.exhausted) return true;
      }
    }
    return true;
  }

  #look(
    which: number,
    bytes: Uint8Array,
    from: number,
    to: number,
    hitStart: number,
    hitEnd: number,
    work: WorkBudget,
    onMatch: OnMatch,
  ): boolean {
    work.spend(1);
    if (this.#ledger.covers(which, hitStart, hitEnd)) return true;
    const memo = this.#ledger.memoOf(which);
    const detector = this.#detectors[which] as Detector;
    if (!detector.match(bytes, from, to, hitStart, hitEnd, this.#match, work, memo)) return true;
    return this.#ledger.add(which, this.#match, onMatch);
  }
}
