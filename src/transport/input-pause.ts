/**
 * Not reading from a peer for a while: what it sends fills its own buffers then, and costs nothing here. Bounded, because
 * a socket that is not read tells nobody that its peer is gone. [P8]
 */
import type { Clock, Timer } from '../base/clock.js';

/** Longest time without a look at the peer. */
export const INPUT_PAUSE_MAX_MS = 1_000;

/** A `ws` WebSocket has this shape. */
export interface PausableInput {
  pause(): void;
  resume(): void;
}

export class InputPause {
  readonly #input: PausableInput;
  readonly #clock: Clock;
  #timer: Timer | null = null;
  #untilMs = 0;

  constructor(input: PausableInput, clock: Clock) {
    this.#input = input;
    this.#clock = clock;
  }

  /** From now on for at least so long, unless that is beyond the bound. */
  for(durationMs: number): void {
    const untilMs = this.#clock.monotonicMs() + Math.min(durationMs, INPUT_PAUSE_MAX_MS);
    if (untilMs <= this.#untilMs) return;
    this.#untilMs = untilMs;
    if (this.#timer !== null) return;
    this.#input.pause();
    this.#arm();
  }

  /** Reads on at once. */
  end(): void {
    if (this.#timer === null) return;
    this.#timer.cancel();
    this.#timer = null;
    this.#input.resume();
  }

  #arm(): void {
    this.#timer = this.#clock.setTimer(this.#untilMs - this.#clock.monotonicMs(), () => {
      if (this.#clock.monotonicMs() < this.#untilMs) return this.#arm();
      this.#timer = null;
      this.#input.resume();
    });
  }
}
