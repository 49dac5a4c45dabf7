/** An authenticator for tests: a token is the name of a principal, keys can be revoked, and it can be made to hang. */
import type { Authenticator } from '../../../src/auth/authenticator.js';
import type { GrantSet, Principal } from '../../../src/auth/principal.js';
import { err, ok } from '../../../src/base/result.js';

export const ALL_GRANTS: GrantSet = { publish: ['*'], subscribe: ['*'], history: ['*'], create: ['*'], command: ['*'] };

export function principal(over: Partial<Principal> = {}): Principal {
  return {
    tenant: 'acme',
    subject: 'svc',
    clientType: null,
    roles: [],
    grants: ALL_GRANTS,
    capabilities: [],
    subscriptions: [],
    expiresAtMs: Infinity,
    keyId: 'k1',
    ...over,
  };
}

export class TokenAuthenticator implements Authenticator {
  readonly scheme = 'test';
  readonly revokedKeys = new Set<string>();
  /** While true, nothing is answered. */
  hangs = false;
  readonly #principals: ReadonlyMap<string, Principal>;

  constructor(principals: Readonly<Record<string, Principal>>) {
    this.#principals = new Map(Object.entries(principals));
  }

  authenticate({ credential }: { credential: string | null }): ReturnType<Authenticator['authenticate']> {
    if (this.hangs) return new Promise(() => undefined);
    const found = this.#principals.get(credential ?? '');
    return Promise.resolve(found === undefined ? err({ reason: 'unknown' as const }) : ok(found));
  }

  stillVouchesFor({ keyId }: Principal): boolean {
    return !this.revokedKeys.has(keyId);
  }
}
