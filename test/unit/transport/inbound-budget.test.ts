import { describe, expect, test } from 'vitest';
import { InboundBudget, type InboundHolder } from '../../../src/transport/inbound-budget.js';

function setUp(bytesMax: number) {
  const holders: (InboundHolder & { inboundBytes: number })[] = [];
  const budget = new InboundBudget(bytesMax, holders);
  const evicted: string[] = [];
  function hold(name: string, bytes: number): void {
    const holder = {
      inboundBytes: bytes,
      evictInbound() {
        evicted.push(name);
        const freed = holder.inboundBytes;
        holder.inboundBytes = 0;
        budget.adjust(-freed);
      },
    };
    holders.push(holder);
    budget.adjust(bytes);
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
});
