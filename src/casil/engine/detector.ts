/**
 * What a detector is: a name, where its definition comes from, the byte strings that make it look, and a function that
 * decides by looking at the bytes around one of them. Detectors are pure, bounded and never see a regular expression.
 *
 * Adding one is a leaf file under `detectors/`, a line in its list, and a test.
 */
import type { Risk } from '../vocabulary.js';
import type { RunMemo } from './run-memo.js';
import type { WorkBudget } from './work-budget.js';

/** What a finding is about: a built-in detector, an operator's pattern or a field. */
export interface FindingSource {
  /** What policies and reports call it: `github-token`, `email`. */
  readonly id: string;
  readonly kind: string;
  readonly risk: Risk;
}

export type DetectorGroup = 'secrets' | 'personal-data';

export type Anchor =
  /** ASCII; `ignoreCase` folds A-Z. At least two bytes: a single common byte would look everywhere, unless it is rare (`@`). */
  | { readonly literal: string; readonly ignoreCase?: boolean }
  /** The start of a run of at least this many digits (1 to 32) whose previous byte is no letter or digit. */
  | {
      readonly digits: number;
      /** Only whole runs, of `digits` to `upTo` of them (default `digits`), that one of these bytes follows, none of them a letter or digit; the hit takes that byte in. */
      readonly before?: string;
      readonly upTo?: number;
    };

/** Where a match lies in the bytes that were looked at. Reused: copy what is kept. */
export interface MatchRange {
  start: number;
  end: number;
  /** A checksum or validator confirmed it; a failed checksum lowers confidence, it never drops a match. */
  verified: boolean;
}

/**
 * Looks around the anchor at bytes[hitStart..hitEnd) within bytes[from..to), never outside, at most a few hundred bytes
 * each way, and spends what it looks at. Returns whether there is a match, written to `match`.
 *
 * `memo` is the detector's own and is empty at the first hit of a scan. A matcher that walks runs longer than its
 * anchors are apart walks them through it: a thousand anchors within one run then cost one walk. Without it (a single
 * look) the answer is the same.
 */
export type Matcher = (
  bytes: Uint8Array,
  from: number,
  to: number,
  hitStart: number,
  hitEnd: number,
  match: MatchRange,
  work: WorkBudget,
  memo?: RunMemo,
) => boolean;

export interface Detector extends FindingSource {
  readonly group: DetectorGroup;
  /** For people: `GitHub personal access token`. */
  readonly title: string;
  /** Address of the vendor's documentation or name of the standard the format was defined from. */
  readonly source: string;
  readonly anchors: readonly Anchor[];
  readonly match: Matcher;
  /** Made-up values for tests: one that must be found and one that must not. `random` yields integers in [0, below). */
  readonly sample: (random: (below: number) => number) => string;
  readonly nearMiss: (random: (below: number) => number) => string;
}
