import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createViolations, type Violation } from '../../../../src/casil/report/violations.js';

const ADA: Violation = { tenant: 't', sender: 'ada', room: 'lab', channel: 'done' };
const WINDOW_MS = 1000;

function setUp(overrides: { threshold?: number; entriesMax?: number } = {}) {
  const time = { nowMs: 0 };
  const violations = createViolations({
    clock: () => time.nowMs,
    windowMs: WINDOW_MS,
    threshold: 3,
    entriesMax: 100,
    ...overrides,
  });
  return { time, violations, record: (violation = ADA) => violations.record(violation) };
}

describe('repeated violations [C-DEC-2]', () => {
  it('are told at the threshold, not one before, for sender, room and channel', () => {
    const { record } = setUp();
    expect([record(), record()]).toEqual([[], []]);
    expect(record()).toEqual([
      { dimension: 'sender', tenant: 't', name: 'ada', count: 3 },
      { dimension: 'room', tenant: 't', name: 'lab', count: 3 },
      { dimension: 'channel', tenant: 't', name: 'lab:done', count: 3 },
    ]);
  });

  it('are told at once when one is enough', () => {
    expect(setUp({ threshold: 1 }).record()).toHaveLength(3);
  });

  it('are told once per window, and again in a later one', () => {
    const { time, record } = setUp();
    for (let index = 0; index < 2; index += 1) record();
    expect(record()).toHaveLength(3);
    for (time.nowMs = 100; time.nowMs < WINDOW_MS; time.nowMs += 100) expect(record()).toEqual([]);
    time.nowMs = WINDOW_MS;
    expect(record().map(({ dimension }) => dimension)).toEqual(['sender', 'room', 'channel']);
  });

  it('count a sender over its rooms, and a room over its senders', () => {
    const { record } = setUp();
    record();
    record({ ...ADA, room: 'hall' });
    expect(record({ ...ADA, room: 'yard' })).toEqual([{ dimension: 'sender', tenant: 't', name: 'ada', count: 3 }]);
    record({ ...ADA, sender: 'bob' });
    expect(record({ ...ADA, sender: 'cyd', channel: 'x' })).toEqual([
      { dimension: 'room', tenant: 't', name: 'lab', count: 3 },
    ]);
  });

  it('forget what is older than the window', () => {
    const { time, record } = setUp();
    record();
    record();
    time.nowMs = WINDOW_MS;
    expect(record()).toEqual([]);
  });

  it('see a burst over the middle of a window', () => {
    const { time, record } = setUp();
    time.nowMs = WINDOW_MS / 2 - 1;
    record();
    record();
    time.nowMs = WINDOW_MS / 2;
    expect(record()).toHaveLength(3);
  });

  it('are counted for commands by their sender alone', () => {
    const { record } = setUp({ threshold: 1 });
    expect(record({ ...ADA, room: '', channel: '' }).map(({ dimension }) => dimension)).toEqual(['sender']);
    expect(record({ ...ADA, channel: '', sender: '' })).toEqual([
      { dimension: 'room', tenant: 't', name: 'lab', count: 1 },
    ]);
  });

  it('of one tenant count nothing for another [P7]', () => {
    const { record } = setUp();
    for (let index = 0; index < 2; index += 1) record({ ...ADA, tenant: 'other' });
    expect(record()).toEqual([]);
  });

  it('need no more memory than they may, and forget the one that violated longest ago [P8]', () => {
    const { violations, record } = setUp({ entriesMax: 2 });
    const by = (sender: string) => record({ tenant: 't', sender, room: '', channel: '' });
    for (const sender of ['ada', 'bob', 'ada', 'cyd']) by(sender);
    expect(violations.size).toBe(2);
    // Ada was touched after Bob, so Bob made room for Cyd.
    expect(by('ada')).toHaveLength(1);
    expect(by('bob')).toEqual([]);
  });

  it('never need more, whatever is recorded [P8]', () => {
    const name = fc.constantFrom('', 'a', 'b', 'c', 'd', 'e', 'f', 'g');
    const violation = fc.record({ tenant: name, sender: name, room: name, channel: name, laterMs: fc.nat(700) });
    fc.assert(
      fc.property(fc.array(violation, { maxLength: 200 }), fc.integer({ min: 1, max: 5 }), (all, entriesMax) => {
        const { time, violations } = setUp({ entriesMax });
        for (const { laterMs, ...one } of all) {
          time.nowMs += laterMs;
          violations.record(one);
          expect(violations.size).toBeLessThanOrEqual(3 * entriesMax);
        }
      }),
      { seed: 20_261_123, numRuns: 100 },
    );
  });

  it('are never told for fewer than the threshold within a window, nor twice in one', () => {
    const steps = fc.array(fc.nat(600), { maxLength: 120 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 6 }), (laterMs, threshold) => {
        const { time, record } = setUp({ threshold });
        const times: number[] = [];
        let toldAtMs = -Infinity;
        for (const later of laterMs) {
          time.nowMs += later;
          times.push(time.nowMs);
          const [told] = record();
          if (told === undefined) continue;
          const within = times.filter((atMs) => atMs > time.nowMs - WINDOW_MS).length;
          expect(told.count).toBeLessThanOrEqual(within);
          expect(told.count).toBeGreaterThanOrEqual(threshold);
          expect(time.nowMs - toldAtMs).toBeGreaterThanOrEqual(WINDOW_MS);
          toldAtMs = time.nowMs;
        }
      }),
      { seed: 20_261_123, numRuns: 300 },
    );
  });

  it('are told whenever there are as many as the threshold within half a window', () => {
    const { time, record } = setUp({ threshold: 4 });
    time.nowMs = 730;
    const told = [0, 100, 100, 100].map((later) => ((time.nowMs += later), record().length));
    expect(told).toEqual([0, 0, 0, 3]);
  });
});
