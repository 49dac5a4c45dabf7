/** Peers that send slowly or not at all: each lives for a bounded time. [S-TRANS-1] [P8] */
import { afterEach, expect, test } from 'vitest';
import { CloseCode } from '../../src/protocol/close-code.js';
import { clientFrame } from '../support/transport/client-frames.js';
import { RawClient, upgradeRequest, waitFor } from '../support/transport/raw-client.js';
import { startTestServer, type TestServer } from '../support/transport/test-server.js';

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

/** Sends one byte every few milliseconds until the peer is gone or everything is sent. */
async function drip(client: RawClient, bytes: Uint8Array, everyMs: number): Promise<number> {
  let sent = 0;
  for (const byte of bytes) {
    if (client.closed) break;
    client.send(Buffer.of(byte));
    sent += 1;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return sent;
}

test('a silent TCP connection ends after headersTimeoutMs, give or take the check interval of 1 s', async () => {
  const server = await start();
  const client = await RawClient.connect(server.port);
  clients.push(client);
  const startMs = performance.now();
  expect(await client.status()).toBe(408);
  await client.untilClosed();
  expect(performance.now() - startMs).toBeLessThan(2_500);
});

test('headers sent one byte at a time run into the same timeout', async () => {
  const server = await start();
  const client = await RawClient.connect(server.port);
  clients.push(client);
  const request = Buffer.from(upgradeRequest());
  const sent = await drip(client, request, 50);
  expect(sent).toBeLessThan(request.length);
  await client.untilClosed();
  expect(server.accepted).toEqual([]);
});

test('a frame sent one byte at a time is no sign of life', async () => {
  const server = await start({ pingIntervalMs: 200, pongDeadlineMs: 300 });
  const client = await RawClient.open(server.port);
  clients.push(client);
  const sent = await drip(client, clientFrame(Buffer.alloc(1_000)), 20);
  expect(sent).toBeLessThan(1_000);
  await client.untilClosed();
  await waitFor(() => server.transport.connectionCount === 0, 'the connection to go');
  expect(server.accepted[0]).toMatchObject({ messages: [], closeCodes: [CloseCode.HEARTBEAT_TIMEOUT] });
});

test('a peer that reads nothing fails its heartbeat although its queue is within bounds', async () => {
  const server = await start({ pingIntervalMs: 200, pongDeadlineMs: 300 });
  const client = await RawClient.open(server.port);
  clients.push(client);
  client.socket.pause();
  await waitFor(() => server.accepted[0]?.closeCodes.length === 1, 'the connection to go', 3_000);
  expect(server.accepted[0]?.closeCodes).toEqual([CloseCode.HEARTBEAT_TIMEOUT]);
});
