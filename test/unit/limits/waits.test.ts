import { describe, expect, it } from 'vitest';
import { Waits } from '../../../src/limits/waits.js';

describe('RATE_LIMITED with a wait [T-LIM-1]', () => {
  it('names the limit and says never less than the wait, and at most a quarter more', () => {
    const waits = new Waits('limits.rates.tenant');
    for (let waitMs = 0.5; waitMs < 2 ** 31; waitMs = waitMs * 1.07 + 0.3) {
      const refused = waits.for(waitMs);
      expect(refused).toMatchObject({ name: 'RATE_LIMITED', code: 40, retry: 1, field: 'limits.rates.tenant' });
      expect(refused.retryAfterMs).toBeGreaterThanOrEqual(waitMs);
      expect(refused.retryAfterMs).toBeLessThanOrEqual(Math.max(Math.ceil(waitMs), waitMs * 1.25 + 1));
      expect(Number.isInteger(refused.retryAfterMs)).toBe(true);
    }
  });

  it('is exact for short waits and on the steps themselves', () => {
    const waits = new Waits('x');
    for (const waitMs of [1, 2, 3, 7, 8, 10, 12, 14, 16, 20, 64, 80, 1024, 1280]) {
      expect(waits.for(waitMs).retryAfterMs).toBe(waitMs);
    }
    expect(waits.for(9).retryAfterMs).toBe(10);
    expect(waits.for(65).retryAfterMs).toBe(80);
  });

  it('is one frozen object per step, of which there are few [P8]', () => {
    const waits = new Waits('x');
    expect(waits.for(1000)).toBe(waits.for(900));
    expect(Object.isFrozen(waits.for(1000))).toBe(true);
    const found = new Set<unknown>();
    for (let waitMs = 1; waitMs < 200_000; waitMs += 1) found.add(waits.for(waitMs));
    expect(found.size).toBeLessThan(80);
  });

  it('fits the field whatever it is given', () => {
    const waits = new Waits('x');
    for (const waitMs of [2 ** 31, 2 ** 33, 1e300, Infinity]) expect(waits.for(waitMs).retryAfterMs).toBe(2 ** 31);
  });
});
