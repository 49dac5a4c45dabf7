/**
 * Operator patterns: a documented subset of RE2 syntax, compiled at start to byte automata of bounded size. Matching
 * is linear in the bytes looked at and is paid for from the message's work budget. [C-PAT-1]
 */
import type { Result } from '../../base/result.js';
import type { FindingSource, MatchRange } from '../engine/detector.js';
import type { WorkBudget } from '../engine/work-budget.js';
import type { PatternAutomaton } from './pattern-automaton.js';

export interface PatternSpec extends FindingSource {
  readonly regex: string;
  readonly ignoreCase: boolean;
}

/** Why a pattern is refused, for its author. `offset` counts UTF-16 units into the regex. */
export interface PatternProblem {
  readonly problem: string;
  readonly hint: string;
  readonly offset: number;
}

export interface CompiledPattern extends FindingSource {
  readonly spec: PatternSpec;
  /** Automaton states it took; bounded. */
  readonly states: number;
  /**
   * Literal that every match contains, at least two bytes, in lower case where case is ignored; null where there is
   * none (lint names those).
   */
  readonly anchor: string | null;
  /** For the scanner. */
  readonly automaton: PatternAutomaton;
}

export type CompilePattern = (spec: PatternSpec) => Result<CompiledPattern, PatternProblem>;

/**
 * All patterns of a set. Matches are leftmost-longest and do not overlap per pattern; each pattern's come in order.
 * Never throws, whatever the bytes are.
 */
export interface PatternScanner {
  /**
   * Looks at bytes[from..to) and nowhere else: these are the text, `^` and `$` its ends. Does nothing where the budget
   * cannot pay for it; the caller sees that on the budget.
   *
   * @param onMatch gets one object that is reused; returns false to stop. Must not scan with the same scanner.
   */
  scan(
    bytes: Uint8Array,
    from: number,
    to: number,
    work: WorkBudget,
    onMatch: (pattern: CompiledPattern, match: Readonly<MatchRange>) => boolean,
  ): void;
}

export type CreatePatternScanner = (patterns: readonly CompiledPattern[]) => PatternScanner;
