import { afterEach, expect, test } from 'vitest';
import { RawClient, upgradeRequest, waitFor } from '../../support/transport/raw-client.js';
import { startTestServer, type TestServer } from '../../support/server.js';

let server: TestServer | null = null;
const clients: RawClient[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await server?.close();
  server = null;
});

async function start(yaml: string): Promise<{ port: number; running: TestServer }> {
  server = await startTestServer(yaml);
  return { port: Number(new URL(server.busUrl).port), running: server };
}

async function ask(port: number, request = upgradeRequest()): Promise<{ client: RawClient; status: number }> {
  const client = await RawClient.connect(port);
  clients.push(client);
  client.send(request);
  return { client, status: await client.status() };
}

async function metrics({ adminUrl, adminToken }: TestServer): Promise<string> {
  const response = await fetch(`${adminUrl}/metrics`, { headers: { authorization: `Bearer ${adminToken}` } });
  return response.text();
}

test('[T-LIM-1] an address at its limit of connections is told so in HTTP, and may come back when one ends', async () => {
  const { port, running } = await start('limits: { connections_per_address_max: 2 }\n');
  const first = await ask(port);
  const second = await ask(port);
  expect([first.status, second.status]).toEqual([101, 101]);
  const third = await ask(port);
  expect(third.status).toBe(429);
  const answer = third.client.received.toString('latin1');
  expect(answer).toContain('limits.connections_per_address_max');
  expect(answer).toMatch(/retry-after: 5\r\n/i);
  expect(await metrics(running)).toContain('arqonbus_limited_total{limit="limits.connections_per_address_max"} 1\n');
  expect(running.logLines).toContainEqual(
    expect.objectContaining({ event: 'limit.exceeded', limit: 'limits.connections_per_address_max', count: 1 }),
  );

  first.client.destroy();
  let fourth = await ask(port);
  await waitFor(() => first.client.closed, 'the first connection to end');
  for (let tries = 0; fourth.status !== 101 && tries < 50; tries += 1) fourth = await ask(port);
  expect(fourth.status).toBe(101);
  expect((await ask(port)).status).toBe(429);
});

test('[T-LIM-1] upgrades that fail hold no place of their address', async () => {
  const { port } = await start('limits: { connections_per_address_max: 1 }\n');
  const badKey = upgradeRequest().replace(/Sec-WebSocket-Key: .*\r\n/i, 'Sec-WebSocket-Key: short\r\n');
  for (let count = 0; count < 5; count += 1) expect((await ask(port, badKey)).status).toBe(400);
  expect((await ask(port)).status).toBe(101);
  expect((await ask(port)).status).toBe(429);
});
