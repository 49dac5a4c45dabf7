import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { varintBytes, varintEnd, varintValue, writeVarint } from '../../../src/protocol/varint.js';
import { varint } from '../../support/protocol/raw-fields.js';

const safeInteger = fc.oneof(
  fc.maxSafeNat(),
  fc.nat(),
  fc.integer({ min: 0, max: 56 }).map((power) => Math.min(2 ** power, Number.MAX_SAFE_INTEGER)),
  fc.integer({ min: 1, max: 53 }).map((power) => 2 ** power - 1),
);

describe('varints [S-PROTO-2]', () => {
  it('writes what it reads, in as many bytes as it says', () => {
    fc.assert(
      fc.property(safeInteger, fc.nat({ max: 5 }), (value, pos) => {
        const target = new Uint8Array(20);
        const next = writeVarint(target, pos, value);
        expect(next - pos).toBe(varintBytes(value));
        expect(Buffer.from(target.subarray(pos, next))).toEqual(varint(value));
        expect(varintEnd(target, pos, next)).toBe(next);
        expect(varintValue(target, pos, next)).toBe(value);
      }),
    );
  });

  it('takes 64 bits and not one more', () => {
    const largest = varint(2n ** 64n - 1n);
    expect(varintEnd(largest, 0, largest.length)).toBe(10);
    const tooLarge = varint(2n ** 64n);
    expect(tooLarge).toHaveLength(10);
    expect(varintEnd(tooLarge, 0, tooLarge.length)).toBe(-1);
    const eleven = Buffer.concat([Buffer.alloc(10, 0x80), Buffer.from([1])]);
    expect(varintEnd(eleven, 0, eleven.length)).toBe(-1);
  });

  it.each([0, 1, 127, 128, 300, 2 ** 32])('refuses a longer form of %d', (value) => {
    for (const padding of [1, 2]) {
      const padded = varint(value, padding);
      expect(varintEnd(padded, 0, padded.length)).toBe(-1);
    }
  });

  it('never reads at or past the end', () => {
    const bytes = varint(300);
    expect(varintEnd(bytes, 0, 1)).toBe(-1);
    expect(varintEnd(bytes, 2, 2)).toBe(-1);
    expect(varintEnd(bytes, 0, 2)).toBe(2);
  });
});
