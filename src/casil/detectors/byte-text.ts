/**
 * Small questions about bytes that several detectors ask. Outside of bytes[from..to) there is the byte 0, which belongs
 * to no word, number or name, so that the end of a surface is a boundary like any other.
 */
import { byteSet } from '../engine/byte-sets.js';

export const DIGIT = byteSet('digits');
export const ALNUM = byteSet('alnum');
export const LETTER = byteSet('letters');
export const WORD = byteSet('word');

/** The byte at `at`, or 0 outside bytes[from..to). */
export function byteAt(bytes: Uint8Array, at: number, from: number, to: number): number {
  return at >= from && at < to ? (bytes[at] as number) : 0;
}

/** A-Z folded to a-z. */
export function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}

/** The byte after the run of bytes of `set` that begins at `at`, at most `limit`. */
export function runEnd(bytes: Uint8Array, set: Uint8Array, at: number, limit: number): number {
  while (at < limit && set[bytes[at] as number] === 1) at += 1;
  return at;
}

/** The first byte of the run of bytes of `set` that ends before `at`, at least `limit`. */
export function runStart(bytes: Uint8Array, set: Uint8Array, at: number, limit: number): number {
  while (at > limit && set[bytes[at - 1] as number] === 1) at -= 1;
  return at;
}

/** Whether these bytes stand at `at`, before `to`. */
export function standsAt(bytes: Uint8Array, text: Uint8Array, at: number, to: number): boolean {
  if (at + text.length > to) return false;
  for (let index = 0; index < text.length; index += 1) if (bytes[at + index] !== text[index]) return false;
  return true;
}

/** Whether the lower-case `text` stands at `at`, before `to`, in any case. */
export function standsAtInAnyCase(bytes: Uint8Array, text: Uint8Array, at: number, to: number): boolean {
  if (at + text.length > to) return false;
  for (let index = 0; index < text.length; index += 1) {
    if (lower(bytes[at + index] as number) !== text[index]) return false;
  }
  return true;
}

export function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

/** bytes[start..end) as text, one character per byte. For candidates of a few dozen bytes. */
export function asciiText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at] as number);
  return text;
}
