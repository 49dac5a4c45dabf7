/**
 * How much of the server's time the commands of one subject take. Their number says little: a page of history or a list
 * of channels costs a hundred times what a ping does, so what counts is how long they took. One may begin while any time
 * is left, and what it takes beyond that is owed. [T-LIM-1] [P8]
 */
import type { Rejection } from '../protocol/rejection.js';
import type { SharedBucket } from './shared-bucket.js';
import type { Waits } from './waits.js';

/** The limiter, as far as this is concerned. */
export interface CommandTimeLimiter {
  readonly nowMs: number;
  readonly waits: { readonly commandTime: Waits };
}

/** The least that has to be left, so that a wait is never a fraction of nothing. */
const LEAST_MS = 0.01;

/**
 * The most one command is charged. The dearest page of history takes half of it; beyond that the process was stopped,
 * by its collector or by the system, which is nobody's doing.
 */
const CHARGE_MS_MAX = 10;

export class CommandTime {
  readonly #limiter: CommandTimeLimiter;
  readonly #shared: SharedBucket;

  constructor(limiter: CommandTimeLimiter, shared: SharedBucket) {
    this.#limiter = limiter;
    this.#shared = shared;
  }

  /** Whether another command may begin. @returns null, or RATE_LIMITED with the time to wait */
  judge(): Rejection | null {
    const { nowMs, waits } = this.#limiter;
    const waitMs = this.#shared.at(nowMs).waitMs(LEAST_MS, 0, nowMs);
    return waitMs === 0 ? null : waits.commandTime.for(waitMs);
  }

  /** A command took so long. */
  charge(durationMs: number): void {
    this.#shared.at(this.#limiter.nowMs).charge(Math.min(durationMs, CHARGE_MS_MAX), 0);
  }
}
