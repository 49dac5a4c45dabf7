import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BucketRate, TrafficBucket } from '../../../src/limits/traffic-bucket.js';

const TEN = new BucketRate({ messagesPerSecond: 10, bytesPerSecond: 0, burstMs: 1000 });
const KILO = new BucketRate({ messagesPerSecond: 0, bytesPerSecond: 1000, burstMs: 2000 });

describe('a traffic bucket [T-LIM-1]', () => {
  it('lets a burst pass, and one past it not', () => {
    const bucket = new TrafficBucket(TEN, 0);
    for (let count = 0; count < 10; count += 1) expect(bucket.take(1, 50, 0)).toBe(0);
    expect(bucket.take(1, 50, 0)).toBe(100);
  });

  it('takes nothing where it refuses, so that the wait does not grow', () => {
    const bucket = new TrafficBucket(TEN, 0);
    bucket.take(10, 0, 0);
    for (let count = 0; count < 50; count += 1) expect(bucket.take(1, 0, 40)).toBe(60);
    expect(bucket.take(1, 0, 99)).toBe(1);
    expect(bucket.take(1, 0, 100)).toBe(0);
  });

  it('does not save up more than the burst', () => {
    const bucket = new TrafficBucket(TEN, 0);
    expect(bucket.take(10, 0, 3_600_000)).toBe(0);
    expect(bucket.take(1, 0, 3_600_000)).toBe(100);
  });

  it('limits bytes by themselves, at the bound and one past', () => {
    const bucket = new TrafficBucket(KILO, 0);
    expect(bucket.take(1, 2000, 0)).toBe(0);
    expect(bucket.take(1, 1, 0)).toBe(1);
    expect(bucket.take(1, 500, 499)).toBe(1);
    expect(bucket.take(1, 500, 500)).toBe(0);
  });

  it('lets one larger than the burst pass when it is full, and has it pay afterwards', () => {
    const bucket = new TrafficBucket(KILO, 0);
    expect(bucket.take(1, 5000, 0)).toBe(0);
    expect(bucket.take(1, 5000, 1)).toBe(4999);
    expect(bucket.take(1, 1, 1)).toBe(3000);
    expect(bucket.fullAtMs(1)).toBe(5000);
  });

  it('has no limit where the rate is 0, and lets one pass where rate and burst are less than one', () => {
    const open = new TrafficBucket(new BucketRate({ messagesPerSecond: 0, bytesPerSecond: 0, burstMs: 1 }), 0);
    for (let count = 0; count < 1000; count += 1) expect(open.take(1, 1e9, 0)).toBe(0);
    expect(open.fullAtMs(7)).toBe(7);
    const slow = new TrafficBucket(new BucketRate({ messagesPerSecond: 1, bytesPerSecond: 0, burstMs: 1 }), 0);
    expect(slow.take(1, 0, 0)).toBe(0);
    expect(slow.take(1, 0, 0)).toBe(1000);
  });

  it('stands still when the clock does, or would go back', () => {
    const bucket = new TrafficBucket(TEN, 1000);
    bucket.take(10, 0, 1000);
    expect(bucket.take(1, 0, 0)).toBe(100);
    expect(bucket.take(1, 0, 1100)).toBe(0);
  });

  it('never lets more pass than burst and rate allow, and waiting as told is enough', () => {
    const step = fc.record({
      afterMs: fc.double({ min: 0, max: 400, noNaN: true }),
      bytes: fc.integer({ min: 0, max: 700 }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 1, max: 3000 }),
        fc.array(step, { minLength: 1, maxLength: 200 }),
        (messagesPerSecond, bytesPerSecond, burstMs, steps) => {
          const bucket = new TrafficBucket(new BucketRate({ messagesPerSecond, bytesPerSecond, burstMs }), 0);
          const burstMessages = Math.max(1, (messagesPerSecond * burstMs) / 1000);
          const burstBytes = Math.max(1, (bytesPerSecond * burstMs) / 1000);
          let [nowMs, messages, bytes, largest] = [0, 0, 0, 0];
          for (const step of steps) {
            nowMs += step.afterMs;
            const waitMs = bucket.take(1, step.bytes, nowMs);
            if (waitMs > 0) {
              nowMs += waitMs;
              expect(bucket.take(1, step.bytes, nowMs)).toBe(0);
            }
            messages += 1;
            bytes += step.bytes;
            largest = Math.max(largest, step.bytes);
            expect(messages).toBeLessThanOrEqual(burstMessages + (messagesPerSecond * nowMs) / 1000 + 0.01);
            // One that is larger than the burst passes on credit, and no other before it is paid.
            const creditBytes = Math.max(0, largest - burstBytes);
            expect(bytes).toBeLessThanOrEqual(burstBytes + creditBytes + (bytesPerSecond * nowMs) / 1000 + 0.01);
          }
        },
      ),
      { seed: 20, numRuns: 200 },
    );
  });
});
