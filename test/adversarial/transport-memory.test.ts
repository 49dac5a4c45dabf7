/** Peers that try to make the server hold bytes for them. [P5] [P8] */
import { afterEach, describe, expect, test } from 'vitest';
import { CloseCode } from '../../src/protocol/close-code.js';
import { batch, controlFrame } from '../support/transport/batches.js';
import { clientFrame } from '../support/transport/client-frames.js';
import { RawClient, waitFor } from '../support/transport/raw-client.js';
import { startTestServer, type Accepted, type TestServer } from '../support/transport/test-server.js';

const running: TestServer[] = [];
const clients: RawClient[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  for (const server of running.splice(0)) await server.transport.close();
});

async function start(...args: Parameters<typeof startTestServer>): Promise<TestServer> {
  const server = await startTestServer(...args);
  running.push(server);
  return server;
}

async function open(server: TestServer): Promise<{ client: RawClient; peer: Accepted }> {
  const client = await RawClient.open(server.port);
  clients.push(client);
  const peer = server.accepted.at(-1);
  if (peer === undefined) throw new Error('no connection was accepted');
  return { client, peer };
}

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('unfinished messages [S-TRANS-1]', () => {
  const FRAME = clientFrame(Buffer.alloc(200_000));

  test('all together stay within inboundBytesMax: the largest go with SERVER_BUSY, the others finish', async () => {
    const server = await start({ inboundBytesMax: 1_000_000 });
    const opened: { client: RawClient; peer: Accepted }[] = [];
    for (let count = 0; count < 12; count += 1) {
      const one = await open(server);
      opened.push(one);
      // 6 small beginnings, then 6 nearly whole messages: together 1.4 MB.
      one.client.send(FRAME.subarray(0, count < 6 ? 40_000 : 195_000));
      await waitFor(
        () => server.transport.stats().inboundBytes > 0 || one.peer.closeCodes.length > 0,
        'the bytes to be counted',
      );
      expect(server.transport.stats().inboundBytes).toBeLessThanOrEqual(1_000_000);
    }
    const gone = () => opened.filter(({ peer }) => peer.closeCodes.length > 0);
    await waitFor(() => gone().length >= 2, 'evictions');
    for (const { peer } of gone()) expect(peer.closeCodes).toEqual([CloseCode.SERVER_BUSY]);
    for (const { peer } of opened.slice(0, 6)) expect(peer.connection.open).toBe(true);
    for (const { client } of opened) if (!client.closed) client.send(FRAME.subarray(40_000));
    await waitFor(() => opened.slice(0, 6).every(({ peer }) => peer.messages.length === 1), 'the small ones to finish');
    expect(server.transport.connectionCount).toBe(12 - gone().length);
  });

  test('a finished message, or a peer that left, counts for nothing', async () => {
    const server = await start();
    const { client } = await open(server);
    const { client: leaver } = await open(server);
    client.send(FRAME.subarray(0, 100_000));
    leaver.send(FRAME.subarray(0, 100_000));
    await waitFor(() => server.transport.stats().inboundBytes >= 200_000, 'both to be counted');
    client.send(FRAME.subarray(100_000));
    leaver.destroy();
    await waitFor(() => server.transport.stats().inboundBytes === 0, 'nothing to be counted');
  });

  test('a connection that is being closed still counts, and is evicted like any other', async () => {
    const server = await start({ inboundBytesMax: 300_000, closeTimeoutMs: 30_000 });
    const { client: closing, peer } = await open(server);
    closing.sendFrame(Buffer.from('x'), { opcode: 1 });
    await waitFor(() => closing.closeCode !== null, 'the close frame');
    closing.send(FRAME.subarray(0, 190_000));
    await waitFor(() => server.transport.stats().inboundBytes >= 190_000, 'the bytes to be counted');
    const { client: other, peer: otherPeer } = await open(server);
    other.send(FRAME.subarray(0, 150_000));
    await waitFor(() => peer.closeCodes.length === 1, 'the eviction');
    expect(peer.closeCodes).toEqual([CloseCode.CLOSED_TEXT_NOT_SUPPORTED]);
    expect(otherPeer.connection.open).toBe(true);
    expect(server.transport.stats().inboundBytes).toBeLessThan(300_000);
    other.destroy();
    closing.destroy();
    await waitFor(() => server.transport.connectionCount === 0, 'both to go');
    expect(server.transport.stats().inboundBytes).toBe(0);
  });

  test('single bytes cost more than a byte each', async () => {
    const server = await start();
    const { client } = await open(server);
    for (let sent = 0; sent < 50; sent += 1) {
      client.send(FRAME.subarray(sent, sent + 1));
      await tick();
      await tick();
    }
    await waitFor(() => server.transport.stats().inboundBytes > 1_000, 'the overhead to be counted');
  });
});

describe('a peer that never reads [S-TRANS-2]', () => {
  test('costs its bound and one batch, and is gone within a second; others get everything', async () => {
    const outboxBytesMax = 1_048_576;
    const server = await start({ outboxBytesMax });
    const { client: deaf, peer: deafPeer } = await open(server);
    const { client: reader, peer } = await open(server);
    deaf.socket.pause();
    let overAtMs = 0;
    let goneAtMs = 0;
    const total = 400;
    for (let sequence = 1; sequence <= total; sequence += 1) {
      const shared = batch({ channel: 'x', first: sequence, last: sequence, payloadBytes: 64_000 });
      deafPeer.connection.enqueueBatch(shared);
      peer.connection.enqueueBatch(shared);
      expect(deafPeer.connection.queuedBytes).toBeLessThanOrEqual(outboxBytesMax + shared.bytes.length);
      if (!deafPeer.connection.open && overAtMs === 0) overAtMs = performance.now();
      await tick();
      if (goneAtMs === 0 && deafPeer.closeCodes.length === 1) goneAtMs = performance.now();
      if (sequence % 20 === 0) await waitFor(() => peer.connection.queuedBytes === 0, 'the reader to keep up');
    }
    expect(overAtMs).toBeGreaterThan(0);
    await waitFor(() => deafPeer.closeCodes.length === 1, 'the deaf peer to go');
    if (goneAtMs === 0) goneAtMs = performance.now();
    expect(goneAtMs - overAtMs).toBeLessThan(1_000);
    expect(deafPeer.closeCodes).toEqual([CloseCode.CLOSED_SLOW_CONSUMER]);
    await waitFor(() => reader.frames.length === total, 'the reader to have everything');
    expect(server.events).toContainEqual(
      expect.objectContaining({ type: 'subscriber.slow', action: 'disconnected', room: 'room', channel: 'x' }),
    );
    expect(server.transport.stats()).toMatchObject({ connections: 1, slowDisconnected: 1 });
  });

  test('that wakes up in time reads why, and has everything up to there', async () => {
    const server = await start({ outboxBytesMax: 1_048_576 });
    const { client, peer } = await open(server);
    client.socket.pause();
    let sequence = 0;
    while (peer.connection.open) {
      sequence += 1;
      peer.connection.enqueueBatch(batch({ channel: 'x', first: sequence, last: sequence, payloadBytes: 64_000 }));
      await tick();
    }
    client.socket.resume();
    await client.untilClosed();
    const envelopes = client.envelopes;
    expect(envelopes.at(-1)?.error?.name).toBe('SLOW_CONSUMER');
    expect(client.closeCode).toBe(CloseCode.CLOSED_SLOW_CONSUMER);
    const ids = envelopes.slice(0, -1).map((envelope) => envelope.id);
    expect(ids).toEqual(ids.map((_, index) => `m${index + 1}`));
    expect(ids.length).toBeLessThan(sequence);
  });

  test('but whose room conflates stays, and gets the newest behind a gap', async () => {
    const server = await start({ outboxBytesMax: 1_048_576 });
    const { client, peer } = await open(server);
    client.socket.pause();
    const total = 400;
    for (let sequence = 1; sequence <= total; sequence += 1) {
      const shape = {
        channel: 'x',
        first: sequence,
        last: sequence,
        payloadBytes: 64_000,
        policy: 'conflate' as const,
      };
      peer.connection.enqueueBatch(batch(shape));
      await tick();
    }
    expect(peer.connection.open).toBe(true);
    client.socket.resume();
    await waitFor(() => client.envelopes.at(-1)?.id === `m${total}`, 'the newest message');
    let next = 1;
    for (const envelope of client.envelopes) {
      expect(Number(envelope.gap?.from ?? envelope.sequence)).toBe(next);
      next = Number(envelope.gap?.to ?? envelope.sequence) + 1;
    }
    expect(next).toBe(total + 1);
    expect(client.envelopes.some((envelope) => envelope.gap)).toBe(true);
    const reports = server.events.filter((event) => event.type === 'subscriber.slow');
    expect(reports.length).toBeGreaterThan(0);
    expect(reports.length).toBeLessThan(server.transport.stats().slowConflated + 1);
  });

  test('thirty of them hold one queue between them, not thirty', async () => {
    const server = await start({ outboxBytesMax: 16_777_216 });
    const peers: Accepted[] = [];
    for (let count = 0; count < 30; count += 1) {
      const { client, peer } = await open(server);
      client.socket.pause();
      peers.push(peer);
    }
    const before = process.memoryUsage().arrayBuffers;
    let shared = 0;
    for (let sequence = 1; sequence <= 200; sequence += 1) {
      const each = batch({ channel: 'x', first: sequence, last: sequence, payloadBytes: 60_000 });
      shared += each.bytes.length;
      for (const peer of peers) peer.connection.enqueueBatch(each);
      await tick();
    }
    const queued = server.transport.stats().queuedBytes;
    const held = process.memoryUsage().arrayBuffers - before;
    expect(queued).toBeGreaterThan(100_000_000);
    // Twice: a batch keeps its newest frame beside its bytes.
    expect(held).toBeLessThan(shared * 2 + 20_000_000);
  });

  test('and floods the server with pings is cut off', async () => {
    const server = await start();
    const { client, peer } = await open(server);
    client.socket.pause();
    const pings = Buffer.concat(Array.from({ length: 2_000 }, () => clientFrame(Buffer.alloc(125), { opcode: 9 })));
    for (let round = 0; round < 80 && peer.closeCodes.length === 0; round += 1) {
      client.send(pings);
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(peer.connection.queuedBytes).toBeLessThanOrEqual(1_048_576);
    }
    await waitFor(() => peer.closeCodes.length === 1, 'the flooder to go');
  });

  test('cannot hide behind control frames: they alone disconnect it', async () => {
    const server = await start({ outboxBytesMax: 262_144 });
    const { client, peer } = await open(server);
    client.socket.pause();
    for (let count = 0; count < 20_000 && peer.connection.open; count += 1) {
      peer.connection.enqueueFrame(controlFrame(`c${count}`, 1_000));
      if (count % 64 === 0) await tick();
      expect(peer.connection.queuedBytes).toBeLessThanOrEqual(262_144 + 1_100);
    }
    expect(peer.connection.open).toBe(false);
    await waitFor(() => peer.closeCodes.length === 1, 'the deaf peer to go');
    expect(peer.closeCodes).toEqual([CloseCode.CLOSED_SLOW_CONSUMER]);
  });
});
