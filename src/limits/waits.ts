/**
 * RATE_LIMITED with the time to wait, as preallocated values: refusing costs no allocation once a wait was said before.
 * Waits are rounded up to four steps per doubling, at most a quarter too long, so there are few of them. [P8]
 */
import { rejection, type Rejection } from '../protocol/rejection.js';

/** What fits the field: an unsigned 32-bit number of milliseconds, and no longer than 2^31. */
const EXPONENT_MAX = 31;
/** Up to here each millisecond is a step of its own. */
const EXACT_MAX_MS = 8;

/** RATE_LIMITED of one limit. */
export class Waits {
  readonly #base: Rejection;
  readonly #byStep: (Rejection | undefined)[] = [];

  /** @param limit name of the setting */
  constructor(limit: string) {
    this.#base = rejection('RATE_LIMITED', limit);
  }

  /** @param waitMs more than 0 */
  for(waitMs: number): Rejection {
    const step = stepOf(waitMs);
    let found = this.#byStep[step];
    if (found === undefined) {
      found = Object.freeze({ ...this.#base, retryAfterMs: millisecondsOf(step) });
      this.#byStep[step] = found;
    }
    return found;
  }
}

/** The number of the first step that is long enough. */
function stepOf(waitMs: number): number {
  if (waitMs <= EXACT_MAX_MS) return Math.max(1, Math.ceil(waitMs));
  if (waitMs >= 2 ** EXPONENT_MAX) return EXACT_MAX_MS + (EXPONENT_MAX - 3) * 4;
  // In (2^exponent, 2^(exponent+1)], so a quarter of 2^exponent is the width of a step.
  const exponent = 31 - Math.clz32(Math.ceil(waitMs) - 1);
  const quarter = Math.ceil(waitMs / 2 ** (exponent - 2)) - 4;
  return EXACT_MAX_MS + (exponent - 3) * 4 + quarter;
}

function millisecondsOf(step: number): number {
  if (step <= EXACT_MAX_MS) return step;
  const exponent = 3 + Math.floor((step - EXACT_MAX_MS - 1) / 4);
  const quarter = step - EXACT_MAX_MS - (exponent - 3) * 4;
  return (4 + quarter) * 2 ** (exponent - 2);
}
