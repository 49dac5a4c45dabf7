import { describe, expect, it } from 'vitest';
import { BoundedCounts, OTHER_NAME } from '../../../../src/casil/report/bounded-counts.js';
import { createTally, KINDS_MAX } from '../../../../src/casil/report/tally.js';
import { FLAGS, OUTCOMES, REASONS, RISKS } from '../../../../src/casil/vocabulary.js';
import { BLOCKED, CLEAN, REDACTED } from '../../../support/casil/sample-inspections.js';

const OPTIONS = { ruleIdsMax: 2, ruleIds: ['block-secret'] };

/** Names that were counted, without the zeros. */
function counted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].filter(([, count]) => count > 0));
}

describe('tally [C-TEL-1]', () => {
  it('counts what was done, what it was about and what it cost', () => {
    const tally = createTally(OPTIONS);
    tally.count(CLEAN, 100);
    tally.count(CLEAN, 50);
    tally.count(BLOCKED, 7);
    tally.count({ ...REDACTED, outcome: 'allow', reason: 'CASIL_MONITOR_MODE' }, 3);
    const figures = tally.snapshot();
    expect(figures).toMatchObject({ inspected: 4, inspectedBytes: 160, workUnits: 40 });
    expect(counted(figures.outcomes)).toEqual({ allow: 3, block: 1 });
    expect(counted(figures.wouldBe)).toEqual({ allow: 2, allow_with_redaction: 1, block: 1 });
    expect(counted(figures.kinds)).toEqual({ json: 2, secret: 1, personal_data: 1 });
    expect(counted(figures.risks)).toEqual({ low: 2, medium: 1, high: 1 });
    expect(counted(figures.flags)).toEqual({ contains_probable_secret: 1, contains_personal_data: 1 });
    expect(counted(figures.rules)).toEqual({ 'block-secret': 1, 'mask-email': 1 });
    expect(counted(figures.reasons)).toEqual({ CASIL_POLICY_BLOCKED_SECRET: 1, CASIL_MONITOR_MODE: 1 });
  });

  it('counts every flag of a message, oversize and truncation among them', () => {
    const tally = createTally(OPTIONS);
    tally.count({ ...CLEAN, flags: FLAGS }, 1);
    expect(counted(tally.snapshot().flags)).toEqual(Object.fromEntries(FLAGS.map((flag) => [flag, 1])));
  });

  it('counts failures by what became of the message', () => {
    const tally = createTally(OPTIONS);
    tally.countInternalError('allow');
    tally.countInternalError('block');
    tally.countInternalError('block');
    expect(tally.snapshot().internalErrors).toEqual(
      new Map([
        ['allow', 1],
        ['block', 2],
      ]),
    );
  });

  it('shows every fixed word and every known rule from the start, at zero', () => {
    const figures = createTally(OPTIONS).snapshot();
    expect([...figures.outcomes.keys()]).toEqual([...OUTCOMES]);
    expect([...figures.risks.keys()]).toEqual([...RISKS]);
    expect([...figures.flags.keys()]).toEqual([...FLAGS]);
    expect([...figures.reasons.keys()]).toEqual([...REASONS]);
    expect([...figures.rules]).toEqual([['block-secret', 0]]);
    expect([...figures.internalErrors.values(), ...figures.outcomes.values()].every((count) => count === 0)).toBe(true);
  });

  it('gives no more rules and kinds a count of their own than there is room for [P8]', () => {
    const tally = createTally(OPTIONS);
    for (let index = 0; index < 500; index += 1) {
      tally.count({ ...BLOCKED, kind: `kind-${index}`, ruleIds: [`rule-${index}`] }, 1);
    }
    const { kinds, rules } = tally.snapshot();
    expect(rules).toEqual(
      new Map([
        ['block-secret', 0],
        ['rule-0', 1],
        [OTHER_NAME, 499],
      ]),
    );
    expect(kinds.size).toBe(KINDS_MAX + 1);
    expect([...kinds.values()].reduce((sum, count) => sum + count, 0)).toBe(500);
  });

  it('hands out copies', () => {
    const tally = createTally(OPTIONS);
    const before = tally.snapshot();
    tally.count(BLOCKED, 1);
    expect(before.outcomes.get('block')).toBe(0);
    expect(tally.snapshot().outcomes.get('block')).toBe(1);
  });
});

describe('counts by name [P8]', () => {
  it('has room for exactly as many names as it says', () => {
    const counts = new BoundedCounts(2);
    for (const name of ['a', 'b', 'b']) counts.add(name);
    expect([...counts.snapshot()]).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    counts.add('c');
    expect(counts.snapshot().get(OTHER_NAME)).toBe(1);
    expect(counts.snapshot().has('c')).toBe(false);
  });

  it('adds what did not fit to a name that happens to be `other`', () => {
    const counts = new BoundedCounts(1, [OTHER_NAME]);
    for (const name of [OTHER_NAME, 'x', '__proto__']) counts.add(name);
    expect([...counts.snapshot()]).toEqual([[OTHER_NAME, 3]]);
  });
});
