import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TenantState } from '../../../../src/storage/memory/channel-state.js';
import { DedupeWindow } from '../../../../src/storage/memory/dedupe-window.js';
import { IdHash } from '../../../../src/storage/memory/id-hash.js';
import type { SubjectIds } from '../../../../src/storage/memory/subject-ids.js';

const LIMITS = { windowMs: 1000, idsPerSubjectMax: 16, bytesMax: 1_000_000, tenantShare: 0 };

function hashOf(id: string): IdHash {
  const hash = new IdHash();
  hash.of(Buffer.from(id), 0, id.length);
  return hash;
}

function setUp(limits = LIMITS) {
  const window = new DedupeWindow(limits);
  const siblings = new Map<string, SubjectIds>();
  const tenant = new TenantState();
  let sequence = 0;
  return {
    window,
    siblings,
    add: (id: string, nowMs: number, subject = 'alice') => {
      sequence += 1;
      window.remember(
        window.tableOf({ subjects: siblings, tenant }, subject, nowMs),
        hashOf(id),
        sequence,
        nowMs,
        7,
        nowMs,
      );
    },
    knows: (id: string, subject = 'alice') => (siblings.get(subject)?.find(hashOf(id)) ?? -1) >= 0,
  };
}

describe('dedupe window [P4] [S-LOG-2]', () => {
  it('remembers as many ids of a subject as its quota, and of one more drops only old ones', () => {
    const { add, knows, window } = setUp();
    for (let id = 1; id <= 16; id += 1) add(`id${id}`, 0);
    expect(Array.from({ length: 16 }, (_, index) => knows(`id${index + 1}`))).not.toContain(false);
    add('id17', 0);
    expect(knows('id17')).toBe(true);
    expect(knows('id16')).toBe(true);
    expect(knows('id1')).toBe(false);
    expect(window.count).toBeLessThanOrEqual(16);
  });

  it("does not let one subject's ids push out another's", () => {
    const { add, knows } = setUp();
    add('mine', 0, 'bob');
    for (let id = 0; id < 500; id += 1) add(`id${id}`, 0, 'alice');
    expect(knows('mine', 'bob')).toBe(true);
  });

  it('keeps an id for at least a window and no more than two after traffic goes on', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 }), (pauses) => {
        const { add, knows } = setUp();
        let nowMs = 0;
        add('first', nowMs);
        for (const [index, pause] of pauses.entries()) {
          nowMs += pause;
          add(`later${index}`, nowMs);
          if (nowMs < LIMITS.windowMs) expect(knows('first')).toBe(true);
        }
        add('a', nowMs + LIMITS.windowMs);
        add('b', nowMs + 2 * LIMITS.windowMs);
        expect(knows('first')).toBe(false);
      }),
    );
  });

  it('forgets a subject that has been silent for the window, all at once', () => {
    const { add, window, siblings } = setUp();
    add('a', 0);
    add('b', 500, 'bob');
    window.expire(999, 10);
    expect(siblings.size).toBe(2);
    window.expire(1000, 10);
    expect([...siblings.keys()]).toEqual(['bob']);
    expect(window.count).toBe(1);
  });

  it('visits no more tables than allowed per sweep', () => {
    const { add, window, siblings } = setUp();
    for (let subject = 0; subject < 5; subject += 1) add('a', 0, `s${subject}`);
    window.expire(5000, 2);
    expect(siblings.size).toBe(3);
  });

  it('stays within its bytes, forgetting the longest silent first [P8]', () => {
    const bytesMax = 20_000;
    const { add, knows, window } = setUp({ ...LIMITS, bytesMax });
    for (let subject = 0; subject < 200; subject += 1) {
      add('a', 0, `s${subject}`);
      expect(window.bytes).toBeLessThanOrEqual(bytesMax);
    }
    expect(knows('a', 's0')).toBe(false);
    expect(knows('a', 's199')).toBe(true);
  });

  it('adds up to nothing when a channel ends', () => {
    const { add, window, siblings } = setUp();
    for (let id = 0; id < 40; id += 1) add(`id${id}`, id * 100, `s${id % 3}`);
    window.forgetAll(siblings);
    expect([window.count, window.bytes, siblings.size]).toEqual([0, 0, 0]);
  });
});
