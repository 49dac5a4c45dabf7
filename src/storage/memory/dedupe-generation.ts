/**
 * Message ids of one stretch of time with what they were accepted as: an open-addressing table in two flat arrays,
 * linear probing, never more than three quarters full. A look-up touches one or two cache lines and makes no object,
 * where a Map of strings costs several misses and a string. [P4]
 */
import type { IdHash } from './id-hash.js';

const FIRST_CAPACITY = 16;
/** Id hash (two words), content hash, 1 where the slot is taken: a look-up that misses touches nothing else. */
const WORDS_PER_SLOT = 4;
/** Sequence and timestamp. */
const NUMBERS_PER_SLOT = 2;
const CONTENT = 2;
const TAKEN = 3;
const SLOT_BYTES = WORDS_PER_SLOT * 4 + NUMBERS_PER_SLOT * 8;
/** The object, two typed arrays and their headers (estimate). */
const GENERATION_BYTES = 512;

/** Memory per remembered id at the least favourable fill. */
export const ID_BYTES = Math.ceil((SLOT_BYTES * 8) / 3);

export class DedupeGeneration {
  #capacity = 0;
  #words = new Int32Array(0);
  #numbers = new Float64Array(0);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Memory, for the budget. */
  get bytes(): number {
    return GENERATION_BYTES + this.#capacity * SLOT_BYTES;
  }

  /** Slot of an id for the accessors below; -1 if it is not here. */
  find(id: IdHash): number {
    if (this.#count === 0) return -1;
    const words = this.#words;
    const mask = this.#capacity - 1;
    const { low, high } = id;
    for (let slot = low & mask; words[slot * WORDS_PER_SLOT + TAKEN] === 1; slot = (slot + 1) & mask) {
      if (words[slot * WORDS_PER_SLOT] === low && words[slot * WORDS_PER_SLOT + 1] === high) return slot;
    }
    return -1;
  }

  sequenceAt(slot: number): number {
    return this.#numbers[slot * NUMBERS_PER_SLOT] ?? 0;
  }

  timestampAt(slot: number): number {
    return this.#numbers[slot * NUMBERS_PER_SLOT + 1] ?? 0;
  }

  /** Unsigned 32-bit. */
  contentHashAt(slot: number): number {
    return (this.#words[slot * WORDS_PER_SLOT + CONTENT] ?? 0) >>> 0;
  }

  /** Returns the bytes it took. @param id must not be here yet. @param sequence at least 1. */
  add(id: IdHash, sequence: number, timestampMs: number, contentHash: number): number {
    const bytesBefore = this.bytes;
    if ((this.#count + 1) * 4 > this.#capacity * 3) this.#grow();
    this.#put(id.low, id.high, contentHash, sequence, timestampMs);
    this.#count += 1;
    return this.bytes - bytesBefore;
  }

  /** Empties it and keeps its memory: a busy subject rotates often. */
  clear(): void {
    this.#words.fill(0);
    this.#count = 0;
  }

  #put(low: number, high: number, contentHash: number, sequence: number, timestampMs: number): void {
    const mask = this.#capacity - 1;
    let slot = low & mask;
    while (this.#words[slot * WORDS_PER_SLOT + TAKEN] === 1) slot = (slot + 1) & mask;
    const word = slot * WORDS_PER_SLOT;
    this.#words[word] = low;
    this.#words[word + 1] = high;
    this.#words[word + CONTENT] = contentHash;
    this.#words[word + TAKEN] = 1;
    this.#numbers[slot * NUMBERS_PER_SLOT] = sequence;
    this.#numbers[slot * NUMBERS_PER_SLOT + 1] = timestampMs;
  }

  #grow(): void {
    const words = this.#words;
    const numbers = this.#numbers;
    const capacity = this.#capacity;
    this.#capacity = Math.max(FIRST_CAPACITY, capacity * 2);
    this.#words = new Int32Array(this.#capacity * WORDS_PER_SLOT);
    this.#numbers = new Float64Array(this.#capacity * NUMBERS_PER_SLOT);
    for (let slot = 0; slot < capacity; slot += 1) {
      const word = slot * WORDS_PER_SLOT;
      if (words[word + TAKEN] !== 1) continue;
      const content = words[word + CONTENT] as number;
      const sequence = numbers[slot * NUMBERS_PER_SLOT] as number;
      const timestampMs = numbers[slot * NUMBERS_PER_SLOT + 1] as number;
      this.#put(words[word] as number, words[word + 1] as number, content, sequence, timestampMs);
    }
  }
}
