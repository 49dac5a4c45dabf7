import { describe, expect, it } from 'vitest';
import { Slab } from '../../../src/protocol/slab.js';

function reserve(slab: Slab, bytes: number): Buffer {
  slab.reserve(bytes);
  return slab.memory.subarray(slab.start, slab.start + bytes);
}

describe('slab [P8]', () => {
  it('cuts pieces that never overlap', () => {
    const slab = new Slab();
    const sizes = Array.from({ length: 500 }, (_, index) => (index * 37) % 4200);
    const pieces = sizes.map((size, index) => reserve(slab, size).fill(index & 0xff));
    pieces.forEach((piece, index) => {
      expect(piece).toHaveLength(sizes[index] as number);
      expect(piece.every((byte) => byte === (index & 0xff))).toBe(true);
    });
  });

  it('pins at most one slab with a small piece, and nothing but itself with a large one', () => {
    const slab = new Slab();
    expect(reserve(slab, 100).buffer.byteLength).toBe(16_384);
    expect(reserve(slab, 4096).buffer.byteLength).toBe(16_384);
    expect(reserve(slab, 4097).buffer.byteLength).toBe(4097);
  });

  it('shares no memory with the pool of short-lived buffers', () => {
    expect(reserve(new Slab(), 100).buffer).not.toBe(Buffer.allocUnsafe(100).buffer);
  });
});
