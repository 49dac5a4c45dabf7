import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventGate } from '../../../../src/casil/report/event-gate.js';

function setUp(eventsPerSecondMax: number) {
  const time = { nowMs: 5 };
  return { time, gate: createEventGate({ clock: () => time.nowMs, eventsPerSecondMax }) };
}

describe('event gate [C-TEL-1] [P8]', () => {
  it('lets through up to the bound per second and not one more', () => {
    const { time, gate } = setUp(3);
    expect([1, 2, 3, 4].map(() => gate.admit(1))).toEqual([true, true, true, false]);
    time.nowMs += 999;
    expect(gate.admit(1)).toBe(false);
    time.nowMs += 1;
    expect(gate.admit(1)).toBe(true);
  });

  it('tells what it dropped once the second is over, once', () => {
    const { time, gate } = setUp(1);
    for (let index = 0; index < 5; index += 1) gate.admit(1);
    expect(gate.takeDropped()).toBe(0);
    time.nowMs += 1000;
    expect([gate.takeDropped(), gate.takeDropped(), gate.dropped]).toEqual([4, 0, 4]);
  });

  it('keeps room for what matters more', () => {
    const { gate } = setUp(10);
    const admitted = (share: number) => Array.from({ length: 20 }, () => gate.admit(share)).filter(Boolean).length;
    expect([admitted(0.5), admitted(0.9), admitted(1)]).toEqual([5, 4, 1]);
  });

  it('lets every sort through at times, however low the rate', () => {
    const { gate } = setUp(1);
    expect([gate.admit(0.5), gate.admit(1)]).toEqual([true, false]);
  });

  it('never passes more than the bound in a second; passed and dropped are what was offered', () => {
    const offer = fc.record({ laterMs: fc.nat(400), share: fc.constantFrom(0.5, 0.9, 1), take: fc.boolean() });
    fc.assert(
      fc.property(fc.array(offer, { maxLength: 300 }), fc.integer({ min: 1, max: 5 }), (offers, bound) => {
        const { time, gate } = setUp(bound);
        let secondStartedMs = -Infinity;
        let inSecond = 0;
        let passed = 0;
        let told = 0;
        for (const { laterMs, share, take } of offers) {
          time.nowMs += laterMs;
          if (time.nowMs - secondStartedMs >= 1000) {
            secondStartedMs = time.nowMs;
            inSecond = 0;
          }
          if (gate.admit(share)) {
            passed += 1;
            inSecond += 1;
          }
          expect(inSecond).toBeLessThanOrEqual(bound);
          if (take) told += gate.takeDropped();
        }
        expect(passed + gate.dropped).toBe(offers.length);
        time.nowMs += 1000;
        expect(told + gate.takeDropped()).toBe(gate.dropped);
      }),
      { seed: 20_261_123, numRuns: 300 },
    );
  });
});
