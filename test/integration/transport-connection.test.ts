import { afterEach, describe, expect, test } from 'vitest';
import { CloseCode } from '../../src/protocol/close-code.js';
import { batch, controlFrame } from '../support/transport/batches.js';
import { closeFrame } from '../support/transport/client-frames.js';
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

/** Answers every ping that has come so far. */
function pong(client: RawClient, answered: number): number {
  const pings = client.frames.filter((frame) => frame.opcode === 9);
  for (const ping of pings.slice(answered)) client.sendFrame(ping.payload, { opcode: 10 });
  return pings.length;
}

describe('messages', () => {
  test('[S-TRANS-3] reach the sink whole, whatever their framing, and answers of a tick leave as one message', async () => {
    const server = await start({}, (connection, bytes) => connection.enqueueFrame(Buffer.from(bytes)));
    const { client, peer } = await open(server);
    const [a, b, c] = [controlFrame('a'), controlFrame('b', 70_000), controlFrame('c')];
    client.sendFrame(a);
    await waitFor(() => client.envelopes.length === 1, 'the echo');
    client.sendFrame(b.subarray(0, 10), { fin: false });
    client.sendFrame(b.subarray(10, 50_000), { fin: false, opcode: 0 });
    client.sendFrame(b.subarray(50_000), { opcode: 0 });
    await waitFor(() => client.envelopes.length === 2, 'the second echo');
    expect(peer.messages).toEqual([Buffer.from(a), Buffer.from(b)]);
    for (let index = 0; index < 5; index += 1) peer.connection.enqueueFrame(c);
    await waitFor(() => client.envelopes.length === 7, 'five more');
    expect(client.frames).toHaveLength(3);
    expect(server.counters).toMatchObject({ framesIn: 2, bytesIn: a.length + b.length });
    expect(server.counters.bytesOut).toBe(client.stream.length);
  });

  test('a text message is answered with TEXT_NOT_SUPPORTED and ends the connection', async () => {
    const server = await start();
    const { client, peer } = await open(server);
    client.sendFrame(Buffer.from('hello'), { opcode: 1 });
    await client.untilClosed();
    expect(client.envelopes.map((envelope) => envelope.error?.name)).toEqual(['TEXT_NOT_SUPPORTED']);
    expect(client.closeCode).toBe(CloseCode.CLOSED_TEXT_NOT_SUPPORTED);
    await waitFor(() => peer.closeCodes.length > 0, 'onClose');
    expect(peer.closeCodes).toEqual([CloseCode.CLOSED_TEXT_NOT_SUPPORTED]);
    expect(peer.messages).toEqual([]);
  });
});

describe('closing', () => {
  test('[S-TRANS-4] what is queued arrives before the close frame', async () => {
    const server = await start({ outboxBytesMax: 33_554_432, closeTimeoutMs: 3_000 });
    const { client, peer } = await open(server);
    client.socket.pause();
    // More than the kernel's buffers take, so that closing has to wait for the reader.
    for (let sequence = 1; sequence <= 250; sequence += 1) {
      peer.connection.enqueueBatch(batch({ channel: 'x', first: sequence, last: sequence, payloadBytes: 65_000 }));
    }
    peer.connection.close(CloseCode.GOING_AWAY, 'bye');
    expect(peer.connection.open).toBe(false);
    expect(peer.connection.queuedBytes).toBeGreaterThan(0);
    client.socket.resume();
    await waitFor(() => client.closeCode !== null, 'the close frame');
    expect(client.envelopes.map((envelope) => envelope.id)).toEqual(
      Array.from({ length: 250 }, (_, index) => `m${index + 1}`),
    );
    expect(client.closeCode).toBe(CloseCode.GOING_AWAY);
    expect(client.frames.at(-1)?.payload.subarray(2).toString()).toBe('bye');
    client.send(closeFrame(CloseCode.GOING_AWAY));
    await client.untilClosed();
    await waitFor(() => peer.closeCodes.length > 0, 'onClose');
    expect(peer.closeCodes).toEqual([CloseCode.GOING_AWAY]);
  });

  test('[S-TRANS-1] a peer that ignores the close is cut after closeTimeoutMs', async () => {
    const server = await start({ closeTimeoutMs: 300 });
    const { client, peer } = await open(server);
    const startMs = performance.now();
    peer.connection.close(CloseCode.GOING_AWAY, '');
    await client.untilClosed();
    const tookMs = performance.now() - startMs;
    expect(client.closeCode).toBe(CloseCode.GOING_AWAY);
    expect(tookMs).toBeGreaterThan(250);
    expect(tookMs).toBeLessThan(1_500);
    await waitFor(() => server.transport.connectionCount === 0, 'the connection to go');
  });

  test('[S-TRANS-1] so is one that does not even read what was queued', async () => {
    const server = await start({ closeTimeoutMs: 300, outboxBytesMax: 33_554_432 });
    const { client, peer } = await open(server);
    client.socket.pause();
    for (let sequence = 1; sequence <= 250; sequence += 1) {
      peer.connection.enqueueBatch(batch({ channel: 'x', first: sequence, last: sequence, payloadBytes: 65_000 }));
    }
    peer.connection.close(CloseCode.GOING_AWAY, '');
    await waitFor(() => server.transport.connectionCount === 0, 'the connection to go', 2_000);
    expect(peer.closeCodes).toEqual([CloseCode.GOING_AWAY]);
    expect(server.transport.stats().queuedBytes).toBe(0);
  });

  test('[S-TRANS-1] so is one that closes itself and then keeps its socket open', async () => {
    const server = await start({ closeTimeoutMs: 300 });
    const client = await RawClient.open(server.port, true);
    clients.push(client);
    client.send(closeFrame(1000));
    await waitFor(() => server.transport.connectionCount === 0, 'the connection to go', 2_000);
    expect(server.accepted[0]?.closeCodes).toEqual([1000]);
  });

  test('everything is safe after close, and the sink hears of it once', async () => {
    const server = await start();
    const { client, peer } = await open(server);
    const { connection } = peer;
    let drained = 0;
    connection.close(CloseCode.GOING_AWAY, '');
    connection.close(CloseCode.INTERNAL_ERROR, 'too late');
    client.sendFrame(controlFrame('ignored'));
    client.send(closeFrame(1000));
    await waitFor(() => peer.closeCodes.length > 0, 'onClose');
    connection.enqueueFrame(controlFrame('a'));
    connection.enqueueBatch(batch({ channel: 'x', first: 1, last: 1 }));
    connection.whenDrained(() => (drained += 1));
    connection.close(CloseCode.GOING_AWAY, '');
    await client.untilClosed();
    expect(client.envelopes).toEqual([]);
    expect(peer).toMatchObject({ messages: [], closeCodes: [CloseCode.GOING_AWAY] });
    expect({ open: connection.open, queued: connection.queuedBytes, drained }).toEqual({
      open: false,
      queued: 0,
      drained: 0,
    });
  });

  test.each([
    ['a close frame', (client: RawClient) => client.send(closeFrame(1001)), 1001],
    ['a reset', (client: RawClient) => client.socket.resetAndDestroy(), 1006],
    ['the end of the stream', (client: RawClient) => client.socket.end(), 1006],
  ])('a peer that leaves by %s is gone with its code, and nothing follows', async (_how, leave, code) => {
    const server = await start();
    const { client, peer } = await open(server);
    leave(client);
    await waitFor(() => peer.closeCodes.length > 0, 'onClose');
    expect(peer.closeCodes).toEqual([code]);
    expect(peer.connection.open).toBe(false);
    expect(server.transport.connectionCount).toBe(0);
  });

  test('[S-TRANS-4] closing the transport ends every connection, also deaf ones, within closeTimeoutMs', async () => {
    const server = await start({ closeTimeoutMs: 300 });
    const opened = [await open(server), await open(server)];
    const halfOpen = await RawClient.connect(server.port);
    clients.push(halfOpen);
    const startMs = performance.now();
    await server.transport.close();
    expect(performance.now() - startMs).toBeLessThan(1_500);
    for (const { client, peer } of opened) {
      expect(peer.closeCodes).toEqual([CloseCode.GOING_AWAY]);
      await client.untilClosed();
      expect(client.closeCode).toBe(CloseCode.GOING_AWAY);
    }
    await halfOpen.untilClosed();
  });
});

describe('heartbeat [S-TRANS-1]', () => {
  test('pings at the interval and leaves alone who answers', async () => {
    const server = await start({ pingIntervalMs: 300, pongDeadlineMs: 300 });
    const { client, peer } = await open(server);
    let answered = 0;
    const endMs = performance.now() + 1_700;
    while (performance.now() < endMs) {
      answered = pong(client, answered);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(answered).toBeGreaterThanOrEqual(3);
    expect(peer.connection.open).toBe(true);
  });

  test('a peer that is idle and deaf after the upgrade is closed with HEARTBEAT_TIMEOUT', async () => {
    const server = await start({ pingIntervalMs: 200, pongDeadlineMs: 200 });
    const { client, peer } = await open(server);
    await client.untilClosed(3_000);
    expect(client.closeCode).toBe(CloseCode.HEARTBEAT_TIMEOUT);
    await waitFor(() => peer.closeCodes.length > 0, 'onClose');
    expect(peer.closeCodes).toEqual([CloseCode.HEARTBEAT_TIMEOUT]);
  });
});
