/** Counts refused envelopes per minute: a peer that keeps sending garbage loses its connection. [P8] */
import type { Clock } from '../base/clock.js';
import type { Rejection } from '../protocol/rejection.js';
import { wire } from '../protocol/codec.js';

const WINDOW_MS = 60_000;

export class Strikes {
  readonly #max: number;
  readonly #clock: Clock;
  #count = 0;
  #windowStartMs = 0;

  constructor(max: number, clock: Clock) {
    this.#max = max;
    this.#clock = clock;
  }

  /** @returns whether the bound of this minute is passed. Only mistakes of form count, not refusals of state. */
  add(refused: Rejection): boolean {
    if (refused.code > wire.ErrorCode.TEXT_NOT_SUPPORTED) return false;
    const nowMs = this.#clock.monotonicMs();
    if (nowMs - this.#windowStartMs > WINDOW_MS) {
      this.#windowStartMs = nowMs;
      this.#count = 0;
    }
    this.#count += 1;
    return this.#count > this.#max;
  }
}
