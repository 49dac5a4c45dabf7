/**
 * Several schemes on one bus. Which of them judges follows from what is presented, never from which of them happens to
 * accept it: an assertion is the gateway's, `aqk_` an API key, anything else a token. So a credential has one reading,
 * and one refusal. [T-AUTH-5]
 */
import { InvariantError } from '../base/invariant.js';
import { err, type Result } from '../base/result.js';
import { API_KEY_PREFIX } from './api-key/api-key.js';
import type { AuthFailure, Authenticator, AuthRequest } from './authenticator.js';
import type { Principal } from './principal.js';

type Role = 'assertion' | 'api_key' | 'token';

/** @param authenticators at most one of schemes `gateway` and `api_key` each, and one of another scheme */
export function combineAuthenticators(authenticators: readonly Authenticator[]): Authenticator {
  const byRole = new Map<Role, Authenticator>();
  for (const authenticator of authenticators) {
    const role = roleOf(authenticator);
    if (byRole.has(role)) throw new InvariantError(`two authenticators for one kind of credential: ${role}`);
    byRole.set(role, authenticator);
  }
  /** A key id says nothing about its scheme, so who vouched is remembered with the principal. */
  const vouchers = new WeakMap<Principal, Authenticator>();

  async function authenticate(request: AuthRequest): Promise<Result<Principal, AuthFailure>> {
    const presented = judgePresented(request);
    if (typeof presented === 'object') return err(presented);
    const authenticator = byRole.get(presented);
    if (authenticator === undefined) return err({ reason: presented === 'assertion' ? 'not_allowed' : 'unknown' });
    const answer = await authenticator.authenticate(request);
    if (answer.ok) vouchers.set(answer.value, authenticator);
    return answer;
  }

  return {
    scheme: authenticators.map(({ scheme }) => scheme).join('+'),
    authenticate,
    stillVouchesFor: (principal) => vouchers.get(principal)?.stillVouchesFor(principal) ?? false,
  };
}

function roleOf({ scheme }: Authenticator): Role {
  if (scheme === 'gateway') return 'assertion';
  return scheme === 'api_key' ? 'api_key' : 'token';
}

/** The one thing presented, or why there is not one. */
function judgePresented({ credential, assertedPrincipal }: AuthRequest): Role | AuthFailure {
  const hasCredential = credential !== null && credential !== '';
  if (assertedPrincipal !== null) return hasCredential ? { reason: 'ambiguous' } : 'assertion';
  if (!hasCredential) return { reason: 'missing' };
  return credential.startsWith(API_KEY_PREFIX) ? 'api_key' : 'token';
}
