/**
 * Token formats as data: what a vendor documents about a token (prefix, alphabet, length, checksum) is written down,
 * and the detector, its samples and its near misses are made from it.
 */
import type { Risk } from '../vocabulary.js';

/** Alphabets of tokens. */
export type CharSet =
  | 'digits'
  | 'lower-hex'
  | 'hex'
  | 'upper-alnum'
  | 'lower-alnum'
  | 'alnum'
  /** A-Z a-z 0-9 + / */
  | 'base64'
  /** A-Z a-z 0-9 - _ */
  | 'base64url'
  /** A-Z 2-7 */
  | 'base32'
  /** A-Z a-z 0-9 . _ - */
  | 'identifier'
  /** A-Z a-z 0-9 - . _ ~ (RFC 3986 unreserved) */
  | 'unreserved';

export type TokenPart =
  | { readonly literal: string }
  /** One of these, the first that fits. */
  | { readonly oneOf: readonly string[] }
  /** As many bytes of the set as there are, from `min` to `max`. */
  | { readonly set: CharSet; readonly min: number; readonly max: number };

export interface TokenFormat {
  readonly id: string;
  readonly title: string;
  /** Address of the vendor's page that documents the format. */
  readonly source: string;
  readonly risk: Risk;
  /** Each becomes an anchor; what follows it is `body`. */
  readonly prefixes: readonly string[];
  readonly ignoreCase?: boolean;
  /** What stands right before the prefix and belongs to the token: Telegram's bot number before `:AA`. `notBefore` then counts before it. */
  readonly lead?: readonly TokenPart[];
  readonly body: readonly TokenPart[];
  /** Bytes that must not stand right before the prefix, and right after the token; default: letters and digits before, the last set of the body after. */
  readonly notBefore?: CharSet;
  readonly notAfter?: CharSet;
  /** Shannon entropy per byte the part made of sets must have; keeps `sk-xxxxxxxx` and `AKIAEXAMPLEEXAMPLE` silent. */
  readonly entropyMin?: number;
  /** Confirms a match; a failed checksum never drops it. Gets the whole token. */
  readonly checksum?: (token: Uint8Array, start: number, end: number) => boolean;
  /** Formats without a prefix of their own: one of these words (case-insensitive) must stand within `contextBytes` before the token. Then `prefixes` is empty. */
  readonly context?: { readonly words: readonly string[]; readonly contextBytes: number };
}
