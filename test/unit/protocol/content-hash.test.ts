import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../src/protocol/content-hash.js';

describe('contentHash [P4]', () => {
  it('depends on the bytes of the range and on nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), fc.uint8Array(), (before, content, after) => {
        const moved = Buffer.concat([before, content, after]);
        const hash = contentHash(content, 0, content.length);
        expect(contentHash(moved, before.length, before.length + content.length)).toBe(hash);
        expect(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32).toBe(true);
      }),
    );
  });

  it('tells every single changed bit, appended zero and swapped word', () => {
    const content = Buffer.from(Array.from({ length: 203 }, (_, index) => (index * 37) & 0xff));
    const hashes = new Set([contentHash(content, 0, content.length)]);
    for (let bit = 0; bit < content.length * 8; bit += 1) {
      const copy = Buffer.from(content);
      copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7));
      hashes.add(contentHash(copy, 0, copy.length));
    }
    const swapped = Buffer.concat([content.subarray(4, 8), content.subarray(0, 4), content.subarray(8)]);
    hashes.add(contentHash(swapped, 0, swapped.length));
    hashes.add(contentHash(Buffer.concat([content, Buffer.alloc(1)]), 0, content.length + 1));
    expect(hashes.size).toBe(content.length * 8 + 3);
  });

  it('spreads over 32 bits: 100000 similar messages collide about as often as chance has it', () => {
    const hashes = new Set<number>();
    const message = Buffer.alloc(40);
    for (let index = 0; index < 100_000; index += 1) {
      message.writeUInt32LE(index, 20);
      hashes.add(contentHash(message, 0, message.length));
    }
    // Chance has n^2 / 2^33, which is one.
    expect(hashes.size).toBeGreaterThan(100_000 - 10);
  });
});
