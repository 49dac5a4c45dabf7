import { describe, expect, it } from 'vitest';
import type { Authenticator, AuthRequest } from '../../../src/auth/authenticator.js';
import { combineAuthenticators } from '../../../src/auth/combine-authenticators.js';
import type { Principal } from '../../../src/auth/principal.js';
import { err, ok } from '../../../src/base/result.js';

const NONE = { publish: [], subscribe: [], history: [], create: [], command: [] };

/** Accepts what it is asked, and remembers that it was. */
function scheme(name: string, accepts = true) {
  const asked: AuthRequest[] = [];
  let vouches = true;
  const authenticator: Authenticator = {
    scheme: name,
    authenticate(request) {
      asked.push(request);
      const principal: Principal = {
        tenant: 'acme',
        subject: name,
        clientType: null,
        roles: [],
        grants: NONE,
        capabilities: [],
        subscriptions: [],
        expiresAtMs: Infinity,
        // All alike: an id says nothing about its scheme.
        keyId: 'k1',
      };
      return Promise.resolve(accepts ? ok(principal) : err({ reason: 'unknown' }));
    },
    stillVouchesFor: () => vouches,
  };
  return { authenticator, asked, revoke: () => void (vouches = false) };
}

function request(over: Partial<AuthRequest>): AuthRequest {
  return {
    credential: null,
    remoteAddress: '192.0.2.1',
    peerCertificateSha256: null,
    assertedPrincipal: null,
    ...over,
  };
}

async function outcome(authenticator: Authenticator, over: Partial<AuthRequest>): Promise<string> {
  const answer = await authenticator.authenticate(request(over));
  return answer.ok ? answer.value.subject : answer.error.reason;
}

describe('several schemes on one bus [T-AUTH-5]', () => {
  it('are told apart by what is presented', async () => {
    const [gateway, apiKey, jwt] = [scheme('gateway'), scheme('api_key'), scheme('jwt')];
    const all = combineAuthenticators([jwt, gateway, apiKey].map(({ authenticator }) => authenticator));
    expect(all.scheme).toBe('jwt+gateway+api_key');
    expect(await outcome(all, { assertedPrincipal: 'e30' })).toBe('gateway');
    expect(await outcome(all, { credential: 'aqk_abc' })).toBe('api_key');
    expect(await outcome(all, { credential: 'eyJ.e30.x' })).toBe('jwt');
    expect(await outcome(all, { credential: 'AQK_abc' })).toBe('jwt');
    expect([gateway.asked.length, apiKey.asked.length, jwt.asked.length]).toEqual([1, 1, 2]);
  });

  it('are never tried one after another: a refusal is final', async () => {
    const [apiKey, jwt] = [scheme('api_key', false), scheme('jwt')];
    const all = combineAuthenticators([apiKey.authenticator, jwt.authenticator]);
    expect(await outcome(all, { credential: 'aqk_abc' })).toBe('unknown');
    expect(jwt.asked).toEqual([]);
  });

  it('refuse what none of them is for, and an assertion that no gateway may make', async () => {
    const apiKey = combineAuthenticators([scheme('api_key').authenticator]);
    expect(await outcome(apiKey, { credential: 'eyJ.e30.x' })).toBe('unknown');
    expect(await outcome(apiKey, { assertedPrincipal: 'e30' })).toBe('not_allowed');
    expect(await outcome(apiKey, { assertedPrincipal: '' })).toBe('not_allowed');
    expect(await outcome(combineAuthenticators([scheme('jwt').authenticator]), { credential: 'aqk_abc' })).toBe(
      'unknown',
    );
  });

  it('refuse nothing and two things at once', async () => {
    const all = combineAuthenticators(['gateway', 'api_key', 'jwt'].map((name) => scheme(name).authenticator));
    expect(await outcome(all, {})).toBe('missing');
    expect(await outcome(all, { credential: '' })).toBe('missing');
    // A certificate alone presents nobody.
    expect(await outcome(all, { peerCertificateSha256: 'a1'.repeat(32) })).toBe('missing');
    expect(await outcome(all, { credential: 'aqk_abc', assertedPrincipal: 'e30' })).toBe('ambiguous');
    expect(await outcome(all, { credential: 'eyJ.e30.x', assertedPrincipal: '' })).toBe('ambiguous');
  });

  it('vouch each for its own, though key ids are alike [T-AUTH-6]', async () => {
    const [apiKey, jwt] = [scheme('api_key'), scheme('jwt')];
    const all = combineAuthenticators([apiKey.authenticator, jwt.authenticator]);
    const byKey = await all.authenticate(request({ credential: 'aqk_abc' }));
    const byToken = await all.authenticate(request({ credential: 'eyJ.e30.x' }));
    if (!byKey.ok || !byToken.ok) throw new Error('both must be accepted');
    expect([all.stillVouchesFor(byKey.value), all.stillVouchesFor(byToken.value)]).toEqual([true, true]);
    apiKey.revoke();
    expect([all.stillVouchesFor(byKey.value), all.stillVouchesFor(byToken.value)]).toEqual([false, true]);
    expect(all.stillVouchesFor({ ...byToken.value })).toBe(false);
  });

  it('are one of a kind', () => {
    const [jwt, dev] = [scheme('jwt').authenticator, scheme('dev').authenticator];
    expect(() => combineAuthenticators([jwt, dev])).toThrow('two authenticators');
  });
});
