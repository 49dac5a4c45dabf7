/** Looking at the bus, and connecting to it, through a real server. [S-SDK-1] [S-CMD-1] */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { connect, type Client, type ConnectOptions, type PresenceChange } from '../../src/client/index.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { startTcpProxy } from '../support/tcp-proxy.js';

let server: TestServer;
const clients: Client[] = [];

async function join(options: ConnectOptions = {}): Promise<Client> {
  const client = await connect(server.busUrl, options);
  clients.push(client);
  return client;
}

beforeAll(async () => {
  server = await startTestServer('rooms: [{ match: "*", auto_create: true, join_leave_events: true }]');
});
afterEach(() => Promise.all(clients.splice(0).map((client) => client.close())));
afterAll(() => server.close());

test('[S-SDK-1] history is read page by page, in both directions', async () => {
  const client = await join();
  for (let index = 1; index <= 25; index += 1) void client.publish('past:log', `m${index}`);
  await client.ping();
  const texts: string[] = [];
  let after;
  let pages = 0;
  do {
    const page = await client.history('past:log', { limit: 10, ...(after !== undefined && { after }) });
    texts.push(...page.messages.map((message) => message.text()));
    expect(page).toMatchObject({ headSequence: 25, firstSequence: 1 });
    after = page.next;
    pages += 1;
  } while (after !== undefined);
  expect(pages).toBe(3);
  expect(texts).toEqual(Array.from({ length: 25 }, (_, index) => `m${index + 1}`));
  const last = await client.history('past:log', { limit: 2, reverse: true });
  expect(last.messages.map((message) => message.text())).toEqual(['m25', 'm24']);
  expect(last.more).toBe(true);
});

test('[S-SDK-1] rewind begins with the last messages', async () => {
  const client = await join();
  for (let index = 1; index <= 9; index += 1) void client.publish('past:rewind', `m${index}`);
  await client.ping();
  const reader = await join();
  const texts: string[] = [];
  await reader.join('past:rewind', { rewind: 2 }, (message) => void texts.push(message.text()));
  await client.publish('past:rewind', 'live');
  await expect.poll(() => texts).toEqual(['m8', 'm9', 'live']);
});

test('[S-SDK-1] presence names who is there, and tells of who comes and goes', async () => {
  const watcher = await join({ clientType: 'dashboard' });
  const changes: PresenceChange[] = [];
  const subscription = await watcher.join('hall:main');
  subscription.on('presence', (change) => changes.push(change));
  const agent = await join({ clientType: 'ai-agent', screenName: 'Ada', capabilities: ['plan'] });
  await agent.join('hall:main');
  const page = await watcher.presence('hall:main');
  expect(page).toMatchObject({ total: 2, more: false, partial: false });
  expect(page.members).toContainEqual(
    expect.objectContaining({
      clientId: agent.clientId,
      clientType: 'ai-agent',
      screenName: 'Ada',
      capabilities: ['plan'],
    }),
  );
  // Changes are coalesced: who comes and goes within one window may not be told of at all.
  const joined = (): string[] => changes.flatMap((change) => change.joined.map((member) => member.clientId));
  await expect.poll(joined, { timeout: 5_000 }).toContain(agent.clientId);
  await agent.close();
  await expect.poll(() => changes.flatMap((change) => change.left), { timeout: 5_000 }).toContain(agent.clientId);
});

test('[S-CMD-1] channels are created, listed, described and deleted', async () => {
  const client = await join();
  const { epoch } = await client.createChannel('desk:one');
  await client.publish('desk:one', 'x');
  expect(await client.channelInfo('desk:one')).toMatchObject({
    epoch,
    sequence: 1,
    retainedCount: 1,
    durability: 'memory',
  });
  expect((await client.listRooms({ limit: 1000 })).rooms).toContainEqual({ room: 'desk', channels: 1 });
  expect((await client.listChannels('desk')).channels).toMatchObject([{ channel: 'one', epoch, sequence: 1 }]);
  await expect(client.createChannel('desk:one')).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
  await client.deleteChannel('desk:one');
  await expect(client.channelInfo('desk:one')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('[P1] a deleted channel is told as a gap, and its next life is received from its beginning', async () => {
  const client = await join();
  const reader = await join();
  const subscription = await reader.join('desk:again');
  await client.publish('desk:again', 'first life');
  await client.deleteChannel('desk:again');
  await client.publish('desk:again', 'second life');
  const texts: string[] = [];
  for await (const message of subscription) {
    texts.push(message.text());
    if (texts.length === 2) break;
  }
  expect(texts).toEqual(['first life', 'second life']);
  expect(subscription.gaps.map((gap) => gap.reason)).toContain('channel_deleted');
});

test('[S-CMD-1] status, help and ping answer', async () => {
  const client = await join();
  expect(await client.status()).toMatchObject({ draining: false, durability: 'memory' });
  expect((await client.help()).map((command) => command.name)).toContain('history');
  expect((await client.ping()).timestampMs).toBeGreaterThan(1_700_000_000_000);
  expect(client.welcome).toMatchObject({ protocolVersion: '1.0', limits: { frameBytesMax: 262_144 } });
});

test('[S-SDK-1] what the server would refuse unread is refused before sending', async () => {
  const client = await join();
  await expect(client.publish('no spaces:x', '')).rejects.toMatchObject({ code: 'INVALID_ARGUMENT', field: 'address' });
  await expect(client.publish('a:b', '', { id: 'not an id' })).rejects.toMatchObject({ code: 'INVALID_IDENTIFIER' });
  await expect(client.publish('a:b', '', { ttlMs: -1 })).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  await expect(client.publish('a:b', new Uint8Array(65_537))).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
  await client.publish('a:b', new Uint8Array(65_536));
});

test('[S-SDK-1] the queue is bounded by count and by bytes, at the bound and one past', async () => {
  const proxy = await startTcpProxy(server.busUrl);
  const client = await connect(proxy.url, { queueMessagesMax: 5, queueBytesMax: 4_000 });
  clients.push(client);
  proxy.stall(true);
  const waiting = Array.from({ length: 5 }, (_, index) => client.publish('queue:a', String(index)));
  await expect(client.publish('queue:a', 'one too many')).rejects.toMatchObject({
    code: 'QUEUE_FULL',
    limit: 'queueMessagesMax',
  });
  proxy.stall(false);
  expect(await Promise.all(waiting)).toHaveLength(5);
  await expect(client.publish('queue:a', 'x'.repeat(4_000))).rejects.toMatchObject({ limit: 'queueBytesMax' });
  await client.publish('queue:a', 'x'.repeat(3_000));
  await proxy.close();
});

test('[S-SDK-1] what was published while there was no connection is sent once there is one', async () => {
  const proxy = await startTcpProxy(server.busUrl);
  const client = await connect(proxy.url, { reconnect: { minMs: 5, maxMs: 20 } });
  clients.push(client);
  const states: string[] = [];
  client.on('state', (state) => states.push(state));
  proxy.refuse(true);
  proxy.cut();
  await expect.poll(() => client.state).toBe('reconnecting');
  const waiting = client.publish('queue:later', 'kept');
  proxy.refuse(false);
  expect(await waiting).toMatchObject({ sequence: 1 });
  expect(states).toContain('connected');
  await client.close();
  await expect(client.publish('queue:later', 'too late')).rejects.toMatchObject({ code: 'CLOSED' });
  await proxy.close();
});

test('[S-SDK-1] the token provider is asked for every connection', async () => {
  const proxy = await startTcpProxy(server.busUrl);
  let asked = 0;
  const token = async (): Promise<string> => {
    asked += 1;
    return `token-${asked}`;
  };
  const client = await connect(proxy.url, { token, reconnect: { minMs: 5, maxMs: 20 } });
  clients.push(client);
  expect(asked).toBe(1);
  proxy.cut();
  await client.ping();
  await expect.poll(() => client.state).toBe('connected');
  await expect.poll(() => asked).toBe(2);
  await proxy.close();
});

test('[S-SDK-1] nobody at home, and no WebSocket at home, are told apart', async () => {
  await expect(connect('ws://127.0.0.1:9')).rejects.toMatchObject({ name: 'ConnectionError', code: 'UNREACHABLE' });
  await expect(connect('nonsense')).rejects.toMatchObject({ name: 'ConnectionError', code: 'REFUSED' });
  const notTheBus = (server.adminUrl ?? '').replace('http', 'ws');
  await expect(connect(notTheBus)).rejects.toMatchObject({ name: 'ConnectionError' });
});

test('[P10] a draining server tells its clients, and they come back to the next one', async () => {
  const first = await startTestServer('server: { drain_retry_min: 1ms, drain_retry_max: 20ms }');
  const client = await connect(first.busUrl, { reconnect: { minMs: 5, maxMs: 20 } });
  clients.push(client);
  const notices: string[] = [];
  client.on('goAway', (notice) => notices.push(notice.reason));
  const lost = new Promise((resolve) => client.on('state', (state, error) => resolve([state, error?.retry])));
  await first.drain();
  expect(await lost).toEqual(['reconnecting', 'retry']);
  expect(notices).toHaveLength(1);
});
