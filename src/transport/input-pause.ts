/**
 * Not reading from a peer for a while: what it sends fills its own buffers then, and costs nothing here. Bounded, because
 * a socket that is not read tells nobody that its peer is gone; Node takes in up to 64 KiB more of one that is paused.
 * [P8]
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
  readonly #schedule: (run: () => void) => void;
  /** Until the next turn of the event loop. */
  #thisTurn = false;
  /** Until some time. */
  #timer: Timer | null = null;
  #untilMs = 0;

  /** @param schedule runs its argument in the next turn. */
  constructor(input: PausableInput, clock: Clock, schedule: (run: () => void) => void = setImmediate) {
    this.#input = input;
    this.#clock = clock;
    this.#schedule = schedule;
  }

  /** Until others had their turn: the system would read two megabytes of one socket before it looks at the next. */
  forThisTurn(): void {
    if (this.#thisTurn) return;
    if (this.#timer === null) this.#input.pause();
    this.#thisTurn = true;
    this.#schedule(() => {
      this.#thisTurn = false;
      if (this.#timer === null) this.#input.resume();
    });
  }

  /** From now on for at least so long, unless that is beyond the bound. */
  for(durationMs: number): void {
    const untilMs = this.#clock.monotonicMs() + Math.min(durationMs, INPUT_PAUSE_MAX_MS);
    if (untilMs <= this.#untilMs) return;
    this.#untilMs = untilMs;
    if (this.#timer !== null) return;
    if (!this.#thisTurn) this.#input.pause();
    this.#arm();
  }

  /** Reads on at once, or in the next turn. */
  end(): void {
    if (this.#timer === null) return;
    this.#timer.cancel();
    this.#timer = null;
    if (!this.#thisTurn) this.#input.resume();
  }

  #arm(): void {
    this.#timer = this.#clock.setTimer(this.#untilMs - this.#clock.monotonicMs(), () => {
      if (this.#clock.monotonicMs() < this.#untilMs) return this.#arm();
      this.#timer = null;
      if (!this.#thisTurn) this.#input.resume();
    });
  }
}
