/** All channels by key, and in the order of their keys per tenant for bounded listings. [P7] */
import type { ChannelState } from './channel-state.js';

export class ChannelDirectory {
  readonly #byKey = new Map<string, ChannelState>();
  /** Sorted keys per tenant. Inserting moves at most channels-per-tenant pointers, and only when a channel is born. */
  readonly #keysByTenant = new Map<string, string[]>();

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

  add(channel: ChannelState): void {
    const { key, tenant } = channel.address;
    this.#byKey.set(key, channel);
    let keys = this.#keysByTenant.get(tenant);
    if (keys === undefined) {
      keys = [];
      this.#keysByTenant.set(tenant, keys);
    }
    keys.splice(firstAfter(keys, key), 0, key);
  }

  delete(channel: ChannelState): void {
    const { key, tenant } = channel.address;
    this.#byKey.delete(key);
    const keys = this.#keysByTenant.get(tenant);
    if (keys === undefined) return;
    const index = firstAfter(keys, key) - 1;
    if (keys[index] === key) keys.splice(index, 1);
    if (keys.length === 0) this.#keysByTenant.delete(tenant);
  }

  countOf(tenant: string): number {
    return this.#keysByTenant.get(tenant)?.length ?? 0;
  }

  /** Channels whose key begins with `prefix`, after `afterKey`, in order. */
  page(query: { tenant: string; prefix: string; afterKey: string; countMax: number }): {
    channels: ChannelState[];
    more: boolean;
  } {
    const keys = this.#keysByTenant.get(query.tenant) ?? [];
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
