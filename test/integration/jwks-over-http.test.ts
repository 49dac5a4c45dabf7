/** Keys from a real key server on loopback: what a fetch with a socket under it adds to what unit tests prove. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createJwtAuthenticator } from '../../src/auth/jwt/jwt-authenticator.js';
import { systemClock } from '../../src/base/clock.js';
import { AUDIENCE, goodClaims, ISSUER, makeKey, signToken, type TestKey } from '../support/auth/signed-tokens.js';

const [FIRST, SECOND] = ['first', 'second'].map((kid) => makeKey('EdDSA', kid)) as [TestKey, TestKey];
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
}

function open(url: string, over: { cacheMs?: number; cooldownMs?: number } = {}) {
  const authenticator = createJwtAuthenticator({
    issuers: [{ issuer: ISSUER, audience: AUDIENCE, keys: [], jwks: { url, cooldownMs: 100, ...over } }],
  });
  async function outcome(key: TestKey): Promise<string> {
    const credential = signToken(key, goodClaims(Date.now()));
    const request = { credential, remoteAddress: '', peerCertificateSha256: null, assertedPrincipal: null };
    const answer = await authenticator.authenticate(request);
    return answer.ok ? 'accepted' : answer.error.reason;
  }
  return { authenticator, outcome, problem: () => authenticator.issuers()[0]?.problem };
}

const documentOf = (...keys: TestKey[]) => JSON.stringify({ keys: keys.map(({ jwk }) => jwk) });
const pause = (ms: number) => new Promise<void>((resolve) => systemClock.setTimer(ms, resolve));

describe('keys over HTTP [T-AUTH-2]', () => {
  it('rotate: the new key is taken up by its first token, the removed one ends its sessions', async () => {
    let document = documentOf(FIRST);
    let requests = 0;
    const url = await serve((_, response) => {
      requests += 1;
      response.end(document);
    });
    const { authenticator, outcome } = open(url, { cacheMs: 1000 });
    expect(await outcome(FIRST)).toBe('accepted');
    const request = { remoteAddress: '', peerCertificateSha256: null, assertedPrincipal: null };
    const credential = signToken(FIRST, goodClaims(Date.now()));
    const session = await authenticator.authenticate({ ...request, credential });
    if (!session.ok) throw new Error(session.error.reason);

    document = documentOf(SECOND);
    await pause(150);
    const storm = await Promise.all(Array.from({ length: 200 }, () => outcome(SECOND)));
    expect(new Set(storm)).toEqual(new Set(['accepted']));
    expect(requests).toBe(2);
    expect(authenticator.stillVouchesFor(session.value)).toBe(false);
    expect(await outcome(FIRST)).toBe('unknown');
  });

  it('are taken from no other address than the one configured: redirects are refused', async () => {
    let elsewhere = 0;
    const target = await serve((_, response) => {
      elsewhere += 1;
      response.end(documentOf(FIRST));
    });
    const url = await serve((_, response) => response.writeHead(302, { location: target }).end());
    const { outcome, problem } = open(url);
    expect(await outcome(FIRST)).toBe('unavailable');
    expect([elsewhere, problem()]).toEqual([0, 'unreachable']);
  });

  it('are not read past their bound, however much the server sends', async () => {
    let ended: () => void;
    const closed = new Promise<void>((resolve) => (ended = resolve));
    const chunk = Buffer.alloc(65_536, ' ');
    const url = await serve((_, response) => {
      const send = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', send).on('close', ended);
      send();
    });
    const { outcome, problem } = open(url);
    expect(await outcome(FIRST)).toBe('unavailable');
    expect(problem()).toBe('too_large');
    await closed;
  });

  it.each<[string, RequestListener, string]>([
    [
      'an error, with a body that is never read',
      (_, response) => response.writeHead(503).end(documentOf(FIRST)),
      'refused',
    ],
    [
      'an answer that breaks off',
      (_, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"keys":[');
        setTimeout(() => response.destroy(), 10);
      },
      'unreachable',
    ],
    ['a closed connection', (request) => void request.socket.destroy(), 'unreachable'],
  ])('%s is a failure and nothing worse', async (_, listener, expected) => {
    const { outcome, problem } = open(await serve(listener));
    expect(await outcome(FIRST)).toBe('unavailable');
    expect(problem()).toBe(expected);
  });

  it('that nobody serves any more go on being used', async () => {
    let up = true;
    const url = await serve((request, response) => {
      if (up) response.end(documentOf(FIRST));
      else request.socket.destroy();
    });
    const { outcome, problem } = open(url, { cacheMs: 100, cooldownMs: 50 });
    expect(await outcome(FIRST)).toBe('accepted');
    up = false;
    await pause(150);
    expect(await outcome(FIRST)).toBe('accepted');
    expect(problem()).toBe('unreachable');
  });
});
