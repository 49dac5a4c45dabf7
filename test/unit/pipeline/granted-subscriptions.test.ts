import { describe, expect, it } from 'vitest';
import { readUint64, wire } from '../../../src/protocol/codec.js';
import { FakeClock } from '../../support/fake-clock.js';
import { createMemoryBus } from '../../support/memory-bus.js';
import { ALL_GRANTS, principal, TokenAuthenticator } from '../../support/trust/token-authenticator.js';

const { MessageType } = wire;

async function open(subscriptions: readonly string[], over: { grants?: typeof ALL_GRANTS; config?: unknown } = {}) {
  const { grants = ALL_GRANTS, config } = over;
  const authenticator = new TokenAuthenticator({ one: principal({ subscriptions, grants }), writer: principal() });
  const memoryBus = createMemoryBus({
    clock: new FakeClock(),
    authenticator,
    ...(config === undefined ? {} : { config }),
  });
  const writer = memoryBus.connect();
  await writer.hello({ token: 'writer' });
  writer.publish('news', 'sport', 'before');
  const client = memoryBus.connect();
  await client.hello({ token: 'one' });
  return { client, writer, memoryBus };
}

describe('subscriptions a credential names [T-AUTH-7]', () => {
  it('are joined after the welcome, exact ones and patterns, and deliver', async () => {
    const { client, writer } = await open(['news:*', 'orders:eu', 'logs:app.*']);
    expect(client.received.map(({ type, room, channel }) => `${MessageType[type]} ${room}:${channel}`)).toEqual([
      'COMMAND_RESULT :',
      'COMMAND_RESULT news:*',
      'COMMAND_RESULT orders:eu',
      'COMMAND_RESULT logs:app.*',
    ]);
    const [joined] = client.received[1]?.commandResult?.join?.channels ?? [];
    expect([joined?.channel, readUint64(joined?.sequence)]).toEqual(['sport', 1]);
    for (const [room, channel] of [
      ['news', 'sport'],
      ['news', 'later'],
      ['orders', 'eu'],
      ['orders', 'us'],
      ['logs', 'app.x'],
    ] as const) {
      writer.publish(room, channel, `${room}:${channel}`);
    }
    expect(client.texts().sort()).toEqual(['logs:app.x', 'news:later', 'news:sport', 'orders:eu']);
  });

  it('are there before anything the client sent with its hello is handled', async () => {
    const authenticator = new TokenAuthenticator({ one: principal({ subscriptions: ['news:sport'] }) });
    const memoryBus = createMemoryBus({ clock: new FakeClock(), authenticator });
    const client = memoryBus.connect();
    await client.hello({ token: 'one' });
    const leave = client.command({ leave: { room: 'news', channel: 'sport' } });
    expect(leave?.commandResult?.leave).toBeTruthy();
  });

  it('that are not granted, or do not exist, are told as errors with their address, in one and the same way [P7]', async () => {
    const { client, memoryBus } = await open(['secret:plans', 'news:gone', 'news:sport', 'not an address'], {
      grants: { ...ALL_GRANTS, subscribe: ['news:*'], create: [] },
    });
    const errors = client.received.flatMap(({ error, room, channel }) =>
      error ? [`${error.name} ${error.field} ${room}:${channel}`] : [],
    );
    expect(errors).toEqual(['NOT_FOUND  secret:plans', 'NOT_FOUND  news:gone', 'INVALID_IDENTIFIER subscriptions :']);
    expect(memoryBus.bus.router.stats().subscriptions).toBe(1);
  });

  it('count against the limit of a connection, at the bound and one past', async () => {
    const config = { rooms: [{ match: '*', auto_create: true }], limits: { subscriptions_per_connection_max: 2 } };
    const { client, memoryBus } = await open(['r:a', 'r:b', 'r:c'], { config });
    expect(memoryBus.bus.router.stats().subscriptions).toBe(2);
    expect(client.received.flatMap(({ error, channel }) => (error ? [`${error.name} ${channel}`] : []))).toEqual([
      'LIMIT_EXCEEDED c',
    ]);
    expect(client.command({ join: { room: 'r', channel: 'd' } })?.error?.name).toBe('LIMIT_EXCEEDED');
  });

  it('need no grant of the join command, and none of other tenants', async () => {
    const authenticator = new TokenAuthenticator({
      one: principal({ subscriptions: ['r:c'], grants: { ...ALL_GRANTS, command: [] } }),
      stranger: principal({ tenant: 'other' }),
    });
    const memoryBus = createMemoryBus({ clock: new FakeClock(), authenticator });
    const [client, stranger] = [memoryBus.connect(), memoryBus.connect()];
    await client.hello({ token: 'one' });
    await stranger.hello({ token: 'stranger' });
    stranger.publish('r', 'c', 'of another tenant');
    client.publish('r', 'c', 'own');
    expect(client.texts()).toEqual(['own']);
  });
});
