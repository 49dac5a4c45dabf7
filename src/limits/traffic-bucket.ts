/**
 * Two token buckets in one: envelopes and their bytes. Tokens come back evenly; what was not used adds up to a burst and
 * no further. Nothing is taken when one of the two is short, so that a refused envelope does not delay the next.
 *
 * An envelope larger than the whole burst passes when the bucket is full and leaves a debt, because otherwise it could
 * never pass. A rate of 0 is no limit: its tokens are infinite, and no branch is needed for it.
 */

/** How much may pass. A rate of 0 is no limit. */
export interface TrafficRate {
  readonly messagesPerSecond: number;
  readonly bytesPerSecond: number;
  /** How much of a rate may come at once, as the time in which it comes back. Milliseconds. */
  readonly burstMs: number;
}

export function isUnlimited(rate: TrafficRate): boolean {
  return rate.messagesPerSecond === 0 && rate.bytesPerSecond === 0;
}

/** A rate as buckets reckon with it; one for all buckets of a kind. */
export class BucketRate {
  readonly messagesMax: number;
  readonly messagesPerMs: number;
  readonly bytesMax: number;
  readonly bytesPerMs: number;

  constructor({ messagesPerSecond, bytesPerSecond, burstMs }: TrafficRate) {
    this.messagesMax = capacityOf(messagesPerSecond, burstMs);
    this.messagesPerMs = messagesPerSecond / 1000;
    this.bytesMax = capacityOf(bytesPerSecond, burstMs);
    this.bytesPerMs = bytesPerSecond / 1000;
  }
}

/** Of a message or a byte: what may be missing for all that, so that waiting as long as was said is always enough. */
const SLACK = 0.001;
/** Likewise: what is no shortage but rounding, and must not become a millisecond. */
const ROUNDING = 0.000_001;

const MESSAGES = 0;
const BYTES = 1;
const AT_MS = 2;

export class TrafficBucket {
  /** Dropped from its pool: whoever still holds it has to ask the pool again. */
  evicted = false;
  readonly #rate: BucketRate;
  /** Messages, bytes, and when they were counted. In an array, because Node 20 boxes fractions written to fields. */
  readonly #left = new Float64Array(3);

  /** @param fullFromMs when it is full if nothing is taken; what lies before `nowMs` means now. */
  constructor(rate: BucketRate, nowMs: number, fullFromMs = nowMs) {
    const missingMs = Math.max(0, fullFromMs - nowMs);
    this.#rate = rate;
    this.#left[MESSAGES] = rate.messagesMax - rate.messagesPerMs * missingMs;
    this.#left[BYTES] = rate.bytesMax - rate.bytesPerMs * missingMs;
    this.#left[AT_MS] = nowMs;
  }

  /**
   * Takes what is asked for, or nothing.
   *
   * @returns 0 if it was taken; else how many whole milliseconds later it could be
   */
  take(messages: number, bytes: number, nowMs: number): number {
    const waitMs = this.waitMs(messages, bytes, nowMs);
    if (waitMs === 0) this.charge(messages, bytes);
    return waitMs;
  }

  /** What `take` would return. */
  waitMs(messages: number, bytes: number, nowMs: number): number {
    const left = this.#refilled(nowMs);
    const { messagesMax, messagesPerMs, bytesMax, bytesPerMs } = this.#rate;
    const missingMessages = Math.min(messages, messagesMax) - (left[MESSAGES] as number);
    const missingBytes = Math.min(bytes, bytesMax) - (left[BYTES] as number);
    if (missingMessages <= SLACK && missingBytes <= SLACK) return 0;
    const messagesMs = missingMessages <= SLACK ? 0 : (missingMessages - ROUNDING) / messagesPerMs;
    const bytesMs = missingBytes <= SLACK ? 0 : (missingBytes - ROUNDING) / bytesPerMs;
    return Math.ceil(Math.max(messagesMs, bytesMs));
  }

  /** Takes without asking; for who asked several buckets first. */
  charge(messages: number, bytes: number): void {
    const left = this.#left;
    left[MESSAGES] = (left[MESSAGES] as number) - messages;
    left[BYTES] = (left[BYTES] as number) - bytes;
  }

  /** When it is full again if nothing more is taken; at most `nowMs` if it is full. */
  fullAtMs(nowMs: number): number {
    const left = this.#refilled(nowMs);
    const { messagesMax, messagesPerMs, bytesMax, bytesPerMs } = this.#rate;
    const messagesMs = messagesPerMs === 0 ? 0 : (messagesMax - (left[MESSAGES] as number)) / messagesPerMs;
    const bytesMs = bytesPerMs === 0 ? 0 : (bytesMax - (left[BYTES] as number)) / bytesPerMs;
    return nowMs + Math.max(messagesMs, bytesMs);
  }

  #refilled(nowMs: number): Float64Array {
    const left = this.#left;
    const elapsedMs = nowMs - (left[AT_MS] as number);
    if (elapsedMs <= 0) return left;
    const { messagesMax, messagesPerMs, bytesMax, bytesPerMs } = this.#rate;
    left[MESSAGES] = Math.min(messagesMax, (left[MESSAGES] as number) + elapsedMs * messagesPerMs);
    left[BYTES] = Math.min(bytesMax, (left[BYTES] as number) + elapsedMs * bytesPerMs);
    left[AT_MS] = nowMs;
    return left;
  }
}

/** At least one, or a low rate with a short burst would let nothing through. */
function capacityOf(perSecond: number, burstMs: number): number {
  return perSecond === 0 ? Infinity : Math.max(1, (perSecond * burstMs) / 1000);
}
