/** One entry of the headers map: strict, so that no peer can read another key or value than we inspected. */
import type { EnvelopeView } from './envelope-view.js';
import { isIdentifierBytes } from './identifier-bytes.js';
import { rejection, type Rejection } from './rejection.js';
import { isUtf8 } from './utf8.js';
import { varintEnd, varintValue } from './varint.js';

/** Entries, and bytes of one value, at most. */
export const HEADERS_COUNT_MAX = 32;
export const HEADER_VALUE_BYTES_MAX = 1024;

const KEY_TAG = 0x0a;
const VALUE_TAG = 0x12;

/** Start and end of each key seen in this envelope; reused, since envelopes are scanned one at a time. */
const keys = new Int32Array(2 * HEADERS_COUNT_MAX);

/** Checks the map entry bytes[start..end) and counts it on the view. */
export function scanHeader(bytes: Buffer, start: number, end: number, view: EnvelopeView): Rejection | null {
  if (view.headersCount === HEADERS_COUNT_MAX) return rejection('INVALID_ARGUMENT', 'headers');
  let keyStart = 0;
  let keyEnd = 0;
  let hasValue = false;
  let pos = start;
  while (pos < end) {
    const tag = bytes[pos];
    const contentStart = varintEnd(bytes, pos + 1, end);
    if (contentStart < 0) return rejection('MALFORMED_ENVELOPE', 'headers');
    const contentEnd = contentStart + varintValue(bytes, pos + 1, contentStart);
    if (contentEnd > end) return rejection('MALFORMED_ENVELOPE', 'headers');
    if (tag === KEY_TAG) {
      if (keyEnd !== 0) return rejection('REPEATED_FIELD', 'headers');
      if (!isIdentifierBytes(bytes, contentStart, contentEnd)) return rejection('INVALID_IDENTIFIER', 'headers');
      keyStart = contentStart;
      keyEnd = contentEnd;
    } else if (tag === VALUE_TAG) {
      if (hasValue) return rejection('REPEATED_FIELD', 'headers');
      if (!isUtf8(bytes, contentStart, contentEnd)) return rejection('MALFORMED_ENVELOPE', 'headers');
      if (contentEnd - contentStart > HEADER_VALUE_BYTES_MAX) return rejection('INVALID_ARGUMENT', 'headers');
      hasValue = true;
    } else {
      return rejection('MALFORMED_ENVELOPE', 'headers');
    }
    pos = contentEnd;
  }
  // A map entry without a key means the empty key, which is no identifier.
  if (keyEnd === 0) return rejection('INVALID_IDENTIFIER', 'headers');
  if (isKnownKey(bytes, keyStart, keyEnd, view.headersCount)) return rejection('REPEATED_FIELD', 'headers');
  keys[2 * view.headersCount] = keyStart;
  keys[2 * view.headersCount + 1] = keyEnd;
  view.headersCount += 1;
  return null;
}

function isKnownKey(bytes: Buffer, start: number, end: number, count: number): boolean {
  for (let index = 0; index < count; index += 1) {
    const otherStart = keys[2 * index] as number;
    const otherEnd = keys[2 * index + 1] as number;
    if (otherEnd - otherStart === end - start && bytes.compare(bytes, otherStart, otherEnd, start, end) === 0)
      return true;
  }
  return false;
}
