/**
 * Not reading from a peer for a while: what it sends fills its own buffers then, and costs nothing here. Bounded, because
 * a socket that is not read tells nobody that its peer is gone. What had been read already, at most two reads of 64 KiB,
 * is held and handed on message by message, so that each of them may begin a pause. [P8]
 */
import type { Clock, Timer } from '../base/clock.js';
import { Fifo } from '../base/fifo.js';

/** Longest time without a look at the peer. */
export const INPUT_PAUSE_MAX_MS = 1_000;

/** A `ws` WebSocket has this shape. */
export interface PausableInput {
  pause(): void;
  resume(): void;
}

/** Takes what was held. */
export type HandleHeld = (message: Buffer) => void;

export class InputPause {
  readonly #input: PausableInput;
  readonly #clock: Clock;
  readonly #schedule: (run: () => void) => void;
  /** Until the next turn of the event loop. */
  #thisTurn = false;
  readonly #held = new Fifo<Buffer>();
  readonly #handle: HandleHeld;
  /** Until some time. */
  #timer: Timer | null = null;
  #untilMs = 0;

  /** @param schedule runs its argument in the next turn. */
  constructor(
    input: PausableInput,
    clock: Clock,
    handle: HandleHeld,
    schedule: (run: () => void) => void = setImmediate,
  ) {
    this.#input = input;
    this.#clock = clock;
    this.#handle = handle;
    this.#schedule = schedule;
  }

  /** Keeps a message that was read already. @returns false where there is no pause and it must be handled now */
  hold(message: Buffer): boolean {
    if (!this.#paused) return false;
    this.#held.push(message);
    return true;
  }

  /** Hands on all that is held, whatever comes of it: the peer is gone and can send nothing more. */
  release(): void {
    this.#stopTimer();
    for (let message = this.#held.shift(); message !== undefined; message = this.#held.shift()) this.#handle(message);
  }

  /** Until others had their turn: the system would read two megabytes of one socket before it looks at the next. */
  forThisTurn(): void {
    if (this.#thisTurn) return;
    if (!this.#paused) this.#input.pause();
    this.#thisTurn = true;
    this.#schedule(() => {
      this.#thisTurn = false;
      this.#resume();
    });
  }

  /** From now on for at least so long, unless that is beyond the bound. */
  for(durationMs: number): void {
    const untilMs = this.#clock.monotonicMs() + Math.min(durationMs, INPUT_PAUSE_MAX_MS);
    if (untilMs <= this.#untilMs) return;
    this.#untilMs = untilMs;
    if (this.#timer !== null) return;
    if (!this.#paused) this.#input.pause();
    this.#arm();
  }

  /** Reads on at once, or in the next turn, and forgets what is held: nothing more is wanted of the peer. */
  end(): void {
    this.#held.clear();
    if (this.#timer === null) return;
    this.#stopTimer();
    this.#resume();
  }

  get #paused(): boolean {
    return this.#thisTurn || this.#timer !== null;
  }

  #resume(): void {
    while (!this.#paused) {
      const message = this.#held.shift();
      if (message === undefined) return this.#input.resume();
      this.#handle(message);
    }
  }

  #stopTimer(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }

  #arm(): void {
    this.#timer = this.#clock.setTimer(this.#untilMs - this.#clock.monotonicMs(), () => {
      if (this.#clock.monotonicMs() < this.#untilMs) return this.#arm();
      this.#timer = null;
      this.#resume();
    });
  }
}
