/** The life of a key set behind an issuer, on a fake clock: no socket, and a file where a file is meant. */
import { mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createJwtAuthenticator } from '../../../../src/auth/jwt/jwt-authenticator.js';
import type { JwksOptions, JwtIssuerOptions } from '../../../../src/auth/jwt/options.js';
import type { Principal } from '../../../../src/auth/principal.js';
import {
  AUDIENCE,
  encode,
  goodClaims,
  ISSUER,
  keyOptions,
  makeKey,
  signSegments,
  signToken,
  type TestKey,
} from '../../../support/auth/signed-tokens.js';
import { FakeClock } from '../../../support/fake-clock.js';

const URL_OF_KEYS = 'https://id.example/keys';
const MINUTE_MS = 60_000;
const [OLD, NEW, OTHER] = ['old', 'new', 'other'].map((kid) => makeKey('ES256', kid)) as [TestKey, TestKey, TestKey];

const documentOf = (...keys: TestKey[]) => JSON.stringify({ keys: keys.map(({ jwk }) => jwk) });

/** A key server whose answer a test writes down; it notes every request. */
class KeyServer {
  requests = 0;
  lastInit: RequestInit | undefined;
  answer: () => Promise<Response> | Response;

  constructor(...keys: TestKey[]) {
    this.answer = () => new Response(documentOf(...keys));
  }

  serve(...keys: TestKey[]): void {
    this.answer = () => new Response(documentOf(...keys));
  }

  fail(): void {
    this.answer = () => Promise.reject(new TypeError('fetch failed'));
  }

  readonly fetch: typeof globalThis.fetch = async (_, init) => {
    this.requests += 1;
    this.lastInit = init;
    return this.answer();
  };
}

const CACHE = { cacheMs: 10 * MINUTE_MS, cooldownMs: 30_000, staleMaxMs: 60 * MINUTE_MS };

function open(jwks: JwksOptions, server: KeyServer, over: Partial<JwtIssuerOptions> = {}) {
  const clock = new FakeClock();
  const authenticator = createJwtAuthenticator({
    issuers: [{ issuer: ISSUER, audience: AUDIENCE, keys: [], jwks, ...over }],
    clock,
    fetch: server.fetch,
  });
  /** Signed now, so that time which passes in a test ends no token. */
  const token = (key: TestKey) => signToken(key, goodClaims(clock.nowMs()));
  const ask = (credential: string) =>
    authenticator.authenticate({ credential, remoteAddress: '', peerCertificateSha256: null, assertedPrincipal: null });
  async function outcome(credential: string): Promise<string> {
    const answer = await ask(credential);
    return answer.ok ? 'accepted' : answer.error.reason;
  }
  async function login(key: TestKey): Promise<Principal> {
    const answer = await ask(token(key));
    if (!answer.ok) throw new Error(answer.error.reason);
    return answer.value;
  }
  const status = () => authenticator.issuers()[0];
  return { clock, authenticator, token, outcome, login, status };
}

const openUrl = (server: KeyServer, over: Partial<JwtIssuerOptions> = {}) =>
  open({ url: URL_OF_KEYS, ...CACHE }, server, over);

/** Lets what was started in the background come to its end: the key server here answers at once. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('keys from a URL [T-AUTH-2]', () => {
  it('are fetched at start, once, without following redirects or sending anything along', async () => {
    const server = new KeyServer(OLD);
    const { outcome, token } = openUrl(server);
    expect(server.requests).toBe(1);
    expect(await outcome(token(OLD))).toBe('accepted');
    expect(await outcome(token(OLD))).toBe('accepted');
    expect(server.requests).toBe(1);
    expect(server.lastInit).toMatchObject({ redirect: 'error', credentials: 'omit' });
  });

  it('are refreshed in the background before they expire: nobody waits', async () => {
    const server = new KeyServer(OLD);
    const { clock, outcome, token } = openUrl(server);
    await outcome(token(OLD));
    clock.advance(8 * MINUTE_MS - 1);
    await outcome(token(OLD));
    expect(server.requests).toBe(1);
    clock.advance(1);
    server.answer = () => new Promise(() => undefined);
    expect(await outcome(token(OLD))).toBe('accepted');
    expect(server.requests).toBe(2);
  });

  it('that expired while nobody asked are fetched before anyone is judged', async () => {
    const server = new KeyServer(OLD);
    const { clock, outcome, token } = openUrl(server);
    await outcome(token(OLD));
    server.serve(NEW);
    clock.advance(10 * MINUTE_MS);
    expect(await outcome(token(OLD))).toBe('unknown');
    expect(await outcome(token(NEW))).toBe('accepted');
    expect(server.requests).toBe(2);
  });

  it('a new key is found by its first token, within the cache time', async () => {
    const server = new KeyServer(OLD);
    const { clock, outcome, token } = openUrl(server);
    await outcome(token(OLD));
    clock.advance(30_000);
    server.serve(OLD, NEW);
    expect(await outcome(token(NEW))).toBe('accepted');
    expect(server.requests).toBe(2);
  });

  it('a storm of unknown keys makes one fetch per cooldown', async () => {
    const server = new KeyServer(OLD);
    const { clock, outcome, token } = openUrl(server);
    await outcome(token(OLD));
    const storm = () => Promise.all(Array.from({ length: 500 }, (_, i) => outcome(token({ ...OTHER, kid: `x${i}` }))));
    expect(new Set(await storm())).toEqual(new Set(['unknown']));
    expect(server.requests).toBe(1);
    clock.advance(30_000);
    await storm();
    await storm();
    expect(server.requests).toBe(2);
    clock.advance(29_999);
    await storm();
    expect(server.requests).toBe(2);
    clock.advance(1);
    await storm();
    expect(server.requests).toBe(3);
    expect(await outcome(token(OLD))).toBe('accepted');
  });

  it('go on while they cannot be fetched until stale_max; then authentication is unavailable, and comes back', async () => {
    const server = new KeyServer(OLD);
    const { clock, outcome, token, status } = openUrl(server);
    await outcome(token(OLD));
    server.fail();
    for (let minutes = 0; minutes < 59; minutes += 1) {
      clock.advance(MINUTE_MS);
      expect(await outcome(token(OLD))).toBe('accepted');
      await settled();
    }
    expect(status()).toMatchObject({ problem: 'unreachable', keys: 1 });
    const late = token(OLD);
    expect(await outcome(late)).toBe('accepted');
    expect(await outcome(token(OTHER))).toBe('unknown');
    clock.advance(MINUTE_MS);
    // A token that was accepted a minute ago is no exception.
    expect([await outcome(late), await outcome(token(OLD)), await outcome(token(OTHER))]).toEqual(
      Array(3).fill('unavailable'),
    );
    clock.advance(30_000);
    server.serve(OLD);
    expect(await outcome(token(OLD))).toBe('accepted');
    expect(status()).toMatchObject({ problem: null });
  });

  it('while they fail there is one attempt per cooldown, and nobody waits for it', async () => {
    const server = new KeyServer(OLD);
    const { clock, outcome, token } = openUrl(server);
    await outcome(token(OLD));
    server.fail();
    clock.advance(10 * MINUTE_MS);
    for (let i = 0; i < 20; i += 1) await outcome(token(OLD));
    expect(server.requests).toBe(2);
    clock.advance(30_000);
    server.answer = () => new Promise(() => undefined);
    expect(await outcome(token(OLD))).toBe('accepted');
    expect(server.requests).toBe(3);
  });

  it('that could never be had make authentication unavailable', async () => {
    const server = new KeyServer();
    server.fail();
    const { clock, outcome, token } = openUrl(server);
    expect(await outcome(token(OLD))).toBe('unavailable');
    const { kid: _, ...nameless } = { kid: OLD.kid, alg: OLD.algorithm };
    expect(await outcome(signSegments(OLD, encode(nameless), encode(goodClaims(clock.nowMs()))))).toBe('unavailable');
    expect(server.requests).toBe(1);
  });

  it.each<[string, () => Response, string]>([
    ['an error page', () => new Response('<html>', { status: 200 }), 'not_a_key_set'],
    ['an error', () => new Response(documentOf(NEW), { status: 500 }), 'refused'],
    ['nothing', () => new Response(null, { status: 204 }), 'refused'],
    ['an empty answer', () => new Response(null, { status: 200 }), 'not_a_key_set'],
    ['a set past its bound', () => new Response(documentOf(NEW) + ' '.repeat(262_144)), 'too_large'],
    [
      'two keys of one name',
      () => new Response(documentOf(NEW, { ...OTHER, jwk: { ...OTHER.jwk, kid: 'new' } })),
      'duplicate_kid',
    ],
  ])('%s instead of keys leaves the keys as they were', async (_, answer, problem) => {
    const server = new KeyServer(OLD);
    const { clock, outcome, token, status } = openUrl(server);
    await outcome(token(OLD));
    server.answer = answer;
    clock.advance(11 * MINUTE_MS);
    expect(await outcome(token(NEW))).toBe('unknown');
    expect(await outcome(token(OLD))).toBe('accepted');
    expect(status()).toMatchObject({ problem });
  });

  it('a set at its bound is read', async () => {
    const server = new KeyServer(OLD);
    server.answer = () => new Response(documentOf(OLD).padEnd(262_144));
    const { outcome, token } = openUrl(server);
    expect(await outcome(token(OLD))).toBe('accepted');
  });

  it('a server that does not answer is given up after five seconds', async () => {
    const server = new KeyServer(OLD);
    server.answer = () =>
      new Promise((_, reject) => {
        server.lastInit?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      });
    const { clock, outcome, token, status } = openUrl(server);
    const waiting = outcome(token(OLD));
    clock.advance(4_999);
    await settled();
    expect(server.lastInit?.signal?.aborted).toBe(false);
    clock.advance(1);
    expect(await waiting).toBe('unavailable');
    expect(status()).toMatchObject({ problem: 'timeout' });
    expect(clock.timersPending).toBe(0);
  });

  it('that are private or symmetric are not used, and counted', async () => {
    const hmac = makeKey('HS256', 'shared');
    const server = new KeyServer(OLD, hmac);
    const { outcome, token, status } = openUrl(server);
    expect(await outcome(token(hmac))).toBe('unknown');
    expect(status()).toEqual({ issuer: ISSUER, keys: 1, ignoredKeys: 1, problem: null });
  });

  it('cannot take the name of a configured key', async () => {
    const configured = makeKey('ES256', 'old');
    const server = new KeyServer(OLD, NEW);
    const { outcome, token, status } = openUrl(server, { keys: [keyOptions(configured)] });
    expect([await outcome(token(configured)), await outcome(token(OLD)), await outcome(token(NEW))]).toEqual([
      'accepted',
      'bad_signature',
      'accepted',
    ]);
    expect(status()).toMatchObject({ keys: 2 });
  });

  it('need no name in the token while there is only one', async () => {
    const server = new KeyServer(OLD);
    const { clock, outcome } = openUrl(server);
    const nameless = () => signSegments(OLD, encode({ alg: 'ES256' }), encode(goodClaims(clock.nowMs())));
    expect(await outcome(nameless())).toBe('accepted');
    server.serve(OLD, NEW);
    clock.advance(10 * MINUTE_MS);
    expect(await outcome(nameless())).toBe('unknown');
  });
});

describe('sessions of a key that is gone [T-AUTH-6]', () => {
  it('are not vouched for any more, although nobody connects', async () => {
    const server = new KeyServer(OLD, NEW);
    const { clock, login, authenticator } = openUrl(server);
    const [old, fresh] = [await login(OLD), await login(NEW)];
    server.serve(NEW);
    clock.advance(8 * MINUTE_MS);
    // The first question starts the refresh, the next one has its answer.
    authenticator.stillVouchesFor(old);
    await settled();
    expect([authenticator.stillVouchesFor(old), authenticator.stillVouchesFor(fresh)]).toEqual([false, true]);
  });

  it('nor when another key got its name; remembered tokens go with it', async () => {
    const server = new KeyServer(OLD);
    const { clock, login, token, outcome, authenticator } = openUrl(server);
    const principal = await login(OLD);
    const remembered = token(OLD);
    await outcome(remembered);
    server.serve({ ...NEW, jwk: { ...NEW.jwk, kid: 'old' } });
    clock.advance(10 * MINUTE_MS);
    expect(await outcome(remembered)).toBe('bad_signature');
    expect(authenticator.stillVouchesFor(principal)).toBe(false);
  });

  it('stay while the keys are merely out of reach, and over a refresh that brings the same key', async () => {
    const server = new KeyServer(OLD);
    const { clock, login, authenticator } = openUrl(server);
    const principal = await login(OLD);
    server.fail();
    clock.advance(2 * 60 * MINUTE_MS);
    authenticator.stillVouchesFor(principal);
    await settled();
    expect(authenticator.stillVouchesFor(principal)).toBe(true);
    server.serve(OLD, NEW);
    clock.advance(MINUTE_MS);
    authenticator.stillVouchesFor(principal);
    await settled();
    expect(authenticator.stillVouchesFor(principal)).toBe(true);
    expect(server.requests).toBe(3);
  });
});

describe('keys from a file [T-AUTH-2]', () => {
  let folder = '';
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function openFile(text: string | null, staleMaxMs = 60_000) {
    folder = await mkdtemp(join(tmpdir(), 'arqonbus-jwks-'));
    const path = join(folder, 'jwks.json');
    if (text !== null) await writeFile(path, text);
    const replace = async (content: string) => {
      await writeFile(`${path}.new`, content);
      await rename(`${path}.new`, path);
    };
    return { path, replace, ...open({ file: path, staleMaxMs }, new KeyServer()) };
  }

  it('are read again when the file has changed, looked at once a second', async () => {
    const { clock, replace, outcome, token } = await openFile(documentOf(OLD));
    expect(await outcome(token(OLD))).toBe('accepted');
    await replace(documentOf(NEW));
    clock.advance(999);
    expect(await outcome(token(NEW))).toBe('unknown');
    clock.advance(1);
    expect(await outcome(token(NEW))).toBe('accepted');
    expect(await outcome(token(OLD))).toBe('unknown');
  });

  it('a change of the time alone, or of nothing, changes no key', async () => {
    const { clock, path, login, authenticator } = await openFile(documentOf(OLD));
    const principal = await login(OLD);
    await utimes(path, 1, 1);
    clock.advance(2000);
    await login(OLD);
    clock.advance(2000);
    await login(OLD);
    expect(authenticator.stillVouchesFor(principal)).toBe(true);
  });

  it('are not read again while the file is the same by its time, size and number', async () => {
    const { clock, path, outcome, token } = await openFile(null);
    await writeFile(path, documentOf(OLD));
    await utimes(path, 1, 1);
    clock.advance(1000);
    expect(await outcome(token(OLD))).toBe('accepted');
    await writeFile(path, documentOf(NEW));
    await utimes(path, 1, 1);
    clock.advance(1000);
    expect([await outcome(token(OLD)), await outcome(token(NEW))]).toEqual(['accepted', 'unknown']);
    await utimes(path, 1, 2);
    clock.advance(1000);
    expect([await outcome(token(OLD)), await outcome(token(NEW))]).toEqual(['unknown', 'accepted']);
  });

  it('a removed key ends its sessions within two seconds', async () => {
    const { clock, replace, login, authenticator } = await openFile(documentOf(OLD, NEW));
    const principal = await login(OLD);
    await replace(documentOf(NEW));
    clock.advance(2000);
    // The first question has the file looked at; its answer is there as soon as the disk's is.
    await vi.waitFor(() => expect(authenticator.stillVouchesFor(principal)).toBe(false), { timeout: 5000 });
  });

  it.each<[string, string]>([
    ['half-written', documentOf(NEW).slice(0, 50)],
    ['too large', documentOf(NEW).padEnd(262_145)],
  ])('a %s file leaves the keys as they were, for stale_max; the finished one is read', async (_, text) => {
    const { clock, replace, outcome, token } = await openFile(documentOf(OLD));
    await outcome(token(OLD));
    await replace(text);
    clock.advance(1000);
    expect([await outcome(token(OLD)), await outcome(token(NEW))]).toEqual(['accepted', 'unknown']);
    clock.advance(59_000);
    expect(await outcome(token(OLD))).toBe('unavailable');
    await replace(documentOf(NEW));
    clock.advance(1000);
    expect(await outcome(token(NEW))).toBe('accepted');
  });

  it('a missing file makes authentication unavailable until it is there', async () => {
    const { clock, replace, outcome, token, status } = await openFile(null);
    expect(await outcome(token(OLD))).toBe('unavailable');
    expect(status()).toMatchObject({ problem: 'unreachable', keys: 0 });
    await replace(documentOf(OLD));
    clock.advance(1000);
    expect(await outcome(token(OLD))).toBe('accepted');
  });
});
