import { isUtf8 as nodeIsUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUtf8 } from '../../../src/protocol/utf8.js';

function check(bytes: readonly number[]): boolean {
  return isUtf8(Uint8Array.from(bytes), 0, bytes.length);
}

describe('UTF-8 [S-PROTO-2]', () => {
  it('agrees with the platform on every one, two and three byte sequence that can differ', () => {
    for (let first = 0; first < 256; first += 1) {
      expect(check([first])).toBe(nodeIsUtf8(Uint8Array.of(first)));
      for (let second = 0; second < 256; second += 1) {
        const pair = Uint8Array.of(first, second);
        const triple = Uint8Array.of(first, second, 0x80);
        const quadruple = Uint8Array.of(first, second, 0xbf, 0x80);
        if (isUtf8(pair, 0, 2) !== nodeIsUtf8(pair)) expect.fail(`differs on ${first} ${second}`);
        if (isUtf8(triple, 0, 3) !== nodeIsUtf8(triple)) expect.fail(`differs on ${first} ${second} 128`);
        if (isUtf8(quadruple, 0, 4) !== nodeIsUtf8(quadruple)) expect.fail(`differs on ${first} ${second} 191 128`);
      }
    }
  });

  it('agrees with the platform on arbitrary bytes and on damaged text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat({ max: 255 }), (text, at, byte) => {
        const bytes = Buffer.from(text);
        expect(isUtf8(bytes, 0, bytes.length)).toBe(true);
        if (bytes.length > 0) bytes[at % bytes.length] = byte;
        expect(isUtf8(bytes, 0, bytes.length)).toBe(nodeIsUtf8(bytes));
      }),
    );
  });

  it.each([
    ['overlong slash', [0xc0, 0xaf]],
    ['overlong null', [0xe0, 0x80, 0x80]],
    ['surrogate', [0xed, 0xa0, 0x80]],
    ['past U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
    ['lone continuation', [0x80]],
    ['cut short', [0x61, 0xe2, 0x82]],
  ])('refuses: %s', (_name, bytes) => {
    expect(check(bytes)).toBe(false);
  });

  it('looks at its range alone', () => {
    const bytes = Buffer.from([0xff, 0x61, 0xff]);
    expect(isUtf8(bytes, 1, 2)).toBe(true);
    // The rest of the sequence lies past the end.
    expect(isUtf8(Buffer.from('€'), 0, 2)).toBe(false);
  });
});
