import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { ListenError } from '../../src/transport/listen-error.js';
import { createTransport } from '../../src/transport/websocket-server.js';
import { RawClient, upgradeRequest, waitFor } from '../support/transport/raw-client.js';
import { startTestServer, type TestServer, TEST_OPTIONS } from '../support/transport/test-server.js';

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

async function ask(port: number, request: string): Promise<{ client: RawClient; status: number }> {
  const client = await RawClient.connect(port);
  clients.push(client);
  client.send(request);
  return { client, status: await client.status() };
}

test('[S-TRANS-1] an upgrade names the subprotocol, and neither a token nor compression', async () => {
  const { port, accepted } = await start();
  const { client, status } = await ask(
    port,
    upgradeRequest(['Sec-WebSocket-Extensions: permessage-deflate'], { protocol: 'arqonbus.v1, bearer.secret' }),
  );
  expect(status).toBe(101);
  const head = client.received.toString('latin1');
  expect(head).toContain('Sec-WebSocket-Protocol: arqonbus.v1\r\n');
  expect(head).not.toContain('secret');
  expect(head).not.toMatch(/sec-websocket-extensions/i);
  expect(accepted[0]?.connection.info).toEqual({
    connectionId: 1,
    remoteAddress: '127.0.0.1',
    viaProxy: false,
    credential: 'secret',
    peerCertificateSha256: null,
    assertedPrincipal: null,
  });
});

test('[P6] a token in the URL is no credential', async () => {
  const { port, accepted } = await start();
  const { status } = await ask(port, upgradeRequest([], { path: '/?token=secret&access_token=secret' }));
  expect(status).toBe(101);
  expect(accepted[0]?.connection.info.credential).toBeNull();
});

test('[T-AUTH-5] two credentials in one request are refused and counted, on two Authorization lines too', async () => {
  const { port, accepted, events } = await start();
  const inBoth = upgradeRequest(['Authorization: Bearer one'], { protocol: 'arqonbus.v1, bearer.two' });
  const onTwoLines = upgradeRequest(['Authorization: Bearer one', 'Authorization: Bearer two']);
  for (const request of [inBoth, onTwoLines]) expect((await ask(port, request)).status).toBe(400);
  expect(accepted).toEqual([]);
  const told = { type: 'connection.refused', remoteAddress: '127.0.0.1', reason: 'credentials' };
  expect(events).toEqual([told, told]);
});

test.each([['other.v1'], ['arqonbus.v2'], [null]])(
  'subprotocol %s is refused with what is supported',
  async (protocol) => {
    const { port, accepted, events } = await start();
    const { client, status } = await ask(port, upgradeRequest([], { protocol }));
    expect(status).toBe(400);
    await client.untilClosed();
    expect(client.stream.toString()).toContain('arqonbus.v1');
    expect(accepted).toEqual([]);
    expect(events).toEqual([{ type: 'connection.refused', remoteAddress: '127.0.0.1', reason: 'subprotocol' }]);
  },
);

test('[S-TRANS-1] an origin must be listed; no origin is no browser', async () => {
  const { port, accepted, events } = await start();
  const evil = await ask(port, upgradeRequest(['Origin: https://evil.example']));
  expect(evil.status).toBe(403);
  await evil.client.untilClosed();
  expect((await ask(port, upgradeRequest(['Origin: https://app.example']))).status).toBe(101);
  expect((await ask(port, upgradeRequest())).status).toBe(101);
  expect(accepted).toHaveLength(2);
  expect(events[0]).toEqual({ type: 'connection.refused', remoteAddress: '127.0.0.1', reason: 'origin' });
});

test('a plain HTTP request is told to upgrade and let go', async () => {
  const { port } = await start();
  const { client, status } = await ask(port, 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
  expect(status).toBe(426);
  await client.untilClosed();
  expect(client.stream.toString()).toContain('WebSocket');
});

test.each([
  ['Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==', 'Sec-WebSocket-Key: short'],
  ['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Version: 12'],
  ['Upgrade: websocket', 'Upgrade: h2c'],
])('a handshake with another %s is refused and counted', async (line, other) => {
  const { port, events } = await start();
  const { client, status } = await ask(port, upgradeRequest().replace(line, other));
  expect(status).toBe(400);
  await client.untilClosed();
  expect(events).toEqual([{ type: 'connection.refused', remoteAddress: '127.0.0.1', reason: 'handshake' }]);
});

test('[S-TRANS-1] 64 header lines pass and one more is refused, not cut off', async () => {
  const { port } = await start();
  // upgradeRequest itself has 6.
  const extra = Array.from({ length: 58 }, (_, index) => `X-Extra-${index}: 1`);
  expect((await ask(port, upgradeRequest(extra))).status).toBe(101);
  expect((await ask(port, upgradeRequest([...extra, 'X-One-More: 1']))).status).toBe(431);
  expect((await ask(port, upgradeRequest(Array.from({ length: 900 }, (_, index) => `X-${index}: 1`)))).status).toBe(
    431,
  );
});

test('[S-TRANS-1] connections stop at connectionsMax with 503 and come back when one leaves', async () => {
  const { port, transport } = await start({ connectionsMax: 2 });
  const first = await ask(port, upgradeRequest());
  expect((await ask(port, upgradeRequest())).status).toBe(101);
  const third = await ask(port, upgradeRequest());
  expect(third.status).toBe(503);
  expect(third.client.received.toString()).toMatch(/Retry-After: \d+\r\n/);
  first.client.destroy();
  await waitFor(() => transport.connectionCount === 1, 'the connection to leave');
  expect((await ask(port, upgradeRequest())).status).toBe(101);
});

test('[S-TRANS-1] sockets without a handshake are bounded too: 256 over connectionsMax, the next is dropped', async () => {
  const { port, events } = await start({ connectionsMax: 1, headersTimeoutMs: 20_000, requestTimeoutMs: 20_000 });
  for (let count = 0; count < 257; count += 1) clients.push(await RawClient.connect(port));
  expect(events).toEqual([]);
  const dropped = await RawClient.connect(port);
  clients.push(dropped);
  await dropped.untilClosed();
  expect(events).toEqual([{ type: 'connection.refused', remoteAddress: '127.0.0.1', reason: 'dropped' }]);
});

test('[S-TRANS-4] stopAccepting refuses what is under way, closes the port and keeps connections', async () => {
  const { port, transport, accepted } = await start();
  await ask(port, upgradeRequest());
  const request = upgradeRequest();
  const late = await RawClient.connect(port);
  clients.push(late);
  late.send(request.slice(0, 20));
  await new Promise((resolve) => setTimeout(resolve, 30));
  transport.stopAccepting();
  late.send(request.slice(20));
  expect(await late.status()).toBe(503);
  expect(late.received.toString()).toMatch(/Retry-After: \d+\r\n/);
  await expect(RawClient.connect(port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect(accepted[0]?.connection.open).toBe(true);
});

test('a busy port rejects with a ListenError that names code and address', async () => {
  const occupant = createServer();
  await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
  const address = occupant.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { transport } = await start();
  const second = createTransport(
    { ...TEST_OPTIONS, port },
    {
      clock: { nowMs: () => 0, monotonicMs: () => 0, setTimer: () => ({ cancel: () => undefined }) },
      telemetry: { emit: () => undefined },
      counters: (await start()).counters,
      flushLoop: { markProducer: () => undefined, markWriter: () => undefined },
      openSink: () => ({ onMessage: () => undefined, onClose: () => undefined }),
    },
  );
  const failure = await second.listen().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ListenError);
  expect(failure).toMatchObject({ code: 'EADDRINUSE', host: '127.0.0.1', port });
  expect(transport.connectionCount).toBe(0);
  await new Promise((resolve) => occupant.close(resolve));
});
