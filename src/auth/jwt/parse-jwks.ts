/**
 * A JSON Web Key Set (RFC 7517, section 5) as keys to check signatures with. Keys that are no use to us are left out
 * and counted (other purposes, other algorithms, too weak); private and symmetric ones too, because a set is public. A
 * set that cannot be read as a whole is refused, and whoever asked keeps the one before.
 */
import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { err, ok, type Result } from '../../base/result.js';
import { isJwtAlgorithm, type JwtAlgorithm } from './algorithms.js';
import type { KeySet, KeySetProblem } from './key-set.js';
import { isJsonObject, memberOf, parseJsonObject, type JsonObject } from './strict-json.js';
import { isKeyName } from './text-rules.js';
import { findMisfit, type VerificationKey } from './verification-key.js';

const KEYS_MAX = 100;

/** Members that make up a public key, by key type (RFC 7518, 6.2 and 6.3; RFC 8037, 2). */
const PUBLIC_MEMBERS: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['RSA', ['n', 'e']],
  ['EC', ['crv', 'x', 'y']],
  ['OKP', ['crv', 'x']],
]);

/** What a key without `alg` is for; RS256 is what OpenID Connect takes for granted (Core, section 3.1.3.7). */
const DEFAULT_ALGORITHMS: ReadonlyMap<string, JwtAlgorithm> = new Map([
  ['RSA', 'RS256'],
  ['EC P-256', 'ES256'],
  ['EC P-384', 'ES384'],
  ['EC P-521', 'ES512'],
  ['OKP Ed25519', 'EdDSA'],
]);

/** @param previous the set before: a key that is still the same is the same object. */
export function parseJwks(bytes: Uint8Array, previous: KeySet | null): Result<KeySet, KeySetProblem> {
  const document = parseJsonObject(bytes);
  const listed = document === null ? undefined : memberOf(document, 'keys');
  if (!Array.isArray(listed) || !listed.every(isJsonObject)) return err('not_a_key_set');
  if (listed.length > KEYS_MAX) return err('too_many_keys');
  const keys = new Map<string, VerificationKey>();
  let ignored = 0;
  for (const jwk of listed) {
    const key = importJwk(jwk);
    if (key === null) {
      ignored += 1;
      continue;
    }
    // Which of two is meant nobody can say, and a guess would be a key nobody vouched for.
    if (keys.has(key.kid)) return err('duplicate_kid');
    keys.set(key.kid, sameAsBefore(key, previous));
  }
  return ok({ keys, ignored });
}

function importJwk(jwk: JsonObject): VerificationKey | null {
  const kid = memberOf(jwk, 'kid');
  const algorithm = algorithmOf(jwk);
  if (!isKeyName(kid) || algorithm === null || isPrivate(jwk) || !isForVerifying(jwk)) return null;
  const key = importPublic(jwk);
  return key === null || findMisfit(algorithm, key) !== null ? null : { kid, algorithm, key };
}

/** Whether the key holds what only its owner may know (RFC 7518, 6.2.2, 6.3.2 and 6.4). */
function isPrivate(jwk: JsonObject): boolean {
  return ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv'].some((name) => Object.hasOwn(jwk, name));
}

function isForVerifying(jwk: JsonObject): boolean {
  const use = memberOf(jwk, 'use');
  const operations = memberOf(jwk, 'key_ops');
  if (use !== undefined && use !== 'sig') return false;
  return operations === undefined || (Array.isArray(operations) && operations.includes('verify'));
}

function algorithmOf(jwk: JsonObject): JwtAlgorithm | null {
  const named = memberOf(jwk, 'alg');
  if (named !== undefined) return isJwtAlgorithm(named) ? named : null;
  const type = memberOf(jwk, 'kty');
  const curve = memberOf(jwk, 'crv');
  return DEFAULT_ALGORITHMS.get(typeof curve === 'string' ? `${String(type)} ${curve}` : String(type)) ?? null;
}

/** Null for other types of key and for numbers that are no key, such as a point that is not on its curve. */
function importPublic(jwk: JsonObject): KeyObject | null {
  const type = memberOf(jwk, 'kty');
  const members = PUBLIC_MEMBERS.get(type);
  if (members === undefined || typeof type !== 'string') return null;
  const key: JsonWebKey = { kty: type };
  for (const name of members) {
    const value = memberOf(jwk, name);
    if (typeof value !== 'string') return null;
    key[name] = value;
  }
  try {
    return createPublicKey({ key, format: 'jwk' });
  } catch {
    // Counted among the ignored keys.
    return null;
  }
}

function sameAsBefore(key: VerificationKey, previous: KeySet | null): VerificationKey {
  const before = previous?.keys.get(key.kid);
  return before !== undefined && before.algorithm === key.algorithm && before.key.equals(key.key) ? before : key;
}
