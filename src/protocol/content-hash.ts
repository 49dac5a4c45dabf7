/** A fast, non-cryptographic hash of a message's bytes: tells a retry from a different message under one id. [P4] */

/** 2^32 divided by the golden ratio, made odd: multiplying by it spreads every bit upwards without losing any. */
const SPREAD = 0x9e3779b1;

/**
 * Unsigned 32-bit hash of source[start..end), four bytes at a time. Not for security: a sender can only collide with
 * messages of its own subject.
 */
export function contentHash(source: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  let index = start;
  for (; index + 4 <= end; index += 4) {
    const word =
      (source[index] as number) |
      ((source[index + 1] as number) << 8) |
      ((source[index + 2] as number) << 16) |
      ((source[index + 3] as number) << 24);
    hash = Math.imul(hash ^ word, SPREAD);
    // Brings the well-mixed upper bits down, so that the next word meets them.
    hash ^= hash >>> 15;
  }
  let tail = 0;
  for (let shift = 0; index < end; index += 1, shift += 8) tail |= (source[index] as number) << shift;
  hash = Math.imul(hash ^ tail, SPREAD);
  return (hash ^ (hash >>> 13)) >>> 0;
}
