/**
 * Authentication for one machine: everyone who can connect is trusted (`none`), or everyone who knows one shared
 * token (development mode). Both refuse peers that are not on loopback, whatever address the server was told to bind;
 * that the server refuses such an address is a second lock on the same door. [P6] [S-SRV-1]
 */
import { isLoopbackAddress } from '../base/loopback.js';
import { err, ok, type Result } from '../base/result.js';
import { equalSecrets } from '../base/secret-equality.js';
import type { AuthFailure, Authenticator } from './authenticator.js';
import type { GrantSet, Principal } from './principal.js';

const ALL_GRANTS: GrantSet = { publish: ['*'], subscribe: ['*'], history: ['*'], create: ['*'], command: ['*'] };

/** Scheme `none`: every local peer is `anonymous` of tenant `default`; credentials are ignored. */
export function createNoAuthenticator(): Authenticator {
  const principal = localPrincipal('anonymous', 'none');
  return {
    scheme: 'none',
    authenticate: ({ remoteAddress }) =>
      Promise.resolve(isLoopbackAddress(remoteAddress) ? ok(principal) : err({ reason: 'not_allowed' })),
    stillVouchesFor: () => true,
  };
}

/** Scheme `dev`: local peers with the token of this run are `dev` of tenant `default`. */
export function createDevAuthenticator(options: { token: string }): Authenticator {
  const principal = localPrincipal('dev', 'dev');
  function decide(credential: string | null, remoteAddress: string): Result<Principal, AuthFailure> {
    if (!isLoopbackAddress(remoteAddress)) return err({ reason: 'not_allowed' });
    if (credential === null || credential === '') return err({ reason: 'missing' });
    return equalSecrets(credential, options.token) ? ok(principal) : err({ reason: 'unknown' });
  }
  return {
    scheme: 'dev',
    authenticate: ({ credential, remoteAddress }) => Promise.resolve(decide(credential, remoteAddress)),
    stillVouchesFor: () => true,
  };
}

function localPrincipal(subject: string, keyId: string): Principal {
  return {
    tenant: 'default',
    subject,
    clientType: null,
    roles: [],
    grants: ALL_GRANTS,
    capabilities: [],
    subscriptions: [],
    expiresAtMs: Infinity,
    keyId,
  };
}
