/**
 * A tokenizer of JSON bytes that needs no memory of its own size: it yields the scalar values one by one, with the keys
 * and indexes that lead to them as positions. It does not validate (duplicate keys, number ranges and UTF-8 are not its
 * business), but it says when bytes are no JSON, and goes on behind them. Several documents in a row are taken.
 */
import { NO_BYTES } from './no-bytes.js';

/** Containers within containers whose keys are kept; deeper values are yielded with the path of this depth. */
export const JSON_DEPTH_MAX = 64;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Bytes of strings that need a second look: the quote and the backslash. */
const STRING_STOP = new Uint8Array(256);
STRING_STOP[QUOTE] = 1;
STRING_STOP[BACKSLASH] = 1;

const BLANK = new Uint8Array(256);
for (const byte of [0x20, 0x09, 0x0a, 0x0d]) BLANK[byte] = 1;

const DIGIT = new Uint8Array(256);
for (let byte = 0x30; byte <= 0x39; byte += 1) DIGIT[byte] = 1;

const LITERALS: readonly Uint8Array[] = ['true', 'false', 'null'].map((text) => new TextEncoder().encode(text));

/** What the grammar asks for next; `any` where containers are too deep to be remembered. */
type Need = 'key' | 'value' | 'comma' | 'any';

export type JsonLeaf = 'none' | 'key' | 'string' | 'number' | 'literal';

export class JsonWalker {
  kind: JsonLeaf = 'none';
  /** The value is bytes[start..end); of a string what stands between the quotes. */
  start = 0;
  end = 0;
  /** The string has escapes. */
  escaped = false;
  /** Containers around the current value. Keys and indexes are kept for levels 1 to min(depth, JSON_DEPTH_MAX). */
  depth = 0;
  /** The lowest level whose key or index is another than at the value before. */
  changedFrom = 1;
  /** Something was no JSON. */
  malformed = false;
  /** A string or word goes on past the end of the bytes. */
  cut = false;
  /** By level: the key is bytes[keyStart..keyEnd); keyStart is -1 in arrays and before the first key. */
  readonly keyStart = new Int32Array(JSON_DEPTH_MAX + 1);
  readonly keyEnd = new Int32Array(JSON_DEPTH_MAX + 1);
  readonly keyEscaped = new Uint8Array(JSON_DEPTH_MAX + 1);
  /** By level: index of the current value of an array; -1 in objects. */
  readonly index = new Int32Array(JSON_DEPTH_MAX + 1);
  #bytes: Uint8Array = NO_BYTES;
  #pos = 0;
  #to = 0;
  #need: Need = 'value';
  #yieldsKeys = false;

  /** @param yieldsKeys keys are yielded too, each before its value. */
  reset(bytes: Uint8Array, from: number, to: number, yieldsKeys = false): void {
    this.#bytes = bytes;
    this.#yieldsKeys = yieldsKeys;
    this.#pos = from;
    this.#to = to;
    this.#need = 'value';
    this.kind = 'none';
    this.depth = 0;
    this.changedFrom = 1;
    this.malformed = false;
    this.cut = false;
  }

  /** Moves to the next string, number, true, false or null, or key; false at the end of the bytes. */
  next(): boolean {
    const bytes = this.#bytes;
    const to = this.#to;
    if (this.kind !== 'none') this.changedFrom = JSON_DEPTH_MAX + 1;
    while (this.#pos < to) {
      const byte = bytes[this.#pos] as number;
      if (byte === QUOTE) {
        if (this.#string()) return true;
      } else if (BLANK[byte] === 1) {
        this.#pos += 1;
      } else if (byte === COMMA) {
        this.#comma();
      } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        this.#open(byte === OPEN_ARRAY);
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        this.#close(byte === CLOSE_ARRAY);
      } else if (byte === 0x2d || DIGIT[byte] === 1) {
        if (this.#number()) return true;
      } else if (this.#literal()) {
        return true;
      }
    }
    this.kind = 'none';
    return false;
  }

  #string(): boolean {
    const bytes = this.#bytes;
    const to = this.#to;
    const start = this.#pos + 1;
    let pos = start;
    let escaped = false;
    while (pos < to) {
      const byte = bytes[pos] as number;
      if (STRING_STOP[byte] === 0) {
        pos += 1;
        continue;
      }
      if (byte === QUOTE) break;
      escaped = true;
      pos += 2;
    }
    if (pos >= to) {
      pos = to;
      this.cut = true;
    }
    let after = pos < to ? pos + 1 : to;
    this.#pos = after;
    while (after < to && BLANK[bytes[after] as number] === 1) after += 1;
    if (after < to && bytes[after] === COLON) {
      if (this.#need !== 'key' && this.#need !== 'any') this.malformed = true;
      this.#pos = after + 1;
      this.#need = 'value';
      this.#key(start, pos, escaped);
      return this.#yieldsKeys;
    }
    if (this.#need === 'key' && after < to) this.malformed = true;
    return this.#value('string', start, pos, escaped);
  }

  #key(start: number, end: number, escaped: boolean): void {
    if (this.#yieldsKeys) {
      this.kind = 'key';
      this.start = start;
      this.end = end;
      this.escaped = escaped;
    }
    const level = this.depth;
    if (level > JSON_DEPTH_MAX) return;
    this.keyStart[level] = start;
    this.keyEnd[level] = end;
    this.keyEscaped[level] = escaped ? 1 : 0;
    if (level < this.changedFrom) this.changedFrom = level;
  }

  #value(kind: JsonLeaf, start: number, end: number, escaped: boolean): boolean {
    if (this.#need === 'comma') this.malformed = true;
    this.#need = this.depth === 0 ? 'value' : 'comma';
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.escaped = escaped;
    return true;
  }

  #comma(): void {
    this.#pos += 1;
    if (this.#need !== 'comma') this.malformed = true;
    const level = this.depth;
    if (level > JSON_DEPTH_MAX) {
      this.#need = 'any';
      return;
    }
    const index = level === 0 ? 0 : (this.index[level] as number);
    if (level === 0 || index < 0) {
      this.#need = level === 0 ? 'value' : 'key';
      return;
    }
    this.index[level] = index + 1;
    if (level < this.changedFrom) this.changedFrom = level;
    this.#need = 'value';
  }

  #open(isArray: boolean): void {
    this.#pos += 1;
    if (this.#need !== 'value' && this.#need !== 'any') this.malformed = true;
    this.depth += 1;
    this.#need = isArray ? 'value' : 'key';
    const level = this.depth;
    if (level > JSON_DEPTH_MAX) return;
    this.keyStart[level] = -1;
    this.keyEnd[level] = -1;
    this.index[level] = isArray ? 0 : -1;
    if (level < this.changedFrom) this.changedFrom = level;
  }

  #close(isArray: boolean): void {
    this.#pos += 1;
    if (this.depth === 0) {
      this.malformed = true;
      return;
    }
    if (this.depth <= JSON_DEPTH_MAX && (this.index[this.depth] as number) >= 0 !== isArray) this.malformed = true;
    this.depth -= 1;
    this.#need = this.depth === 0 ? 'value' : 'comma';
  }

  #number(): boolean {
    const bytes = this.#bytes;
    const to = this.#to;
    const start = this.#pos;
    let pos = bytes[start] === 0x2d ? start + 1 : start;
    const digits = pos;
    while (pos < to && DIGIT[bytes[pos] as number] === 1) pos += 1;
    if (pos === digits && pos < to) this.malformed = true;
    if (pos < to && bytes[pos] === 0x2e) {
      pos += 1;
      while (pos < to && DIGIT[bytes[pos] as number] === 1) pos += 1;
    }
    if (pos < to && ((bytes[pos] as number) | 0x20) === 0x65) {
      pos += 1;
      if (pos < to && (bytes[pos] === 0x2b || bytes[pos] === 0x2d)) pos += 1;
      while (pos < to && DIGIT[bytes[pos] as number] === 1) pos += 1;
    }
    this.#pos = pos;
    if (this.#need === 'key') this.malformed = true;
    return this.#value('number', start, pos, false);
  }

  #literal(): boolean {
    const bytes = this.#bytes;
    const start = this.#pos;
    for (const word of LITERALS) {
      if (bytes[start] !== word[0]) continue;
      let length = 1;
      while (length < word.length && start + length < this.#to && bytes[start + length] === word[length]) length += 1;
      this.#pos = start + length;
      if (length < word.length) {
        if (this.#pos < this.#to) this.malformed = true;
        else this.cut = true;
        return false;
      }
      if (this.#need === 'key') this.malformed = true;
      return this.#value('literal', start, start + length, false);
    }
    this.malformed = true;
    this.#pos = start + 1;
    return false;
  }
}
