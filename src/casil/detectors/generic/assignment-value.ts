/**
 * Whether the value of an assignment looks like a secret. Random strings and passwords do; words, identifiers, UUIDs,
 * digests, dates, paths, addresses and code that fetches the secret from elsewhere do not.
 */
import { byteSet } from '../../engine/byte-sets.js';
import { entropyBits } from '../../engine/entropy.js';
import { ALNUM, asciiBytes, byteAt, DIGIT, LETTER, runEnd, standsAt } from '../byte-text.js';
import { WordList } from '../word-list.js';
import type { NameStrength } from './assignment-name.js';
import { isPlaceholder } from './placeholder.js';

const BYTES_MIN: Readonly<Record<NameStrength, number>> = { password: 6, key: 12, token: 16 };
/** Bits per byte. Sixteen random hexadecimal digits have 3 or more in 95 of 100 cases, `hunter2` has 2.8. */
const ENTROPY_MIN_BITS: Readonly<Record<NameStrength, number>> = { password: 2, key: 2.8, token: 3 };
/** Letters alone count when they change case like a random string does, at least every third letter. */
const LETTERS_ONLY_BYTES_MIN = 20;
const LETTERS_ONLY_ENTROPY_MIN_BITS = 3.8;

const HEX = byteSet('hex');
/** MD5, SHA-1, SHA-224, SHA-256, SHA-384 and SHA-512 in hexadecimal. */
const DIGEST_BYTES = [32, 40, 56, 64, 96, 128];
const DIGEST_PREFIX = new WordList(['sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'md5:', '$2', '$argon2', '$6$']);
const SCHEME_MARK = asciiBytes('://');
const UUID_BYTES = 36;
/** Whatever they are made of: `4o`, `v2a`. */
const SHORT_PART_BYTES = 3;
const ID_DIGITS_MAX = 10;
const NUMBER_DIGITS_MAX = 2;
const DASH = 0x2d;
const SLASH = 0x2f;
const DOT = 0x2e;
const DOLLAR = 0x24;

/** bytes[start..end) is not empty. `quoted`: it stood in quotes, so it is no code. */
export function looksLikeSecret(
  bytes: Uint8Array,
  start: number,
  end: number,
  quoted: boolean,
  strength: NameStrength,
): boolean {
  const length = end - start;
  if (length < BYTES_MIN[strength]) return false;
  let letters = 0;
  let digits = 0;
  let hex = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    letters += LETTER[byte] as number;
    digits += DIGIT[byte] as number;
    hex += HEX[byte] as number;
  }
  if (digits === length) return strength === 'password' && quoted && !isPlaceholder(bytes, start, end);
  if (letters + digits === 0) return false;
  if (letters === length && !isRandomLetters(bytes, start, end)) return false;
  if (hex === length && strength !== 'key' && DIGEST_BYTES.includes(length)) return false;
  if (isUuid(bytes, start, end) || isDate(bytes, start, end) || DIGEST_PREFIX.lengthAt(bytes, start, end) > 0) {
    return false;
  }
  if (isPath(bytes, start, end) || isIdentifier(bytes, start, end, strength, quoted)) return false;
  if (strength !== 'password' && (letters === 0 || (digits === 0 && letters < length))) return false;
  return entropyBits(bytes, start, end) >= ENTROPY_MIN_BITS[strength] && !isPlaceholder(bytes, start, end);
}

function isRandomLetters(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < LETTERS_ONLY_BYTES_MIN) return false;
  let changes = 0;
  for (let at = start + 1; at < end; at += 1) {
    if ((((bytes[at] as number) ^ (bytes[at - 1] as number)) & 0x20) !== 0) changes += 1;
  }
  return 3 * changes >= end - start && entropyBits(bytes, start, end) >= LETTERS_ONLY_ENTROPY_MIN_BITS;
}

/** 8-4-4-4-12 hexadecimal digits. */
function isUuid(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== UUID_BYTES) return false;
  for (let index = 0; index < UUID_BYTES; index += 1) {
    const byte = bytes[start + index] as number;
    const isDash = index === 8 || index === 13 || index === 18 || index === 23;
    if (isDash ? byte !== DASH : HEX[byte] !== 1) return false;
  }
  return true;
}

/** Begins with YYYY-MM-DD. */
function isDate(bytes: Uint8Array, start: number, end: number): boolean {
  return (
    runEnd(bytes, DIGIT, start, end) === start + 4 &&
    byteAt(bytes, start + 4, start, end) === DASH &&
    runEnd(bytes, DIGIT, start + 5, end) === start + 7 &&
    byteAt(bytes, start + 7, start, end) === DASH
  );
}

/** A path or an address: it names a place, and its parts are looked at by others. */
function isPath(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] as number;
  const second = byteAt(bytes, start + 1, start, end);
  if ((first === DOT || first === 0x7e) && (second === SLASH || second === DOT)) return true;
  if (LETTER[first] === 1 && second === 0x3a && byteAt(bytes, start + 2, start, end) === 0x5c) return true;
  let slashes = 0;
  for (let at = start; at < end; at += 1) {
    if (bytes[at] === SLASH || (bytes[at] === DOT && slashes > 0)) slashes += 1;
    if (standsAt(bytes, SCHEME_MARK, at, end)) return true;
  }
  return first === SLASH && slashes > 1;
}

/**
 * Words, numbers and short mixtures joined by punctuation: `airline-agent-42`, `config.api.key`, `v2-beta`. Code out of
 * quotes may number its words (`settings.key2`, `Token$1`). Passwords are made of words and numbers too, so with a digit
 * only code with dots is none.
 */
function isIdentifier(bytes: Uint8Array, start: number, end: number, strength: NameStrength, quoted: boolean): boolean {
  let digits = 0;
  let dots = 0;
  let at = start;
  while (at < end) {
    const partEnd = runEnd(bytes, ALNUM, at, end);
    const joint = byteAt(bytes, partEnd, start, end);
    const isName = joint === DOLLAR && !quoted && strength !== 'password';
    if (partEnd < end && !isJoint(joint) && !isName) return false;
    if (partEnd - at > SHORT_PART_BYTES && !isPlainPart(bytes, at, partEnd, quoted)) return false;
    for (; at < partEnd; at += 1) digits += DIGIT[bytes[at] as number] as number;
    if (joint === DOT) dots += 1;
    at = partEnd + 1;
  }
  return strength !== 'password' || digits === 0 || (!quoted && dots > 0);
}

/**
 * Letters, digits, or words with one number of at most two digits (`V1SecretVolume`); in quotes the number is no end of
 * it, as in `hunter2`.
 */
function isPlainPart(bytes: Uint8Array, start: number, end: number, quoted: boolean): boolean {
  const lettersEnd = runEnd(bytes, LETTER, start, end);
  const digitsEnd = runEnd(bytes, DIGIT, lettersEnd, end);
  if (lettersEnd === start && digitsEnd === end) return end - start <= ID_DIGITS_MAX;
  if (runEnd(bytes, LETTER, digitsEnd, end) !== end || digitsEnd - lettersEnd > NUMBER_DIGITS_MAX) return false;
  if (quoted && digitsEnd === end && digitsEnd > lettersEnd) return false;
  return !isRandomCase(bytes, start, lettersEnd) && !isRandomCase(bytes, digitsEnd, end);
}

function isRandomCase(bytes: Uint8Array, start: number, end: number): boolean {
  let changes = 0;
  for (let at = start + 2; at < end; at += 1) {
    if ((((bytes[at] as number) ^ (bytes[at - 1] as number)) & 0x20) !== 0) changes += 1;
  }
  return 3 * changes > end - start;
}

/** - _ . : / */
function isJoint(byte: number): boolean {
  return byte === DASH || byte === 0x5f || byte === DOT || byte === 0x3a || byte === SLASH;
}
