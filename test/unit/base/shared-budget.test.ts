import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SharedBudget } from '../../../src/base/shared-budget.js';

describe('a shared budget [T-TEN-2]', () => {
  it('keeps the shares of others, at the bound and one past', () => {
    const budget = new SharedBudget(100, { shareMin: 0.2, tenants: 4 });
    expect(budget.share).toBe(5);
    // 80 common and 5 of its own.
    expect(budget.take('a', 85)).toBe(true);
    expect(budget.admits('a', 1)).toBe(false);
    for (const tenant of ['b', 'c', 'd']) {
      expect(budget.take(tenant, 5)).toBe(true);
      expect(budget.take(tenant, 1)).toBe(false);
    }
    expect(budget.used).toBe(100);
    expect(budget.admits('e', 1)).toBe(false);
    budget.give('a', 1);
    expect(budget.take('e', 1)).toBe(true);
  });

  it('gives a free place to who holds something and had none', () => {
    const budget = new SharedBudget(10, { shareMin: 0.4, tenants: 1 });
    budget.take('a', 4);
    budget.take('late', 6);
    expect(budget.admits('late', 1)).toBe(false);
    budget.give('a', 4);
    expect(budget.take('late', 4)).toBe(true);
    expect(budget.borrowedBy('late')).toBe(6);
  });

  it('says who holds more than its share', () => {
    const budget = new SharedBudget(100, { shareMin: 0.5, tenants: 5 });
    budget.take('a', 10);
    budget.take('b', 12);
    expect([budget.borrowedBy('a'), budget.borrowedBy('b'), budget.borrowedBy('c')]).toEqual([0, 2, 0]);
  });

  it('is one plain budget where nothing is kept, or shares round to nothing', () => {
    for (const rule of [
      { shareMin: 0, tenants: 20 },
      { shareMin: 0.1, tenants: 1000 },
    ]) {
      const budget = new SharedBudget(50, rule);
      expect(budget.take('a', 50)).toBe(true);
      expect(budget.take('b', 1)).toBe(false);
    }
  });

  it('refuses to take back what was not given', () => {
    const budget = new SharedBudget(10, { shareMin: 0, tenants: 1 });
    budget.take('a', 2);
    expect(() => budget.give('a', 3)).toThrow('gave back');
    expect(() => budget.give('b', 1)).toThrow('gave back');
    expect(budget.used).toBe(2);
  });

  it('counts exactly, keeps every share, and forgets who holds nothing, under any program', () => {
    const step = fc.record({
      tenant: fc.integer({ min: 0, max: 6 }),
      amount: fc.integer({ min: 0, max: 30 }),
      back: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 5 }),
        fc.array(step, { maxLength: 200 }),
        (total, shareMin, tenants, steps) => {
          const budget = new SharedBudget(total, { shareMin, tenants });
          const model = new Map<string, number>();
          const sum = () => [...model.values()].reduce((a, b) => a + b, 0);
          for (const { tenant, amount, back } of steps) {
            const name = `t${tenant}`;
            const held = model.get(name) ?? 0;
            if (back) {
              const given = Math.min(amount, held);
              budget.give(name, given);
              model.set(name, held - given);
            } else {
              const others = [...model].filter(([other, count]) => other !== name && count > 0).length;
              const taken = budget.take(name, amount);
              // The promise: below its share it is admitted, whatever up to `tenants - 1` others hold.
              if (others < tenants && held + amount <= budget.share) expect(taken).toBe(true);
              if (sum() + amount > total) expect(taken).toBe(false);
              if (taken) model.set(name, held + amount);
            }
            expect(budget.used).toBe(sum());
            expect(budget.used).toBeLessThanOrEqual(total);
            for (const [other, count] of model) expect(budget.usedBy(other)).toBe(count);
          }
          for (const [name, count] of model) budget.give(name, count);
          expect(budget.used).toBe(0);
          expect(budget.admits('anyone', total - budget.share * (tenants - 1))).toBe(true);
        },
      ),
      { seed: 22, numRuns: 500 },
    );
  });
});
