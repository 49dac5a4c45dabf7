/**
 * All remembered message ids of the log, bounded three ways: by time (the window), per subject and channel (the quota)
 * and together (bytes). Over the last bound, ids of those who have been quiet longest go first. [P4] [P8]
 */
import { ID_BYTES } from './dedupe-generation.js';
import type { IdHash } from './id-hash.js';
import { RecencyList } from './recency-list.js';
import { SubjectIds } from './subject-ids.js';

export interface DedupeLimits {
  readonly windowMs: number;
  readonly idsPerSubjectMax: number;
  readonly bytesMax: number;
}

export class DedupeWindow {
  readonly #tables = new RecencyList<SubjectIds>();
  readonly #limits: DedupeLimits;
  readonly #generationIdsMax: number;
  #count = 0;
  #bytes = 0;

  constructor(limits: DedupeLimits) {
    this.#limits = limits;
    // One busy subject alone must not pass the bound on bytes either.
    const idsMax = Math.min(limits.idsPerSubjectMax, Math.floor(limits.bytesMax / ID_BYTES));
    this.#generationIdsMax = Math.max(1, Math.floor(idsMax / 2));
  }

  get count(): number {
    return this.#count;
  }

  /** Estimated memory of all ids. */
  get bytes(): number {
    return this.#bytes;
  }

  tableOf(siblings: Map<string, SubjectIds>, subject: string, nowMs: number): SubjectIds {
    let table = siblings.get(subject);
    if (table === undefined) {
      table = new SubjectIds(subject, siblings, nowMs);
      siblings.set(subject, table);
      this.#bytes += table.bytes;
    }
    return table;
  }

  /** @param nowMs by a clock that never goes back. */
  remember(
    table: SubjectIds,
    id: IdHash,
    sequence: number,
    timestampMs: number,
    contentHash: number,
    nowMs: number,
  ): void {
    if (table.isRotationDue(nowMs, this.#limits.windowMs, this.#generationIdsMax)) {
      const { ids, bytes } = table.rotate(nowMs);
      this.#count -= ids;
      this.#bytes -= bytes;
    }
    this.#bytes += table.add(id, sequence, timestampMs, contentHash);
    this.#count += 1;
    table.lastAddMs = nowMs;
    this.#tables.touch(table);
    while (this.#bytes > this.#limits.bytesMax && this.#tables.oldest !== null && this.#tables.oldest !== table) {
      this.#forget(this.#tables.oldest);
    }
  }

  /** Forgets tables whose newest id is past the window; at most `visitsMax` of them. */
  expire(nowMs: number, visitsMax: number): void {
    for (let visit = 0; visit < visitsMax; visit += 1) {
      const table = this.#tables.oldest;
      if (table === null || nowMs - table.lastAddMs < this.#limits.windowMs) return;
      this.#forget(table);
    }
  }

  /** Forgets a channel's ids. */
  forgetAll(siblings: Map<string, SubjectIds>): void {
    for (const table of [...siblings.values()]) this.#forget(table);
  }

  #forget(table: SubjectIds): void {
    this.#count -= table.count;
    this.#bytes -= table.bytes;
    this.#tables.remove(table);
    table.siblings.delete(table.subject);
  }
}
