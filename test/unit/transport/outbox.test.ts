import { describe, expect, test } from 'vitest';
import { webSocketMessage } from '../../../src/protocol/websocket-framing.js';
import { batch, controlFrame } from '../../support/transport/batches.js';
import { FakeSocket } from '../../support/transport/fake-socket.js';
import { OutboxHarness } from '../../support/transport/outbox-harness.js';
import { envelopesOfStream, readServerFrames } from '../../support/transport/server-messages.js';

describe('writing [S-TRANS-3]', () => {
  test('everything of a tick leaves in queueing order with one write', () => {
    const harness = new OutboxHarness();
    harness.outbox.enqueueFrame(controlFrame('a'));
    harness.outbox.enqueueBatch(batch({ channel: 'x', first: 1, last: 2 }));
    harness.outbox.enqueueFrame(controlFrame('b'));
    harness.outbox.enqueueFrame(controlFrame('c'));
    harness.outbox.enqueueBatch(batch({ channel: 'y', first: 9, last: 9 }));
    expect(harness.socket.systemWrites).toBe(0);
    expect(harness.tick()).toBe(1);
    expect(harness.socket.systemWrites).toBe(1);
    expect(envelopesOfStream(harness.socket.stream).map((envelope) => envelope.id)).toEqual([
      'a',
      'm1',
      'm2',
      'b',
      'c',
      'm9',
    ]);
  });

  test('consecutive control frames of a tick are one WebSocket message', () => {
    const harness = new OutboxHarness();
    for (const id of ['a', 'b', 'c']) harness.outbox.enqueueFrame(controlFrame(id));
    harness.tick();
    expect(readServerFrames(harness.socket.stream).frames).toHaveLength(1);
    expect(envelopesOfStream(harness.socket.stream).map((envelope) => envelope.id)).toEqual(['a', 'b', 'c']);
  });

  test('a message of control frames reaches batchBytesMax and does not pass it', () => {
    const frame = controlFrame('a', 40);
    const fits = new OutboxHarness({ batchBytesMax: frame.length * 2 });
    const past = new OutboxHarness({ batchBytesMax: frame.length * 2 - 1 });
    for (const harness of [fits, past]) {
      harness.outbox.enqueueFrame(frame);
      harness.outbox.enqueueFrame(frame);
      harness.tick();
      expect(harness.socket.systemWrites).toBe(1);
    }
    expect(readServerFrames(fits.socket.stream).frames).toHaveLength(1);
    expect(readServerFrames(past.socket.stream).frames).toHaveLength(2);
  });

  test('a batch is written by reference: two outboxes hand the same bytes to their sockets [P5]', () => {
    const shared = batch({ channel: 'x', first: 1, last: 3 });
    for (const harness of [new OutboxHarness(), new OutboxHarness()]) {
      harness.outbox.enqueueBatch(shared);
      harness.tick();
      expect(harness.socket.written[0]).toBe(shared.bytes);
    }
  });

  test('a large group is written without copying, still as one write', () => {
    const harness = new OutboxHarness();
    const batches = [1, 2, 3].map((first) => batch({ channel: 'x', first, last: first, payloadBytes: 9_000 }));
    for (const each of batches) harness.outbox.enqueueBatch(each);
    harness.tick();
    expect(harness.socket.systemWrites).toBe(1);
    expect(harness.socket.written).toEqual(batches.map((each) => each.bytes));
    expect(harness.socket.written[2]).toBe(batches[2]?.bytes);
  });

  test('an empty flush writes nothing', () => {
    const harness = new OutboxHarness();
    harness.outbox.enqueueFrame(controlFrame('a'));
    harness.tick();
    harness.outbox.flush();
    expect(harness.socket.systemWrites).toBe(1);
  });

  test('counters tell writes, bytes, batches and deliveries', () => {
    const harness = new OutboxHarness();
    harness.outbox.enqueueBatch(batch({ channel: 'x', first: 4, last: 8 }));
    harness.outbox.enqueueFrame(controlFrame('a'));
    harness.tick();
    const { writes, bytesOut, batchesOut, deliveries } = harness.counters;
    expect({ writes, bytesOut, batchesOut, deliveries }).toEqual({
      writes: 1,
      bytesOut: harness.socket.stream.length,
      batchesOut: 1,
      deliveries: 5,
    });
  });
});

describe('a reader that stops', () => {
  test('what the kernel does not take waits in the outbox and not in the socket', () => {
    const harness = new OutboxHarness({ outboxBytesMax: 200_000 }, new FakeSocket(0));
    harness.outbox.enqueueBatch(batch({ channel: 'x', first: 1, last: 1, payloadBytes: 20_000 }));
    harness.tick();
    const inSocket = harness.socket.writableLength;
    expect(inSocket).toBeGreaterThan(0);
    for (let first = 2; first < 6; first += 1) {
      harness.outbox.enqueueBatch(batch({ channel: 'x', first, last: first, payloadBytes: 20_000 }));
      harness.tick();
    }
    expect(harness.socket.writableLength).toBe(inSocket);
    expect(harness.outbox.queuedBytes).toBeGreaterThan(100_000);
    harness.socket.takeMore(1_000_000);
    expect(harness.outbox.queuedBytes).toBe(0);
    expect(envelopesOfStream(harness.socket.stream).map((envelope) => envelope.id)).toEqual([
      'm1',
      'm2',
      'm3',
      'm4',
      'm5',
    ]);
  });

  test('one write hands over at most half the bound', () => {
    const harness = new OutboxHarness({ outboxBytesMax: 60_000 }, new FakeSocket(0));
    for (let first = 1; first <= 6; first += 1) {
      harness.outbox.enqueueBatch(batch({ channel: 'x', first, last: first, payloadBytes: 9_000 }));
    }
    harness.tick();
    expect(harness.socket.writableLength).toBeLessThanOrEqual(30_000);
    expect(harness.socket.writableLength).toBeGreaterThan(9_000);
  });
});

describe('the end', () => {
  test('what is queued leaves before onFlushed; nothing is taken afterwards', () => {
    const harness = new OutboxHarness({}, new FakeSocket(0));
    harness.outbox.enqueueBatch(batch({ channel: 'x', first: 1, last: 1, payloadBytes: 20_000 }));
    harness.tick();
    harness.outbox.enqueueFrame(controlFrame('last'));
    harness.outbox.enqueueBatch(batch({ channel: 'x', first: 2, last: 2, payloadBytes: 20_000 }));
    harness.tick();
    harness.outbox.end();
    harness.outbox.enqueueFrame(controlFrame('late'));
    expect(harness.flushedCount).toBe(0);
    harness.socket.takeMore(1_000_000);
    expect(harness.flushedCount).toBe(1);
    harness.outbox.end();
    harness.tick();
    expect(harness.flushedCount).toBe(1);
    expect(envelopesOfStream(harness.socket.stream).map((envelope) => envelope.id)).toEqual(['m1', 'last', 'm2']);
  });

  test('an idle outbox is flushed at once, a filled one writes without waiting for the tick', () => {
    const idle = new OutboxHarness();
    idle.outbox.end();
    expect(idle.flushedCount).toBe(1);
    const filled = new OutboxHarness();
    filled.outbox.enqueueFrame(controlFrame('a'));
    filled.outbox.end();
    expect(filled.flushedCount).toBe(1);
    expect(filled.socket.stream).toEqual(webSocketMessage([controlFrame('a')], controlFrame('a').length));
  });

  test('nothing is written once the owner says that nothing may follow', () => {
    const harness = new OutboxHarness();
    harness.outbox.enqueueFrame(controlFrame('a'));
    harness.writable = false;
    harness.tick();
    harness.outbox.end();
    expect(harness.socket.written).toEqual([]);
    expect(harness.flushedCount).toBe(0);
    expect(harness.outbox.queuedBytes).toBe(0);
  });

  test('discard drops everything at once', () => {
    const harness = new OutboxHarness();
    harness.outbox.enqueueFrame(controlFrame('a'));
    harness.outbox.discard();
    expect(harness.outbox.queuedBytes).toBe(0);
    harness.outbox.enqueueFrame(controlFrame('b'));
    harness.tick();
    expect(harness.socket.written).toEqual([]);
  });
});

describe('whenDrained', () => {
  test('calls at once below half the bound', () => {
    const harness = new OutboxHarness();
    let calls = 0;
    harness.outbox.whenDrained(() => (calls += 1));
    expect(calls).toBe(1);
  });

  test('calls once when the queue falls below half the bound', () => {
    const harness = new OutboxHarness({ outboxBytesMax: 100_000 }, new FakeSocket(0));
    let calls = 0;
    for (const first of [1, 2, 3]) {
      harness.outbox.enqueueBatch(batch({ channel: 'x', first, last: first, payloadBytes: 30_000 }));
      harness.tick();
    }
    harness.outbox.whenDrained(() => (calls += 1));
    harness.socket.takeMore(30_500);
    expect(calls).toBe(0);
    harness.socket.takeMore(1_000_000);
    expect(calls).toBe(1);
    harness.outbox.sweep(harness.clock.monotonicMs());
    expect(calls).toBe(1);
  });

  test('is also noticed by the sweep, where no drain event comes', () => {
    const harness = new OutboxHarness({ outboxBytesMax: 20_000 }, new FakeSocket(0));
    let calls = 0;
    harness.outbox.enqueueBatch(batch({ channel: 'x', first: 1, last: 1, payloadBytes: 12_000 }));
    harness.tick();
    harness.outbox.whenDrained(() => (calls += 1));
    harness.socket.takeMore(1_000_000);
    expect(calls).toBe(0);
    harness.outbox.sweep(harness.clock.monotonicMs());
    expect(calls).toBe(1);
  });

  test('is never called after the end', () => {
    const harness = new OutboxHarness({ outboxBytesMax: 20_000 }, new FakeSocket(0));
    let calls = 0;
    harness.outbox.enqueueBatch(batch({ channel: 'x', first: 1, last: 1, payloadBytes: 20_000 }));
    harness.tick();
    harness.outbox.whenDrained(() => (calls += 1));
    harness.outbox.discard();
    harness.outbox.whenDrained(() => (calls += 1));
    harness.socket.takeMore(1_000_000);
    harness.outbox.sweep(harness.clock.monotonicMs());
    expect(calls).toBe(0);
  });
});
