/** Names the place of a value in JSON for people: `$.customer.emails[2]`. Never the value itself. */
import { JSON_DEPTH_MAX, JsonWalker } from './json-walker.js';
import type { JsonPath } from './surface.js';

/** Characters of a path; what is longer ends in three dots. */
export const JSON_PATH_CHARS_MAX = 200;
/** Characters of one key. */
const KEY_CHARS_MAX = 64;
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

const walker = new JsonWalker();

/**
 * Path of the value that contains `offset`, or whose key does; of the next value where neither does, and `$` where
 * there is none. Keys are client's text: they are quoted unless they are identifiers, and hold safe characters only.
 */
export function pathAt(bytes: Uint8Array, from: number, to: number, offset: number): JsonPath {
  walker.reset(bytes, from, to);
  while (walker.next()) {
    // One more for the closing quote.
    if (walker.end >= offset) return renderPath(bytes, walker);
  }
  return '$';
}

function renderPath(bytes: Uint8Array, at: JsonWalker): JsonPath {
  let path = '$';
  const levels = Math.min(at.depth, JSON_DEPTH_MAX);
  for (let level = 1; level <= levels && path.length <= JSON_PATH_CHARS_MAX; level += 1) {
    const index = at.index[level] as number;
    if (index >= 0) path += `[${index}]`;
    else path += renderKey(bytes, at.keyStart[level] as number, at.keyEnd[level] as number);
  }
  return path.length > JSON_PATH_CHARS_MAX ? `${path.slice(0, JSON_PATH_CHARS_MAX - 3)}...` : path;
}

function renderKey(bytes: Uint8Array, start: number, end: number): string {
  if (start < 0) return '';
  let key = '';
  const shownEnd = Math.min(end, start + KEY_CHARS_MAX);
  for (let index = start; index < shownEnd; index += 1) {
    const byte = bytes[index] as number;
    // Bytes of other scripts, control characters and what would end the quotes are not shown.
    const isSafe = byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c;
    key += isSafe ? String.fromCharCode(byte) : '?';
  }
  if (shownEnd < end) key += '...';
  return IDENTIFIER.test(key) ? `.${key}` : `["${key}"]`;
}
