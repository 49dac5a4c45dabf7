import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createJwtAuthenticator } from '../../../../src/auth/jwt/jwt-authenticator.js';
import { JwtOptionsError, type JwtIssuerOptions, type JwtOptions } from '../../../../src/auth/jwt/options.js';
import { AUDIENCE, ISSUER, keyOptions, makeKey } from '../../../support/auth/signed-tokens.js';

const KEY = keyOptions(makeKey('ES256', 'k1'));
const good: JwtIssuerOptions = { issuer: ISSUER, audience: AUDIENCE, keys: [KEY], jwks: null };

function problemsOf(options: JwtOptions): readonly string[] {
  try {
    createJwtAuthenticator(options);
  } catch (error) {
    if (error instanceof JwtOptionsError) return error.problems;
    throw error;
  }
  return [];
}

const withIssuer = (over: Partial<JwtIssuerOptions>) => problemsOf({ issuers: [{ ...good, ...over }] });
const withSecret = (algorithm: 'HS256' | 'HS384' | 'HS512', material: Uint8Array) =>
  withIssuer({ keys: [{ kid: 'h', algorithm, material }] });

describe('configured keys [T-AUTH-1]', () => {
  it.each([
    ['HS256', 32],
    ['HS384', 48],
    ['HS512', 64],
  ] as const)('%s takes a secret of %i bytes, and none shorter or empty', (algorithm, bytes) => {
    expect(withSecret(algorithm, randomBytes(bytes))).toEqual([]);
    expect(withSecret(algorithm, randomBytes(bytes - 1))).toEqual([
      `key "h" of issuer "${ISSUER}" must have at least ${bytes} bytes for ${algorithm}`,
    ]);
    expect(withSecret(algorithm, Buffer.alloc(0))).toHaveLength(1);
  });

  it('a public key is no secret, in any form it comes in', () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const forms = [
      Buffer.from(publicKey.export({ type: 'spki', format: 'pem' })),
      Buffer.from(publicKey.export({ type: 'pkcs1', format: 'pem' })),
      Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' })),
      Buffer.from(`\n  ${publicKey.export({ type: 'spki', format: 'pem' }).toString()}`),
      publicKey.export({ type: 'spki', format: 'der' }),
      publicKey.export({ type: 'pkcs1', format: 'der' }),
      Buffer.from(JSON.stringify(publicKey.export({ format: 'jwk' }))),
    ];
    for (const material of forms) {
      const problems = withSecret('HS256', material);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain('whoever knows the key could sign');
    }
  });

  it.each([
    ['RS256', generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey, 'at least 2048 bits'],
    ['PS512', generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }).publicKey, null],
    ['RS256', generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey, 'needs an RSA key'],
    ['ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey, null],
    ['ES256', generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey, 'needs a prime256v1 key'],
    ['ES256', generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey, 'needs a prime256v1 key'],
    ['ES384', generateKeyPairSync('ec', { namedCurve: 'P-521' }).publicKey, 'needs a secp384r1 key'],
    ['ES512', generateKeyPairSync('ed25519').publicKey, 'needs a secp521r1 key'],
    ['EdDSA', generateKeyPairSync('ed448').publicKey, 'needs an Ed25519 key'],
    ['EdDSA', generateKeyPairSync('x25519').publicKey, 'needs an Ed25519 key'],
  ] as const)('%s takes a key that fits (%#)', (algorithm, key, problem) => {
    const material = Buffer.from(key.export({ type: 'spki', format: 'pem' }));
    const problems = withIssuer({ keys: [{ kid: 'a', algorithm, material }] });
    if (problem === null) expect(problems).toEqual([]);
    else expect(problems.join()).toContain(problem);
  });

  it('private keys and other texts are refused, and never repeated', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const broken = '-----BEGIN PUBLIC KEY-----\nc2VjcmV0LW1hdGVyaWFs\n-----END PUBLIC KEY-----\n';
    for (const text of [pem, broken, '', 'c2VjcmV0LW1hdGVyaWFs']) {
      const problems = withIssuer({ keys: [{ kid: 'a', algorithm: 'ES256', material: Buffer.from(text) }] });
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain(`key "a" of issuer "${ISSUER}"`);
      expect(problems[0]).not.toContain('c2VjcmV0');
      expect(problems[0]).not.toContain(pem.split('\n')[1]);
    }
  });
});

describe('options [T-AUTH-1] [T-AUTH-2]', () => {
  it.each<[string, Partial<JwtIssuerOptions>, string]>([
    ['no keys at all', { keys: [] }, 'needs keys or a key set'],
    ['a kid twice', { keys: [KEY, KEY] }, 'kid "k1" stands there twice'],
    ['an empty kid', { keys: [{ ...KEY, kid: '' }] }, 'a kid must be'],
    ['an issuer with spaces', { issuer: 'my issuer' }, 'printable characters without spaces'],
    ['an empty audience', { audience: '' }, 'the audience must not be empty'],
    ['a tenant that is none', { tenant: 'a/b' }, 'the tenant must be'],
    ['plain http', { jwks: { url: 'http://id.example/keys' } }, 'must be https'],
    ['another scheme', { jwks: { url: 'file:///etc/keys' } }, 'must be https'],
    ['no URL', { jwks: { url: 'keys' } }, 'must be a URL'],
    ['a host that only looks local', { jwks: { url: 'http://127.0.0.1.example/keys' } }, 'must be https'],
    ['a password in the URL', { jwks: { url: 'https://u:p@id.example/' } }, 'must not hold a user name'],
    ['a fragment', { jwks: { url: 'https://id.example/#keys' } }, 'must not have a fragment'],
    ['no cooldown', { jwks: { url: 'https://id.example/', cooldownMs: 0 } }, 'cooldown must be'],
    ['a cooldown past the cache', { jwks: { url: 'https://id.example/', cacheMs: 10, cooldownMs: 11 } }, 'cooldown'],
    ['a cache past stale_max', { jwks: { url: 'https://id.example/', cacheMs: 9e9 } }, 'cache must be at most'],
    ['a file that is stale at once', { jwks: { file: 'x', staleMaxMs: 0 } }, 'stale_max'],
  ])('refuse %s', (_, over, problem) => expect(withIssuer(over).join()).toContain(problem));

  it('tell all problems at once, of all issuers', () => {
    const weak = { kid: 'h', algorithm: 'HS256' as const, material: Buffer.from('short') };
    expect(
      problemsOf({
        issuers: [
          { ...good, keys: [weak] },
          { ...good, issuer: 'b', keys: [weak, weak] },
        ],
      }),
    ).toEqual(['issuer "b": kid "h" stands there twice']);
    expect(
      problemsOf({
        issuers: [
          { ...good, keys: [weak] },
          { ...good, issuer: 'b', keys: [weak] },
        ],
      }),
    ).toHaveLength(2);
    expect(problemsOf({ issuers: [good, good], clockToleranceMs: -1, lifetimeMsMax: 0 })).toHaveLength(3);
    expect(problemsOf({ issuers: [], tokenBytesMax: 0, verifiedTokensMax: -1 })).toHaveLength(3);
    expect(problemsOf({ issuers: [good], clockToleranceMs: 60_000 })).toEqual([]);
    expect(problemsOf({ issuers: [good], clockToleranceMs: 60_001 })).toHaveLength(1);
  });
});
