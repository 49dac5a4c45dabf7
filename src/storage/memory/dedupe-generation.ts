/**
 * Message ids of one stretch of time with what they were accepted as. The records lie in flat arrays beside the map, so
 * that an id costs its string, a map slot and three numbers instead of an object. [P4]
 */

/** Memory of one remembered id besides its characters: string header, map slot, numbers and their slack (estimate). */
export const ID_BYTES = 112;
/** Memory of a generation without ids (estimate). */
const GENERATION_BYTES = 512;

export class DedupeGeneration {
  readonly #slots = new Map<string, number>();
  readonly #sequences: number[] = [];
  readonly #timestamps: number[] = [];
  readonly #hashes: number[] = [];
  #bytes = GENERATION_BYTES;

  get count(): number {
    return this.#sequences.length;
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
    return this.#sequences[slot] ?? 0;
  }

  timestampAt(slot: number): number {
    return this.#timestamps[slot] ?? 0;
  }

  hashAt(slot: number): number {
    return this.#hashes[slot] ?? 0;
  }

  /** @param id must not be here yet. */
  add(id: string, sequence: number, timestampMs: number, hash: number): void {
    this.#slots.set(id, this.#sequences.length);
    this.#sequences.push(sequence);
    this.#timestamps.push(timestampMs);
    this.#hashes.push(hash);
    this.#bytes += ID_BYTES + id.length;
  }
}
