import { describe, expect, it } from 'vitest';
import { createSlab } from '../../../src/protocol/slab.js';

describe('slab [P8]', () => {
  it('cuts pieces that never overlap', () => {
    const allocate = createSlab();
    const sizes = Array.from({ length: 500 }, (_, index) => (index * 37) % 2100);
    const pieces = sizes.map((size, index) => allocate(size).fill(index & 0xff));
    pieces.forEach((piece, index) => {
      expect(piece).toHaveLength(sizes[index] as number);
      expect(piece.every((byte) => byte === (index & 0xff))).toBe(true);
    });
  });

  it('pins at most one slab with a small piece, and nothing but itself with a large one', () => {
    const allocate = createSlab();
    expect(allocate(100).buffer.byteLength).toBe(8192);
    expect(allocate(2048).buffer.byteLength).toBe(8192);
    expect(allocate(2049).buffer.byteLength).toBe(2049);
  });

  it('shares no memory with the pool of short-lived buffers', () => {
    const allocate = createSlab();
    expect(allocate(100).buffer).not.toBe(Buffer.allocUnsafe(100).buffer);
  });
});
