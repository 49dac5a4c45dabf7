/**
 * Memory for what a log keeps: cut from slabs of their own. Node's shared pool would let one kept message pin 8 KiB of
 * other people's short-lived buffers; here a slab holds nothing but log entries. [P8]
 */

const SLAB_BYTES = 16_384;
/** Larger pieces get memory of their own: cutting them from slabs would waste the rest of each. */
const PIECE_BYTES_MAX = SLAB_BYTES / 4;

export class Slab {
  /** The piece reserved last is memory[start..start + bytes), uninitialized; the caller fills it completely. */
  memory: Buffer = Buffer.alloc(0);
  start = 0;
  #slab: Buffer = Buffer.alloc(0);
  #used = 0;

  reserve(bytes: number): void {
    if (bytes > PIECE_BYTES_MAX) {
      this.memory = Buffer.allocUnsafeSlow(bytes);
      this.start = 0;
      return;
    }
    if (this.#used + bytes > this.#slab.length) {
      this.#slab = Buffer.allocUnsafeSlow(SLAB_BYTES);
      this.#used = 0;
    }
    this.memory = this.#slab;
    this.start = this.#used;
    this.#used += bytes;
  }
}
