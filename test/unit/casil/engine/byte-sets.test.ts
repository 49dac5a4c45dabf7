import { describe, expect, it } from 'vitest';
import { byteSet, byteSetOf, SET_CHARACTERS, setsOverlap, unionOf } from '../../../../src/casil/engine/byte-sets.js';
import type { CharSet } from '../../../../src/casil/engine/token-format.js';

const PATTERNS: Readonly<Record<CharSet, RegExp>> = {
  digits: /[0-9]/,
  'lower-hex': /[0-9a-f]/,
  'upper-hex': /[0-9A-F]/,
  hex: /[0-9A-Fa-f]/,
  lower: /[a-z]/,
  letters: /[A-Za-z]/,
  'upper-alnum': /[A-Z0-9]/,
  'lower-alnum': /[a-z0-9]/,
  alnum: /[A-Za-z0-9]/,
  base64: /[A-Za-z0-9+/]/,
  base64url: /[A-Za-z0-9_-]/,
  base32: /[A-Z2-7]/,
  word: /[A-Za-z0-9_]/,
  identifier: /[A-Za-z0-9._-]/,
  unreserved: /[A-Za-z0-9._~-]/,
};

describe('byte sets', () => {
  it.each(Object.keys(PATTERNS) as CharSet[])('%s holds the bytes it says, and none past ASCII', (name) => {
    const table = byteSet(name);
    for (let byte = 0; byte < 256; byte++) {
      expect(table[byte]).toBe(byte < 0x80 && PATTERNS[name].test(String.fromCharCode(byte)) ? 1 : 0);
    }
    expect(new Set(SET_CHARACTERS[name]).size).toBe(SET_CHARACTERS[name].length);
  });

  it('are made once', () => {
    expect(byteSet('hex')).toBe(byteSet('hex'));
    expect(byteSetOf('+-')).toBe(byteSetOf('+-'));
  });

  it('are joined and compared', () => {
    const both = unionOf(byteSetOf('+'), byteSetOf('-'));
    expect([both[0x2b], both[0x2d], both[0x2c]]).toEqual([1, 1, 0]);
    expect(setsOverlap(both, byteSetOf('-/'))).toBe(true);
    expect(setsOverlap(both, byteSet('alnum'))).toBe(false);
    expect(unionOf()).toEqual(new Uint8Array(256));
  });
});
