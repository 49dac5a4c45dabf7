import { describe, expect, it } from 'vitest';
import type { Authenticator, AuthRequest } from '../../../src/auth/authenticator.js';
import { createNoAuthenticator } from '../../../src/auth/no-auth.js';
import type { Connection } from '../../../src/transport/connection.js';
import { FakeClock } from '../../support/fake-clock.js';
import { createMemoryBus } from '../../support/memory-bus.js';

/** What the authenticator was asked, for a connection and a hello; empty where it was not asked at all. */
async function asked(info: Partial<Connection['info']>, token?: string) {
  const requests: AuthRequest[] = [];
  const everyone = createNoAuthenticator();
  const authenticator: Authenticator = {
    ...everyone,
    authenticate(request) {
      requests.push(request);
      return everyone.authenticate(request);
    },
  };
  const connection = createMemoryBus({ clock: new FakeClock(), authenticator }).connect(info);
  const outcome = await connection.hello(token === undefined ? {} : { token }).then(
    () => 'welcomed',
    (error: Error) => error.message,
  );
  return { requests, outcome };
}

describe('what a client presents [T-AUTH-5]', () => {
  it('is its credential, wherever it stands once', async () => {
    for (const { requests } of [
      await asked({ credential: 'one' }),
      await asked({}, 'one'),
      await asked({ credential: 'one' }, 'one'),
    ])
      expect(requests.map(({ credential }) => credential)).toEqual(['one']);
    const none = await asked({}, '');
    expect(none.requests.map(({ credential }) => credential)).toEqual([null]);
  });

  it('is refused where request and hello carry different ones, and neither is judged', async () => {
    const { requests, outcome } = await asked({ credential: 'one' }, 'two');
    expect(requests).toEqual([]);
    expect(outcome).toContain('UNAUTHENTICATED');
  });

  it('is its certificate and what is asserted beside it [T-AUTH-4]', async () => {
    const presented = { peerCertificateSha256: 'a1'.repeat(32), assertedPrincipal: 'e30', remoteAddress: '127.0.0.5' };
    const { requests } = await asked(presented);
    expect(requests).toEqual([{ credential: null, ...presented }]);
  });
});
