import { crc32 as crc32OfNode } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32, hasCrc32Suffix, signCrc32Suffix } from '../../../../src/casil/engine/checksum.js';

const PREFIX = ['gh', 'p_'].join('');
const body = fc.string({ unit: fc.constantFrom(...'ABCxyz0189'), minLength: 30, maxLength: 30 });

describe('CRC-32', () => {
  it('is that of RFC 1952, of any range', () => {
    expect(crc32(Buffer.from('..123456789..'), 2, 11)).toBe(0xcbf43926);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(crc32(bytes, 0, bytes.length)).toBe(crc32OfNode(bytes));
      }),
    );
  });
});

describe('the checksum suffix of source-hosting and registry tokens [C-DET-1]', () => {
  const holds = (token: string) => hasCrc32Suffix(Buffer.from(token), 0, token.length, 4);

  it('holds for a token that was signed, and for no neighbour of it', () => {
    fc.assert(
      fc.property(body, fc.nat(35), (random, at) => {
        const token = signCrc32Suffix(`${PREFIX}${random}000000`, 4);
        expect(token).toHaveLength(40);
        expect(token.startsWith(PREFIX + random)).toBe(true);
        expect(holds(token)).toBe(true);
        const place = 4 + at;
        const other = token.charAt(place) === 'A' ? 'B' : 'A';
        expect(holds(token.slice(0, place) + other + token.slice(place + 1))).toBe(false);
      }),
    );
  });

  it('agrees with tokens that were issued, published and withdrawn', () => {
    // Written in parts: a whole one in a repository sets off every scanner there is.
    const issued = ['zQWBuTSOoRi4A9s', 'pHcVY5ncnsDkxkJ', '0mLq17'].join('');
    expect(holds(PREFIX + issued)).toBe(true);
  });

  it('reads only its range, and nothing too short to hold it', () => {
    const token = signCrc32Suffix(`${PREFIX}${'a'.repeat(30)}000000`, 4);
    expect(hasCrc32Suffix(Buffer.from(`xx${token}yy`), 2, 42, 4)).toBe(true);
    expect(hasCrc32Suffix(Buffer.from(token), 0, 9, 4)).toBe(false);
  });
});
