import { beforeEach, describe, expect, it } from 'vitest';
import type { Authenticator } from '../../../src/auth/authenticator.js';
import type { LimiterOptions } from '../../../src/limits/limiter.js';
import { wire } from '../../../src/protocol/codec.js';
import { FakeClock } from '../../support/fake-clock.js';
import { createMemoryBus, type MemoryBus, type MemoryConnection } from '../../support/memory-bus.js';

const { MessageType, CloseCode, Retry } = wire;
const OFF = { messagesPerSecond: 0, bytesPerSecond: 0, burstMs: 1000 };
const messages = (messagesPerSecond: number) => ({ ...OFF, messagesPerSecond });

const OPEN: LimiterOptions = {
  rates: { connection: OFF, subject: OFF, tenant: OFF, senderPerChannel: OFF, entriesMax: 100 },
  connections: { connectionsMax: 100, perAddressMax: 0, perTenantMax: 0, shares: { shareMin: 0, tenants: 1 } },
  bans: { strikesMax: 0, windowMs: 60_000, durationMs: 10_000, durationMaxMs: 10_000, entriesMax: 100 },
  neverBanned: () => false,
};
const BANNING: LimiterOptions = { ...OPEN, bans: { ...OPEN.bans, strikesMax: 2 } };

/** The credential `tenant/subject` vouches for itself; anything else is unknown. */
const SELF_STYLED: Authenticator = {
  scheme: 'self-styled',
  authenticate({ credential }) {
    const [tenant = '', subject = ''] = (credential ?? '').split('/');
    if (subject === '') return Promise.resolve({ ok: false, error: { reason: 'unknown' } });
    const all = { publish: ['*'], subscribe: ['*'], history: ['*'], create: ['*'], command: ['*'] };
    const who = { tenant, subject, clientType: null, roles: [], grants: all, capabilities: [], subscriptions: [] };
    return Promise.resolve({ ok: true, value: { ...who, expiresAtMs: Infinity, keyId: 'k' } });
  },
  stillVouchesFor: () => true,
};

let clock: FakeClock;
let memoryBus: MemoryBus;
beforeEach(() => {
  clock = new FakeClock();
});

function start(limits: LimiterOptions, config: Record<string, unknown> = {}): void {
  const rooms = [{ match: '*', auto_create: true }];
  memoryBus = createMemoryBus({ clock, authenticator: SELF_STYLED, limits, config: { rooms, ...config } });
}

async function join(credential: string, remoteAddress = '10.0.0.1'): Promise<MemoryConnection> {
  const connection = memoryBus.connect({ credential, remoteAddress });
  await connection.hello();
  return connection;
}

function publishMany(client: MemoryConnection, count: number, channel = 'c'): (wire.IError | null)[] {
  const envelope = { type: MessageType.EVENT, room: 'r', channel, payload: Buffer.from('x') };
  const ids = client.send(...Array.from({ length: count }, () => envelope));
  return ids.map((id) => client.answerTo(id)?.error ?? null);
}

const refusals = (errors: (wire.IError | null)[]) => errors.filter((error) => error !== null);

describe('rates [T-LIM-1]', () => {
  it('refuse each envelope past the bound by itself, with the limit and the time to wait', async () => {
    start({ ...OPEN, rates: { ...OPEN.rates, connection: messages(20) } });
    const client = await join('acme/alice');
    const errors = publishMany(client, 40);
    expect(errors.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => null));
    for (const error of errors.slice(20)) {
      expect(error).toMatchObject({
        name: 'RATE_LIMITED',
        retry: Retry.RETRY,
        retryAfterMs: 56,
        field: 'limits.rates.connection',
      });
    }
    expect(memoryBus.counters.published).toBe(20);
    clock.advance(56);
    expect(refusals(publishMany(client, 2))).toHaveLength(1);
    expect(client.open).toBe(true);
  });

  it('count commands and direct messages like publishes, but no hello', async () => {
    start({ ...OPEN, rates: { ...OPEN.rates, connection: messages(3) } });
    const client = await join('acme/alice');
    client.command({ ping: {} });
    client.send({ type: MessageType.DIRECT, target: client.clientId });
    client.command({ ping: {} });
    expect(client.command({ ping: {} })?.error?.name).toBe('RATE_LIMITED');
  });

  it('hold for a subject and for a tenant on all connections together, and for nobody else [P7]', async () => {
    start({ ...OPEN, rates: { ...OPEN.rates, subject: messages(10), tenant: messages(15) } });
    const [one, two, bob, other] = [
      await join('acme/alice'),
      await join('acme/alice'),
      await join('acme/bob'),
      await join('other/alice'),
    ];
    expect(refusals(publishMany(one, 6))).toEqual([]);
    expect(refusals(publishMany(two, 6)).map((error) => error?.field)).toEqual([
      'limits.rates.subject',
      'limits.rates.subject',
    ]);
    expect(refusals(publishMany(bob, 6)).map((error) => error?.field)).toEqual(['limits.rates.tenant']);
    expect(refusals(publishMany(other, 10))).toEqual([]);
  });

  it('count the bytes of envelopes', async () => {
    start({ ...OPEN, rates: { ...OPEN.rates, connection: { ...OFF, bytesPerSecond: 1000 } } });
    const client = await join('acme/alice');
    const send = () => client.answerTo(client.publish('r', 'c', 'x'.repeat(600)));
    expect(send()?.ack).toBeTruthy();
    expect(send()?.error?.name).toBe('RATE_LIMITED');
    clock.advance(1000);
    expect(send()?.ack).toBeTruthy();
  });

  it('hold for a sender in one channel, before anything is inspected or stored', async () => {
    start({ ...OPEN, rates: { ...OPEN.rates, senderPerChannel: messages(5) } });
    const [one, two] = [await join('acme/alice'), await join('acme/alice')];
    publishMany(one, 3);
    const errors = refusals(publishMany(two, 4));
    expect(errors.map((error) => error?.field)).toEqual([
      'limits.rates.sender_per_channel',
      'limits.rates.sender_per_channel',
    ]);
    expect(refusals(publishMany(two, 5, 'd'))).toEqual([]);
    expect(memoryBus.counters.published).toBe(10);
  });

  it('are no malformed strike, however often, where nobody is banned', async () => {
    const config = { limits: { malformed_strikes_max: 1 }, bans: { rate_refusals: 5 } };
    start({ ...OPEN, rates: { ...OPEN.rates, connection: messages(1) } }, config);
    const client = await join('acme/alice');
    for (let count = 0; count < 20; count += 1) publishMany(client, 100);
    expect(client.open).toBe(true);
  });

  it('are told to operators now and then, and counted each time [P8]', async () => {
    start({ ...OPEN, rates: { ...OPEN.rates, connection: messages(1) } });
    const client = await join('acme/alice');
    publishMany(client, 301);
    const told = memoryBus.events.filter(({ type }) => type === 'limit.exceeded');
    expect(told).toHaveLength(5);
    expect(told[0]).toMatchObject({ limit: 'limits.rates.connection', tenant: 'acme', clientId: client.clientId });
    expect(memoryBus.bus.limiter.figures().limited).toEqual(new Map([['limits.rates.connection', 300]]));
  });
});

describe('connections of a tenant [T-LIM-1] [T-TEN-2]', () => {
  const bounds = { ...OPEN.connections, perTenantMax: 2 };

  it('are refused one past the limit, by its name, and told to come back', async () => {
    start({ ...OPEN, connections: bounds });
    const [first] = [await join('acme/alice'), await join('acme/bob')];
    const third = memoryBus.connect({ credential: 'acme/carol' });
    await expect(third.hello()).rejects.toThrow('no welcome');
    const error = third.received.find((envelope) => envelope.error)?.error;
    expect(error).toMatchObject({ name: 'LIMIT_EXCEEDED', field: 'limits.connections_per_tenant_max' });
    expect(third.closedWith).toBe(CloseCode.SERVER_BUSY);
    expect(await join('other/alice')).toBeTruthy();
    first.close(1000);
    expect(await join('acme/carol')).toBeTruthy();
    expect(memoryBus.bus.limiter.connections.ofTenant('acme')).toBe(2);
  });

  it('are counted down exactly once, for refused and unfinished ones not at all', async () => {
    start({ ...OPEN, connections: bounds });
    const stranger = memoryBus.connect({ credential: 'nobody' });
    await expect(stranger.hello()).rejects.toThrow('no welcome');
    const silent = memoryBus.connect({ credential: 'acme/alice' });
    silent.close(1006);
    const client = await join('acme/alice');
    client.close(1000);
    expect(memoryBus.bus.limiter.connections.ofTenant('acme')).toBe(0);
  });
});

describe('bans [T-LIM-2]', () => {
  const guess = async () => {
    const stranger = memoryBus.connect({ credential: 'nobody', remoteAddress: '10.0.0.7' });
    await expect(stranger.hello()).rejects.toThrow('no welcome');
  };

  it('of an address follow refused credentials', async () => {
    start(BANNING);
    await guess();
    expect(memoryBus.bus.limiter.openConnection('10.0.0.7')).toBeNull();
    await guess();
    expect(memoryBus.bus.limiter.openConnection('10.0.0.7')).toEqual({ limit: 'bans.duration', retryAfterMs: 10_000 });
    const told = memoryBus.events.filter(({ type }) => type === 'access.banned');
    expect(told).toMatchObject([{ what: 'address', name: '10.0.0.7' }]);
    expect(JSON.stringify(memoryBus.events)).not.toContain('nobody');
  });

  it('of an address do not follow silence', () => {
    start(BANNING);
    for (let count = 0; count < 5; count += 1) memoryBus.connect({ remoteAddress: '10.0.0.7' });
    clock.advance(60_000);
    expect(memoryBus.bus.limiter.bans()).toEqual([]);
  });

  it('of an address follow broken framing before there is a session', () => {
    start(BANNING);
    for (let count = 0; count < 2; count += 1) {
      memoryBus.connect({ remoteAddress: '10.0.0.7' }).sendBytes(Buffer.from([0x0a, 0x7f]));
    }
    expect(memoryBus.bus.limiter.bans()).toMatchObject([{ what: 'address', name: '10.0.0.7' }]);
  });

  it('of an address, or a subject with a session, follow breaches of the transport [P8]', async () => {
    start(BANNING);
    for (const code of [1002, 1009]) memoryBus.connect({ remoteAddress: '10.0.0.7' }).lose(code);
    for (const code of [1008, CloseCode.CLOSED_TOO_MANY_STRIKES]) (await join('acme/alice')).lose(code);
    expect(memoryBus.bus.limiter.bans()).toMatchObject([
      { what: 'address', name: '10.0.0.7' },
      { what: 'subject', tenant: 'acme', name: 'alice' },
    ]);
  });

  it('follow no ordinary end, and not being turned away for a ban', async () => {
    start(BANNING);
    for (const code of [1000, 1001, 1006, CloseCode.HEARTBEAT_TIMEOUT, CloseCode.CLOSED_SLOW_CONSUMER]) {
      (await join('acme/alice')).lose(code);
      memoryBus.connect({ remoteAddress: '10.0.0.7' }).lose(code);
    }
    for (let count = 0; count < 3; count += 1) {
      memoryBus.connect({ remoteAddress: '10.0.0.7' }).lose(CloseCode.CLOSED_TOO_MANY_STRIKES);
    }
    expect(memoryBus.bus.limiter.bans()).toEqual([]);
  });

  it('of a subject follow malformed envelopes of its sessions, and keep it out until they end', async () => {
    start(BANNING, { limits: { malformed_strikes_max: 2 } });
    for (let count = 0; count < 2; count += 1) {
      const client = await join('acme/alice');
      for (let bad = 0; bad < 3; bad += 1) client.send({ type: MessageType.EVENT, room: '', channel: 'c' });
      expect(client.closedWith).toBe(CloseCode.CLOSED_TOO_MANY_STRIKES);
    }
    const again = memoryBus.connect({ credential: 'acme/alice' });
    await expect(again.hello()).rejects.toThrow('no welcome');
    const error = again.received.find((envelope) => envelope.error)?.error;
    expect(error).toMatchObject({ name: 'RATE_LIMITED', field: 'bans.duration', retryAfterMs: 10_240 });
    expect(again.closedWith).toBe(CloseCode.CLOSED_TOO_MANY_STRIKES);
    expect(await join('acme/bob')).toBeTruthy();
    clock.advance(10_000);
    expect(await join('acme/alice')).toBeTruthy();
  });

  it('of a subject follow sustained excess of rates, and close the connection', async () => {
    start({ ...BANNING, rates: { ...OPEN.rates, connection: messages(1) } }, { bans: { rate_refusals: 50 } });
    const client = await join('acme/alice');
    publishMany(client, 100);
    expect(client.open).toBe(true);
    publishMany(client, 1);
    expect(client.closedWith).toBe(CloseCode.CLOSED_TOO_MANY_STRIKES);
    expect(memoryBus.bus.limiter.bans()).toMatchObject([{ what: 'subject', tenant: 'acme', name: 'alice' }]);
  });
});

describe('the time of commands [T-LIM-1] [P8]', () => {
  /** Takes a millisecond each time it is looked at. */
  class BusyClock extends FakeClock {
    override monotonicMs(): number {
      this.advance(1);
      return super.monotonicMs();
    }
  }

  const commandTime = { messagesPerSecond: 1, bytesPerSecond: 0, burstMs: 5_000 };
  const ping = (id: string) => ({ version: 1, type: MessageType.COMMAND, id, command: { ping: {} } });

  it('is used up by commands that take it, then they are refused, told when to ask again, and counted', async () => {
    clock = new BusyClock();
    start({ ...OPEN, rates: { ...OPEN.rates, commandTime } });
    const client = await join('acme/alice');
    client.send(...Array.from({ length: 20 }, (_, index) => ping(`p${index}`)));
    const errors = client.received.flatMap(({ error }) => (error ? [error] : []));
    const answers = client.received.filter(({ commandResult }) => commandResult);
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.length).toBeLessThanOrEqual(5);
    expect(errors).toHaveLength(20 - answers.length);
    expect(errors[0]).toMatchObject({ name: 'RATE_LIMITED', field: 'limits.rates.command_time' });
    expect(errors[0]?.retryAfterMs).toBeGreaterThan(0);
    expect(memoryBus.bus.limiter.figures().limited.get('limits.rates.command_time')).toBe(errors.length);
  });
});

describe('a bound of channels or subscriptions [T-LIM-1]', () => {
  it('is counted and told to operators when a command or a publish is refused for it', async () => {
    start(OPEN, { limits: { channels_per_tenant_max: 1, subscriptions_per_connection_max: 1 } });
    const client = await join('acme/alice');
    const { figures } = { figures: () => memoryBus.bus.limiter.figures().limited };
    const joinOf = (channel: string) => ({
      version: 1,
      type: MessageType.COMMAND,
      id: channel,
      command: { join: { room: 'r', channel } },
    });
    client.send(joinOf('one'));
    client.send(joinOf('two'));
    expect(figures().get('limits.subscriptions_per_connection_max')).toBe(1);
    client.send({ version: 1, type: MessageType.EVENT, id: 'm', room: 'r', channel: 'three' });
    expect(figures().get('limits.channels_per_tenant_max')).toBe(1);
  });
});
