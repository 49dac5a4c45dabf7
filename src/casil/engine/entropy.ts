/**
 * Shannon entropy of bytes, without allocation: one count table serves every measurement, one at a time. Random base62
 * of 20 bytes has about 4.1 bits per byte, hexadecimal about 3.4, `xxxxxxxx` 0.
 */
/** Counts up to this one have their n log2 n ready; larger ones are computed. */
const READY_COUNTS = 1024;
const READY = Float64Array.from({ length: READY_COUNTS }, (_, count) => countTimesLog(count));

const counts = new Uint32Array(256);
let total = 0;

function countTimesLog(count: number): number {
  return count === 0 ? 0 : count * Math.log2(count);
}

/** Adds bytes[start..end) to the measurement that `takeEntropyBits` finishes over the same ranges. */
export function countBytes(bytes: Uint8Array, start: number, end: number): void {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    counts[byte] = (counts[byte] as number) + 1;
  }
  total += end - start;
}

/** Bits per byte of all ranges counted since the last call, 0 for none; starts the next measurement. */
export function takeEntropyBits(): number {
  let sum = 0;
  let left = total;
  for (let byte = 0; left > 0; byte++) {
    const count = counts[byte] as number;
    if (count === 0) continue;
    sum += count < READY_COUNTS ? (READY[count] as number) : countTimesLog(count);
    left -= count;
    counts[byte] = 0;
  }
  const bits = total === 0 ? 0 : Math.log2(total) - sum / total;
  total = 0;
  return bits;
}

/** Shannon entropy of bytes[start..end) in bits per byte, from 0 to 8. */
export function entropyBits(bytes: Uint8Array, start: number, end: number): number {
  countBytes(bytes, start, end);
  return takeEntropyBits();
}
