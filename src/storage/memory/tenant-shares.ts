/**
 * Who gives way first where all tenants together hold more than a budget: of those that hold more than their share the
 * one that holds most beyond it. While one tenant holds more than its share, none that holds less loses anything,
 * whatever the others do. [T-TEN-2] [P7]
 *
 * What "most" is, is right within a factor of two: tenants stand in levels of doubling amounts, those of one level
 * take turns in which each gives an eighth, and a change of amount costs two comparisons unless it crosses a level.
 */
import { RecencyList, type RecencyNode } from './recency-list.js';

/** Amounts below are one level, bytes. */
const LEVEL_MIN = 256;
/** Levels up to 2^40 bytes; what is beyond stands in the last one. */
const LEVELS = 33;
const QUOTIENT_MAX = 0xffff_ffff;

/** What one tenant holds of one budget. */
export class TenantShare<T extends RecencyNode<T>> implements RecencyNode<TenantShare<T>> {
  older: TenantShare<T> | null = null;
  newer: TenantShare<T> | null = null;
  listed = false;
  /** Bytes; whoever changes it calls `settle` afterwards. */
  held = 0;
  /** What holds them, by last use. */
  readonly parts = new RecencyList<T>();
  /** Where it stands while it is listed, and the amounts that stand there: at least `levelFrom`. */
  level = 0;
  levelFrom = 0;
  levelBelow = 1;
}

export class TenantShares<T extends RecencyNode<T>> {
  /** Bytes kept for each tenant. */
  readonly share: number;
  /** Of tenants within their share by what they hold, then of the others by what they hold beyond it. */
  readonly #levels = Array.from({ length: 2 * LEVELS }, () => new RecencyList<TenantShare<T>>());
  /** No tenant stands in a higher level. */
  #top = 0;
  /** Whose turn it is, and what it holds when that ends: turns keep what is taken from close together in memory. */
  #giving: TenantShare<T> | null = null;
  #givesUntil = 0;

  constructor(share: number) {
    this.share = share;
  }

  /** To be called when what a tenant holds has changed. */
  settle(tenant: TenantShare<T>): void {
    if (tenant.held < tenant.levelFrom || tenant.held >= tenant.levelBelow) this.#move(tenant);
  }

  /** The tenant to take something from; null if nobody holds anything. */
  next(): TenantShare<T> | null {
    while (this.#top > 0 && this.#listOf(this.#top).oldest === null) this.#top -= 1;
    const giving = this.#giving;
    if (giving !== null && giving.listed && giving.level === this.#top && giving.held > this.#givesUntil) return giving;
    const list = this.#listOf(this.#top);
    const tenant = list.oldest;
    this.#giving = tenant;
    if (tenant === null) return null;
    list.touch(tenant);
    const { held } = tenant;
    this.#givesUntil = held - (held > this.share ? held - this.share : held) / 8;
    return tenant;
  }

  #move(tenant: TenantShare<T>): void {
    if (tenant.listed) this.#listOf(tenant.level).remove(tenant);
    const { held } = tenant;
    if (held === 0) {
      tenant.levelFrom = 0;
      tenant.levelBelow = 1;
      return;
    }
    const borrows = held > this.share;
    const base = borrows ? this.share + 1 : 1;
    const doublings = 32 - Math.clz32(Math.min((held - base) / LEVEL_MIN, QUOTIENT_MAX));
    const end = doublings === LEVELS - 1 ? Number.POSITIVE_INFINITY : base + LEVEL_MIN * 2 ** doublings;
    tenant.level = borrows ? LEVELS + doublings : doublings;
    tenant.levelFrom = doublings === 0 ? base : base + LEVEL_MIN * 2 ** (doublings - 1);
    tenant.levelBelow = borrows ? end : Math.min(end, this.share + 1);
    this.#listOf(tenant.level).touch(tenant);
    if (tenant.level > this.#top) this.#top = tenant.level;
  }

  #listOf(level: number): RecencyList<TenantShare<T>> {
    return this.#levels[level] as RecencyList<TenantShare<T>>;
  }
}
