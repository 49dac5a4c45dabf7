/**
 * Alphabets of tokens as tables over byte values: 1 where the byte belongs to the set. Made once, shared, never written.
 */
import type { CharSet } from './token-format.js';

const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ALNUM = UPPER + LOWER + DIGITS;

/** The characters of each set, each once. */
export const SET_CHARACTERS: Readonly<Record<CharSet, string>> = {
  digits: DIGITS,
  'lower-hex': `${DIGITS}abcdef`,
  'upper-hex': `${DIGITS}ABCDEF`,
  hex: `${DIGITS}abcdefABCDEF`,
  lower: LOWER,
  letters: UPPER + LOWER,
  'upper-alnum': UPPER + DIGITS,
  'lower-alnum': LOWER + DIGITS,
  alnum: ALNUM,
  base64: `${ALNUM}+/`,
  base64url: `${ALNUM}-_`,
  base32: `${UPPER}234567`,
  word: `${ALNUM}_`,
  identifier: `${ALNUM}._-`,
  unreserved: `${ALNUM}-._~`,
};

const tables = new Map<string, Uint8Array>();

/** The table of a named set. */
export function byteSet(name: CharSet): Uint8Array {
  return byteSetOf(SET_CHARACTERS[name]);
}

/** The table of these ASCII characters. Equal texts give the same table. */
export function byteSetOf(characters: string): Uint8Array {
  let table = tables.get(characters);
  if (table === undefined) {
    table = new Uint8Array(256);
    for (const byte of Buffer.from(characters, 'latin1')) table[byte] = 1;
    tables.set(characters, table);
  }
  return table;
}

/** Bytes that are in one of the sets. */
export function unionOf(...sets: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (sets.some((set) => set[byte] === 1) ? 1 : 0));
}

/** Whether some byte is in both. */
export function setsOverlap(a: Uint8Array, b: Uint8Array): boolean {
  return a.some((member, byte) => member === 1 && b[byte] === 1);
}
