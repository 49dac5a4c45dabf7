import { describe, expect, it } from 'vitest';
import type { AuthRequest } from '../../../src/auth/authenticator.js';
import { compileGrants } from '../../../src/auth/authorize.js';
import { createDevAuthenticator, createNoAuthenticator } from '../../../src/auth/no-auth.js';

const LOCAL = '127.0.0.1';

/** A peer that shows no certificate and asserts nobody. */
function request(credential: string | null, remoteAddress = LOCAL): AuthRequest {
  return { credential, remoteAddress, peerCertificateSha256: null, assertedPrincipal: null };
}

describe('no authentication [S-SRV-1]', () => {
  it('makes every local peer the same anonymous principal, whatever credential it shows', async () => {
    const none = createNoAuthenticator();
    for (const credential of [null, '', 'anything']) {
      const answer = await none.authenticate(request(credential));
      expect(answer).toMatchObject({
        ok: true,
        value: { tenant: 'default', subject: 'anonymous', keyId: 'none', expiresAtMs: Infinity },
      });
      if (answer.ok) expect(compileGrants(answer.value).allows('create', 'any', '*')).toBe(true);
      // Nothing can be revoked where nothing is asked for.
      if (answer.ok) expect([answer.value.subscriptions, none.stillVouchesFor(answer.value)]).toEqual([[], true]);
    }
  });

  it('refuses a peer that is not on loopback, in both schemes', async () => {
    for (const scheme of [createNoAuthenticator(), createDevAuthenticator({ token: 'token-of-this-run' })]) {
      expect(await scheme.authenticate(request('token-of-this-run', '192.0.2.7'))).toEqual({
        ok: false,
        error: { reason: 'not_allowed' },
      });
    }
  });
});

describe('the development token [P6]', () => {
  const dev = createDevAuthenticator({ token: 'token-of-this-run' });

  it('lets in who knows it', async () => {
    const answer = await dev.authenticate(request('token-of-this-run', '::1'));
    expect(answer).toMatchObject({ ok: true, value: { subject: 'dev', tenant: 'default', keyId: 'dev' } });
    expect(answer.ok && dev.stillVouchesFor(answer.value)).toBe(true);
  });

  it.each([
    [null, 'missing'],
    ['', 'missing'],
    ['token-of-another-run', 'unknown'],
    ['token-of-this-ru', 'unknown'],
  ])('refuses %j as %s', async (credential, reason) => {
    expect(await dev.authenticate(request(credential))).toEqual({ ok: false, error: { reason } });
  });
});
