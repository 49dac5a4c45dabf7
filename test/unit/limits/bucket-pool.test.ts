import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BucketPool } from '../../../src/limits/bucket-pool.js';

const RATE = { messagesPerSecond: 10, bytesPerSecond: 0, burstMs: 1000 };

describe('a pool of buckets [T-LIM-1] [P8]', () => {
  it('gives the same bucket for the same key', () => {
    const pool = new BucketPool(RATE, 16);
    expect(pool.get('a', 0)).toBe(pool.get('a', 500));
    expect(pool.get('b', 0)).not.toBe(pool.get('a', 0));
  });

  it('never holds more than its bound', () => {
    const pool = new BucketPool(RATE, 16);
    for (let index = 0; index < 1000; index += 1) pool.get(`k${index}`, index).take(index % 7, 0, index);
    expect(pool.size).toBe(16);
  });

  it('forgets full ones before those in use', () => {
    const pool = new BucketPool(RATE, 4);
    const busy = pool.get('busy', 0);
    busy.take(10, 0, 0);
    const idle = ['x', 'y', 'z'].map((key) => pool.get(key, 0));
    pool.get('new', 0);
    expect(busy.evicted).toBe(false);
    expect(pool.get('busy', 0)).toBe(busy);
    expect(idle.filter(({ evicted }) => evicted)).toHaveLength(1);
  });

  it('gives nobody a full bucket for having been forgotten', () => {
    const pool = new BucketPool(RATE, 2);
    const first = pool.get('first', 0);
    first.take(10, 0, 0);
    pool.get('second', 0).take(10, 0, 0);
    pool.get('third', 0);
    expect(first.evicted).toBe(true);
    // It would have been full at 1000 and had 3 tokens at 300.
    const again = pool.get('first', 300);
    expect(again.take(4, 0, 300)).toBe(100);
    expect(again.take(3, 0, 300)).toBe(0);
  });

  it('gives full buckets again once what was forgotten would be full', () => {
    const pool = new BucketPool(RATE, 2);
    for (const key of ['a', 'b', 'c', 'd']) pool.get(key, 0).take(10, 0, 0);
    const late = pool.get('late', 2000);
    expect(late.take(10, 0, 2000)).toBe(0);
  });

  it('lets no key pass more than one bucket of its own would, whatever is forgotten', () => {
    const step = fc.record({ key: fc.integer({ min: 0, max: 9 }), afterMs: fc.integer({ min: 0, max: 200 }) });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(step, { maxLength: 300 }), (entriesMax, steps) => {
        const pool = new BucketPool(RATE, entriesMax);
        const passed = new Map<number, number>();
        let nowMs = 0;
        for (const { key, afterMs } of steps) {
          nowMs += afterMs;
          if (pool.get(String(key), nowMs).take(1, 0, nowMs) > 0) continue;
          const count = (passed.get(key) ?? 0) + 1;
          passed.set(key, count);
          expect(count).toBeLessThanOrEqual(10 + nowMs / 100 + 0.01);
          expect(pool.size).toBeLessThanOrEqual(entriesMax);
        }
      }),
      { seed: 21, numRuns: 300 },
    );
  });
});
