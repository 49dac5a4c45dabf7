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

/** Four groups of 7 bits: what integer operations can take at once. */
const FOUR_GROUPS = 2 ** 28;

/** Bytes the varint of `value` takes; value is an integer of 0 to 2^53-1. */
export function varintBytes(value: number): number {
  if (value >= FOUR_GROUPS) return 4 + varintBytes(Math.floor(value / FOUR_GROUPS));
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  return value < 0x20_0000 ? 3 : 4;
}

/** Writes `value` (an integer of 0 to 2^53-1) at `pos`; returns the position after it. */
export function writeVarint(target: Uint8Array, pos: number, value: number): number {
  let rest = value;
  let index = pos;
  if (value >= FOUR_GROUPS) {
    // One division instead of one per byte; both halves are small integers from here on.
    const upper = Math.floor(value / FOUR_GROUPS);
    const lower = value - upper * FOUR_GROUPS;
    target[index] = (lower & 0x7f) | 0x80;
    target[index + 1] = ((lower >>> 7) & 0x7f) | 0x80;
    target[index + 2] = ((lower >>> 14) & 0x7f) | 0x80;
    target[index + 3] = (lower >>> 21) | 0x80;
    rest = upper;
    index += 4;
  }
  while (rest >= 0x80) {
    target[index] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
    index += 1;
  }
  target[index] = rest;
  return index + 1;
}
