/**
 * The generated Protobuf codec under short names. Used for commands, the handshake and the SDKs; the hot path scans
 * bytes instead (envelope-scanner.ts).
 */
import { arqonbus } from './generated/codec.js';

export import wire = arqonbus.v1;

/** A 64-bit field as the generated decoder gives it: a number, or a Long-like object. */
export type Uint64Field = number | { low: number; high: number; unsigned?: boolean } | null | undefined;

/** Protocol positions and times stay below 2^53; a peer that sends more is broken. */
export function readUint64(value: Uint64Field): number {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'number') return value;
  const number = (value.high >>> 0) * 0x1_0000_0000 + (value.low >>> 0);
  if (!Number.isSafeInteger(number)) throw new RangeError('a 64-bit field is past 2^53');
  return number;
}
