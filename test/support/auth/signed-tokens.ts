/**
 * Tokens made with node:crypto alone, so that what signs in tests shares no code with what verifies. Keys are made at
 * run time: none ever stands in a file.
 */
import {
  constants,
  createHmac,
  createSecretKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import type { JwtAlgorithm } from '../../../src/auth/jwt/algorithms.js';
import type { JwtKeyOptions } from '../../../src/auth/jwt/options.js';

export const ALL_ALGORITHMS: readonly JwtAlgorithm[] = [
  'HS256',
  'HS384',
  'HS512',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
];

/** What signs, and what checks. */
export interface TestKey {
  readonly kid: string;
  readonly algorithm: JwtAlgorithm;
  readonly signer: KeyObject;
  /** As configuration has it: the secret, or a PEM public key. */
  readonly material: Buffer;
  /** As a key set has it; of HMAC keys too, which no key set should hold. */
  readonly jwk: JsonWebKey & { kid: string; alg: string };
}

const CURVES: Readonly<Record<string, string>> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' };

export function makeKey(algorithm: JwtAlgorithm, kid = `${algorithm.toLowerCase()}-key`): TestKey {
  if (algorithm.startsWith('HS')) {
    const secret = randomBytes(64);
    const jwk = { kty: 'oct', k: secret.toString('base64url'), kid, alg: algorithm };
    return { kid, algorithm, signer: createSecretKey(secret), material: secret, jwk };
  }
  const { publicKey, privateKey } = makePair(algorithm);
  return {
    kid,
    algorithm,
    signer: privateKey,
    material: Buffer.from(publicKey.export({ type: 'spki', format: 'pem' })),
    jwk: { ...publicKey.export({ format: 'jwk' }), kid, alg: algorithm },
  };
}

function makePair(algorithm: JwtAlgorithm): { publicKey: KeyObject; privateKey: KeyObject } {
  if (algorithm === 'EdDSA') return generateKeyPairSync('ed25519');
  const namedCurve = CURVES[algorithm];
  if (namedCurve !== undefined) return generateKeyPairSync('ec', { namedCurve });
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

export function keyOptions({ kid, algorithm, material }: TestKey): JwtKeyOptions {
  return { kid, algorithm, material };
}

/** @param algorithm as the signature is made, whatever a header says */
export function signBytes(algorithm: string, signer: KeyObject, input: string): Buffer {
  const data = Buffer.from(input, 'utf8');
  const hash = `sha${algorithm.slice(2)}`;
  switch (algorithm.slice(0, 2)) {
    case 'HS':
      return createHmac(hash, signer).update(data).digest();
    case 'RS':
      return sign(hash, data, signer);
    case 'PS':
      return sign(hash, data, {
        key: signer,
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
      });
    case 'ES':
      return sign(hash, data, { key: signer, dsaEncoding: 'ieee-p1363' });
    default:
      return sign(null, data, signer);
  }
}

export const encode = (value: unknown): string => encodeText(JSON.stringify(value));
export const encodeText = (text: string | Buffer): string => Buffer.from(text).toString('base64url');

/** Signs two segments as they stand, sensible or not. */
export function signSegments(key: Pick<TestKey, 'algorithm' | 'signer'>, header: string, claims: string): string {
  const input = `${header}.${claims}`;
  return `${input}.${signBytes(key.algorithm, key.signer, input).toString('base64url')}`;
}

/** A token of the key, with further members in its header. */
export function signToken(key: TestKey, claims: unknown, header: Record<string, unknown> = {}): string {
  return signSegments(key, encode({ alg: key.algorithm, typ: 'JWT', kid: key.kid, ...header }), encode(claims));
}

export const ISSUER = 'https://id.example';
export const AUDIENCE = 'arqonbus';

/** Claims that nothing is wrong with, for an hour. */
export function goodClaims(nowMs: number, over: Record<string, unknown> = {}): Record<string, unknown> {
  const seconds = Math.floor(nowMs / 1000);
  return {
    iss: ISSUER,
    aud: AUDIENCE,
    sub: 'agent-7',
    iat: seconds,
    exp: seconds + 3600,
    tenant: 'acme',
    arqonbus: { publish: ['orders:*'], subscribe: ['orders:*'], command: ['join', 'leave'] },
    ...over,
  };
}
