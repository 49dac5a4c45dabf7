/**
 * Memory for Frames that a log keeps: cut from slabs of their own. Node's shared pool would let one kept message pin
 * 8 KiB of other people's short-lived buffers; here a slab holds nothing but log entries. [P8]
 */

const SLAB_BYTES = 8192;
/** Larger pieces get memory of their own: cutting them from slabs would waste the rest of each. */
const PIECE_BYTES_MAX = SLAB_BYTES / 4;

/** An allocator of uninitialized Buffers that the caller fills completely. */
export function createSlab(): (bytes: number) => Buffer {
  let slab = new ArrayBuffer(0);
  let used = 0;
  return (bytes) => {
    if (bytes > PIECE_BYTES_MAX) return Buffer.allocUnsafeSlow(bytes);
    if (used + bytes > slab.byteLength) {
      slab = Buffer.allocUnsafeSlow(SLAB_BYTES).buffer;
      used = 0;
    }
    const piece = Buffer.from(slab, used, bytes);
    used += bytes;
    return piece;
  };
}
