/**
 * Words that change what stands beside them: `ssn` before nine digits, `page` before `_token`. ASCII, looked for in any
 * case, within the few dozen bytes a detector looks back.
 */
import { asciiBytes, lower, standsAtInAnyCase } from './byte-text.js';

export class WordList {
  /** 1 for bytes that begin a word, in either case: most bytes do not, and that is all that is asked of them. */
  readonly #begins = new Uint8Array(256);
  /** Indexed by first byte, lower case. */
  readonly #byFirst: (readonly Uint8Array[])[] = Array.from({ length: 256 }, () => []);

  /** @param words lower case. */
  constructor(words: readonly string[]) {
    for (const word of words) {
      const bytes = asciiBytes(word);
      const first = bytes[0] as number;
      this.#byFirst[first] = [...(this.#byFirst[first] as readonly Uint8Array[]), bytes];
      for (let byte = 0; byte < 256; byte += 1) if (lower(byte) === first) this.#begins[byte] = 1;
    }
  }

  /** Whether one of the words stands anywhere in bytes[start..end). */
  isWithin(bytes: Uint8Array, start: number, end: number): boolean {
    const begins = this.#begins;
    for (let at = start; at < end; at += 1) {
      if (begins[bytes[at] as number] === 1 && this.lengthAt(bytes, at, end) > 0) return true;
    }
    return false;
  }

  /** Whether bytes[start..end) is one of the words. */
  isWhole(bytes: Uint8Array, start: number, end: number): boolean {
    if (start >= end) return false;
    const words = this.#byFirst[lower(bytes[start] as number)] as readonly Uint8Array[];
    for (const word of words) {
      if (word.length === end - start && standsAtInAnyCase(bytes, word, start, end)) return true;
    }
    return false;
  }

  /** Length of the first word of the list that stands at `at`, before `end`; 0 where there is none. */
  lengthAt(bytes: Uint8Array, at: number, end: number): number {
    if (at >= end) return 0;
    const words = this.#byFirst[lower(bytes[at] as number)] as readonly Uint8Array[];
    for (const word of words) if (standsAtInAnyCase(bytes, word, at, end)) return word.length;
    return 0;
  }
}
