/**
 * The scanner: one pass of the anchor automaton over the bytes, a stretch at a time, and at each hit the detectors of
 * that anchor look around it. Promises what scanner.ts says; never throws, reads nothing outside the range, and does the same work for
 * the same bytes. Not reentrant: `onMatch` must not scan with the same scanner. [C-CHAIN-3] [P8]
 *
 * Linear on any bytes: the pass is, a look is bounded, hits inside the last match of their detector are passed over,
 * and detectors remember within a scan what they walked (run-memo.ts).
 */
import { buildAnchorAutomaton, type AnchorAutomaton } from './anchor-automaton.js';
import { indexAnchors } from './anchor-index.js';
import { AnchorPass, STRETCH_BYTES_MAX } from './anchor-pass.js';
import type { Detector, Matcher, MatchRange } from './detector.js';
import { tabulateHits, type HitTable } from './hit-table.js';
import { MatchLedger } from './match-ledger.js';
import type { OnMatch, Scanner } from './scanner.js';
import type { WorkBudget } from './work-budget.js';

const SCANS_NOTHING: Scanner = { scan: () => undefined };

/** @throws InvariantError for anchors that cannot be used. */
export function createScanner(detectors: readonly Detector[]): Scanner {
  return detectors.length === 0 ? SCANS_NOTHING : new AnchorScanner(detectors);
}

class AnchorScanner implements Scanner {
  readonly #matchers: readonly Matcher[];
  readonly #automaton: AnchorAutomaton;
  readonly #hits: HitTable;
  readonly #pass: AnchorPass;
  readonly #ledger: MatchLedger;
  readonly #match: MatchRange = { start: 0, end: 0, verified: false };

  constructor(detectors: readonly Detector[]) {
    this.#matchers = detectors.map((detector) => detector.match);
    const index = indexAnchors(detectors);
    this.#automaton = buildAnchorAutomaton(index.anchors);
    this.#hits = tabulateHits(this.#automaton, index);
    this.#pass = new AnchorPass(this.#automaton);
    this.#ledger = new MatchLedger(detectors);
  }

  scan(bytes: Uint8Array, from: number, to: number, work: WorkBudget, onMatch: OnMatch): void {
    const pass = this.#pass;
    pass.begin();
    this.#ledger.begin();
    for (let start = from; start < to && !work.exhausted; start += STRETCH_BYTES_MAX) {
      const end = Math.min(to, start + STRETCH_BYTES_MAX);
      if (!work.spend(end - start)) break;
      const hits = pass.read(bytes, start, end);
      for (let nth = 0; nth < hits && !work.exhausted; nth++) {
        const hitEnd = pass.ends[nth] as number;
        if (!this.#lookAt(pass.states[nth] as number, bytes, from, to, hitEnd, work, onMatch)) return;
      }
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
    const { next, rankColumn } = this.#automaton;
    const { from: looksFrom, detectors, lengths } = this.#hits;
    const ledger = this.#ledger;
    const match = this.#match;
    const rank = next[state + rankColumn] as number;
    const looksEnd = looksFrom[rank + 1] as number;
    for (let look = looksFrom[rank] as number; look < looksEnd; look++) {
      if (!work.spend(1)) return true;
      const which = detectors[look] as number;
      const hitStart = hitEnd - (lengths[look] as number);
      const memo = ledger.memoFor(which, hitStart, hitEnd);
      if (memo === null) continue;
      const matches = this.#matchers[which] as Matcher;
      if (!matches(bytes, from, to, hitStart, hitEnd, match, work, memo)) continue;
      if (!ledger.add(which, match, onMatch)) return false;
    }
    return true;
  }
}
