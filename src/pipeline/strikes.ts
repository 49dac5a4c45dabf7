/**
 * Counts the refused envelopes of a connection per minute: a peer that keeps sending garbage loses its connection, and
 * one that keeps sending faster than it may is told on. [P8] [T-LIM-2]
 */
import type { Clock } from '../base/clock.js';
import type { Rejection } from '../protocol/rejection.js';
import { wire } from '../protocol/codec.js';

const WINDOW_MS = 60_000;

export interface StrikeBounds {
  /** Malformed envelopes in a minute. */
  readonly malformedMax: number;
  /** Envelopes refused for their rate, in a minute, that make one violation. */
  readonly rateRefusals: number;
}

export class Strikes {
  readonly #bounds: StrikeBounds;
  readonly #clock: Clock;
  #malformed = 0;
  #rateRefusals = 0;
  #windowStartMs = 0;

  constructor(bounds: StrikeBounds, clock: Clock) {
    this.#bounds = bounds;
    this.#clock = clock;
  }

  /** @returns which bound of this minute it passes. Mistakes of form and rates count, other refusals of state do not. */
  add(refused: Rejection): 'malformed' | 'rate' | null {
    const overRate = refused.code === wire.ErrorCode.RATE_LIMITED;
    if (!overRate && refused.code > wire.ErrorCode.TEXT_NOT_SUPPORTED) return null;
    this.#turnWindow();
    if (!overRate) {
      this.#malformed += 1;
      return this.#malformed === this.#bounds.malformedMax + 1 ? 'malformed' : null;
    }
    this.#rateRefusals += 1;
    if (this.#rateRefusals < this.#bounds.rateRefusals) return null;
    // The next violation takes as many again.
    this.#rateRefusals = 0;
    return 'rate';
  }

  #turnWindow(): void {
    const nowMs = this.#clock.monotonicMs();
    if (nowMs - this.#windowStartMs <= WINDOW_MS) return;
    this.#windowStartMs = nowMs;
    this.#malformed = 0;
    this.#rateRefusals = 0;
  }
}
