import { describe, expect, it } from 'vitest';
import { WorkBudget } from '../../../../src/casil/engine/work-budget.js';

describe('the work budget [C-CHAIN-3]', () => {
  it('lasts to its last unit, and not one further', () => {
    const work = new WorkBudget();
    work.reset(10);
    expect(work.spend(4)).toBe(true);
    expect(work.spent).toBe(4);
    expect(work.spend(6)).toBe(true);
    expect(work.exhausted).toBe(false);
    expect(work.spend(1)).toBe(false);
    expect(work.exhausted).toBe(true);
    expect(work.spent).toBe(10);
  });

  it('stays spent until it is reset', () => {
    const work = new WorkBudget();
    work.reset(1);
    expect(work.spend(2)).toBe(false);
    expect(work.spend(0)).toBe(false);
    work.reset(1);
    expect(work.spend(1)).toBe(true);
  });

  it('has nothing before its first reset', () => {
    const work = new WorkBudget();
    expect(work.spend(1)).toBe(false);
    expect(work.spent).toBe(0);
  });
});
