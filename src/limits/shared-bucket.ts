import type { BucketPool, PooledBucket } from './bucket-pool.js';

/** A bucket of a pool that may have been forgotten meanwhile. */
export class SharedBucket {
  readonly #pool: BucketPool;
  #bucket: PooledBucket;

  constructor(pool: BucketPool, bucket: PooledBucket) {
    this.#pool = pool;
    this.#bucket = bucket;
  }

  at(nowMs: number): PooledBucket {
    if (this.#bucket.evicted) this.#bucket = this.#pool.get(this.#bucket.key, nowMs);
    return this.#bucket;
  }
}
