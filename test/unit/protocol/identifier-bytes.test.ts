import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIdentifier } from '../../../src/protocol/address.js';
import { isIdentifierBytes, isPrintableAscii } from '../../../src/protocol/identifier-bytes.js';

describe('identifiers on bytes [S-PROTO-2]', () => {
  it('agrees with isIdentifier on every byte', () => {
    for (let byte = 0; byte < 256; byte += 1) {
      expect(isIdentifierBytes(Uint8Array.of(97, byte), 0, 2)).toBe(isIdentifier(`a${String.fromCharCode(byte)}`));
    }
  });

  it('agrees with isIdentifier on arbitrary text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const bytes = Buffer.from(text);
        expect(isIdentifierBytes(bytes, 0, bytes.length)).toBe(isIdentifier(text));
      }),
    );
  });

  it.each([
    [0, false],
    [1, true],
    [128, true],
    [129, false],
  ])('%d bytes: %s', (length, accepted) => {
    expect(isIdentifierBytes(Buffer.alloc(length, 'a'), 0, length)).toBe(accepted);
  });
});

describe('printable ASCII on bytes [S-PROTO-2]', () => {
  it('takes space to tilde and nothing else', () => {
    for (let byte = 0; byte < 256; byte += 1) {
      expect(isPrintableAscii(Uint8Array.of(byte), 0, 1, 1)).toBe(byte >= 0x20 && byte <= 0x7e);
    }
  });

  it('keeps its bound', () => {
    const bytes = Buffer.alloc(129, 'a');
    expect(isPrintableAscii(bytes, 0, 128, 128)).toBe(true);
    expect(isPrintableAscii(bytes, 0, 129, 128)).toBe(false);
    expect(isPrintableAscii(bytes, 5, 5, 128)).toBe(true);
  });
});
