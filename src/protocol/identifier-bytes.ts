/** The character sets of the envelope's text fields, checked on bytes. Client-safe. */

/** Bytes of an identifier, at most. */
export const IDENTIFIER_BYTES_MAX = 128;

/** 1 at the bytes of A-Z a-z 0-9 . _ - */
const IDENTIFIER_BYTE = characterTable('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-');

/** Whether bytes[start..end) is 1 to 128 of A-Z a-z 0-9 . _ - */
export function isIdentifierBytes(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end || end - start > IDENTIFIER_BYTES_MAX) return false;
  // One branch at the end instead of one per byte, four bytes a turn: identifiers are short and almost always good.
  let good = 1;
  let index = start;
  for (; index + 4 <= end; index += 4) {
    good &= isGood(bytes, index) & isGood(bytes, index + 1) & isGood(bytes, index + 2) & isGood(bytes, index + 3);
  }
  for (; index < end; index += 1) good &= isGood(bytes, index);
  return good === 1;
}

function isGood(bytes: Uint8Array, index: number): number {
  return IDENTIFIER_BYTE[bytes[index] as number] as number;
}

/** Whether bytes[start..end) is printable ASCII (space to tilde) of at most `bytesMax` bytes; empty passes. */
export function isPrintableAscii(bytes: Uint8Array, start: number, end: number, bytesMax: number): boolean {
  if (end - start > bytesMax) return false;
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index] as number;
    if (byte < 0x20 || byte > 0x7e) return false;
  }
  return true;
}

function characterTable(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}
