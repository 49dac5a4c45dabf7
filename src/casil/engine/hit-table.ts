/**
 * Which detectors look where an ending state was reached, and how long their anchors are: the anchors of each state and
 * the detectors of each anchor, multiplied out, so that a hit is one run over two flat lists.
 */
import type { AnchorAutomaton } from './anchor-automaton.js';
import type { AnchorIndex } from './anchor-index.js';

export interface HitTable {
  /** Looks of the ending state of this rank are those from from[rank] to from[rank + 1]. */
  readonly from: Int32Array;
  /** By look: the detector, by its place in the list. */
  readonly detectors: Int32Array;
  /** By look: bytes of the anchor. */
  readonly lengths: Int32Array;
}

export function tabulateHits(automaton: AnchorAutomaton, index: AnchorIndex): HitTable {
  const ranks = automaton.endsFrom.length - 1;
  const from = new Int32Array(ranks + 1);
  const detectors: number[] = [];
  const lengths: number[] = [];
  for (let rank = 0; rank < ranks; rank++) {
    for (const anchor of automaton.ends.subarray(automaton.endsFrom[rank], automaton.endsFrom[rank + 1])) {
      for (const detector of index.looks.subarray(index.looksFrom[anchor], index.looksFrom[anchor + 1])) {
        detectors.push(detector);
        lengths.push(index.lengths[anchor] as number);
      }
    }
    from[rank + 1] = detectors.length;
  }
  return { from, detectors: Int32Array.from(detectors), lengths: Int32Array.from(lengths) };
}
