/** What a minted token says, from the flags of `token mint`. */
import type { JsonObject } from '../../auth/jwt-tools.js';
import { createMessageId } from '../../base/ids.js';
import { usageError } from '../operator-error.js';

export interface TokenWishes {
  readonly issuer: string;
  readonly audience: string;
  readonly tenant: string;
  readonly subject: string;
  /** `action=pattern,pattern`. */
  readonly grants: readonly string[];
  readonly subscriptions: readonly string[];
  readonly roles: readonly string[];
  readonly clientType: string | null;
  readonly ttlMs: number;
}

const ACTIONS: readonly string[] = ['publish', 'subscribe', 'history', 'create', 'command'];

/** @throws OperatorError 64 */
export function claimsOf(wishes: TokenWishes, nowMs: number): JsonObject {
  const issuedAt = Math.floor(nowMs / 1000);
  const { issuer, audience, tenant, subject, subscriptions, roles, clientType, ttlMs } = wishes;
  return {
    iss: issuer,
    aud: audience,
    sub: subject,
    tenant,
    arqonbus: parseGrants(wishes.grants),
    ...(subscriptions.length > 0 && { subscriptions }),
    ...(roles.length > 0 && { roles }),
    ...(clientType !== null && { client_type: clientType }),
    iat: issuedAt,
    exp: issuedAt + Math.max(1, Math.round(ttlMs / 1000)),
    jti: createMessageId(),
  };
}

/** @throws OperatorError 64 */
export function parseGrants(texts: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const grants: Record<string, string[]> = {};
  for (const text of texts) {
    const equals = text.indexOf('=');
    const action = text.slice(0, Math.max(0, equals));
    const patterns = text.slice(equals + 1).split(',');
    if (!ACTIONS.includes(action) || patterns.includes('')) {
      throw usageError(`"${text}" is no grant: write one of ${ACTIONS.join(', ')}, then = and patterns`, [
        'such as --grant publish=orders:*,logs:app.* or --grant command=join,leave',
      ]);
    }
    grants[action] = [...(grants[action] ?? []), ...patterns];
  }
  return grants;
}
