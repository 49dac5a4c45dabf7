/** Parts of a token format as the matchers use them: tables and byte strings instead of names and texts. */
import { invariant } from '../../base/invariant.js';
import { byteSet, byteSetOf, unionOf } from './byte-sets.js';
import type { TokenFormat, TokenPart } from './token-format.js';

/** Either a set with bounds, or texts of which the first that fits is taken. */
export interface CompiledPart {
  readonly set: Uint8Array | null;
  readonly min: number;
  readonly max: number;
  readonly texts: readonly Uint8Array[];
  readonly optional: boolean;
}

/** By byte: A-Z as a-z, the rest as it is. */
export const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);
const AS_IS = Uint8Array.from({ length: 256 }, (_, byte) => byte);

/** How bytes are read before they are compared with the texts of the format. */
export function foldOf(format: TokenFormat): Uint8Array {
  return format.ignoreCase === true ? FOLDED : AS_IS;
}

/** @throws InvariantError for bounds that nothing fits, empty texts and texts that are not ASCII. */
export function compileParts(format: TokenFormat, parts: readonly TokenPart[]): CompiledPart[] {
  return parts.map((part) => compilePart(format, part));
}

function compilePart(format: TokenFormat, part: TokenPart): CompiledPart {
  if ('set' in part) {
    invariant(part.min >= 0 && part.min <= part.max && part.max > 0, `${format.id}: bounds of ${part.set}`);
    return { set: byteSet(part.set), min: part.min, max: part.max, texts: [], optional: false };
  }
  const optional = 'optional' in part;
  const texts = optional ? part.optional : 'oneOf' in part ? part.oneOf : [part.literal];
  const fitsNothing = texts.length === 0 || texts.some((text) => text.length === 0);
  invariant(!fitsNothing, `${format.id}: an empty literal fits everywhere`);
  const fold = foldOf(format);
  return {
    set: null,
    min: 0,
    max: 0,
    texts: texts.map((text) => asciiBytes(text).map((byte) => fold[byte] as number)),
    optional,
  };
}

/** Bytes that can stand where part `index` begins, looking through parts that may be empty. */
export function beginningsOf(parts: readonly CompiledPart[], index: number): Uint8Array {
  const part = parts[index];
  if (part === undefined) return new Uint8Array(256);
  const own = part.set ?? byteSetOf(part.texts.map((text) => inBothCases(text[0] as number)).join(''));
  const canBeEmpty = part.set === null ? part.optional : part.min === 0;
  return canBeEmpty ? unionOf(own, beginningsOf(parts, index + 1)) : own;
}

/** Both cases also where case counts: tables of what may stand next to a part only rule places out. */
export function inBothCases(byte: number): string {
  const character = String.fromCharCode(byte);
  return character.toLowerCase() + character.toUpperCase();
}

/** @throws InvariantError for text that is not ASCII: a byte must be a character. */
export function asciiBytes(text: string): Uint8Array {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const isAscii =
    bytes.length === text.length && bytes.every((byte, at) => byte < 0x80 && text.charCodeAt(at) === byte);
  invariant(isAscii, `not ASCII: ${text}`);
  return bytes;
}
