/**
 * Token formats as data: what a vendor documents about a token (prefix, alphabet, length, checksum) is written down,
 * and the detector, its samples and its near misses are made from it.
 */
import type { Risk } from '../vocabulary.js';

/** Alphabets of tokens. */
export type CharSet =
  | 'digits'
  | 'lower-hex'
  | 'upper-hex'
  | 'hex'
  | 'lower'
  | 'letters'
  | 'upper-alnum'
  | 'lower-alnum'
  | 'alnum'
  /** A-Z a-z 0-9 + / */
  | 'base64'
  /** A-Z a-z 0-9 - _ */
  | 'base64url'
  /** A-Z 2-7 */
  | 'base32'
  /** A-Z a-z 0-9 _ */
  | 'word'
  /** A-Z a-z 0-9 . _ - */
  | 'identifier'
  /** A-Z a-z 0-9 - . _ ~ (RFC 3986 unreserved) */
  | 'unreserved';

export type TokenPart =
  | { readonly literal: string }
  /** One of these, the first that fits. */
  | { readonly oneOf: readonly string[] }
  /** The first of these that fits, or nothing. */
  | { readonly optional: readonly string[] }
  /**
   * As many bytes of the set as there are, from `min` to `max`; nothing is given back, so what follows must begin
   * outside the set unless `min` is `max`.
   */
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
  /**
   * Bytes that must not stand right before the prefix, and right after the token. Default: letters and digits before
   * (with `context`, those of the first set too); after, the last part of the body if that is a set, else letters and
   * digits.
   */
  readonly notBefore?: CharSet;
  readonly notAfter?: CharSet;
  /** Shannon entropy in bits per byte that what the sets took must have, together; keeps `sk-xxxxxxxx` and `AKIAEXAMPLEEXAMPLE` silent. */
  readonly entropyMin?: number;
  /**
   * Where the first placeholder in token[start..end) begins (`EXAMPLE`, `xxxx`), or -1; a token with one is not told. It
   * reads nothing outside, and costs about its length.
   */
  readonly placeholderIn?: (token: Uint8Array, start: number, end: number) => number;
  /** Confirms a match; a failed checksum never drops it. The token is token[start..end), prefix included; it must not read outside. */
  readonly checksum?: (token: Uint8Array, start: number, end: number) => boolean;
  /** For samples: the same token with a checksum that holds. Inverse of `checksum`. */
  readonly sign?: (token: string) => string;
  /** Formats without a prefix of their own: one of these words (case-insensitive) must end at most `contextBytes` before the token begins. Then `prefixes` is empty. */
  readonly context?: { readonly words: readonly string[]; readonly contextBytes: number };
}
