/**
 * The words the catalogue of provider tokens is written in. A family file is data: what a vendor documents about a
 * token, with the address of the page. Where a vendor documents only a prefix, lengths are lenient and a comment says so.
 */
import type { CharSet, TokenPart } from '../../engine/token-format.js';

/** Exactly this many bytes of the set. */
export function exactly(length: number, set: CharSet): TokenPart {
  return { set, min: length, max: length };
}

export function between(min: number, max: number, set: CharSet): TokenPart {
  return { set, min, max };
}

export function text(literal: string): TokenPart {
  return { literal };
}

export function oneOf(...choices: readonly string[]): TokenPart {
  return { oneOf: choices };
}

export function maybe(...choices: readonly string[]): TokenPart {
  return { optional: choices };
}

/** RFC 9562, in either case. */
export const UUID: readonly TokenPart[] = [
  exactly(8, 'hex'),
  text('-'),
  exactly(4, 'hex'),
  text('-'),
  exactly(4, 'hex'),
  text('-'),
  exactly(4, 'hex'),
  text('-'),
  exactly(12, 'hex'),
];
