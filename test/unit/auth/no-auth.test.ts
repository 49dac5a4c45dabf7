import { describe, expect, it } from 'vitest';
import { compileGrants } from '../../../src/auth/authorize.js';
import { createDevAuthenticator, createNoAuthenticator } from '../../../src/auth/no-auth.js';

const LOCAL = '127.0.0.1';

describe('no authentication [S-SRV-1]', () => {
  it('makes every local peer the same anonymous principal, whatever credential it shows', async () => {
    const none = createNoAuthenticator();
    for (const credential of [null, '', 'anything']) {
      const answer = await none.authenticate({ credential, remoteAddress: LOCAL });
      expect(answer).toMatchObject({
        ok: true,
        value: { tenant: 'default', subject: 'anonymous', keyId: 'none', expiresAtMs: Infinity },
      });
      if (answer.ok) expect(compileGrants(answer.value).allows('create', 'any', '*')).toBe(true);
    }
  });

  it('refuses a peer that is not on loopback, in both schemes', async () => {
    const request = { credential: 'token-of-this-run', remoteAddress: '192.0.2.7' };
    for (const scheme of [createNoAuthenticator(), createDevAuthenticator({ token: 'token-of-this-run' })]) {
      expect(await scheme.authenticate(request)).toEqual({ ok: false, error: { reason: 'not_allowed' } });
    }
  });
});

describe('the development token [P6]', () => {
  const dev = createDevAuthenticator({ token: 'token-of-this-run' });

  it('lets in who knows it', async () => {
    const answer = await dev.authenticate({ credential: 'token-of-this-run', remoteAddress: '::1' });
    expect(answer).toMatchObject({ ok: true, value: { subject: 'dev', tenant: 'default', keyId: 'dev' } });
  });

  it.each([
    [null, 'missing'],
    ['', 'missing'],
    ['token-of-another-run', 'unknown'],
    ['token-of-this-ru', 'unknown'],
  ])('refuses %j as %s', async (credential, reason) => {
    expect(await dev.authenticate({ credential, remoteAddress: LOCAL })).toEqual({ ok: false, error: { reason } });
  });
});
