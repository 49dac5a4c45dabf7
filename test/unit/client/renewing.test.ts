/** Credentials that expire: renewed in band where there is a provider, replaced once where the server ended the session. */
import { describe, expect, it } from 'vitest';
import type { Client, TokenProvider } from '../../../src/client/index.js';
import { wire } from '../../../src/protocol/codec.js';
import { joinWith, ScriptedBus, WELCOME, type ScriptedConnection } from './support/scripted-bus.js';

const HOUR_MS = 3_600_000;
/** Tests say random() is 0.5, so that is how long before the expiry a new credential is asked for. */
const EARLY_MS = 45_000;

interface Wishes {
  readonly token?: TokenProvider;
  readonly lifetimeMs?: number;
  readonly command?: string[];
  /** What refresh_token is answered; by default one more lifetime. */
  readonly answer?: (to: wire.Envelope, connection: ScriptedConnection) => void;
}

async function start(wishes: Wishes = {}) {
  const { lifetimeMs = HOUR_MS, command = ['refresh_token'] } = wishes;
  const bus = new ScriptedBus();
  const expiry = () => (lifetimeMs === 0 ? 0 : bus.clock.nowMs() + lifetimeMs);
  const answer =
    wishes.answer ?? ((to, connection) => connection.result(to, { refreshToken: { expiresAtMs: expiry() } }));
  bus.script = (envelope, connection) => {
    if (envelope.hello) {
      const welcome = { ...WELCOME, clientId: `me-${connection.number}`, expiresAtMs: expiry(), grants: { command } };
      connection.send({ type: wire.MessageType.COMMAND_RESULT, correlationId: envelope.id, welcome });
    } else if (envelope.command?.refreshToken) answer(envelope, connection);
    else if (envelope.command?.ping) connection.result(envelope, { ping: {} });
  };
  let asked = 0;
  const client = await bus.connect({ token: wishes.token ?? (() => `t${(asked += 1)}`) });
  const errors: unknown[] = [];
  client.on('error', (error) => errors.push(error));
  return { bus, client, errors, asked: () => asked, refreshes: () => refreshesOf(bus) };
}

function refreshesOf(bus: ScriptedBus): string[] {
  const commands = bus.connections.flatMap((connection) => connection.commands('refreshToken'));
  return commands.map(({ command }) => command?.refreshToken?.token ?? '');
}

/** In steps, so that heartbeats are answered on the way. */
async function pass(bus: ScriptedBus, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 500) await bus.advance(Math.min(500, left));
}

describe('renewal before the expiry [S-SDK-1] [T-AUTH-6]', () => {
  it('asks the provider, refreshes the session, and again before the next expiry', async () => {
    const { bus, client, errors, refreshes } = await start({ lifetimeMs: 300_000 });
    await pass(bus, 300_000 - EARLY_MS - 500);
    expect(refreshes()).toEqual([]);
    await pass(bus, 1_000);
    expect(refreshes()).toEqual(['t2']);
    await pass(bus, 300_000 - EARLY_MS);
    expect(refreshes()).toEqual(['t2', 't3']);
    expect(bus.connections).toHaveLength(1);
    expect(client.state).toBe('connected');
    expect(errors).toEqual([]);
  });

  it('of a short life comes in its second half', async () => {
    const { bus, refreshes } = await start({ lifetimeMs: 4_000 });
    await pass(bus, 2_000);
    expect(refreshes()).toEqual([]);
    await pass(bus, 1_000);
    expect(refreshes()).toEqual(['t2']);
  });

  it.each<[string, Wishes]>([
    ['a fixed credential', { token: 'fixed' }],
    ['a credential that never expires', { lifetimeMs: 0 }],
    ['a session that may not send refresh_token', { command: ['join'] }],
  ])('is nothing for %s', async (_, wishes) => {
    const { bus, refreshes, errors } = await start({ lifetimeMs: 4_000, ...wishes });
    await pass(bus, 6_000);
    expect(refreshes()).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('of a life longer than any timer does not come at once', async () => {
    const { bus, refreshes } = await start({ lifetimeMs: 400 * 24 * HOUR_MS });
    await pass(bus, 5_000);
    expect(refreshes()).toEqual([]);
  });

  it('that brings the same credential is tried again, at most once a second, and ends with it', async () => {
    let expiresAtMs = 0;
    const { bus, refreshes } = await start({
      lifetimeMs: 60_000,
      answer: (to, connection) => connection.result(to, { refreshToken: { expiresAtMs } }),
    });
    expiresAtMs = bus.clock.nowMs() + 60_000;
    await pass(bus, 70_000);
    expect(refreshes().length).toBeGreaterThan(1);
    expect(refreshes().length).toBeLessThan(10);
    expect(bus.clock.timersPending).toBeLessThanOrEqual(2);
  });

  it('that fails is told and tried again; a provider that throws too', async () => {
    let asked = 0;
    const token = () => {
      asked += 1;
      return asked === 2 ? Promise.reject(new Error('vault is sealed')) : Promise.resolve(`t${asked}`);
    };
    const { bus, client, errors, refreshes } = await start({ token, lifetimeMs: 60_000 });
    await pass(bus, 59_000);
    expect(errors).toMatchObject([{ message: 'vault is sealed' }]);
    expect(refreshes()).toEqual(['t3']);
    expect(client.state).toBe('connected');
  });

  it('that is refused for good is told once and not repeated', async () => {
    const { bus, errors, refreshes } = await start({
      lifetimeMs: 60_000,
      answer: (to, connection) => connection.error(to, 'PERMISSION_DENIED', { retry: wire.Retry.NEVER }),
    });
    await pass(bus, 59_000);
    expect(errors).toMatchObject([{ code: 'PERMISSION_DENIED' }]);
    expect(refreshes()).toEqual(['t2']);
  });

  it.each<[string, (bus: ScriptedBus, client: Client) => void]>([
    ['a lost connection', (bus) => bus.last.lose()],
    ['close', (_, client) => void client.close()],
  ])('ends with %s: nothing of it is left', async (_, end) => {
    const { bus, client, errors, asked } = await start({ lifetimeMs: 10_000 });
    bus.onConnect = () => undefined;
    end(bus, client);
    await bus.advance(9_000);
    expect(refreshesOf(bus)).toEqual([]);
    expect(errors).toEqual([]);
    expect(asked()).toBeLessThanOrEqual(2);
  });

  it('under way when the connection is lost is nobody’s error: the next connection brings its own', async () => {
    const { bus, client, errors } = await start({ lifetimeMs: 4_000, answer: () => undefined });
    await pass(bus, 3_000);
    expect(refreshesOf(bus)).toEqual(['t2']);
    bus.last.lose();
    await bus.advance(250);
    expect(client).toMatchObject({ state: 'connected', clientId: 'me-2' });
    expect(bus.last.request.token).toBe('t3');
    expect(errors).toEqual([]);
  });
});

describe('a session the server ended over its credential [P6] [S-SDK-1]', () => {
  const lose = (bus: ScriptedBus) => {
    bus.last.error(null, 'CREDENTIAL_EXPIRED', { retry: wire.Retry.AFTER_REAUTH });
    bus.last.lose({ code: wire.CloseCode.CLOSED_UNAUTHENTICATED });
  };

  it('goes on with a credential of the provider, each time it happens', async () => {
    const { bus, client } = await start({ command: [] });
    for (const number of [2, 3, 4, 5]) {
      await pass(bus, 2_000);
      lose(bus);
      expect(client.state).toBe('reconnecting');
      await bus.advance(250);
      expect(client).toMatchObject({ state: 'connected', clientId: `me-${number}` });
      expect(bus.last.request.token).toBe(`t${number}`);
    }
  });

  it('is over where the fresh credential is refused too, although its connection was lost in between', async () => {
    const { bus, client, asked } = await start({ command: [] });
    lose(bus);
    bus.onConnect = (connection) => connection.lose();
    await bus.advance(250);
    expect(client.state).toBe('reconnecting');
    bus.onConnect = (connection) => connection.lose({ code: wire.CloseCode.CLOSED_UNAUTHENTICATED });
    await bus.advance(1_000);
    expect(client.state).toBe('closed');
    expect(asked()).toBe(3);
    await bus.advance(60_000);
    expect(asked()).toBe(3);
  });

  it('waits longer each time where sessions end as soon as they began', async () => {
    const { bus, asked } = await start({ command: [] });
    bus.script = (envelope, connection) => {
      if (!envelope.hello) return;
      connection.send({ type: wire.MessageType.COMMAND_RESULT, correlationId: envelope.id, welcome: WELCOME });
      queueMicrotask(() => connection.lose({ code: wire.CloseCode.CLOSED_UNAUTHENTICATED }));
    };
    lose(bus);
    // random() is 0.5: 125 ms, 250, 500 and so on up to 7.5 s.
    await pass(bus, 60_000);
    expect(asked()).toBeGreaterThan(5);
    expect(asked()).toBeLessThan(16);
  });
});

describe('a subscription whose grant was lost [T-AUTH-6] [S-SDK-1]', () => {
  it('ends with the refusal, the others go on, and a reconnect does not ask for it again', async () => {
    const bus = new ScriptedBus();
    bus.script = joinWith(() => []);
    const client = await bus.connect();
    const errors: unknown[] = [];
    client.on('error', (error) => errors.push(error));
    const joining = Promise.all([client.join('r:lost'), client.join('r:lost'), client.join('r:*')]);
    await bus.settle();
    const [lost, twin, kept] = await joining;
    bus.last.message('lost', 1);
    const error = { code: wire.ErrorCode.PERMISSION_DENIED, name: 'PERMISSION_DENIED', field: 'subscription' };
    bus.last.send({ type: wire.MessageType.ERROR, room: 'r', channel: 'lost', error });
    bus.last.message('lost', 2);

    const refused = { code: 'PERMISSION_DENIED', field: 'subscription' };
    expect(errors).toMatchObject([refused]);
    for (const subscription of [lost, twin]) {
      const messages = subscription[Symbol.asyncIterator]();
      expect(await messages.next()).toMatchObject({ value: { id: 'lost-1' } });
      await expect(messages.next()).rejects.toMatchObject(refused);
    }
    const messages = kept[Symbol.asyncIterator]();
    expect(await messages.next()).toMatchObject({ value: { id: 'lost-1' } });
    expect(await messages.next()).toMatchObject({ value: { id: 'lost-2' } });

    bus.last.lose();
    await bus.advance(250);
    expect(bus.last.commands('join').map(({ command }) => command?.join?.channel)).toEqual(['*']);
    await client.close();
  });
});
