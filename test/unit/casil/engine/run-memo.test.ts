import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteSet } from '../../../../src/casil/engine/byte-sets.js';
import { MEMO_RUNS_MAX, RunMemo } from '../../../../src/casil/engine/run-memo.js';
import { WorkBudget } from '../../../../src/casil/engine/work-budget.js';

const digits = byteSet('digits');

function budget(): WorkBudget {
  const work = new WorkBudget();
  work.reset(1e9);
  return work;
}

describe('the memo of runs [C-CHAIN-3]', () => {
  it('tells what walking tells, whatever was asked before', () => {
    const question = fc.record({ pos: fc.nat(60), max: fc.nat(30), slot: fc.nat(MEMO_RUNS_MAX - 1) });
    const text = fc.string({ unit: fc.constantFrom(...'1234567 .'), minLength: 61, maxLength: 61 });
    fc.assert(
      fc.property(text, fc.array(question, { maxLength: 40 }), (value, questions) => {
        const memo = new RunMemo();
        const bytes = Buffer.from(value);
        for (const { pos, max, slot } of questions) {
          const limit = Math.min(bytes.length, pos + max);
          const run = /^[0-9]*/.exec(value.slice(pos, limit))?.[0].length ?? 0;
          expect(memo.runEnd(slot, digits, bytes, pos, limit, budget())).toBe(pos + run);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('walks a run once, however often it is asked within', () => {
    const bytes = Buffer.alloc(10_000, '7');
    const memo = new RunMemo();
    const work = budget();
    for (let pos = 0; pos < bytes.length; pos++) {
      memo.runEnd(0, digits, bytes, pos, Math.min(bytes.length, pos + 500), work);
    }
    expect(work.spent).toBeLessThanOrEqual(2 * bytes.length + 1);
  });

  it('forgets everything when cleared', () => {
    const memo = new RunMemo();
    expect(memo.runEnd(0, digits, Buffer.from('1234'), 0, 4, budget())).toBe(4);
    memo.triedTo = memo.refusedStart = memo.refusedEnd = memo.placeholderAt = memo.placeholderEnd = 9;
    memo.clear();
    expect(memo.runEnd(0, digits, Buffer.from('1x34'), 0, 4, budget())).toBe(1);
    expect(memo).toMatchObject({ triedTo: 0, refusedStart: 0, refusedEnd: 0, placeholderAt: -1, placeholderEnd: -1 });
  });
});
