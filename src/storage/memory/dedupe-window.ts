/**
 * All remembered message ids of the log, bounded three ways: by time (the window), per subject and channel (the quota)
 * and together (bytes). Over the last bound the tenant that borrows most gives way, with the ids of those of its
 * subjects who have been quiet longest first. [P4] [P8] [T-TEN-2]
 */
import type { ChannelState } from './channel-state.js';
import { ID_BYTES } from './dedupe-generation.js';
import type { IdHash } from './id-hash.js';
import { SubjectIds } from './subject-ids.js';
import { TenantShares, type TenantShare } from './tenant-shares.js';

export interface DedupeLimits {
  readonly windowMs: number;
  readonly idsPerSubjectMax: number;
  readonly bytesMax: number;
  /** Bytes kept for each tenant. */
  readonly tenantShare: number;
}

export class DedupeWindow {
  readonly #tenants: TenantShares<SubjectIds>;
  /** Those that hold anything. */
  readonly #holders = new Set<TenantShare<SubjectIds>>();
  /** Whose ids expire next. */
  #turn: TenantShare<SubjectIds> | null = null;
  #turns: Iterator<TenantShare<SubjectIds>> = this.#holders.values();
  readonly #limits: DedupeLimits;
  readonly #generationIdsMax: number;
  #count = 0;
  #bytes = 0;

  constructor(limits: DedupeLimits) {
    this.#limits = limits;
    this.#tenants = new TenantShares(limits.tenantShare);
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

  tableOf({ subjects, tenant }: Pick<ChannelState, 'subjects' | 'tenant'>, subject: string, nowMs: number): SubjectIds {
    let table = subjects.get(subject);
    if (table === undefined) {
      const owner = tenant.ids;
      table = new SubjectIds(subject, subjects, owner, nowMs);
      subjects.set(subject, table);
      this.#holders.add(owner);
      this.#grow(owner, 0, table.bytes);
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
    const { owner } = table;
    let bytes = 0;
    if (table.isRotationDue(nowMs, this.#limits.windowMs, this.#generationIdsMax)) {
      const forgotten = table.rotate(nowMs);
      this.#count -= forgotten.ids;
      bytes -= forgotten.bytes;
    }
    bytes += table.add(id, sequence, timestampMs, contentHash);
    this.#count += 1;
    table.lastAddMs = nowMs;
    owner.parts.touch(table);
    // Most ids find a free slot.
    if (bytes === 0) return;
    this.#grow(owner, 0, bytes);
    while (this.#bytes > this.#limits.bytesMax) {
      const oldest = this.#tenants.next()?.parts.oldest ?? null;
      if (oldest === null) return;
      if (oldest !== table) {
        this.#forget(oldest);
        continue;
      }
      // It is all that its tenant has: of that the newest id is kept, unless there is nobody to make room for.
      if (owner.held === this.#bytes) return;
      const { ids, bytes: freed } = table.restart(nowMs);
      this.#grow(owner, 1 - ids, table.add(id, sequence, timestampMs, contentHash) - freed);
      return;
    }
  }

  /** Forgets tables whose newest id is past the window; at most `visitsMax` of them. */
  expire(nowMs: number, visitsMax: number): void {
    let tenantsLeft = this.#holders.size;
    this.#turn ??= this.#nextTurn();
    for (let visit = 0; visit < visitsMax; visit += 1) {
      const table = this.#turn?.parts.oldest ?? null;
      if (table !== null && nowMs - table.lastAddMs >= this.#limits.windowMs) {
        this.#forget(table);
        continue;
      }
      if (tenantsLeft === 0) return;
      tenantsLeft -= 1;
      this.#turn = this.#nextTurn();
    }
  }

  /** Forgets a channel's ids. */
  forgetAll(siblings: Map<string, SubjectIds>): void {
    for (const table of [...siblings.values()]) this.#forget(table);
  }

  #forget(table: SubjectIds): void {
    const { owner } = table;
    owner.parts.remove(table);
    table.siblings.delete(table.subject);
    this.#grow(owner, -table.count, -table.bytes);
    if (owner.held === 0) this.#holders.delete(owner);
  }

  #grow(owner: TenantShare<SubjectIds>, ids: number, bytes: number): void {
    this.#count += ids;
    this.#bytes += bytes;
    owner.held += bytes;
    this.#tenants.settle(owner);
  }

  /** The next tenant in turn; a set's iterator survives additions and removals. */
  #nextTurn(): TenantShare<SubjectIds> | null {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const step = this.#turns.next();
      if (step.done !== true) return step.value;
      this.#turns = this.#holders.values();
    }
    return null;
  }
}
