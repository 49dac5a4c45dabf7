import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseJwks } from '../../../../src/auth/jwt/parse-jwks.js';
import type { KeySet } from '../../../../src/auth/jwt/key-set.js';
import { makeKey } from '../../../support/auth/signed-tokens.js';

const ES = makeKey('ES256', 'es').jwk;
const RSA = makeKey('RS256', 'rsa').jwk;
const ED = makeKey('EdDSA', 'ed').jwk;

const parse = (document: unknown, previous: KeySet | null = null) =>
  parseJwks(Buffer.from(typeof document === 'string' ? document : JSON.stringify(document)), previous);

/** Algorithms by kid, and how many keys were left out. */
function outcome(...keys: unknown[]) {
  const set = parse({ keys });
  if (!set.ok) return set.error;
  const algorithms = Object.fromEntries([...set.value.keys].map(([kid, { algorithm }]) => [kid, algorithm]));
  return { algorithms, ignored: set.value.ignored };
}

describe('key sets [T-AUTH-2]', () => {
  it('give keys by name, each with one algorithm', () => {
    expect(outcome(ES, { ...RSA, alg: 'PS384' }, ED)).toEqual({
      algorithms: { es: 'ES256', rsa: 'PS384', ed: 'EdDSA' },
      ignored: 0,
    });
  });

  it.each([
    [{ ...RSA, alg: undefined }, 'RS256'],
    [{ ...ES, alg: undefined }, 'ES256'],
    [{ ...makeKey('ES384', 'es').jwk, alg: undefined }, 'ES384'],
    [{ ...makeKey('ES512', 'es').jwk, alg: undefined }, 'ES512'],
    [{ ...ED, alg: undefined }, 'EdDSA'],
  ])('a key that names no algorithm has the usual one of its type (%#)', (jwk, algorithm) => {
    expect(outcome(jwk)).toEqual({ algorithms: { [jwk.kid]: algorithm }, ignored: 0 });
  });

  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' });
  const privateEc = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const privateRsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });

  it.each<[string, unknown]>([
    ['symmetric', makeKey('HS256', 'x').jwk],
    ['private (EC)', { ...privateEc, kid: 'x', alg: 'ES256' }],
    ['private (RSA)', { ...privateRsa, kid: 'x', alg: 'RS256' }],
    ['too weak', { ...weak, kid: 'x', alg: 'RS256' }],
    ['an exponent of one', { ...RSA, kid: 'x', e: 'AQ' }],
    ['without a name', { ...RSA, kid: undefined }],
    ['named by a number', { ...RSA, kid: 7 }],
    ['named with a space', { ...RSA, kid: 'a b' }],
    ['for encryption', { ...RSA, use: 'enc' }],
    ['for signing only', { ...RSA, key_ops: ['sign'] }],
    ['public, for HMAC', { ...RSA, alg: 'HS256' }],
    ['for none', { ...RSA, alg: 'none' }],
    ['for an unknown algorithm', { ...RSA, alg: 'RS1' }],
    ['for an algorithm that every object inherits', { ...RSA, alg: 'toString' }],
    ['on another curve', { ...ES, alg: 'ES384' }],
    ['of another type', { ...ES, alg: 'RS256' }],
    ['off its curve', { ...ES, x: ES.y }],
    ['incomplete', { ...RSA, n: undefined }],
    ['of numbers', { ...RSA, n: 12 }],
    ['of no type', { ...RSA, kty: undefined }],
    ['of a list of types', { ...RSA, kty: ['RSA'] }],
    ['for key agreement', { ...generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' }), kid: 'x' }],
  ])('leave out and count a key that is %s', (_, jwk) => {
    expect(outcome(ES, jwk)).toEqual({ algorithms: { es: 'ES256' }, ignored: 1 });
  });

  it('may name what a key is for', () => {
    expect(outcome({ ...RSA, use: 'sig', key_ops: ['verify'] })).toMatchObject({ ignored: 0 });
  });

  it('are refused as a whole when a name stands for two keys', () => {
    expect(outcome(ES, { ...RSA, kid: 'es' })).toBe('duplicate_kid');
    // A key that could not be used anyway makes no name ambiguous.
    expect(outcome(ES, { ...RSA, kid: 'es', use: 'enc' })).toMatchObject({ ignored: 1 });
  });

  it.each(['', '[]', '{}', '{"keys":{}}', '{"keys":[1]}', '{"keys":[[]]}', '{"keys":[],"keys":[]}', '<html>', 'null'])(
    'are refused when they are %j',
    (text) => expect(parse(text)).toEqual({ ok: false, error: 'not_a_key_set' }),
  );

  it('may be empty, and hold 100 keys but not 101', () => {
    expect(outcome()).toEqual({ algorithms: {}, ignored: 0 });
    const keys = (count: number) => Array.from({ length: count }, (_, index) => ({ ...ED, kid: `k${index}` }));
    expect(outcome(...keys(100))).toMatchObject({ ignored: 0 });
    expect(outcome(...keys(101))).toBe('too_many_keys');
  });

  it('keep the object of a key that stayed the same, and only then', () => {
    const before = parse({ keys: [ES, RSA, ED] });
    if (!before.ok) throw new Error(before.error);
    const after = parse({ keys: [ES, { ...RSA, alg: 'PS256' }, makeKey('EdDSA', 'ed').jwk] }, before.value);
    if (!after.ok) throw new Error(after.error);
    const same = ['es', 'rsa', 'ed'].map((kid) => before.value.keys.get(kid) === after.value.keys.get(kid));
    expect(same).toEqual([true, false, false]);
  });
});
