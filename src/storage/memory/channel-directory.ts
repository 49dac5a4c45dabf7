/**
 * All channels by key, and in the order of their keys per tenant for bounded listings. How many there may be is bounded
 * per tenant, and for all together with a share for each. [P7] [T-TEN-2]
 */
import { invariant } from '../../base/invariant.js';
import { SharedBudget, type ShareRule } from '../../base/shared-budget.js';
import type { ChannelLimit } from '../channel-log.js';
import { TenantState, type ChannelState } from './channel-state.js';

export interface ChannelBounds {
  readonly channelsMax: number;
  readonly channelsPerTenantMax: number;
  readonly shares: ShareRule;
}

export class ChannelDirectory {
  readonly #byKey = new Map<string, ChannelState>();
  /** Tenants with a channel. Inserting moves at most channels-per-tenant pointers, and only when a channel is born. */
  readonly #tenants = new Map<string, TenantState>();
  readonly #perTenantMax: number;
  readonly #budget: SharedBudget;

  constructor({ channelsMax, channelsPerTenantMax, shares }: ChannelBounds) {
    this.#perTenantMax = channelsPerTenantMax;
    this.#budget = new SharedBudget(channelsMax, shares);
  }

  get size(): number {
    return this.#byKey.size;
  }

  get(key: string): ChannelState | undefined {
    return this.#byKey.get(key);
  }

  /** In no particular order; safe against changes while iterating. */
  all(): IterableIterator<ChannelState> {
    return this.#byKey.values();
  }

  /** What forbids one more channel of the tenant; null if nothing does. */
  limitOf(tenant: string): ChannelLimit | null {
    if (this.countOf(tenant) >= this.#perTenantMax) return 'limits.channels_per_tenant_max';
    return this.#budget.admits(tenant, 1) ? null : 'limits.channels_max';
  }

  /** What a new channel of the tenant is made with. */
  stateOf(tenant: string): TenantState {
    return this.#tenants.get(tenant) ?? new TenantState();
  }

  /** Must be within the limits. */
  add(channel: ChannelState): void {
    const { key, tenant } = channel.address;
    invariant(this.#budget.take(tenant, 1), 'a channel was added past the limits');
    this.#byKey.set(key, channel);
    const { keys } = channel.tenant;
    if (keys.length === 0) this.#tenants.set(tenant, channel.tenant);
    keys.splice(firstAfter(keys, key), 0, key);
  }

  delete(channel: ChannelState): void {
    const { key, tenant } = channel.address;
    if (!this.#byKey.delete(key)) return;
    this.#budget.give(tenant, 1);
    const { keys } = channel.tenant;
    keys.splice(firstAfter(keys, key) - 1, 1);
    if (keys.length === 0) this.#tenants.delete(tenant);
  }

  countOf(tenant: string): number {
    return this.#tenants.get(tenant)?.keys.length ?? 0;
  }

  /** Channels whose key begins with `prefix`, after `afterKey`, in order. */
  page(query: { tenant: string; prefix: string; afterKey: string; countMax: number }): {
    channels: ChannelState[];
    more: boolean;
  } {
    const keys = this.#tenants.get(query.tenant)?.keys ?? [];
    const channels: ChannelState[] = [];
    // No key equals the prefix, so what sorts after it and begins with it is the whole range.
    let index = firstAfter(keys, query.afterKey > query.prefix ? query.afterKey : query.prefix);
    for (; index < keys.length; index += 1) {
      const key = keys[index];
      if (key === undefined || !key.startsWith(query.prefix)) break;
      if (channels.length === query.countMax) return { channels, more: true };
      const channel = this.#byKey.get(key);
      if (channel !== undefined) channels.push(channel);
    }
    return { channels, more: false };
  }
}

/** Index of the first key that sorts after `key`. */
function firstAfter(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? '') <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}
