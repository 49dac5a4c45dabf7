/**
 * Epochs of channels that were deleted, the newest ones, so that a returning client learns why its position is gone.
 * Past the bound the tenant with most of them forgets its oldest: whoever deletes all the time makes no other tenant
 * forget. [T-TEN-1] [T-TEN-2] [P8]
 */
import type { ChannelAddress } from '../../protocol/address.js';

const TOMBSTONES_MAX = 10_000;

/** What is remembered of one tenant, in the order of deletion. */
interface Own {
  readonly tenant: string;
  readonly epochs: Set<string>;
}

export class Tombstones {
  readonly #tenants = new Map<string, Own>();
  readonly #countMax: number;
  #count = 0;

  constructor(countMax: number = TOMBSTONES_MAX) {
    this.#countMax = countMax;
  }

  /** Tenants of whom anything is remembered; no more than epochs. */
  get tenants(): number {
    return this.#tenants.size;
  }

  add({ tenant, key }: ChannelAddress, epoch: number): void {
    const own = this.#tenants.get(tenant) ?? { tenant, epochs: new Set<string>() };
    this.#tenants.set(tenant, own);
    const before = own.epochs.size;
    own.epochs.add(nameOf(key, epoch));
    this.#count += own.epochs.size - before;
    if (this.#count > this.#countMax) this.#forgetOldestOf(this.#largest(own));
  }

  has({ tenant, key }: ChannelAddress, epoch: number): boolean {
    return this.#tenants.get(tenant)?.epochs.has(nameOf(key, epoch)) ?? false;
  }

  #forgetOldestOf({ tenant, epochs }: Own): void {
    for (const oldest of epochs) {
      epochs.delete(oldest);
      this.#count -= 1;
      break;
    }
    if (epochs.size === 0) this.#tenants.delete(tenant);
  }

  /** @param latest who deleted last: where it has more than an equal part, nobody else is looked for */
  #largest(latest: Own): Own {
    if (latest.epochs.size > 1 && latest.epochs.size * this.#tenants.size > this.#countMax) return latest;
    // Of equals the one that came first gives way, as its epochs are the oldest.
    let largest: Own | null = null;
    for (const own of this.#tenants.values()) {
      if (largest === null || own.epochs.size > largest.epochs.size) largest = own;
    }
    return largest ?? latest;
  }
}

function nameOf(channelKey: string, epoch: number): string {
  return `${channelKey}/${epoch}`;
}
