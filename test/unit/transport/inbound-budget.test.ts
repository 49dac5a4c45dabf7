import { describe, expect, test } from 'vitest';
import { InboundBudget, type InboundHolder, type InboundTenant } from '../../../src/transport/inbound-budget.js';

function setUp(bytesMax: number) {
  const holders: InboundHolder[] = [];
  const budget = new InboundBudget(bytesMax, holders);
  const evicted: string[] = [];
  function hold(name: string, bytes: number, tenant: InboundTenant = budget.strangers): void {
    const holder = {
      inboundBytes: bytes,
      inboundTenant: tenant,
      evictInbound() {
        evicted.push(name);
        const freed = holder.inboundBytes;
        holder.inboundBytes = 0;
        budget.adjust(tenant, -freed);
      },
    };
    holders.push(holder);
    budget.adjust(tenant, bytes);
  }
  return { budget, evicted, hold };
}

describe('InboundBudget [S-TRANS-1] [P8]', () => {
  test('leaves everyone alone at the bound', () => {
    const { budget, evicted, hold } = setUp(100);
    hold('a', 60);
    hold('b', 40);
    expect(evicted).toEqual([]);
    expect(budget.bytes).toBe(100);
  });

  test('one byte past it the largest holder goes, and only that one', () => {
    const { budget, evicted, hold } = setUp(100);
    for (const [name, bytes] of [
      ['a', 30],
      ['b', 50],
      ['c', 21],
    ] as const)
      hold(name, bytes);
    expect(evicted).toEqual(['b']);
    expect(budget.bytes).toBe(51);
  });

  test('as many go as it takes', () => {
    const { budget, evicted, hold } = setUp(100);
    hold('a', 90);
    hold('b', 10);
    hold('c', 250);
    expect(evicted).toEqual(['c']);
    hold('d', 80);
    expect(evicted).toEqual(['c', 'a']);
    expect(budget.bytes).toBe(90);
  });

  test('a tenant with many small ones goes before another with a single large one [T-TEN-2]', () => {
    const { budget, evicted, hold } = setUp(100);
    const [crowd, other] = [budget.enter('crowd'), budget.enter('other')];
    for (let count = 0; count < 6; count += 1) hold(`crowd ${count}`, 10 + count, crowd);
    hold('other', 25, other);
    expect(evicted).toEqual([]);
    hold('other, one more', 10, other);
    expect(evicted).toEqual(['crowd 5']);
    hold('other, too much', 40, other);
    expect(evicted.slice(1)).toEqual(['other, too much']);
    expect([crowd.bytes, other.bytes]).toEqual([60, 35]);
  });

  test('those without a session are one tenant together [T-TEN-2]', () => {
    const { budget, evicted, hold } = setUp(100);
    for (let count = 0; count < 9; count += 1) hold(`stranger ${count}`, 10);
    hold('known', 40, budget.enter('known'));
    expect(evicted).toEqual(['stranger 0', 'stranger 1', 'stranger 2']);
  });

  test('a tenant is forgotten with its last connection', () => {
    const { budget } = setUp(100);
    const first = budget.enter('a');
    expect(budget.enter('a')).toBe(first);
    budget.leave(first);
    expect(budget.tenants).toBe(1);
    budget.leave(first);
    expect(budget.tenants).toBe(0);
  });
});
