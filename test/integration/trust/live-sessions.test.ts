/**
 * What a credential allows ends with it, on connections that are open: expired, revoked, denied, or with fewer grants.
 * Real servers from configuration, real sockets, real time; each test says what it measured. [T-AUTH-6] [T-AUTH-7] [P6]
 */
import { performance } from 'node:perf_hooks';
import { describe, expect, it, onTestFinished, type TestContext } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { ISSUER, makeKey } from '../../support/auth/signed-tokens.js';
import { RawClient } from '../../support/raw/raw-client.js';
import { spawnServer } from '../../support/raw/spawned-server.js';
import { startTestServer, type TestServer } from '../../support/server.js';
import { ALL_GRANTS, AuthFolder, expiryIn, makeApiKey, mintToken } from '../../support/trust/auth-folder.js';
import { LiveSession } from '../../support/trust/live-session.js';

type Annotate = TestContext['annotate'];

/** What P6 promises. */
const ENDS_WITHIN_MS = 5_000;
const UNAUTHENTICATED = wire.CloseCode.CLOSED_UNAUTHENTICATED;
/** Connect again: it is judged anew. */
const KEY_CHANGED = wire.CloseCode.DISCONNECTED_BY_OPERATOR;

const key = makeKey('EdDSA');
const OTHER_KEY = makeKey('ES256', 'other-key');

function openFolder(): AuthFolder {
  const folder = new AuthFolder();
  onTestFinished(() => folder.remove());
  return folder;
}

async function start(yaml: string): Promise<TestServer> {
  const server = await startTestServer(yaml);
  onTestFinished(() => server.close());
  return server;
}

const open = ({ busUrl }: TestServer, token: string) => openAt(busUrl, token);

async function openAt(url: string, token: string): Promise<LiveSession> {
  const session = await LiveSession.open(url, token);
  onTestFinished(() => session.client.destroy());
  return session;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(isTrue: () => boolean, what: string): Promise<void> {
  const deadlineMs = performance.now() + 10_000;
  while (!isTrue()) {
    if (performance.now() > deadlineMs) throw new Error(`not within 10 s: ${what}`);
    await wait(10);
  }
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

/** Milliseconds until the session's socket is closed, with the code. */
async function endOf(
  session: LiveSession,
  sinceMs: number,
  annotate: Annotate,
  after: string,
  code: wire.CloseCode = UNAUTHENTICATED,
): Promise<number> {
  expect(await session.client.closed).toBe(code);
  const tookMs = session.closedAtMs - sinceMs;
  await annotate(`closed ${seconds(tookMs)} after ${after}`);
  expect(tookMs).toBeLessThan(ENDS_WITHIN_MS);
  return tookMs;
}

describe('a connection without a session [P6]', () => {
  it.each([
    ['the default', '', 5_000],
    ['1 s', 'transport: { hello_timeout: 1s }\n', 1_000],
  ])('that says nothing is closed at hello_timeout: %s', async (_, yaml, timeoutMs) => {
    const server = await start(`${yaml}${openFolder().jwtWithKeys([key])}`);
    const startMs = performance.now();
    const client = await RawClient.open(server.busUrl);
    const told: wire.IEnvelope[] = [];
    client.onEnvelope = (envelope) => told.push(envelope);
    expect(await client.closed).toBe(UNAUTHENTICATED);
    const tookMs = performance.now() - startMs;
    expect(tookMs).toBeGreaterThan(timeoutMs - 100);
    expect(tookMs).toBeLessThan(timeoutMs + 900);
    expect(told.map(({ error }) => error?.name)).toEqual(['UNAUTHENTICATED']);
  });

  it('does not live longer by talking about other things', async () => {
    const server = await start(`transport: { hello_timeout: 1s }\n${openFolder().jwtWithKeys([key])}`);
    const startMs = performance.now();
    const client = await RawClient.open(server.busUrl);
    const errors = new Set<string>();
    client.onEnvelope = ({ error }) => errors.add(error?.name ?? 'something else');
    const chatter = setInterval(() => {
      const type = wire.MessageType.EVENT;
      client.send({ version: 1, type, id: 'x', room: 'r', channel: 'c', payload: Buffer.from('x') });
      client.send({ version: 1, type: wire.MessageType.COMMAND, id: 'y', command: { ping: {} } });
    }, 20);
    onTestFinished(() => clearInterval(chatter));
    expect([UNAUTHENTICATED, 1006]).toContain(await client.closed);
    expect(performance.now() - startMs).toBeLessThan(2_000);
    expect([...errors]).toEqual(['UNAUTHENTICATED']);
  });

  it.each([
    ['no credential', () => ''],
    ['a word', () => 'token'],
    ['the token of another key of this name', () => mintToken(makeKey('EdDSA', key.kid))],
    ['an expired token', () => mintToken(key, { exp: expiryIn(-10), iat: expiryIn(-100) })],
    ['an API key, where there are none', () => makeApiKey({ id: 'k1' }).key],
  ])('that says hello with %s is told and closed at once', async (_, token) => {
    const server = await start(openFolder().jwtWithKeys([key]));
    const startMs = performance.now();
    const client = await RawClient.open(server.busUrl);
    await expect(client.ask({ hello: { token: token() } })).rejects.toThrow('UNAUTHENTICATED');
    expect(await client.closed).toBe(UNAUTHENTICATED);
    expect(performance.now() - startMs).toBeLessThan(1_000);
  });
});

describe('a token that expires [T-AUTH-6] [P6]', () => {
  it('ends its session: nothing is delivered or published after, cached decisions included', async ({ annotate }) => {
    const server = await start(openFolder().jwtWithKeys([key]));
    const exp = expiryIn(1.5);
    const session = await open(server, mintToken(key, { exp }));
    const other = await open(server, mintToken(key, { sub: 'other' }));
    await session.join('r', 'feed');
    // The decision that this session may publish here is made now, and used until it may not.
    const answers: { readonly atMs: number; readonly answer: string }[] = [];
    let fed = 0;
    while (session.client.closedWith === null && answers.length < 10_000) {
      await other.publish('r', 'feed', `${(fed += 1)}`);
      answers.push({ answer: await session.publish('r', 'out'), atMs: Date.now() });
      await wait(20);
    }
    const closedMs = Date.now();
    expect(await session.client.closed).toBe(UNAUTHENTICATED);
    await annotate(`closed ${seconds(closedMs - exp * 1000)} after exp (clock_tolerance is 2 s)`);
    expect(closedMs - exp * 1000).toBeLessThan(ENDS_WITHIN_MS);
    expect(session.notices).toEqual(['CREDENTIAL_EXPIRED']);

    // Nothing is accepted once the time is over, although the session is ended by a sweep that comes later.
    const overMs = (exp + 2) * 1000;
    const late = answers.filter(({ atMs }) => atMs > overMs + 5).map(({ answer }) => answer);
    expect(late.filter((answer) => answer === 'ack')).toEqual([]);
    const refusals = new Set(late.filter((answer) => answer !== 'closed'));
    expect([...refusals].filter((name) => name !== 'CREDENTIAL_EXPIRED')).toEqual([]);
    expect(answers.filter(({ answer }) => answer === 'ack').length).toBeGreaterThan(10);

    // And nothing arrived on the way out: what came is a beginning of what was sent, and the end is missing.
    expect(session.messages.length).toBeGreaterThan(10);
    const last = session.told.findLast(({ envelope }) => envelope.type === wire.MessageType.EVENT)?.atMs ?? Infinity;
    const told = session.told.find(({ envelope }) => envelope.error?.name === 'CREDENTIAL_EXPIRED')?.atMs ?? 0;
    expect(last).toBeLessThan(Math.max(told, session.closedAtMs));
  });

  it('is refused at the next hello', async () => {
    const server = await start(openFolder().jwtWithKeys([key], '    clock_tolerance: 0\n'));
    const exp = expiryIn(0.5);
    const token = mintToken(key, { exp });
    const session = await open(server, token);
    expect(await session.client.closed).toBe(UNAUTHENTICATED);
    await expect(open(server, token)).rejects.toThrow('UNAUTHENTICATED');
  });
});

describe('refresh_token before the end [T-AUTH-6]', () => {
  it('keeps session, subject, tenant and subscriptions past the first expiry', async () => {
    const server = await start(openFolder().jwtWithKeys([key], '    clock_tolerance: 0\n'));
    const exp = expiryIn(1.5);
    const session = await open(server, mintToken(key, { exp }));
    const other = await open(server, mintToken(key, { sub: 'other' }));
    await session.join('r', 'feed');
    const laterExp = expiryIn(600);
    const answer = await session.refresh(mintToken(key, { exp: laterExp }));
    expect(Number(answer.commandResult?.refreshToken?.expiresAtMs)).toBe(laterExp * 1000);
    await wait(exp * 1000 - Date.now() + 2_500);
    expect(await other.publish('r', 'feed', 'after')).toBe('ack');
    expect(await session.publish('r', 'out')).toBe('ack');
    expect(session.messages).toContain('after');
    expect(session.client.closedWith).toBeNull();
    expect(session.notices).toEqual([]);
  });

  it.each([
    ['another subject', { sub: 'somebody-else' }, 'PERMISSION_DENIED'],
    ['another tenant', { tenant: 'elsewhere' }, 'PERMISSION_DENIED'],
    ['an audience that is not ours', { aud: 'other' }, 'UNAUTHENTICATED'],
  ])('with a token of %s is refused, and the session goes on as it was', async (_, over, error) => {
    const server = await start(openFolder().jwtWithKeys([key]));
    const session = await open(server, mintToken(key));
    await session.join('r', 'feed');
    await expect(session.refresh(mintToken(key, over))).rejects.toThrow(error);
    expect(await session.publish('r', 'feed', 'still')).toBe('ack');
    await until(() => session.messages.includes('still'), 'its own message');
    expect(session.client.closedWith).toBeNull();
  });
});

describe('a credential that is revoked [T-AUTH-2] [T-AUTH-3] [P6]', () => {
  it('by removing its key from the key set: the session ends, and another is refused', async ({ annotate }) => {
    const folder = openFolder();
    const kept = makeKey('ES256');
    const server = await start(folder.jwtWithKeySet([key, kept]));
    const token = mintToken(key);
    const session = await open(server, token);
    const stays = await open(server, mintToken(kept, { sub: 'stays' }));
    await session.join('r', 'feed');
    const removedMs = performance.now();
    folder.writeKeySet([kept]);
    await endOf(session, removedMs, annotate, 'the key was removed from the file', KEY_CHANGED);
    expect(session.notices).toEqual(['UNAUTHENTICATED']);
    await expect(open(server, token)).rejects.toThrow('UNAUTHENTICATED');
    expect(await stays.publish('r', 'feed')).toBe('ack');
    expect(stays.client.closedWith).toBeNull();
  });

  it('by removing its API key: the session ends, and another is refused', async ({ annotate }) => {
    const folder = openFolder();
    const [gone, kept] = [makeApiKey({ id: 'gone' }), makeApiKey({ id: 'kept' })];
    const server = await start(folder.apiKeys([gone, kept]));
    const session = await open(server, gone.key);
    const stays = await open(server, kept.key);
    const removedMs = performance.now();
    folder.writeApiKeys([kept]);
    await endOf(session, removedMs, annotate, 'the API key was removed from the file', KEY_CHANGED);
    await expect(open(server, gone.key)).rejects.toThrow('UNAUTHENTICATED');
    expect(await stays.publish('r', 'feed')).toBe('ack');
  });

  it('not by a file that cannot be read: what was known goes on, and operators are told', async () => {
    const folder = openFolder();
    const apiKey = makeApiKey({ id: 'k1' });
    const server = await start(folder.apiKeys([apiKey]));
    const session = await open(server, apiKey.key);
    folder.write('api-keys.yaml', 'version: 1\nkeys: [');
    await until(
      () => server.logLines.some(({ event }) => event === 'credentials.reload_failed'),
      'word of the broken file',
    );
    expect(await session.publish('r', 'c')).toBe('ack');
    (await open(server, apiKey.key)).client.destroy();
  });

  it('not by a rotation that leaves it in place: sessions, new keys and old tokens work', async () => {
    const folder = openFolder();
    const server = await start(folder.jwtWithKeySet([key]));
    const token = mintToken(key);
    const session = await open(server, token);
    await session.join('r', 'feed');
    const next = makeKey('ES256');
    folder.writeKeySet([next, key]);
    // The file is looked at once a second, whoever asks for a key it does not hold.
    await wait(1_100);
    const renewed = await open(server, mintToken(next, { sub: 'new' }));
    // Long enough for the file to be read and for the sweep to look at every session.
    await wait(2_500);
    expect(await renewed.publish('r', 'feed', 'from the new key')).toBe('ack');
    await until(() => session.messages.includes('from the new key'), 'the message');
    expect(session.client.closedWith).toBeNull();
    expect(session.notices).toEqual([]);
    (await open(server, token)).client.destroy();
  });
});

describe('access.deny and SIGHUP, on the built program [T-ACC-1] [P6]', () => {
  it('end the sessions it names, keep them out, and touch nobody else', async ({ annotate }) => {
    const folder = openFolder();
    const auth = folder.jwtWithKeys([key, OTHER_KEY]);
    const server = await spawnServer(auth);
    onTestFinished(async () => void (await server.end('SIGTERM')));
    const token = mintToken(key, { sub: 'denied' });
    const bySubject = await openAt(server.url, token);
    const byKey = await openAt(server.url, mintToken(OTHER_KEY, { sub: 'of-the-key' }));
    const namesake = await openAt(server.url, mintToken(key, { sub: 'denied', tenant: 'elsewhere' }));
    await bySubject.join('r', 'feed');
    const keyId = `${ISSUER} ${OTHER_KEY.kid}`;
    server.configure(`${auth}access: { deny: { subjects: [acme/denied], key_ids: ["${keyId}"] } }\n`);
    const deniedMs = performance.now();
    server.process.kill('SIGHUP');
    await endOf(bySubject, deniedMs, annotate, 'SIGHUP (subject)');
    await endOf(byKey, deniedMs, annotate, 'SIGHUP (key id)');
    expect(bySubject.notices).toEqual(['UNAUTHENTICATED']);
    await expect(openAt(server.url, token)).rejects.toThrow('UNAUTHENTICATED');
    expect(await namesake.publish('r', 'feed')).toBe('ack');
    expect(namesake.client.closedWith).toBeNull();
  });
});

describe('grants that are reduced [T-AUTH-6] [T-AUTH-7]', () => {
  const fewer = { ...ALL_GRANTS, publish: ['kept:*'], subscribe: ['kept:*'], command: ['join', 'refresh_token'] };

  it('by a refresh end what is not granted any more, with a notice each, and refuse at once', async () => {
    const server = await start(openFolder().jwtWithKeys([key]));
    const session = await open(server, mintToken(key));
    const other = await open(server, mintToken(key, { sub: 'other' }));
    for (const [room, channel] of [
      ['lost', 'a'],
      ['lost', '*'],
      ['kept', 'a'],
    ] as const)
      await session.join(room, channel);
    expect(await session.publish('lost', 'a')).toBe('ack');
    await session.refresh(mintToken(key, { arqonbus: fewer }));
    expect(session.notices.sort()).toEqual([
      'PERMISSION_DENIED subscription lost:*',
      'PERMISSION_DENIED subscription lost:a',
    ]);
    // What may not be known of is not there. [P7]
    expect(await session.publish('lost', 'a', 'too late')).toBe('NOT_FOUND');
    expect(await session.publish('kept', 'a', 'fine')).toBe('ack');
    await expect(session.join('lost', 'a')).rejects.toThrow('NOT_FOUND');
    await expect(session.client.ask({ command: { ping: {} } })).rejects.toThrow('PERMISSION_DENIED');
    await other.publish('lost', 'a', 'not for you');
    await other.publish('kept', 'a', 'for you');
    await until(() => session.messages.includes('for you'), 'what is still granted');
    expect(session.messages).not.toContain('not for you');
    expect(session.client.closedWith).toBeNull();
  });

  it('in the file of API keys end the session; the next one has the new grants', async ({ annotate }) => {
    const folder = openFolder();
    const apiKey = makeApiKey({ id: 'k1' });
    const server = await start(folder.apiKeys([apiKey]));
    const session = await open(server, apiKey.key);
    await session.join('lost', 'a');
    const changedMs = performance.now();
    folder.writeApiKeys([{ ...apiKey, entry: { ...apiKey.entry, grants: fewer } }]);
    await endOf(session, changedMs, annotate, 'its grants changed in the file', KEY_CHANGED);
    const again = await open(server, apiKey.key);
    expect(await again.publish('lost', 'a')).toBe('NOT_FOUND');
    expect(await again.publish('kept', 'a')).toBe('ack');
  });
});

describe('subscriptions that the credential names [T-AUTH-7]', () => {
  it('are joined before anything else the session does', async () => {
    const folder = openFolder();
    const apiKey = makeApiKey({ id: 'k1', subscriptions: ['orders:eu', 'alerts'] });
    const jwtKeys = folder.jwtWithKeys([key]);
    const server = await start(`${jwtKeys}  api_keys: {file: ${folder.writeApiKeys([apiKey])}}\n`);
    const sessions = [
      await open(server, apiKey.key),
      await open(server, mintToken(key, { subscriptions: ['orders:eu', 'alerts:*'] })),
    ];
    const other = await open(server, mintToken(key, { sub: 'other' }));
    const eager = await open(server, mintToken(key, { sub: 'eager', subscriptions: ['orders:eu'] }));
    expect(await eager.publish('orders', 'eu', 'first')).toBe('ack');
    await until(() => eager.messages.includes('first'), 'its own message');
    expect(eager.told[0]?.envelope).toMatchObject({ room: 'orders', channel: 'eu', commandResult: { join: {} } });
    await other.publish('orders', 'eu', 'an order');
    await other.publish('alerts', 'fire', 'an alert');
    for (const session of sessions) {
      await until(() => session.messages.includes('an alert'), 'both messages');
      expect(session.messages).toEqual(expect.arrayContaining(['an order', 'an alert']));
      expect(session.notices).toEqual([]);
    }
  });
});
