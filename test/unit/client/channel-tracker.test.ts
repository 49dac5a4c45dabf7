/** Verdicts on messages: new, repeated, behind a hole. [P1] */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ChannelTracker } from '../../../src/client/channel-tracker.js';
import { RepeatFilter } from '../../../src/client/repeat-filter.js';
import { reconnectDelayMs, windowDelayMs } from '../../../src/client/backoff.js';

describe('[P1] channel tracker', () => {
  test('however messages are lost, repeated and shuffled, what is taken is a gapless run', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 60 }), (sequences) => {
        const tracker = new ChannelTracker();
        tracker.expectAfter('a', { epoch: 1, sequence: 0 });
        const taken: number[] = [];
        for (const sequence of sequences) {
          const verdict = tracker.judge('a', 1, sequence);
          const last = taken.at(-1) ?? 0;
          expect(verdict).toBe(sequence <= last ? 'repeat' : sequence === last + 1 ? 'new' : 'hole');
          if (verdict !== 'new') continue;
          tracker.advance('a', 1, sequence);
          taken.push(sequence);
        }
        expect(taken).toEqual(taken.map((_, index) => index + 1));
      }),
    );
  });

  test('a rewind may begin anywhere after its first, up to the message that follows the head', () => {
    const tracker = new ChannelTracker();
    tracker.expectBetween('a', { epoch: 1, sequence: 7 }, 10);
    expect([7, 8, 11, 12].map((sequence) => tracker.judge('a', 1, sequence))).toEqual(['repeat', 'new', 'new', 'hole']);
    expect(tracker.position('a')).toEqual({ epoch: 1, sequence: 7 });
    tracker.advance('a', 1, 9);
    expect(tracker.judge('a', 1, 11)).toBe('hole');
  });

  test('a channel that does not exist yet begins with 1, in whatever epoch', () => {
    const tracker = new ChannelTracker();
    tracker.expectAfter('a', { epoch: 0, sequence: 0 });
    expect(tracker.judge('a', 5, 2)).toBe('hole');
    expect(tracker.judge('a', 5, 1)).toBe('new');
  });

  test('an epoch that continues the count is new; another place in it is another epoch', () => {
    const tracker = new ChannelTracker();
    tracker.expectAfter('a', { epoch: 1, sequence: 4 });
    expect(tracker.judge('a', 2, 5)).toBe('new');
    expect(tracker.judge('a', 2, 6)).toBe('other_epoch');
    expect(tracker.judge('a', 2, 1)).toBe('other_epoch');
  });

  test('a gap behind the position is old news; one ahead moves it', () => {
    const tracker = new ChannelTracker();
    tracker.expectAfter('a', { epoch: 1, sequence: 4 });
    expect(tracker.skip('a', 1, 4)).toBe(false);
    expect(tracker.skip('a', 1, 9)).toBe(true);
    expect(tracker.judge('a', 1, 10)).toBe('new');
  });
});

describe('[P4] repeat filter', () => {
  const message = { channel: 'a', subject: 's', id: 'x', epoch: 1 };

  test('the same id under another epoch is a repeat; under the same one, or of another sender or channel, it is not', () => {
    const filter = new RepeatFilter(10);
    expect(filter.isRepeat(message)).toBe(false);
    expect(filter.isRepeat(message)).toBe(false);
    expect(filter.isRepeat({ ...message, epoch: 2 })).toBe(true);
    expect(filter.isRepeat({ ...message, epoch: 2, subject: 'other' })).toBe(false);
    expect(filter.isRepeat({ ...message, epoch: 2, channel: 'b' })).toBe(false);
  });

  test('[P8] it remembers as many as it may, and forgets the oldest one past that', () => {
    const filter = new RepeatFilter(3);
    for (const id of ['1', '2', '3']) filter.isRepeat({ ...message, id });
    expect(filter.isRepeat({ ...message, id: '1', epoch: 2 })).toBe(true);
    filter.isRepeat({ ...message, id: '4' });
    expect(filter.isRepeat({ ...message, id: '1', epoch: 2 })).toBe(false);
    expect(filter.isRepeat({ ...message, id: '3', epoch: 2 })).toBe(true);
  });
});

test('[S-SDK-1] a reconnect delay lies below a bound that doubles up to the largest; a window is kept', () => {
  const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(unit, fc.nat(200), (random, attempt) => {
      const delay = reconnectDelayMs({ minMs: 250, maxMs: 15_000 }, attempt, () => random);
      expect(delay).toBeGreaterThanOrEqual(0);
      expect(delay).toBeLessThan(Math.min(15_000, 250 * 2 ** attempt));
      const inWindow = windowDelayMs({ minMs: 500, maxMs: 5_000 }, () => random);
      expect(inWindow).toBeGreaterThanOrEqual(500);
      expect(inWindow).toBeLessThan(5_000);
    }),
  );
});
