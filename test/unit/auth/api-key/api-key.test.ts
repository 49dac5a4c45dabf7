import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOfApiKey, generateApiKey, isApiKey } from '../../../../src/auth/api-key/api-key.js';

describe('an API key [T-AUTH-3]', () => {
  it('holds 256 random bits and is known by its hash', () => {
    const keys = Array.from({ length: 1_000 }, () => generateApiKey());
    expect(new Set(keys.map(({ key }) => key)).size).toBe(1_000);
    for (const { key, sha256 } of keys) {
      expect(isApiKey(key)).toBe(true);
      expect(Buffer.from(key.slice(4), 'base64url')).toHaveLength(32);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(digestOfApiKey(key)).toBe(sha256);
    }
  });

  it('takes all its bytes from the generator', () => {
    const { key } = generateApiKey((count) => new Uint8Array(count).fill(0xff));
    expect(Buffer.from(key.slice(4), 'base64url').every((byte) => byte === 0xff)).toBe(true);
  });

  it('has one form: one character less, more or other is none', () => {
    const { key } = generateApiKey();
    for (const text of [
      '',
      'aqk_',
      key.slice(0, -1),
      `${key}a`,
      key.slice(4),
      key.toUpperCase().slice(0, 5),
      ` ${key}`,
    ])
      expect([text.length, isApiKey(text)]).toEqual([text.length, false]);
    for (const strange of ['+', '/', '=', ' ', '\n', '\u0000', '\u00e9'])
      expect(isApiKey(key.slice(0, -1) + strange)).toBe(false);
    expect(isApiKey(`${key}\n`)).toBe(false);
  });

  it('has no second spelling: texts that decode to the same bytes have other digests', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const { key, sha256 } = generateApiKey(() => bytes);
        // Two bits of the last character decode to nothing.
        const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
        const last = alphabet.indexOf(key.slice(-1));
        for (const other of [1, 2, 3].map((bits) => key.slice(0, -1) + (alphabet[last ^ bits] ?? ''))) {
          expect(Buffer.from(other.slice(4), 'base64url')).toEqual(Buffer.from(key.slice(4), 'base64url'));
          expect(digestOfApiKey(other)).not.toBe(sha256);
        }
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
