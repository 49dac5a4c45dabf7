/**
 * Base-128 varints, the way this protocol takes them: in their shortest form only, so that no two byte sequences
 * mean the same number and every strict decoder agrees with us. Client-safe: no platform imports.
 */

/** Bytes of the longest varint: 64 bits, 7 per byte. */
const VARINT_BYTES_MAX = 10;

/** Largest unsigned 32-bit value: tags, lengths and uint32 fields. */
export const UINT32_MAX = 0xffff_ffff;

/**
 * Position after the varint at `pos`; -1 when it is truncated at `end`, longer than 64 bits, or not in its shortest
 * form.
 */
export function varintEnd(bytes: Uint8Array, pos: number, end: number): number {
  const limit = Math.min(end, pos + VARINT_BYTES_MAX);
  for (let index = pos; index < limit; index += 1) {
    const byte = bytes[index] as number;
    if (byte >= 0x80) continue;
    // A zero in the last place adds nothing: the same number fits in fewer bytes.
    if (byte === 0 && index > pos) return -1;
    // The tenth byte holds bit 63 alone.
    if (index - pos === VARINT_BYTES_MAX - 1 && byte > 1) return -1;
    return index + 1;
  }
  return -1;
}

/** Value of the varint in bytes[pos..next), where next is what `varintEnd` said. Exact below 2^53, rounded above. */
export function varintValue(bytes: Uint8Array, pos: number, next: number): number {
  let value = 0;
  for (let index = next - 1; index >= pos; index -= 1) value = value * 128 + ((bytes[index] as number) & 0x7f);
  return value;
}

/** Bytes the varint of `value` takes; value is an integer of 0 to 2^53-1. */
export function varintBytes(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  let bytes = 3;
  for (let rest = value / 0x20_0000; rest >= 1; rest /= 128) bytes += 1;
  return bytes;
}

/** Writes `value` (an integer of 0 to 2^53-1) at `pos`; returns the position after it. */
export function writeVarint(target: Uint8Array, pos: number, value: number): number {
  let rest = value;
  let index = pos;
  // Bit operations are for 32 bits; the upper part of larger numbers goes by division.
  while (rest >= 0x8000_0000) {
    target[index] = (rest % 128) | 0x80;
    rest = Math.floor(rest / 128);
    index += 1;
  }
  while (rest >= 0x80) {
    target[index] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
    index += 1;
  }
  target[index] = rest;
  return index + 1;
}
