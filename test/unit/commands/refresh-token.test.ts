import { describe, expect, it } from 'vitest';
import type { Authenticator } from '../../../src/auth/authenticator.js';
import type { Principal } from '../../../src/auth/principal.js';
import { err, ok } from '../../../src/base/result.js';
import { wire } from '../../../src/protocol/codec.js';
import { ALL_GRANTS, createCommandHarness } from '../../support/commands/command-harness.js';

const RENEWED: Principal = {
  tenant: 'acme',
  subject: 'svc',
  clientType: null,
  roles: [],
  grants: { ...ALL_GRANTS, publish: ['orders:*'] },
  capabilities: [],
  subscriptions: [],
  expiresAtMs: 1_800_000_000_000,
  keyId: 'k2',
};

/** The token is the name of the answer. */
const authenticator: Authenticator = {
  scheme: 'test',
  authenticate: ({ credential }) => {
    switch (credential) {
      case 'good':
        return Promise.resolve(ok(RENEWED));
      case 'eternal':
        return Promise.resolve(ok({ ...RENEWED, expiresAtMs: Infinity }));
      case 'other-tenant':
        return Promise.resolve(ok({ ...RENEWED, tenant: 'evil' }));
      case 'other-subject':
        return Promise.resolve(ok({ ...RENEWED, subject: 'root' }));
      case 'broken':
        return Promise.reject(new Error('key server on fire'));
      default:
        return Promise.resolve(err({ reason: 'unknown' }));
    }
  },
  stillVouchesFor: () => true,
};

async function refresh(token: string) {
  const bus = createCommandHarness({ authenticator });
  const session = bus.session();
  const answers = bus.dispatch(session, wire.Command.encode({ refreshToken: { token } }).finish());
  await new Promise((resolve) => setImmediate(resolve));
  expect(answers).toHaveLength(1);
  return { bus, session, rejection: answers[0]?.rejection, result: answers[0]?.result };
}

describe('refresh_token [P6]', () => {
  it('puts the new grants and expiry in force', async () => {
    const { bus, session, result } = await refresh('good');
    expect(result?.refreshToken).toMatchObject({
      expiresAtMs: RENEWED.expiresAtMs,
      grants: { publish: ['orders:*'], history: ['*'] },
    });
    expect(session.principal).toBe(RENEWED);
    expect(session.authorizer.allows('publish', 'logs', 'x')).toBe(false);
    expect(bus.eventsOf('auth.accepted')).toMatchObject([{ subject: 'svc', tenant: 'acme' }]);
  });

  it('writes 0 for a credential that never expires', async () => {
    const { result } = await refresh('eternal');
    expect(result?.refreshToken?.expiresAtMs).toBe(0);
  });

  it.each(['other-tenant', 'other-subject'])('refuses to become someone else (%s)', async (token) => {
    const { bus, session, rejection } = await refresh(token);
    expect(rejection).toMatchObject({ name: 'PERMISSION_DENIED', field: 'command.refresh_token.token' });
    expect(session.principal.keyId).toBe('k1');
    expect(bus.eventsOf('auth.failed')).toMatchObject([{ reason: 'not_allowed' }]);
  });

  it('keeps the session as it was when the credential is refused', async () => {
    const { bus, session, rejection } = await refresh('bad');
    expect(rejection?.name).toBe('UNAUTHENTICATED');
    expect(session.principal.keyId).toBe('k1');
    expect(bus.eventsOf('auth.failed')).toMatchObject([{ reason: 'unknown' }]);
  });

  it('answers INTERNAL when the authenticator breaks its promise', async () => {
    const { bus, rejection } = await refresh('broken');
    expect(rejection?.name).toBe('INTERNAL');
    expect(bus.eventsOf('internal.error')).toHaveLength(1);
  });

  it('never lets the token out [P9]', async () => {
    for (const token of ['good', 'bad', 'other-tenant', 'broken']) {
      const { bus, rejection, result } = await refresh(token);
      expect(JSON.stringify([bus.events, rejection, result?.refreshToken])).not.toContain(`"${token}"`);
    }
  });

  it.each(['', 'x'.repeat(8193)])('refuses a token out of bounds', async (token) => {
    const { rejection } = await refresh(token);
    expect(rejection).toMatchObject({ name: 'INVALID_ARGUMENT', field: 'command.refresh_token.token' });
  });

  it('asks the authenticator about a token at the bound', async () => {
    const { rejection } = await refresh('x'.repeat(8192));
    expect(rejection?.name).toBe('UNAUTHENTICATED');
  });
});
