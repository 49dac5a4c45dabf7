import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChannelState } from '../../../../src/storage/memory/channel-state.js';
import { TenantShare, TenantShares } from '../../../../src/storage/memory/tenant-shares.js';

type Part = ChannelState;

function setUp(share: number) {
  const shares = new TenantShares<Part>(share);
  const tenants = new Map<string, TenantShare<Part>>();
  return {
    shares,
    tenants,
    hold: (name: string, bytes: number) => {
      const tenant = tenants.get(name) ?? new TenantShare<Part>();
      tenants.set(name, tenant);
      tenant.held = bytes;
      shares.settle(tenant);
    },
    next: () => {
      const tenant = shares.next();
      return [...tenants].find(([, each]) => each === tenant)?.[0] ?? null;
    },
  };
}

describe('who gives way first [T-TEN-2]', () => {
  it('is nobody where nobody holds anything, and nobody who gave everything back', () => {
    const { hold, next } = setUp(100);
    expect(next()).toBeNull();
    hold('a', 5);
    expect(next()).toBe('a');
    hold('a', 0);
    expect(next()).toBeNull();
    hold('a', 1);
    expect(next()).toBe('a');
  });

  it('is who borrows one byte, not who holds exactly its share', () => {
    const { hold, next } = setUp(1000);
    hold('modest', 1000);
    hold('tiny', 1);
    expect(next()).toBe('modest');
    hold('greedy', 1001);
    expect([next(), next()]).toEqual(['greedy', 'greedy']);
    hold('greedy', 1000);
    hold('modest', 1001);
    expect(next()).toBe('modest');
  });

  it('is each in turn of those that hold about the same, an eighth of it at a time', () => {
    const { hold, next } = setUp(0);
    hold('a', 10_000);
    hold('b', 10_500);
    hold('small', 700);
    const gave: (string | null)[] = [];
    for (const [a, b] of [
      [10_000, 10_500],
      [8_751, 10_500],
      [8_750, 10_500],
      [8_750, 9_188],
      [8_750, 9_187],
    ] as const) {
      hold('a', a);
      hold('b', b);
      gave.push(next());
    }
    expect(gave).toEqual(['a', 'a', 'b', 'b', 'a']);
  });

  it('is somebody with amounts of any size', () => {
    const { hold, next } = setUp(0);
    hold('small', 2 ** 39);
    hold('large', 2 ** 52);
    expect(next()).toBe('large');
  });

  it('borrows at least half of what anyone borrows, whatever was held before', () => {
    const amount = fc.oneof(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 5_000_000_000 }));
    const change = fc.record({ tenant: fc.integer({ min: 0, max: 5 }), amount });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), fc.array(change, { maxLength: 60 }), (share, changes) => {
        const { hold, shares, tenants } = setUp(share);
        for (const { tenant, amount: bytes } of changes) {
          hold(`t${tenant}`, bytes);
          const held = [...tenants.values()].map((each) => each.held);
          const most = Math.max(...held);
          const next = shares.next();
          expect(next === null).toBe(most === 0);
          if (next === null) continue;
          if (most > share) {
            expect(next.held).toBeGreaterThan(share);
            expect((next.held - share) * 2 + 256).toBeGreaterThanOrEqual(most - share);
          } else {
            expect(next.held * 2 + 256).toBeGreaterThanOrEqual(most);
          }
        }
      }),
      { seed: 9, numRuns: 500 },
    );
  });
});
