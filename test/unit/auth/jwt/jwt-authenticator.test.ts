import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuthRequest } from '../../../../src/auth/authenticator.js';
import { createJwtAuthenticator } from '../../../../src/auth/jwt/jwt-authenticator.js';
import type { JwtOptions } from '../../../../src/auth/jwt/options.js';
import { wire } from '../../../../src/protocol/codec.js';
import {
  ALL_ALGORITHMS,
  AUDIENCE,
  encode,
  goodClaims,
  ISSUER,
  keyOptions,
  makeKey,
  signSegments,
  signToken,
} from '../../../support/auth/signed-tokens.js';
import { FakeClock } from '../../../support/fake-clock.js';

const KEYS = ALL_ALGORITHMS.map((algorithm) => makeKey(algorithm));
const KEY = makeKey('EdDSA', 'k1');

function present(credential: string | null): AuthRequest {
  return { credential, remoteAddress: '192.0.2.1', peerCertificateSha256: null, assertedPrincipal: null };
}

function open(over: Partial<JwtOptions> = {}, keys = [KEY]) {
  const clock = new FakeClock();
  const issuers = [{ issuer: ISSUER, audience: AUDIENCE, keys: keys.map(keyOptions), jwks: null }];
  const authenticator = createJwtAuthenticator({ issuers, clock, ...over });
  const ask = (token: string | null) => authenticator.authenticate(present(token));
  async function reasonFor(token: string | null): Promise<string> {
    const answer = await ask(token);
    return answer.ok ? 'accepted' : answer.error.reason;
  }
  return { clock, authenticator, ask, reasonFor };
}

describe('good tokens [T-AUTH-1]', () => {
  it.each(KEYS)('of $algorithm say who their bearer is', async (key) => {
    const { ask, clock } = open({}, KEYS);
    const answer = await ask(signToken(key, goodClaims(clock.nowMs())));
    expect(answer).toMatchObject({
      ok: true,
      value: { tenant: 'acme', subject: 'agent-7', keyId: `${ISSUER} ${key.kid}` },
    });
  });

  it('carry grants, subscriptions, roles, capabilities and what the client is [T-AUTH-7]', async () => {
    const { ask, clock } = open({ clockToleranceMs: 1500 });
    const claims = goodClaims(clock.nowMs(), {
      arqonbus: { publish: ['orders:*'], subscribe: ['orders:eu.*', 'logs*:*'], command: ['*'] },
      subscriptions: ['orders:eu.west', 'logs:*', 'logs', 'orders:eu.*'],
      roles: ['reader', 'on call'],
      capabilities: ['summarize'],
      client_type: 'ai-agent',
    });
    expect(await ask(signToken(KEY, claims))).toEqual({
      ok: true,
      value: {
        tenant: 'acme',
        subject: 'agent-7',
        clientType: wire.ClientType.AI_AGENT,
        roles: ['reader', 'on call'],
        grants: {
          publish: ['orders:*'],
          subscribe: ['orders:eu.*', 'logs*:*'],
          history: [],
          create: [],
          command: ['*'],
        },
        capabilities: ['summarize'],
        // A bare room means all of it; an address twice is one.
        subscriptions: ['orders:eu.west', 'logs:*', 'orders:eu.*'],
        expiresAtMs: clock.nowMs() + 3_600_000 + 1500,
        keyId: `${ISSUER} k1`,
      },
    });
  });

  it('may leave out everything that is optional', async () => {
    const { ask, clock } = open();
    const exp = clock.nowMs() / 1000 + 60;
    const claims = { iss: ISSUER, aud: ['other', AUDIENCE], sub: 'x', exp, tenant: 'acme', arqonbus: {} };
    const answer = await ask(signSegments(KEY, encode({ alg: 'EdDSA' }), encode(claims)));
    expect(answer).toMatchObject({ ok: true, value: { roles: [], capabilities: [], clientType: null } });
  });

  it.each(['JWT', 'jwt', 'at+jwt', 'application/at+jwt'])('may be of type %s', async (typ) => {
    const { reasonFor, clock } = open();
    expect(await reasonFor(signToken(KEY, goodClaims(clock.nowMs()), { typ }))).toBe('accepted');
  });

  it('of an issuer with one tenant need not name it, and may name no other [P7]', async () => {
    const issuers = [{ issuer: ISSUER, audience: AUDIENCE, keys: [keyOptions(KEY)], jwks: null, tenant: 'only' }];
    const { ask, reasonFor, clock } = open({ issuers });
    const { tenant: _, ...unnamed } = goodClaims(clock.nowMs());
    expect(await ask(signToken(KEY, unnamed))).toMatchObject({ ok: true, value: { tenant: 'only' } });
    expect(await reasonFor(signToken(KEY, { ...unnamed, tenant: 'only' }))).toBe('accepted');
    expect(await reasonFor(signToken(KEY, { ...unnamed, tenant: 'acme' }))).toBe('bad_claims');
  });

  it('say it in the claims that the issuer is known to use', async () => {
    const claims = { tenant: 'https://id.example/org', grants: 'scope_map', roles: 'groups' };
    const issuers = [{ issuer: ISSUER, audience: AUDIENCE, keys: [keyOptions(KEY)], jwks: null, claims }];
    const { ask, clock } = open({ issuers });
    const { tenant: _, arqonbus: grants, ...rest } = goodClaims(clock.nowMs());
    const token = signToken(KEY, { ...rest, 'https://id.example/org': 'acme', scope_map: grants, groups: ['ops'] });
    expect(await ask(token)).toMatchObject({ ok: true, value: { tenant: 'acme', roles: ['ops'] } });
  });

  it('property: with any single character changed are refused', async () => {
    const { ask, clock } = open({}, KEYS);
    const tokens = KEYS.map((key) => signToken(key, goodClaims(clock.nowMs())));
    for (const token of tokens) expect((await ask(token)).ok).toBe(true);
    const characters = fc.constantFrom(...'AZaz09-_+/=. \n\u0000é');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...tokens), fc.nat(), characters, async (token, place, char) => {
        const at = place % token.length;
        fc.pre(token[at] !== char);
        expect((await ask(token.slice(0, at) + char + token.slice(at + 1))).ok).toBe(false);
      }),
      { numRuns: 1500 },
    );
  });

  it('are refused with every bit of the last character changed, one by one', async () => {
    const { ask, clock } = open({}, KEYS);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (const key of KEYS) {
      const token = signToken(key, goodClaims(clock.nowMs()));
      for (const char of alphabet.replace(token.at(-1) ?? '', '')) {
        expect((await ask(token.slice(0, -1) + char)).ok).toBe(false);
      }
    }
  });
});

describe('time [P6]', () => {
  it('a credential ends at exp and tolerance, to the millisecond, remembered or not', async () => {
    const { reasonFor, clock } = open({ clockToleranceMs: 2000 });
    const token = signToken(KEY, goodClaims(clock.nowMs()));
    expect(await reasonFor(token)).toBe('accepted');
    clock.advance(3_600_000 + 1999);
    expect(await reasonFor(token)).toBe('accepted');
    clock.advance(1);
    expect(await reasonFor(token)).toBe('expired');
    expect(await reasonFor(token)).toBe('expired');
  });

  it.each(['nbf', 'iat'])('%s may lie ahead by the tolerance, not by a second more', async (claim) => {
    const { reasonFor, clock } = open({ clockToleranceMs: 2000 });
    const seconds = clock.nowMs() / 1000;
    expect(await reasonFor(signToken(KEY, goodClaims(clock.nowMs(), { [claim]: seconds + 2 })))).toBe('accepted');
    const early = signToken(KEY, goodClaims(clock.nowMs(), { [claim]: seconds + 3 }));
    expect(await reasonFor(early)).toBe('not_yet_valid');
    clock.advance(1000);
    expect(await reasonFor(early)).toBe('accepted');
  });

  it('a lifetime at the bound is accepted, a second more is not; without iat it counts from now', async () => {
    const { reasonFor, clock } = open({ lifetimeMsMax: 7_200_000 });
    const seconds = clock.nowMs() / 1000;
    const lasting = (duration: number) => signToken(KEY, goodClaims(clock.nowMs(), { exp: seconds + duration }));
    expect(await reasonFor(lasting(7200))).toBe('accepted');
    expect(await reasonFor(lasting(7201))).toBe('bad_claims');
    const { iat: _, ...timeless } = goodClaims(clock.nowMs(), { exp: seconds + 7201 });
    expect(await reasonFor(signToken(KEY, timeless))).toBe('bad_claims');
    clock.advance(1000);
    expect(await reasonFor(signToken(KEY, timeless))).toBe('accepted');
  });
});

describe('the end of the calendar [T-AUTH-1]', () => {
  it('is the last second of the year 9999, however long tokens may live', async () => {
    const { reasonFor, clock } = open({ lifetimeMsMax: Infinity });
    const ending = (exp: number) => signToken(KEY, goodClaims(clock.nowMs(), { exp }));
    expect(await reasonFor(ending(Date.UTC(9999, 11, 31, 23, 59, 59) / 1000))).toBe('accepted');
    expect(await reasonFor(ending(Date.UTC(9999, 11, 31, 23, 59, 59) / 1000 + 1))).toBe('bad_claims');
  });
});

describe('remembered tokens [T-AUTH-1]', () => {
  it('give the same principal without a second signature check, each token its own', async () => {
    const { ask, clock } = open();
    const claims = goodClaims(clock.nowMs());
    const token = signToken(KEY, claims);
    const [first, again] = [await ask(token), await ask(token)];
    expect(first.ok && again.ok && first.value === again.value).toBe(true);
    const twin = await ask(signToken(KEY, claims, { typ: 'at+jwt' }));
    expect(first.ok && twin.ok && first.value !== twin.value).toBe(true);
    expect(twin).toEqual(first);
  });

  it('are bounded in number', async () => {
    const { ask, clock } = open({ verifiedTokensMax: 2 });
    const tokens = ['a', 'b', 'c'].map((sub) => signToken(KEY, goodClaims(clock.nowMs(), { sub })));
    const principals = [];
    for (const token of [...tokens, ...tokens.slice(1), ...tokens.slice(0, 1)]) {
      const answer = await ask(token);
      principals.push(answer.ok ? answer.value : null);
    }
    const [a, b, c, bAgain, cAgain, aAgain] = principals;
    expect([bAgain === b, cAgain === c, aAgain === a]).toEqual([true, true, false]);
    expect(aAgain).toEqual(a);
  });

  it('may be none', async () => {
    const { ask, clock } = open({ verifiedTokensMax: 0 });
    const token = signToken(KEY, goodClaims(clock.nowMs()));
    const [first, again] = [await ask(token), await ask(token)];
    expect(first.ok && again.ok && first.value !== again.value).toBe(true);
  });

  it('still end with their time: what was accepted once is not accepted for ever', async () => {
    const { ask, reasonFor, clock } = open();
    const token = signToken(KEY, goodClaims(clock.nowMs()));
    expect((await ask(token)).ok).toBe(true);
    clock.jumpWallClock(3_700_000);
    expect(await reasonFor(token)).toBe('expired');
  });
});

describe('still vouching [T-AUTH-6]', () => {
  it('is for principals of this authenticator only', async () => {
    const { authenticator, ask, clock } = open();
    const answer = await ask(signToken(KEY, goodClaims(clock.nowMs())));
    if (!answer.ok) throw new Error(answer.error.reason);
    expect(authenticator.stillVouchesFor(answer.value)).toBe(true);
    expect(authenticator.stillVouchesFor({ ...answer.value })).toBe(false);
    expect(open().authenticator.stillVouchesFor(answer.value)).toBe(false);
  });
});

describe('bounds and shape of the credential [T-AUTH-1]', () => {
  it('is missing where there is none', async () => {
    const { reasonFor } = open();
    expect([await reasonFor(null), await reasonFor('')]).toEqual(['missing', 'missing']);
  });

  it('may be as long as the bound and not a byte longer', async () => {
    const { clock } = open();
    const token = signToken(KEY, goodClaims(clock.nowMs()));
    expect(await open({ tokenBytesMax: token.length }).reasonFor(token)).toBe('accepted');
    expect(await open({ tokenBytesMax: token.length - 1 }).reasonFor(token)).toBe('malformed');
  });

  it.each([
    ['sub', 200, 'bad_claims'],
    ['kid', 200, 'malformed'],
  ])('bounds %s: %i characters, not one more', async (name, chars, reason) => {
    const outcomes = [];
    for (const length of [chars, chars + 1]) {
      const text = 'x'.repeat(length);
      const key = name === 'kid' && length === chars ? { ...KEY, kid: text } : KEY;
      const { reasonFor, clock } = open({}, [key]);
      const header = name === 'kid' ? { kid: text } : {};
      const claims = name === 'sub' ? { sub: text } : {};
      outcomes.push(await reasonFor(signToken(key, goodClaims(clock.nowMs(), claims), header)));
    }
    expect(outcomes).toEqual(['accepted', reason]);
  });

  it.each<[string, number, (index: number) => string]>([
    ['subscriptions', 64, (index) => `orders:c${index}`],
    ['roles', 32, (index) => `role ${index}`],
    ['capabilities', 64, (index) => `cap-${index}`],
  ])('bounds %s: %i, not one more', async (claim, countMax, member) => {
    const { reasonFor, clock } = open();
    const list = (count: number) => ({ [claim]: Array.from({ length: count }, (_, index) => member(index)) });
    expect(await reasonFor(signToken(KEY, goodClaims(clock.nowMs(), list(countMax))))).toBe('accepted');
    expect(await reasonFor(signToken(KEY, goodClaims(clock.nowMs(), list(countMax + 1))))).toBe('bad_claims');
  });

  it('bounds the patterns of a grant: 256, not one more', async () => {
    const { reasonFor, clock } = open();
    const granting = (count: number) => ({ arqonbus: { publish: Array.from({ length: count }, (_, i) => `r:c${i}`) } });
    expect(await reasonFor(signToken(KEY, goodClaims(clock.nowMs(), granting(256))))).toBe('accepted');
    expect(await reasonFor(signToken(KEY, goodClaims(clock.nowMs(), granting(257))))).toBe('bad_claims');
  });
});
