/**
 * The ids one subject used in one channel, in two generations: the current one takes new ids and becomes the previous
 * one when it is a window old or holds half the subject's quota. So an id is remembered for at least one window, unless
 * newer ids of its own subject push it out; and never more than the quota is remembered. [P4]
 */
import { DedupeGeneration } from './dedupe-generation.js';
import type { RecencyNode } from './recency-list.js';

export class SubjectIds implements RecencyNode<SubjectIds> {
  older: SubjectIds | null = null;
  newer: SubjectIds | null = null;
  listed = false;
  lastAddMs = 0;
  #current = new DedupeGeneration();
  #previous: DedupeGeneration | null = null;
  #currentSinceMs: number;
  #found: DedupeGeneration | null = null;

  constructor(
    readonly subject: string,
    /** The channel's tables by subject; this one is removed from it when it is forgotten. */
    readonly siblings: Map<string, SubjectIds>,
    nowMs: number,
  ) {
    this.#currentSinceMs = nowMs;
  }

  get count(): number {
    return this.#current.count + (this.#previous?.count ?? 0);
  }

  get bytes(): number {
    return this.#current.bytes + (this.#previous?.bytes ?? 0);
  }

  /** Slot in the generation that `found` then names; -1 if the id is not remembered. */
  find(id: string): number {
    this.#found = this.#current;
    const slot = this.#current.find(id);
    if (slot >= 0 || this.#previous === null) return slot;
    this.#found = this.#previous;
    return this.#previous.find(id);
  }

  get found(): DedupeGeneration {
    return this.#found ?? this.#current;
  }

  isRotationDue(nowMs: number, windowMs: number, generationIdsMax: number): boolean {
    return this.#current.count >= generationIdsMax || nowMs - this.#currentSinceMs >= windowMs;
  }

  /** Returns what was forgotten, and the memory of the new generation as negative bytes. */
  rotate(nowMs: number): { ids: number; bytes: number } {
    const forgotten = this.#previous;
    this.#previous = this.#current;
    this.#current = new DedupeGeneration();
    this.#currentSinceMs = nowMs;
    return { ids: forgotten?.count ?? 0, bytes: (forgotten?.bytes ?? 0) - this.#current.bytes };
  }

  /** Returns the bytes it took. */
  add(id: string, sequence: number, timestampMs: number, hash: number): number {
    return this.#current.add(id, sequence, timestampMs, hash);
  }
}
