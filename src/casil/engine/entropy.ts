/**
 * Shannon entropy of bytes, without allocation: one count table serves every measurement, one at a time. Random base62
 * of 20 bytes has about 4.1 bits per byte, hexadecimal about 3.4, `xxxxxxxx` 0.
 */
/** What one more of a byte adds to the sum of n log2 n, for counts below this one; larger ones are computed. */
const READY_COUNTS = 1024;
const READY_STEPS = Float64Array.from({ length: READY_COUNTS }, (_, count) => stepFrom(count));

const counts = new Uint32Array(256);
let total = 0;
let sum = 0;

function stepFrom(count: number): number {
  return (count + 1) * Math.log2(count + 1) - (count === 0 ? 0 : count * Math.log2(count));
}

/** Adds bytes[start..end) to the measurement that `takeEntropyBits` finishes. */
export function countBytes(bytes: Uint8Array, start: number, end: number): void {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    const count = counts[byte] as number;
    sum += count < READY_COUNTS ? (READY_STEPS[count] as number) : stepFrom(count);
    counts[byte] = count + 1;
  }
  total += end - start;
}

/** Bits per byte of all ranges counted since the last call, 0 for none; starts the next measurement. */
export function takeEntropyBits(): number {
  const bits = total === 0 ? 0 : Math.max(0, Math.log2(total) - sum / total);
  counts.fill(0);
  total = 0;
  sum = 0;
  return bits;
}

/** Shannon entropy of bytes[start..end) in bits per byte, from 0 to 8. */
export function entropyBits(bytes: Uint8Array, start: number, end: number): number {
  countBytes(bytes, start, end);
  return takeEntropyBits();
}
