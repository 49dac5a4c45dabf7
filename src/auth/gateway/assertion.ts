/**
 * What a gateway says of the client behind it: base64url (RFC 4648, section 5, no padding) of a JSON object
 * `{tenant, subject, client_type?, roles?, grants?, capabilities?, subscriptions?, expires_at}`. Read strictly, because
 * a gateway that writes it from what a client sent must not be talked into a second meaning: no member twice, none that
 * is unknown. Who does not name a grant asserts none. [T-AUTH-4]
 */
import { err, ok, type Result } from '../../base/result.js';
import type { AuthFailure } from '../authenticator.js';
import { decodeBase64url } from '../jwt/base64url.js';
import { readPrincipal } from '../jwt/principal-claims.js';
import { memberOf, parseJsonObject } from '../jwt/strict-json.js';
import type { Principal } from '../principal.js';

/**
 * A gateway asserts again at each connection, so nothing it says needs to last longer; and an `expires_at` in
 * milliseconds, which would be millennia away, does not go unnoticed.
 */
export const ASSERTION_LIFETIME_MAX_MS = 24 * 3_600_000;

const NAMES = {
  tenant: 'tenant',
  grants: 'grants',
  subscriptions: 'subscriptions',
  roles: 'roles',
  clientType: 'client_type',
  capabilities: 'capabilities',
} as const;
const MEMBERS: ReadonlySet<string> = new Set([...Object.values(NAMES), 'subject', 'expires_at']);

/** @returns `malformed`, `bad_claims` or `expired` for what cannot be believed whoever says it */
export function readAssertedPrincipal(text: string, keyId: string, nowMs: number): Result<Principal, AuthFailure> {
  const bytes = decodeBase64url(text);
  const claims = bytes === null ? null : parseJsonObject(bytes);
  if (claims === null || Object.keys(claims).some((name) => !MEMBERS.has(name))) return err({ reason: 'malformed' });
  const standard = { ...claims, sub: memberOf(claims, 'subject'), grants: memberOf(claims, 'grants') ?? {} };
  // An explicit null is not the same as nothing said.
  if (memberOf(claims, 'grants') === null) return err({ reason: 'bad_claims' });
  const principal = readPrincipal(standard, NAMES, null);
  const expiresAt = memberOf(claims, 'expires_at');
  if (principal === null || typeof expiresAt !== 'number' || !Number.isSafeInteger(expiresAt) || expiresAt < 0) {
    return err({ reason: 'bad_claims' });
  }
  // Seconds since 1970, like `exp` of RFC 7519.
  const expiresAtMs = expiresAt * 1000;
  if (expiresAtMs <= nowMs) return err({ reason: 'expired' });
  if (expiresAtMs - nowMs > ASSERTION_LIFETIME_MAX_MS) return err({ reason: 'bad_claims' });
  return ok({ ...principal, expiresAtMs, keyId });
}
