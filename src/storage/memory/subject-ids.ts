/**
 * The ids one subject used in one channel, in two generations: the current one takes new ids and becomes the previous
 * one when it is a window old or holds half the subject's quota. So an id is remembered for at least one window, unless
 * newer ids of its own subject push it out; and never more than the quota is remembered. [P4]
 */
import { DedupeGeneration } from './dedupe-generation.js';
import type { IdHash } from './id-hash.js';
import type { RecencyNode } from './recency-list.js';
import type { TenantShare } from './tenant-shares.js';

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
    /** What its bytes count for. */
    readonly owner: TenantShare<SubjectIds>,
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
  find(id: IdHash): number {
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

  /** Returns what was forgotten; bytes are negative where the new generation takes more than that gave back. */
  rotate(nowMs: number): { ids: number; bytes: number } {
    const bytesBefore = this.bytes;
    const forgotten = this.#previous;
    const ids = forgotten?.count ?? 0;
    this.#previous = this.#current;
    // A subject that filled its last generation is busy: the memory of the one before serves again.
    const reusable = forgotten !== null && this.#previous.bytes >= forgotten.bytes;
    if (reusable) forgotten.clear();
    this.#current = reusable ? forgotten : new DedupeGeneration();
    this.#found = null;
    this.#currentSinceMs = nowMs;
    return { ids, bytes: bytesBefore - this.bytes };
  }

  /** Forgets everything. Returns what that was. */
  restart(nowMs: number): { ids: number; bytes: number } {
    const { count: ids, bytes } = this;
    this.#current = new DedupeGeneration();
    this.#previous = null;
    this.#found = null;
    this.#currentSinceMs = nowMs;
    return { ids, bytes: bytes - this.bytes };
  }

  /** Returns the bytes it took. */
  add(id: IdHash, sequence: number, timestampMs: number, contentHash: number): number {
    return this.#current.add(id, sequence, timestampMs, contentHash);
  }
}
