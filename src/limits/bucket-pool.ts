/**
 * Buckets shared by key (a tenant, a subject, a sender in a channel), in bounded memory. Forgetting a bucket never makes
 * tokens: one that is full again loses nothing, and where none of those in sight is full, buckets made from then on
 * start as empty as the forgotten one was, until it would have been full. [P8]
 */
import { RecencyList, type RecencyNode } from './recency-list.js';
import { BucketRate, TrafficBucket, type TrafficRate } from './traffic-bucket.js';

export class PooledBucket extends TrafficBucket implements RecencyNode {
  older: PooledBucket | null = null;
  younger: PooledBucket | null = null;

  constructor(
    readonly key: string,
    rate: BucketRate,
    nowMs: number,
    fullFromMs: number,
  ) {
    super(rate, nowMs, fullFromMs);
  }
}

/** Buckets looked at for one that is full, when room is needed. */
const LOOKED_AT_MAX = 8;

export class BucketPool {
  readonly #rate: BucketRate;
  readonly #entriesMax: number;
  readonly #buckets = new RecencyList<PooledBucket>();
  #fullFromMs = -Infinity;

  constructor(rate: TrafficRate, entriesMax: number) {
    this.#rate = new BucketRate(rate);
    this.#entriesMax = entriesMax;
  }

  get size(): number {
    return this.#buckets.size;
  }

  /** The bucket of the key; whoever keeps it asks again once it is `evicted`. */
  get(key: string, nowMs: number): PooledBucket {
    const known = this.#buckets.get(key);
    if (known !== undefined) {
      this.#buckets.touch(known);
      return known;
    }
    if (this.#buckets.size >= this.#entriesMax) this.#makeRoom(nowMs);
    const bucket = new PooledBucket(key, this.#rate, nowMs, this.#fullFromMs);
    this.#buckets.add(bucket);
    return bucket;
  }

  #makeRoom(nowMs: number): void {
    for (let looked = 0; looked < LOOKED_AT_MAX; looked += 1) {
      const bucket = this.#buckets.oldest;
      if (bucket === null || bucket.fullAtMs(nowMs) <= nowMs) break;
      this.#buckets.touch(bucket);
    }
    const bucket = this.#buckets.oldest;
    if (bucket === null) return;
    this.#fullFromMs = Math.max(this.#fullFromMs, bucket.fullAtMs(nowMs));
    bucket.evicted = true;
    this.#buckets.remove(bucket);
  }
}
