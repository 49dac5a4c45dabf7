/** A fast, non-cryptographic hash of a message's bytes: tells a retry from a different message under one id. [P4] */

/** 2^32 divided by the golden ratio, made odd: multiplying by it spreads every bit upwards without losing any. */
const SPREAD = 0x9e3779b1;

/**
 * Unsigned 32-bit hash of source[start..end), two interleaved lanes of four bytes at a time: the processor works on
 * one while the other waits for its multiplication. Not for security: a sender can only collide with messages of its
 * own subject.
 */
export function contentHash(source: Uint8Array, start: number, end: number): number {
  let even = end - start;
  let odd = ~even;
  let index = start;
  for (; index + 8 <= end; index += 8) {
    even = mix(even, wordAt(source, index));
    odd = mix(odd, wordAt(source, index + 4));
  }
  if (index + 4 <= end) {
    even = mix(even, wordAt(source, index));
    index += 4;
  }
  let tail = 0;
  for (let shift = 0; index < end; index += 1, shift += 8) tail |= (source[index] as number) << shift;
  odd = mix(odd, tail);
  const joined = mix(even, odd);
  return (joined ^ (joined >>> 13)) >>> 0;
}

/** Loses nothing: for one hash, different words give different results. */
function mix(hash: number, word: number): number {
  const spread = Math.imul(hash ^ word, SPREAD);
  // Brings the well-mixed upper bits down, so that the next word meets them.
  return spread ^ (spread >>> 15);
}

function wordAt(source: Uint8Array, index: number): number {
  return (
    (source[index] as number) |
    ((source[index + 1] as number) << 8) |
    ((source[index + 2] as number) << 16) |
    ((source[index + 3] as number) << 24)
  );
}
