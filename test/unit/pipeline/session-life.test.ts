import { describe, expect, it } from 'vitest';
import type { Principal } from '../../../src/auth/principal.js';
import { wire } from '../../../src/protocol/codec.js';
import { FakeClock } from '../../support/fake-clock.js';
import { createMemoryBus, type MemoryBus, type MemoryConnection } from '../../support/memory-bus.js';
import { ALL_GRANTS, principal, TokenAuthenticator } from '../../support/trust/token-authenticator.js';

const { CloseCode, MessageType } = wire;

interface Scene {
  readonly clock: FakeClock;
  readonly authenticator: TokenAuthenticator;
  readonly memoryBus: MemoryBus;
  readonly connect: (token: string) => Promise<MemoryConnection>;
}

/** @param principals by token; their expiry counts from now */
function setUp(principals: Record<string, Partial<Principal> & { lifeMs?: number }>, config?: unknown): Scene {
  const clock = new FakeClock();
  const authenticator = new TokenAuthenticator(
    Object.fromEntries(
      Object.entries(principals).map(([token, { lifeMs = Infinity, ...over }]) => [
        token,
        principal({ ...over, expiresAtMs: clock.nowMs() + lifeMs }),
      ]),
    ),
  );
  const memoryBus = createMemoryBus({ clock, authenticator, ...(config === undefined ? {} : { config }) });
  return {
    clock,
    authenticator,
    memoryBus,
    async connect(token) {
      const connection = memoryBus.connect();
      await connection.hello({ token });
      return connection;
    },
  };
}

function errorsOf(connection: MemoryConnection): string[] {
  return connection.received.flatMap(({ error }) => error?.name ?? []);
}

async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describe('the time of a credential [T-AUTH-6] [P6]', () => {
  it('ends the session within a second of its end, says why, and asks to authenticate again', async () => {
    const { clock, memoryBus, connect } = setUp({ short: { lifeMs: 10_000 } });
    const client = await connect('short');
    clock.advance(9_999);
    expect(client.open).toBe(true);
    clock.advance(1_000);
    expect(client.closedWith).toBe(CloseCode.CLOSED_UNAUTHENTICATED);
    const [error] = client.received.flatMap(({ error }) => error ?? []);
    expect(error).toMatchObject({ name: 'CREDENTIAL_EXPIRED', retry: wire.Retry.AFTER_REAUTH });
    expect(memoryBus.events.filter(({ type }) => type === 'session.closed')).toMatchObject([
      { reason: 'expired', subject: 'svc', keyId: 'k1', tenant: 'acme' },
    ]);
  });

  it('lets nothing through after its end, even what was decided before and before the sweep has looked', async () => {
    const { clock, memoryBus, connect } = setUp({ short: { lifeMs: 500 } });
    const client = await connect('short');
    client.publish('r', 'c', 'in time');
    expect(memoryBus.counters.published).toBe(1);
    clock.advance(500);
    expect(client.open).toBe(true);
    const late = client.publish('r', 'c', 'late');
    expect(client.answerTo(late)?.error?.name).toBe('CREDENTIAL_EXPIRED');
    expect(memoryBus.counters.published).toBe(1);
    expect(client.closedWith).toBe(CloseCode.CLOSED_UNAUTHENTICATED);
  });

  it.each([
    ['a command', { type: MessageType.COMMAND, command: { ping: {} } }],
    ['a request', { type: MessageType.REQUEST, room: 'r', channel: 'c' }],
    ['a direct message', { type: MessageType.DIRECT, target: 'test-node.aaaaaaaaaaaaaaaa' }],
  ])('refuses %s that comes in the millisecond of the end', async (_name, envelope) => {
    const { clock, connect } = setUp({ short: { lifeMs: 500 } });
    const client = await connect('short');
    clock.advance(499);
    const [inTime = ''] = client.send(envelope);
    expect(client.answerTo(inTime)?.error?.name).not.toBe('CREDENTIAL_EXPIRED');
    clock.advance(1);
    const [late = ''] = client.send(envelope);
    expect(client.answerTo(late)?.error?.name).toBe('CREDENTIAL_EXPIRED');
  });

  it('delivers nothing any more once the session ended', async () => {
    const { clock, memoryBus, connect } = setUp({ short: { lifeMs: 500 }, long: {} });
    const [reader, writer] = [await connect('short'), await connect('long')];
    reader.command({ join: { room: 'r', channel: 'c' } });
    clock.advance(1_000);
    const before = reader.received.length;
    writer.publish('r', 'c', 'secret');
    memoryBus.tick();
    expect(reader.received).toHaveLength(before);
    expect(memoryBus.bus.router.stats()).toMatchObject({ clients: 1, subscriptions: 0 });
  });

  it('refuses a credential that is over when the authenticator accepts it', async () => {
    const { memoryBus, connect } = setUp({ old: { lifeMs: 0 } });
    await expect(connect('old')).rejects.toThrow('UNAUTHENTICATED');
    expect(memoryBus.events.filter(({ type }) => type === 'auth.failed')).toMatchObject([{ reason: 'expired' }]);
  });

  it('goes on under a renewed one', async () => {
    const { clock, connect } = setUp({ short: { lifeMs: 500 }, renewed: { lifeMs: 5_000 } });
    const client = await connect('short');
    client.command({ refreshToken: { token: 'renewed' } });
    await settled();
    clock.advance(4_500);
    expect(client.open).toBe(true);
    clock.advance(1_500);
    expect(client.closedWith).toBe(CloseCode.CLOSED_UNAUTHENTICATED);
  });
});

describe('what vouches for a session [T-AUTH-6] [P6]', () => {
  it('ends the session within a second of being revoked, and no other', async () => {
    const { clock, authenticator, connect, memoryBus } = setUp({ one: { keyId: 'k1' }, two: { keyId: 'k2' } });
    const [one, two] = [await connect('one'), await connect('two')];
    authenticator.revokedKeys.add('k1');
    clock.advance(1_000);
    expect([one.closedWith, two.closedWith]).toEqual([CloseCode.DISCONNECTED_BY_OPERATOR, null]);
    expect(errorsOf(one)).toEqual(['UNAUTHENTICATED']);
    expect(memoryBus.events.filter(({ type }) => type === 'session.closed')).toMatchObject([{ reason: 'revoked' }]);
  });

  it('is asked for by one timer, which ends with the last session', async () => {
    const { clock, connect } = setUp({ one: {}, two: {} });
    const idleTimers = clock.timersPending;
    const [one, two] = [await connect('one'), await connect('two')];
    expect(clock.timersPending).toBe(idleTimers + 1);
    clock.advance(10_000);
    expect(clock.timersPending).toBe(idleTimers + 1);
    one.close(1000);
    two.close(1000);
    expect(clock.timersPending).toBe(idleTimers);
  });

  it('ends very many sessions of one key with turns for the others between', async () => {
    const { clock, authenticator, memoryBus, connect } = setUp({ one: {} });
    const all: MemoryConnection[] = [];
    for (let count = 0; count < 300; count += 1) all.push(await connect('one'));
    authenticator.revokedKeys.add('k1');
    clock.advance(999);
    const openAfterTurns: number[] = [];
    clock.setTimer(1, () => openAfterTurns.push(all.filter(({ open }) => open).length));
    clock.advance(1);
    expect(openAfterTurns).toEqual([300 - 256]);
    expect(all.filter(({ open }) => open)).toEqual([]);
    expect(memoryBus.bus.router.stats().clients).toBe(0);
  });
});

describe('a refresh with fewer grants [T-AUTH-6] [P6]', () => {
  const fewer = (over: Partial<typeof ALL_GRANTS>): Partial<Principal> => ({ grants: { ...ALL_GRANTS, ...over } });

  async function refresh(client: MemoryConnection, token: string): Promise<void> {
    client.command({ refreshToken: { token } });
    await settled();
  }

  function noticesOf(client: MemoryConnection): string[] {
    return client.received
      .filter(({ error }) => error?.name === 'PERMISSION_DENIED')
      .map(({ room, channel, error }) => `${room}:${channel} ${error?.field}`);
  }

  it('ends subscriptions and group memberships that are no longer granted, each with a notice', async () => {
    const { memoryBus, connect } = setUp({ all: {}, less: fewer({ subscribe: ['kept:*'] }) });
    const [client, writer] = [await connect('all'), await connect('all')];
    for (const [room, channel, group] of [
      ['kept', 'c', ''],
      ['lost', 'c', ''],
      ['wild', '*', ''],
      ['work', 'jobs', 'pool'],
    ]) {
      client.command({ join: { room: room ?? '', channel: channel ?? '', group: group ?? '' } });
    }
    await refresh(client, 'less');
    expect(noticesOf(client)).toEqual(['lost:c subscription', 'wild:* subscription', 'work:jobs subscription']);
    for (const [room, channel] of [
      ['kept', 'c'],
      ['lost', 'c'],
      ['wild', 'c'],
      ['work', 'jobs'],
    ]) {
      writer.publish(room ?? '', channel ?? '', `of ${room}`);
    }
    memoryBus.tick();
    expect(client.texts()).toEqual(['of kept']);
    expect(memoryBus.events.filter(({ type }) => type === 'subscription.closed')).toHaveLength(3);
  });

  it('ends being a responder, and leaves the subscription', async () => {
    const { connect } = setUp({ all: {}, less: fewer({ command: ['join', 'refresh_token'] }) });
    const [client, asker] = [await connect('all'), await connect('all')];
    client.command({ join: { room: 'tools', channel: 'math', responder: true } });
    const ask = () => asker.send({ type: MessageType.REQUEST, room: 'tools', channel: 'math' })[0] ?? '';
    expect(asker.answerTo(ask())).toBeUndefined();
    await refresh(client, 'less');
    expect(noticesOf(client)).toEqual(['tools:math responder']);
    expect(asker.answerTo(ask())?.error?.name).toBe('NO_RESPONDER');
    asker.publish('tools', 'math', 'still here');
    expect(client.texts().at(-1)).toBe('still here');
  });

  it('forgets what was decided about publishing', async () => {
    const { connect, memoryBus } = setUp({ all: {}, less: fewer({ publish: [] }) });
    const client = await connect('all');
    client.publish('r', 'c', 'one');
    await refresh(client, 'less');
    const second = client.publish('r', 'c', 'two');
    expect(client.answerTo(second)?.error?.name).toBe('NOT_FOUND');
    expect(memoryBus.counters.published).toBe(1);
  });

  it('changes nothing when the grants are the same', async () => {
    const { connect, memoryBus } = setUp({ all: {} });
    const client = await connect('all');
    client.command({ join: { room: 'r', channel: 'c', responder: true } });
    await refresh(client, 'all');
    expect(noticesOf(client)).toEqual([]);
    expect(memoryBus.bus.router.stats().subscriptions).toBe(1);
  });
});

describe('an authenticator that hangs [T-AUTH-6] [P8]', () => {
  it('costs a hello its connection within the hello timeout', () => {
    const { clock, authenticator, memoryBus } = setUp({ one: {} });
    authenticator.hangs = true;
    const client = memoryBus.connect();
    client.send({ type: MessageType.COMMAND, hello: { token: 'one' } });
    clock.advance(4_999);
    expect(client.open).toBe(true);
    clock.advance(1);
    expect(client.closedWith).toBe(CloseCode.SERVER_BUSY);
    expect(memoryBus.events).toContainEqual(expect.objectContaining({ type: 'auth.failed', reason: 'unavailable' }));
  });

  it('costs a refresh its answer, not the session; a second refresh meanwhile must wait', async () => {
    const { clock, authenticator, connect } = setUp({ one: {} });
    const client = await connect('one');
    authenticator.hangs = true;
    const [first = '', second = ''] = client.send(
      { type: MessageType.COMMAND, command: { refreshToken: { token: 'one' } } },
      { type: MessageType.COMMAND, command: { refreshToken: { token: 'one' } } },
    );
    expect(client.answerTo(second)?.error?.name).toBe('RATE_LIMITED');
    clock.advance(4_999);
    expect(client.answerTo(first)).toBeUndefined();
    clock.advance(1);
    await settled();
    expect(client.answerTo(first)?.error?.name).toBe('UNAUTHENTICATED');
    expect(client.open).toBe(true);
    authenticator.hangs = false;
    const [third = ''] = client.send({ type: MessageType.COMMAND, command: { refreshToken: { token: 'one' } } });
    await settled();
    expect(client.answerTo(third)?.commandResult?.refreshToken).toBeTruthy();
  });
});
