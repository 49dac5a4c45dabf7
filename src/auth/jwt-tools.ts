/**
 * Tokens at the command line: making a key, signing a token with it, and looking into one. A server never signs and
 * never uses this; what it accepts is decided in jwt/, whose rules are asked here so that what is signed is accepted.
 * [T-AUTH-8]
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { CompactSign, compactVerify, errors } from 'jose';
import { err, ok, type Result } from '../base/result.js';
import { isJwtAlgorithm, JWT_ALGORITHMS, traitsOf, type JwtAlgorithm } from './jwt/algorithms.js';
import { decodeBase64url } from './jwt/base64url.js';
import { parseJwks } from './jwt/parse-jwks.js';
import { DEFAULT_CLAIM_NAMES, readPrincipal } from './jwt/principal-claims.js';
import { judgeRegisteredClaims } from './jwt/registered-claims.js';
import { memberOf, parseJsonObject, type JsonObject } from './jwt/strict-json.js';
import { findMisfit, importKeyMaterial } from './jwt/verification-key.js';

export { JWT_ALGORITHMS, isJwtAlgorithm, type JsonObject, type JwtAlgorithm };
export { JWT_DEFAULTS } from './jwt/options.js';

export interface SigningKey {
  readonly algorithm: JwtAlgorithm;
  readonly key: KeyObject;
}

/** A new Ed25519 pair (RFC 8037) as PEM: PKCS #8 and SubjectPublicKeyInfo. */
export function generateSigningPair(): { readonly privatePem: string; readonly publicPem: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

/**
 * @param material a private key as PEM; with an HMAC algorithm the secret, every byte of it
 * @param algorithm null takes the first the key can be for
 * @returns or a sentence for people without any of the material
 */
export function readSigningKey(material: Uint8Array, algorithm: JwtAlgorithm | null): Result<SigningKey, string> {
  if (algorithm !== null && traitsOf(algorithm).kind === 'secret') {
    const secret = importKeyMaterial(algorithm, material);
    return secret.ok ? ok({ algorithm, key: secret.value }) : secret;
  }
  let key: KeyObject;
  let publicHalf: KeyObject;
  try {
    key = createPrivateKey({ key: Buffer.from(material), format: 'pem' });
    publicHalf = createPublicKey(key);
  } catch {
    // The decoder's own words say nothing a person can use.
    return err('is not a private key as PEM without a passphrase');
  }
  const fitting = algorithm ?? algorithmsOf(publicHalf)[0];
  if (fitting === undefined) return err('is a key of a kind no algorithm here can use');
  const misfit = findMisfit(fitting, publicHalf);
  return misfit === null ? ok({ algorithm: fitting, key }) : err(misfit);
}

/** Why a server would not accept the claims, whatever key signed them; null if it would. */
export function findClaimProblem(claims: JsonObject, nowMs: number): string | null {
  const audience = memberOf(claims, 'aud');
  const rules = { clockToleranceMs: 0, lifetimeMsMax: Infinity };
  if (typeof audience !== 'string') return 'the audience is missing';
  const judged = judgeRegisteredClaims(claims, audience, rules, nowMs);
  if (!judged.ok) return `a server would say ${judged.error.reason}`;
  return readPrincipal(claims, DEFAULT_CLAIM_NAMES, null) === null
    ? 'the tenant, the subject, a grant or a subscription is not written as it must be, or a subscription is not granted'
    : null;
}

/** @param kid null leaves the key unnamed: a server with one key of the issuer takes that. */
export function signToken({ algorithm, key }: SigningKey, kid: string | null, claims: JsonObject): Promise<string> {
  return new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: algorithm, typ: 'JWT', ...(kid === null ? {} : { kid }) })
    .sign(key);
}

/** What a token says of itself: words of a stranger, until a signature is checked. */
export interface TokenContent {
  readonly header: JsonObject;
  readonly claims: JsonObject;
}

/** Null when the text is no token a server would look at. */
export function readTokenContent(token: string): TokenContent | null {
  const segments = token.split('.', 4);
  const [header, claims] = segments.slice(0, 2).map((segment) => {
    const bytes = decodeBase64url(segment);
    return bytes === null ? null : parseJsonObject(bytes);
  });
  return segments.length === 3 && header && claims ? { header, claims } : null;
}

/** Where signatures are checked: a public key or secret of one algorithm at least, or a key set. */
export type VerifyWith =
  | { readonly kind: 'key'; readonly material: Uint8Array; readonly secretAlgorithm: JwtAlgorithm | null }
  | { readonly kind: 'jwks'; readonly document: Uint8Array };

/** `no_key`: none of the keys is for this token, by its name or its algorithm. */
export type SignatureVerdict = 'good' | 'bad' | 'no_key';

/** @returns or a sentence for people about what to verify with */
export async function checkSignature(token: string, withKeys: VerifyWith): Promise<Result<SignatureVerdict, string>> {
  const content = readTokenContent(token);
  const algorithm = content === null ? undefined : memberOf(content.header, 'alg');
  const kid = content === null ? undefined : memberOf(content.header, 'kid');
  const found = withKeys.kind === 'jwks' ? findInSet(withKeys.document, kid) : readKey(withKeys);
  if (!found.ok) return found;
  const keys = found.value.filter(({ algorithms }) => isJwtAlgorithm(algorithm) && algorithms.includes(algorithm));
  if (keys.length === 0) return ok('no_key');
  for (const { key, algorithms } of keys) if (await verifies(token, key, algorithms)) return ok('good');
  return ok('bad');
}

interface UsableKey {
  readonly key: KeyObject;
  readonly algorithms: readonly JwtAlgorithm[];
}

function readKey({ material, secretAlgorithm }: VerifyWith & { kind: 'key' }): Result<readonly UsableKey[], string> {
  if (secretAlgorithm !== null) {
    const secret = importKeyMaterial(secretAlgorithm, material);
    return secret.ok ? ok([{ key: secret.value, algorithms: [secretAlgorithm] }]) : secret;
  }
  try {
    const key = createPublicKey({ key: Buffer.from(material), format: 'pem' });
    return ok([{ key, algorithms: algorithmsOf(key) }]);
  } catch {
    // As above.
    return err('is not a key as PEM');
  }
}

function findInSet(document: Uint8Array, kid: unknown): Result<readonly UsableKey[], string> {
  const set = parseJwks(document, null);
  if (!set.ok) return err(`cannot be used as a key set: ${set.error.replaceAll('_', ' ')}`);
  const named = [...set.value.keys.values()].filter((key) => kid === undefined || key.kid === kid);
  return ok(named.map(({ key, algorithm }) => ({ key, algorithms: [algorithm] })));
}

/** Those a public key can be for, the usual one first. */
function algorithmsOf(publicKey: KeyObject): readonly JwtAlgorithm[] {
  const all = Object.keys(JWT_ALGORITHMS).filter(isJwtAlgorithm);
  return all.filter((name) => traitsOf(name).kind !== 'secret' && findMisfit(name, publicKey) === null);
}

async function verifies(token: string, key: KeyObject, algorithms: readonly JwtAlgorithm[]): Promise<boolean> {
  try {
    await compactVerify(token, key, { algorithms: [...algorithms] });
    return true;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}
