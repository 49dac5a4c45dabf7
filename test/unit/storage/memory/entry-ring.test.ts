import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../../src/protocol/entry.js';
import { EntryRing } from '../../../../src/storage/memory/entry-ring.js';
import { entryOf } from '../../../support/sealed.js';

function entry(sequence: number, bytes: number, timestampMs = sequence): LogEntry {
  return entryOf({ sequence, timestampMs, frame: new Uint8Array(bytes) });
}

describe('entry ring [S-LOG-3]', () => {
  it('behaves like an array, whatever is pushed and shifted', () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.record({ push: fc.integer({ min: 0, max: 20 }) }) },
      { weight: 2, arbitrary: fc.constant({ push: -1 }) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const ring = new EntryRing();
        const model: LogEntry[] = [];
        for (const [index, { push }] of steps.entries()) {
          if (push >= 0) {
            const pushed = entry(index, push);
            ring.push(pushed);
            model.push(pushed);
          } else {
            expect(ring.shift()).toBe(model.shift());
          }
          expect(ring.count).toBe(model.length);
          expect(ring.bytes).toBe(model.reduce((sum, { frame }) => sum + frame.length, 0));
          expect(ring.oldest()).toBe(model[0]);
          expect(model.every((each, at) => ring.at(at) === each)).toBe(true);
          expect([ring.at(-1), ring.at(model.length)]).toEqual([undefined, undefined]);
        }
      }),
    );
  });

  it('finds the first entry of a time', () => {
    const ring = new EntryRing();
    for (const [index, time] of [10, 20, 20, 30].entries()) ring.push(entry(index + 1, 1, time));
    expect([5, 10, 11, 20, 21, 30, 31].map((time) => ring.firstSince(time))).toEqual([0, 0, 1, 1, 3, 3, 4]);
  });
});
