/**
 * How much one operator pattern may take to build and to keep. Reading and building stop at these bounds with a
 * problem for the pattern's author, so that no pattern file can hang or bloat a start. [P8]
 */
import type { PatternProblem } from './pattern.js';

/** UTF-16 units of a pattern. */
export const REGEX_CHARS_MAX = 1000;
/** Groups inside groups. */
export const NESTING_MAX = 100;
/** The greatest count in `{n,m}`. */
export const REPEAT_MAX = 1000;
/** Places in a pattern that take a byte, after counted repeats are written out and characters became UTF-8. */
export const POSITIONS_MAX = 4000;
/** States of each of a pattern's two automata. */
export const STATES_MAX = 4000;
/** Bytes of a pattern's tables. */
export const TABLE_BYTES_MAX = 1024 * 1024;
/** Steps of building, about one visit of one position each: measured 50 to 60 a microsecond, so at most 60 ms. */
export const BUILD_STEPS_MAX = 3_000_000;

/** Thrown inside the compiler only; `compilePattern` turns it into its result. */
export class PatternRefused extends Error {
  readonly found: PatternProblem;

  constructor(problem: string, hint: string, offset: number) {
    super(problem);
    this.found = { problem, hint, offset };
  }
}

/** Thrown when building passes a bound; names the bound in the words of the problem. */
export class TooComplex extends Error {}

/** Counts the steps of building one pattern: the same pattern always takes the same number. */
export class BuildEffort {
  readonly #stepsMax: number;
  #steps = 0;

  constructor(stepsMax = BUILD_STEPS_MAX) {
    this.#stepsMax = stepsMax;
  }

  get steps(): number {
    return this.#steps;
  }

  /** @throws TooComplex when they are more than there are. */
  spend(steps: number): void {
    this.#steps += steps;
    if (this.#steps > this.#stepsMax) throw new TooComplex(`takes more than ${this.#stepsMax} steps to compile`);
  }
}
