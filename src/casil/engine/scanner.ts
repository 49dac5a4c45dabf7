/**
 * The scanner's contract: one pass over the bytes of a surface finds the anchors of all detectors at once, and each hit
 * lets its detectors look, unless it lies inside the last match of that detector. Overlapping matches of one detector
 * are told once, the longest; matches of several detectors
 * over the same bytes are all told (a policy may care for one of them only).
 */
import type { Detector, MatchRange } from './detector.js';
import type { WorkBudget } from './work-budget.js';

/** Hears every match, in order of its start per detector. Returns false to stop the scan (a cap is reached). */
export type OnMatch = (detector: Detector, match: Readonly<MatchRange>) => boolean;

export interface Scanner {
  /** Looks at bytes[from..to). Stops when the budget is spent; the caller sees that on the budget. */
  scan(bytes: Uint8Array, from: number, to: number, work: WorkBudget, onMatch: OnMatch): void;
}
