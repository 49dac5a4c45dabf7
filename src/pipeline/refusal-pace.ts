/**
 * How fast a connection may be refused. A refusal costs more than most things a client may do, and who is refused has no
 * reason to slow down; past this pace its input waits, so that a flood costs its sender time and not the server. Those
 * who are refused now and then never notice. [P8] [T-LIM-1]
 */
import type { Clock } from '../base/clock.js';

/** At some 7 µs each (measured), under 1 % of a core for one connection. */
const REFUSALS_PER_MS = 1;
/** As many at once; a client that joined a hundred channels may be refused for all of them. */
const REFUSALS_BURST = 200;
/** What is owed is forgotten beyond this: a pause is no ban. */
const OWED_MAX = 1_000;

export class RefusalPace {
  readonly #clock: Clock;
  #left = REFUSALS_BURST;
  #atMs: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#atMs = clock.monotonicMs();
  }

  /** Counts refusals. @returns for how many milliseconds no more should be read; 0 within the pace */
  add(count: number): number {
    const nowMs = this.#clock.monotonicMs();
    const regained = (nowMs - this.#atMs) * REFUSALS_PER_MS;
    this.#atMs = nowMs;
    this.#left = Math.max(-OWED_MAX, Math.min(REFUSALS_BURST, this.#left + regained) - count);
    return this.#left >= 0 ? 0 : Math.ceil(-this.#left / REFUSALS_PER_MS);
  }
}
