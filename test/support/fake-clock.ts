/** A clock that stands until a test moves it; timers fire in order of their time. */
import type { Clock, Timer } from '../../src/base/clock.js';

interface Pending {
  readonly atMs: number;
  readonly fn: () => void;
}

export class FakeClock implements Clock {
  #nowMs: number;
  #monotonicMs = 0;
  readonly #pending = new Set<Pending>();

  constructor(nowMs = 1_760_000_000_000) {
    this.#nowMs = nowMs;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  monotonicMs(): number {
    return this.#monotonicMs;
  }

  setTimer(delayMs: number, fn: () => void): Timer {
    const pending = { atMs: this.#monotonicMs + delayMs, fn };
    this.#pending.add(pending);
    return { cancel: () => this.#pending.delete(pending) };
  }

  /** Moves both clocks on, firing what falls due on the way. */
  advance(byMs: number): void {
    const endMs = this.#monotonicMs + byMs;
    for (let next = this.#nextDue(endMs); next !== undefined; next = this.#nextDue(endMs)) {
      this.#move(next.atMs - this.#monotonicMs);
      this.#pending.delete(next);
      next.fn();
    }
    this.#move(endMs - this.#monotonicMs);
  }

  /** The wall clock alone jumps, as when an administrator sets it. */
  jumpWallClock(byMs: number): void {
    this.#nowMs += byMs;
  }

  get timersPending(): number {
    return this.#pending.size;
  }

  #move(byMs: number): void {
    this.#nowMs += byMs;
    this.#monotonicMs += byMs;
  }

  #nextDue(endMs: number): Pending | undefined {
    let next: Pending | undefined;
    for (const pending of this.#pending) {
      // Of two for the same time the one set first comes first in the set too.
      if (pending.atMs <= endMs && (next === undefined || pending.atMs < next.atMs)) next = pending;
    }
    return next;
  }
}
