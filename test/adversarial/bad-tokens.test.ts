/**
 * Tokens that must not open a session: forged, twisted, out of date, or saying what cannot be. Every one of them is
 * made at run time, is refused for the reason beside it, and leaves no trace of its text. [T-AUTH-1] [P6] [P9]
 */
import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { AUTH_FAILURE_REASONS } from '../../src/auth/authenticator.js';
import { createJwtAuthenticator } from '../../src/auth/jwt/jwt-authenticator.js';
import { CloseCode } from '../../src/protocol/close-code.js';
import { wire } from '../../src/protocol/codec.js';
import {
  BAD_TOKENS,
  claims,
  claimsPlus,
  good,
  headed,
  header,
  key,
  keys,
  LONELY,
  LONELY_ISSUER,
  NAMESAKE,
  NOW_MS,
  OTHER_ISSUER,
  saying,
  without,
} from '../support/auth/bad-tokens.js';
import { AUDIENCE, encode, ISSUER, keyOptions, signSegments, signToken } from '../support/auth/signed-tokens.js';
import { FakeClock } from '../support/fake-clock.js';
import { createMemoryBus } from '../support/memory-bus.js';

const clock = new FakeClock(NOW_MS);

const authenticator = createJwtAuthenticator({
  issuers: [
    { issuer: ISSUER, audience: AUDIENCE, keys: Object.values(keys).map(keyOptions), jwks: null },
    { issuer: OTHER_ISSUER, audience: AUDIENCE, keys: [keyOptions(NAMESAKE)], jwks: null, tenant: 'elsewhere' },
    { issuer: LONELY_ISSUER, audience: AUDIENCE, keys: [keyOptions(LONELY)], jwks: null },
  ],
  clock,
});

const ask = (credential: string) =>
  authenticator.authenticate({
    credential,
    remoteAddress: '192.0.2.1',
    peerCertificateSha256: null,
    assertedPrincipal: null,
  });

describe('bad tokens', () => {
  it('are many, each one of its own, and each kind of refusal is among them', () => {
    expect(BAD_TOKENS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(BAD_TOKENS.map(([what]) => what)).size).toBe(BAD_TOKENS.length);
    const tokens = BAD_TOKENS.map(([, token]) => token);
    expect(BAD_TOKENS.filter(([, token], index) => tokens.indexOf(token) !== index).map(([what]) => what)).toEqual([]);
    const elsewhere = ['missing', 'not_allowed', 'ambiguous', 'unavailable'];
    expect(new Set(BAD_TOKENS.map(([, , reason]) => reason))).toEqual(
      new Set(AUTH_FAILURE_REASONS.filter((reason) => !elsewhere.includes(reason))),
    );
  });

  it('stand beside a good one of each kind: what is refused is refused for what is wrong with it', async () => {
    const fine = [
      good,
      saying(claims()),
      headed(header()),
      saying(claimsPlus('"more":1')),
      ...Object.values(keys).map((each) => signToken(each, claims())),
    ];
    for (const token of fine) expect((await ask(token)).ok).toBe(true);
    expect(await ask(signToken(NAMESAKE, { ...without('tenant'), iss: OTHER_ISSUER }))).toMatchObject({
      value: { tenant: 'elsewhere' },
    });
    const nameless = signSegments(LONELY, encode({ alg: 'ES256' }), encode(claims({ iss: LONELY_ISSUER })));
    expect((await ask(nameless)).ok).toBe(true);
  });

  it.each(BAD_TOKENS)('%s', async (_, token, reason) => {
    // Twice: nothing about a refused token is remembered in its favour. The answer holds its reason and nothing else.
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await ask(token)).toEqual({ ok: false, error: { reason } });
    }
  });

  it('of a key that was never configured are refused however they are signed', async () => {
    const secret = createSecretKey(randomBytes(64));
    for (const algorithm of ['HS256', 'HS384', 'HS512'] as const) {
      const forged = signToken({ ...key(algorithm), signer: secret }, claims());
      expect(await ask(forged)).toEqual({ ok: false, error: { reason: 'bad_signature' } });
    }
  });

  it('leave no trace of their text in what the bus tells its operators or answers [P9]', async () => {
    const bus = createMemoryBus({ clock: new FakeClock(NOW_MS), authenticator });
    for (const [what, token, reason] of BAD_TOKENS) {
      const before = bus.events.length;
      const stranger = bus.connect({ credential: token });
      stranger.send({ type: wire.MessageType.COMMAND, hello: {} });
      // A signature is checked off the main thread: its end comes when it comes.
      await vi.waitFor(() => expect(stranger.closedWith).toBe(CloseCode.CLOSED_UNAUTHENTICATED), { interval: 1 });
      const told = bus.events.slice(before);
      expect(told.filter(({ type }) => type === 'auth.failed')).toMatchObject([{ reason }]);
      const text = JSON.stringify([told, stranger.received]);
      // Pieces long enough to be nothing but the token's.
      const pieces = token.split(/[^A-Za-z0-9_-]+/).filter((piece) => piece.length >= 12);
      for (const piece of pieces) expect(text.includes(piece.slice(0, 12)), what).toBe(false);
      for (const said of ['evil', 'agent', 'acme', 'UNION', 'dev/null']) expect(text).not.toContain(said);
    }
  });
});
