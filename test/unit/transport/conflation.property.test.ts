/** The law of conflation: messages and gaps together name every sequence exactly once, in order. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SlowConsumerPolicy } from '../../../src/protocol/entry.js';
import { batch, controlFrame } from '../../support/transport/batches.js';
import { FakeSocket } from '../../support/transport/fake-socket.js';
import { OutboxHarness } from '../../support/transport/outbox-harness.js';
import { envelopesOfStream } from '../../support/transport/server-messages.js';

type Step =
  | { readonly kind: 'batch'; readonly channel: number; readonly count: number; readonly payloadBytes: number }
  | { readonly kind: 'control'; readonly payloadBytes: number }
  | { readonly kind: 'tick' }
  | { readonly kind: 'read'; readonly bytes: number }
  | { readonly kind: 'wait'; readonly ms: number };

const CHANNELS: readonly { name: string; policy: SlowConsumerPolicy }[] = [
  { name: 'a', policy: 'conflate' },
  { name: 'b', policy: 'conflate' },
  { name: 'c', policy: 'disconnect' },
];

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('batch' as const),
      channel: fc.constantFrom(0, 0, 0, 1, 1, 2),
      count: fc.integer({ min: 1, max: 4 }),
      payloadBytes: fc.integer({ min: 0, max: 6_000 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('control' as const), payloadBytes: fc.integer({ min: 0, max: 800 }) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('tick' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('read' as const), bytes: fc.integer({ min: 1, max: 60_000 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 900 }) }) },
);

test('[P1][P5] received messages and gaps cover every sequence once and in order, and the bound holds', () => {
  let conflations = 0;
  let overflows = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 120 }), (steps) => {
      const outboxBytesMax = 60_000;
      const limits = { outboxBytesMax, outboxAgeMaxMs: 1_500, batchBytesMax: 4_000 };
      const harness = new OutboxHarness(limits, new FakeSocket(10_000));
      const heads = CHANNELS.map(() => 0);
      const controls: string[] = [];
      for (const each of steps) {
        run(each, harness, heads, controls);
        // One batch at most: 4 messages of 6,000 bytes and their envelopes.
        expect(harness.outbox.queuedBytes).toBeLessThanOrEqual(outboxBytesMax + 25_000);
      }
      harness.tick();
      harness.socket.takeMore(Number.POSITIVE_INFINITY);

      conflations += harness.conflated.length;
      overflows += harness.overflows.length;
      checkCoverage(harness, heads, controls);
    }),
    { numRuns: 300 },
  );
  // The law would hold vacuously if nothing was ever conflated or disconnected.
  expect(conflations).toBeGreaterThan(100);
  expect(overflows).toBeGreaterThan(2);
});

function run(each: Step, harness: OutboxHarness, heads: number[], controls: string[]): void {
  switch (each.kind) {
    case 'batch': {
      const { name, policy } = CHANNELS[each.channel] ?? { name: 'a', policy: 'conflate' };
      const first = (heads[each.channel] ?? 0) + 1;
      const last = first + each.count - 1;
      heads[each.channel] = last;
      harness.outbox.enqueueBatch(batch({ channel: name, first, last, policy, payloadBytes: each.payloadBytes }));
      return;
    }
    case 'control':
      controls.push(`c${controls.length}`);
      harness.outbox.enqueueFrame(controlFrame(controls.at(-1) ?? '', each.payloadBytes));
      return;
    case 'tick':
      harness.tick();
      return;
    case 'read':
      harness.socket.takeMore(each.bytes);
      return;
    case 'wait':
      harness.clock.advance(each.ms);
      harness.outbox.sweep(harness.clock.monotonicMs());
  }
}

function checkCoverage(harness: OutboxHarness, heads: readonly number[], controls: readonly string[]): void {
  const overflowed = harness.overflows.length > 0;
  const next = new Map(CHANNELS.map(({ name }) => [name, 1]));
  const seenControls: string[] = [];
  for (const envelope of envelopesOfStream(harness.socket.stream)) {
    const channel = envelope.channel ?? '';
    if (channel === '') {
      seenControls.push(envelope.id ?? '');
      continue;
    }
    const from = envelope.gap ? Number(envelope.gap.from) : Number(envelope.sequence);
    const to = envelope.gap ? Number(envelope.gap.to) : from;
    expect(from).toBe(next.get(channel));
    expect(to).toBeGreaterThanOrEqual(from);
    next.set(channel, to + 1);
  }
  // A disconnected reader has a prefix without holes; a live one has everything.
  expect(seenControls).toEqual(overflowed ? controls.slice(0, seenControls.length) : controls);
  for (const [index, { name }] of CHANNELS.entries()) {
    const head = heads[index] ?? 0;
    if (overflowed) expect(next.get(name)).toBeLessThanOrEqual(head + 1);
    else expect(next.get(name)).toBe(head + 1);
  }
}
