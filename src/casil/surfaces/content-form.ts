/** What some bytes are made of: decides how they are looked at and how they can be masked. */
import type { ContentForm } from '../vocabulary.js';
import { JsonWalker } from './json-walker.js';
import { isText } from './text.js';
import { isSurelyMessage, messageLikelihood } from './wire-walker.js';

/** Bytes that must be JSON for the rest to be taken for it; a mistake costs nothing but a worse mask. */
const JSON_WINDOW_BYTES = 64;

const QUOTE = 0x22;

const walker = new JsonWalker();

/** What a content type says: nothing, or the form to expect. */
export type Hint = 'none' | 'json' | 'text' | 'protobuf';

/**
 * Form of bytes[from..to), judged by those before `readTo`. The bytes decide; the hint counts where they could be one
 * or the other.
 */
export function contentFormOf(bytes: Uint8Array, from: number, to: number, readTo: number, hint: Hint): ContentForm {
  if (from === to) return 'empty';
  if (hint !== 'protobuf' && isJson(bytes, from, readTo, hint === 'json')) return 'json';
  if (!isText(bytes, from, readTo)) {
    // A content type that the bytes contradict says nothing.
    return messageLikelihood(bytes, from, to, readTo) > 0 ? 'protobuf' : 'opaque';
  }
  if (hint === 'json' || hint === 'text') return 'text';
  if (hint === 'none') return isSurelyMessage(bytes, from, to, readTo) ? 'protobuf' : 'text';
  if (messageLikelihood(bytes, from, to, readTo) > 0) return 'protobuf';
  return isJson(bytes, from, readTo, false) ? 'json' : 'text';
}

/** Whether bytes[from..to) begin as JSON does: objects, arrays and strings; numbers and words alone only where the content type says JSON. */
export function isJson(bytes: Uint8Array, from: number, to: number, expected: boolean): boolean {
  let first = from;
  while (first < to && isBlank(bytes[first] as number)) first += 1;
  if (first === to) return false;
  const byte = bytes[first] as number;
  if (!expected && byte !== 0x7b && byte !== 0x5b && byte !== QUOTE) return false;
  // A quote is a Protobuf tag as well, but then there is hardly another at the end.
  if (byte === QUOTE && bytes[to - 1] !== QUOTE && !isBlank(bytes[to - 1] as number)) return false;
  walker.reset(bytes, first, Math.min(to, first + JSON_WINDOW_BYTES));
  while (walker.next()) if (walker.malformed) return false;
  return !walker.malformed;
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

/** The hint in a content type, bytes[from..to) of printable ASCII: `application/problem+json`, `text/plain`. */
export function hintOf(bytes: Uint8Array, from: number, to: number): Hint {
  if (contains(bytes, from, to, JSON_WORD)) return 'json';
  if (contains(bytes, from, to, PROTO_WORD)) return 'protobuf';
  return contains(bytes, from, Math.min(to, from + TEXT_WORD.length), TEXT_WORD) ? 'text' : 'none';
}

const JSON_WORD = new TextEncoder().encode('json');
const PROTO_WORD = new TextEncoder().encode('proto');
const TEXT_WORD = new TextEncoder().encode('text/');

function contains(bytes: Uint8Array, from: number, to: number, word: Uint8Array): boolean {
  for (let start = from; start + word.length <= to; start += 1) {
    let length = 0;
    // Folds capitals; the slash has that bit already.
    while (length < word.length && ((bytes[start + length] as number) | 0x20) === word[length]) length += 1;
    if (length === word.length) return true;
  }
  return false;
}
