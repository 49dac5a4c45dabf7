import { describe, expect, test } from 'vitest';
import { batch, controlFrame } from '../../support/transport/batches.js';
import { FakeSocket } from '../../support/transport/fake-socket.js';
import { OutboxHarness } from '../../support/transport/outbox-harness.js';
import { envelopesOfStream } from '../../support/transport/server-messages.js';

const FIRST = batch({ channel: 'x', first: 1, last: 1, payloadBytes: 20_000 });
const BATCH_BYTES = FIRST.bytes.length;

/** An outbox whose peer reads nothing, with one batch stuck in the socket. */
function stuck(outboxBytesMax: number): OutboxHarness {
  const harness = new OutboxHarness({ outboxBytesMax }, new FakeSocket(0));
  harness.outbox.enqueueBatch(FIRST);
  harness.tick();
  return harness;
}

function send(harness: OutboxHarness, first: number, policy: 'disconnect' | 'conflate', channel = 'x'): void {
  harness.outbox.enqueueBatch(batch({ channel, first, last: first, payloadBytes: 20_000, policy }));
  harness.tick();
}

function received(harness: OutboxHarness): string[] {
  harness.socket.takeMore(Number.POSITIVE_INFINITY);
  return envelopesOfStream(harness.socket.stream).map((envelope) =>
    envelope.gap ? `gap ${Number(envelope.gap.from)}-${Number(envelope.gap.to)}` : (envelope.id ?? ''),
  );
}

describe('the bound of bytes [S-TRANS-2] [P5]', () => {
  test('a peer that reads again after the bound was passed is not taken for one that was to be closed [P8]', () => {
    const harness = stuck(BATCH_BYTES * 2);
    for (let first = 2; first < 6; first += 1) send(harness, first, 'disconnect');
    expect(harness.overflows).toHaveLength(1);
    received(harness);
    expect(harness.flushedCount).toBe(0);
  });

  test('a batch is taken while the queue is at the bound', () => {
    const harness = stuck(BATCH_BYTES * 3);
    send(harness, 2, 'disconnect');
    send(harness, 3, 'disconnect');
    expect(harness.outbox.queuedBytes).toBe(BATCH_BYTES * 3);
    send(harness, 4, 'disconnect');
    expect(harness.overflows).toEqual([]);
    expect(harness.outbox.queuedBytes).toBe(BATCH_BYTES * 4);
  });

  test('one byte past the bound the policy acts, at once and once', () => {
    const harness = stuck(BATCH_BYTES * 3 - 1);
    for (const first of [2, 3]) send(harness, first, 'disconnect');
    expect(harness.overflows).toEqual([]);
    for (const first of [4, 5]) send(harness, first, 'disconnect');
    expect(harness.overflows).toEqual([{ key: 't/room/x', queuedBytes: BATCH_BYTES * 3 }]);
    expect(harness.outbox.queuedBytes).toBe(harness.socket.writableLength);
  });

  test('a burst of one tick to a reader that keeps up is no slow consumer', () => {
    const harness = new OutboxHarness({ outboxBytesMax: BATCH_BYTES * 2 });
    for (let first = 1; first <= 20; first += 1) {
      harness.outbox.enqueueBatch(batch({ channel: 'x', first, last: first, payloadBytes: 20_000 }));
      expect(harness.outbox.queuedBytes).toBeLessThanOrEqual(BATCH_BYTES * 3 + 40);
    }
    harness.tick();
    expect(harness.overflows).toEqual([]);
    expect(received(harness)).toHaveLength(20);
  });

  test('control frames are kept up to the bound; alone past it they disconnect', () => {
    const harness = stuck(BATCH_BYTES * 3);
    let queued = 0;
    while (harness.outbox.queuedBytes <= BATCH_BYTES * 3) {
      harness.outbox.enqueueFrame(controlFrame(`c${queued}`, 1_000));
      queued += 1;
    }
    expect(harness.overflows).toEqual([]);
    harness.outbox.enqueueFrame(controlFrame('one too many'));
    expect(harness.overflows).toEqual([{ key: null, queuedBytes: expect.any(Number) as number }]);
  });
});

describe('conflate [P1] [P5]', () => {
  test('keeps the newest message of the channel and announces the gap before it', () => {
    const harness = stuck(BATCH_BYTES * 3);
    for (const first of [2, 3, 4, 5]) send(harness, first, 'conflate');
    expect(harness.overflows).toEqual([]);
    expect(received(harness)).toEqual(['m1', 'gap 2-4', 'm5']);
    expect(harness.gaps).toHaveLength(1);
  });

  test('grows the gap over successive conflations', () => {
    const harness = stuck(BATCH_BYTES * 3);
    for (let first = 2; first <= 40; first += 1) send(harness, first, 'conflate');
    expect(harness.outbox.queuedBytes).toBeLessThanOrEqual(BATCH_BYTES * 4);
    const seen = received(harness);
    expect(seen[0]).toBe('m1');
    expect(seen[1]).toMatch(/^gap 2-/);
    expect(seen.at(-1)).toBe('m40');
    expect(harness.conflated.length).toBeGreaterThan(1);
  });

  test('a batch of several messages over the bound shrinks to its newest', () => {
    const harness = stuck(BATCH_BYTES * 2);
    for (const first of [2, 3]) send(harness, first, 'disconnect', 'y');
    harness.outbox.enqueueBatch(batch({ channel: 'z', first: 1, last: 3, policy: 'conflate' }));
    expect(harness.overflows).toEqual([{ key: 't/room/z', queuedBytes: BATCH_BYTES * 3 }]);

    const other = stuck(BATCH_BYTES * 2 + 500);
    for (const first of [2, 3]) send(other, first, 'conflate');
    other.outbox.enqueueBatch(batch({ channel: 'z', first: 1, last: 3, policy: 'conflate' }));
    expect(received(other)).toEqual(['m1', 'gap 2-2', 'm3', 'gap 1-2', 'm3']);
  });

  test('control frames keep their place and are never dropped', () => {
    const harness = stuck(BATCH_BYTES * 3);
    send(harness, 2, 'conflate');
    harness.outbox.enqueueFrame(controlFrame('between'));
    for (const first of [3, 4]) send(harness, first, 'conflate');
    harness.outbox.enqueueFrame(controlFrame('after'));
    expect(received(harness)).toEqual(['m1', 'between', 'gap 2-3', 'm4', 'after']);
  });

  test('other channels that conflate make room before anyone is disconnected', () => {
    const harness = stuck(BATCH_BYTES * 3);
    for (const first of [1, 2, 3]) send(harness, first, 'conflate', 'telemetry');
    send(harness, 2, 'disconnect');
    expect(harness.overflows).toEqual([]);
    expect(received(harness)).toEqual(['m1', 'gap 1-2', 'm3', 'm2']);
  });

  test('what may not be dropped disconnects', () => {
    const harness = stuck(BATCH_BYTES * 2);
    for (const first of [2, 3]) send(harness, first, 'disconnect', 'y');
    send(harness, 2, 'conflate');
    expect(harness.overflows).toHaveLength(1);
    expect(received(harness)).toEqual(['m1']);
  });
});

describe('the bound of age [P5]', () => {
  test('acts on a batch older than outboxAgeMaxMs and not before', () => {
    const harness = stuck(1_000_000);
    send(harness, 2, 'disconnect');
    harness.outbox.flush();
    harness.clock.advance(10_000);
    harness.outbox.sweep(harness.clock.monotonicMs());
    expect(harness.overflows).toEqual([]);
    harness.clock.advance(1);
    harness.outbox.sweep(harness.clock.monotonicMs());
    expect(harness.overflows).toHaveLength(1);
  });

  test('the age of a message survives a partial drain', () => {
    const harness = stuck(1_000_000);
    for (let first = 2; first <= 30; first += 1) send(harness, first, 'disconnect');
    harness.clock.advance(6_000);
    harness.socket.takeMore(harness.socket.writableLength);
    // The drain let the next group into the socket; the rest got stuck again and is still 6 s old.
    expect(harness.outbox.queuedBytes).toBeGreaterThan(harness.socket.writableLength);
    harness.clock.advance(4_000);
    harness.outbox.sweep(harness.clock.monotonicMs());
    expect(harness.overflows).toEqual([]);
    harness.clock.advance(1);
    harness.outbox.sweep(harness.clock.monotonicMs());
    expect(harness.overflows).toHaveLength(1);
  });

  test('conflates where the room says so and leaves the conflated rest alone', () => {
    const harness = stuck(1_000_000);
    for (const first of [2, 3, 4]) send(harness, first, 'conflate');
    for (let sweep = 0; sweep < 4; sweep += 1) {
      harness.clock.advance(11_000);
      harness.outbox.sweep(harness.clock.monotonicMs());
    }
    expect(harness.overflows).toEqual([]);
    expect(harness.conflated).toHaveLength(1);
    expect(received(harness)).toEqual(['m1', 'gap 2-3', 'm4']);
  });

  test('an old control frame disconnects', () => {
    const harness = stuck(1_000_000);
    harness.outbox.enqueueFrame(controlFrame('a'));
    harness.tick();
    harness.clock.advance(10_001);
    harness.outbox.sweep(harness.clock.monotonicMs());
    expect(harness.overflows).toEqual([{ key: null, queuedBytes: expect.any(Number) as number }]);
  });
});
