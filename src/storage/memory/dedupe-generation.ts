/**
 * Message ids of one stretch of time with what they were accepted as. The records lie in a flat array beside the map, so
 * that an id costs its string, a map slot and three numbers instead of an object. [P4]
 */

/** Memory of one remembered id besides its characters: string header, map slot, numbers and their slack (estimate). */
export const ID_BYTES = 112;
/** Memory of a generation without ids (estimate). */
const GENERATION_BYTES = 512;

export class DedupeGeneration {
  readonly #slots = new Map<string, number>();
  /** Three numbers per id: sequence, timestamp, content hash. */
  readonly #records: number[] = [];
  #bytes = GENERATION_BYTES;

  get count(): number {
    return this.#slots.size;
  }

  /** Estimated memory, for the budget. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Slot of an id for the accessors below; -1 if it is not here. */
  find(id: string): number {
    return this.#slots.get(id) ?? -1;
  }

  sequenceAt(slot: number): number {
    return this.#records[slot] ?? 0;
  }

  timestampAt(slot: number): number {
    return this.#records[slot + 1] ?? 0;
  }

  hashAt(slot: number): number {
    return this.#records[slot + 2] ?? 0;
  }

  /** Returns the bytes it took. @param id must not be here yet. */
  add(id: string, sequence: number, timestampMs: number, hash: number): number {
    this.#slots.set(id, this.#records.length);
    this.#records.push(sequence, timestampMs, hash);
    const bytes = ID_BYTES + id.length;
    this.#bytes += bytes;
    return bytes;
  }
}
