import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64url } from '../../../../src/auth/jwt/base64url.js';

describe('strict base64url [T-AUTH-1]', () => {
  it.each([
    '',
    'YQ==',
    'YQ=',
    'YR',
    'YWI=',
    'YWJ',
    'Y',
    'YWJjZ',
    'YQ ',
    ' YQ',
    'YQ\n',
    'Y Q',
    '-_+/',
    'a+b/',
    'YQ.',
    'ÿÿÿÿ',
  ])('refuses %j, which another decoder would forgive', (text) => expect(decodeBase64url(text)).toBeNull());

  it('law: bytes have one text', () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(bytes, (each) => {
        const buffer = Buffer.from(each);
        expect(decodeBase64url(buffer.toString('base64url'))?.equals(buffer)).toBe(true);
      }),
    );
    const text = fc.string({ unit: fc.constantFrom(...'ABQZabyz0189-_+/= '), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(text, (each) => {
        const decoded = decodeBase64url(each);
        if (decoded !== null) expect(decoded.toString('base64url')).toBe(each);
      }),
      { numRuns: 2000 },
    );
  });
});
