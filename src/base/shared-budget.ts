/**
 * One budget of the whole server, divided so that no tenant can take all of it. [T-TEN-2] [P7]
 *
 *     share  = floor(budget * shareMin / tenants)      kept for each of the first `tenants` tenants
 *     common = budget - share * tenants                for whoever comes first
 *
 * What a tenant holds counts against its own share first and against the common part beyond it. So a tenant that holds
 * less than its share is admitted, whatever the others do, as long as no more than `tenants` tenants hold anything;
 * those that come later live from the common part until a place is free. A guarantee for any number of tenants is not
 * possible: nothing is taken back from those who hold it.
 */
import { InvariantError } from './invariant.js';

export interface ShareRule {
  /** Part of a budget that is divided into shares, 0 to 1; 0 where there is one tenant only. */
  readonly shareMin: number;
  /** Tenants it is divided among. */
  readonly tenants: number;
}

interface Holder {
  amount: number;
  /** One of the tenants that have a share. */
  placed: boolean;
}

/** Arithmetic alone: what the amounts are (connections, channels, bytes) is the caller's business. Whole numbers. */
export class SharedBudget {
  readonly total: number;
  /** What is kept for each tenant. */
  readonly share: number;
  readonly #places: number;
  readonly #commonMax: number;
  /** Tenants that hold something; never more than the budget has units. */
  readonly #holders = new Map<string, Holder>();
  #placed = 0;
  #common = 0;
  #used = 0;

  constructor(total: number, { shareMin, tenants }: ShareRule) {
    this.total = total;
    this.share = Math.floor((total * shareMin) / tenants);
    this.#places = this.share === 0 ? 0 : tenants;
    this.#commonMax = total - this.share * this.#places;
  }

  get used(): number {
    return this.#used;
  }

  usedBy(tenant: string): number {
    return this.#holders.get(tenant)?.amount ?? 0;
  }

  /** What the tenant holds beyond its share: who should give way first where something is taken back. */
  borrowedBy(tenant: string): number {
    const holder = this.#holders.get(tenant);
    return holder === undefined ? 0 : this.#commonPart(holder.amount, holder.placed);
  }

  /** Whether the tenant may hold so much more. */
  admits(tenant: string, amount: number): boolean {
    const holder = this.#holders.get(tenant);
    const held = holder === undefined ? 0 : holder.amount;
    const placed = holder !== undefined && holder.placed;
    const before = this.#commonPart(held, placed);
    const after = this.#commonPart(held + amount, placed || this.#placed < this.#places);
    return this.#common + after - before <= this.#commonMax;
  }

  /** Counts it where it is admitted. @returns whether it was */
  take(tenant: string, amount: number): boolean {
    if (!this.admits(tenant, amount)) return false;
    if (amount === 0) return true;
    let holder = this.#holders.get(tenant);
    if (holder === undefined) {
      holder = { amount: 0, placed: false };
      this.#holders.set(tenant, holder);
    }
    this.#common -= this.#commonPart(holder.amount, holder.placed);
    if (!holder.placed && this.#placed < this.#places) {
      holder.placed = true;
      this.#placed += 1;
    }
    holder.amount += amount;
    this.#used += amount;
    this.#common += this.#commonPart(holder.amount, holder.placed);
    return true;
  }

  /** @throws InvariantError if the tenant does not hold so much */
  give(tenant: string, amount: number): void {
    if (amount === 0) return;
    const holder = this.#holders.get(tenant);
    if (holder === undefined || holder.amount < amount) throw new InvariantError('a tenant gave back what it had not');
    this.#common -= this.#commonPart(holder.amount, holder.placed);
    holder.amount -= amount;
    this.#used -= amount;
    this.#common += this.#commonPart(holder.amount, holder.placed);
    if (holder.amount > 0) return;
    this.#holders.delete(tenant);
    if (holder.placed) this.#placed -= 1;
  }

  #commonPart(amount: number, placed: boolean): number {
    return placed ? Math.max(0, amount - this.share) : amount;
  }
}
