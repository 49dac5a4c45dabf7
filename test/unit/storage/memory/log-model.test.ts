/** The memory log against a model that is too simple to be wrong: an array of everything, filtered. [P2] [P4] */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryChannelLog } from '../../../../src/storage/memory/memory-channel-log.js';
import { address, draft, textOf } from '../../../support/drafts.js';
import { FakeClock } from '../../../support/fake-clock.js';
import { appendOne, headOf, readPage, remove } from '../../../support/promised-log.js';

const COUNT_MAX = 7;
const AGE_MAX_MS = 5_000;
/** Longer than any program runs: what the window forgets has tests of its own. */
const WINDOW_MS = 1_000_000;

interface Kept {
  readonly sequence: number;
  readonly text: string;
  readonly timestampMs: number;
  readonly expiresAtMs: number;
}

class ModelChannel {
  all: Kept[] = [];
  sequence = 0;
  ids = new Map<string, { text: string; sequence: number }>();

  retained(nowMs: number): Kept[] {
    const young = this.all.findIndex(({ timestampMs }) => timestampMs > nowMs - AGE_MAX_MS);
    return young < 0 ? [] : this.all.slice(young).slice(-COUNT_MAX);
  }

  readable(nowMs: number, from: number, to: number): Kept[] {
    return this.retained(nowMs).filter(
      ({ sequence, expiresAtMs }) => expiresAtMs > nowMs && sequence >= from && sequence <= to,
    );
  }
}

const channelName = fc.constantFrom('a', 'b');
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('append' as const),
      channel: channelName,
      id: fc.integer({ min: 0, max: 12 }),
      text: fc.integer({ min: 0, max: 1 }),
      ttlMs: fc.constantFrom(0, 0, 700),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('read' as const),
      channel: channelName,
      from: fc.integer({ min: 1, max: 12 }),
      length: fc.integer({ min: 0, max: 12 }),
      countMax: fc.integer({ min: 1, max: 5 }),
      direction: fc.constantFrom('forward' as const, 'reverse' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 2500 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), channel: channelName }) },
);

describe('memory log against a model [P2] [P4] [S-LOG-1..3]', () => {
  it('agrees on every outcome, page and head', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const clock = new FakeClock();
        const log = createMemoryChannelLog({
          clock,
          dedupeWindowMs: WINDOW_MS,
          dedupeIdsPerSubjectMax: 1000,
          memoryBytesMax: 10_000_000,
          channelsPerTenantMax: 10,
          channelsMax: 1_000_000,
          shares: { shareMin: 0, tenants: 1 },
          persistCasil: true,
        });
        const model = new Map<string, ModelChannel>();
        for (const each of steps) {
          if (each.kind === 'pass') {
            clock.advance(each.ms);
            continue;
          }
          const to = address(each.channel);
          if (each.kind === 'remove') {
            expect((await remove(log, to)).removed).toBe(model.delete(each.channel));
            continue;
          }
          const channel = model.get(each.channel) ?? new ModelChannel();
          if (each.kind === 'append') {
            model.set(each.channel, channel);
            const text = `text${each.text}`;
            const retention = { countMax: COUNT_MAX, ageMaxMs: AGE_MAX_MS };
            const outcome = await appendOne(log, draft(to, { id: `id${each.id}`, text, ttlMs: each.ttlMs, retention }));
            const earlier = channel.ids.get(`id${each.id}`);
            if (earlier === undefined) {
              channel.sequence += 1;
              const expiresAtMs = each.ttlMs === 0 ? Infinity : clock.nowMs() + each.ttlMs;
              channel.ids.set(`id${each.id}`, { text, sequence: channel.sequence });
              channel.all.push({ sequence: channel.sequence, text, timestampMs: clock.nowMs(), expiresAtMs });
              expect(outcome).toMatchObject({ sequence: channel.sequence, duplicate: false });
            } else if (earlier.text === text) {
              expect(outcome).toMatchObject({ sequence: earlier.sequence, duplicate: true });
            } else {
              expect(outcome).toMatchObject({ status: 'rejected', rejection: { name: 'ID_CONFLICT' } });
            }
            continue;
          }
          const { from, countMax, direction } = each;
          const page = await readPage(log, { address: to, from, to: from + each.length, countMax, direction });
          const nowMs = clock.nowMs();
          const readable = channel.readable(nowMs, from, from + each.length);
          const ordered = direction === 'forward' ? readable : readable.reverse();
          expect(page.entries.map((entry) => [entry.sequence, textOf(entry)])).toEqual(
            ordered.slice(0, countMax).map(({ sequence, text }) => [sequence, text]),
          );
          expect(page.more).toBe(ordered.length > countMax);
          const retained = channel.retained(nowMs);
          expect(await headOf(log, to)).toMatchObject({
            sequence: channel.sequence,
            retainedCount: retained.length,
            firstSequence: retained[0]?.sequence ?? channel.sequence + 1,
          });
        }
      }),
      { numRuns: 200 },
    );
  });
});
