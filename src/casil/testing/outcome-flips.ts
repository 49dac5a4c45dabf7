/** Messages that two sets of policies decide differently, counted by direction; the first of each are kept. [C-CLI-2] */
import type { Outcome } from '../vocabulary.js';

/** Kept of each direction: enough to look at, few enough to print. */
const FIRST_MAX = 5;

export interface Sighting {
  /** Of the input, from 1. */
  readonly line: number;
  /** `room:channel`. */
  readonly address: string;
  /** Rules behind each of the two outcomes. */
  readonly rulesBefore: readonly string[];
  readonly rulesAfter: readonly string[];
}

export interface Flip {
  readonly from: Outcome;
  readonly to: Outcome;
  readonly count: number;
  readonly first: readonly Sighting[];
}

interface Side {
  readonly wouldBe: Outcome;
  readonly ruleIds: readonly string[];
}

export class OutcomeFlips {
  #messages = 0;
  #flipped = 0;
  readonly #flips = new Map<string, { from: Outcome; to: Outcome; count: number; first: Sighting[] }>();

  add(line: number, address: string, before: Side, after: Side): void {
    this.#messages += 1;
    if (before.wouldBe === after.wouldBe) return;
    this.#flipped += 1;
    const key = `${before.wouldBe}->${after.wouldBe}`;
    let flip = this.#flips.get(key);
    if (flip === undefined) {
      flip = { from: before.wouldBe, to: after.wouldBe, count: 0, first: [] };
      this.#flips.set(key, flip);
    }
    flip.count += 1;
    if (flip.first.length < FIRST_MAX) {
      flip.first.push({ line, address, rulesBefore: before.ruleIds, rulesAfter: after.ruleIds });
    }
  }

  get messages(): number {
    return this.#messages;
  }

  get flipped(): number {
    return this.#flipped;
  }

  /** The most frequent first. */
  get flips(): readonly Flip[] {
    return [...this.#flips.values()].sort((a, b) => b.count - a.count);
  }
}
