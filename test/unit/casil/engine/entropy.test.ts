import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBytes, entropyBits, takeEntropyBits } from '../../../../src/casil/engine/entropy.js';

function entropyByDefinition(bytes: Uint8Array): number {
  const counts = new Map<number, number>();
  for (const byte of bytes) counts.set(byte, (counts.get(byte) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / bytes.length) * Math.log2(count / bytes.length), 0);
}

describe('entropy', () => {
  it('is that of the definition, over any range of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(50), fc.nat(50), (bytes, skip, cut) => {
        const start = Math.min(skip, bytes.length);
        const end = Math.max(start, bytes.length - cut);
        expect(entropyBits(bytes, start, end)).toBeCloseTo(entropyByDefinition(bytes.subarray(start, end)), 9);
      }),
    );
  });

  it('knows its extremes: nothing, one byte over and over, every byte once', () => {
    expect(entropyBits(new Uint8Array(0), 0, 0)).toBe(0);
    expect(entropyBits(new Uint8Array(5000).fill(7), 0, 5000)).toBe(0);
    expect(
      entropyBits(
        Uint8Array.from({ length: 256 }, (_, byte) => byte),
        0,
        256,
      ),
    ).toBe(8);
  });

  it('measures several ranges as one, and starts afresh', () => {
    const bytes = Buffer.from('aaaa-bbbb');
    countBytes(bytes, 0, 4);
    countBytes(bytes, 5, 9);
    expect(takeEntropyBits()).toBe(1);
    expect(takeEntropyBits()).toBe(0);
    expect(entropyBits(bytes, 0, 4)).toBe(0);
  });

  it('stays right past the counts that are ready', () => {
    const bytes = Buffer.from('ab'.repeat(3000));
    expect(entropyBits(bytes, 0, bytes.length)).toBeCloseTo(1, 9);
  });
});
