/** A fast, non-cryptographic hash of a message's bytes: tells a retry from a different message under one id. [P4] */

/** 2^32 divided by the golden ratio, made odd: multiplying by it spreads every bit upwards without losing any. */
const SPREAD = 0x9e3779b1;

/** The view of the buffer hashed last: the envelopes of one WebSocket message share theirs. */
let lastSource: Uint8Array = new Uint8Array(0);
let lastView = new DataView(lastSource.buffer);

/**
 * Unsigned 32-bit hash of source[start..end), two interleaved lanes of four bytes at a time: the processor works on
 * one while the other waits for its multiplication. Not for security: a sender can only collide with messages of its
 * own subject.
 */
export function contentHash(source: Uint8Array, start: number, end: number): number {
  const view = viewOf(source);
  let even = end - start;
  let odd = ~even;
  let index = start;
  for (; index + 8 <= end; index += 8) {
    even = mix(even, view.getInt32(index, true));
    odd = mix(odd, view.getInt32(index + 4, true));
  }
  if (index + 4 <= end) {
    even = mix(even, view.getInt32(index, true));
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

/** A DataView reads four bytes in one instruction where the array needs four. */
function viewOf(source: Uint8Array): DataView {
  if (source !== lastSource) {
    lastSource = source;
    lastView = new DataView(source.buffer, source.byteOffset, source.byteLength);
  }
  return lastView;
}
