/**
 * Who holds how many connections: all together, each address, and each tenant within its share. An address is known
 * before the handshake, a tenant only after it, so the two are counted apart. 0 is no limit. [T-LIM-1] [T-TEN-2]
 */
import { InvariantError } from '../base/invariant.js';
import { SharedBudget, type ShareRule } from '../base/shared-budget.js';
import { addressKey } from './address-key.js';

export interface ConnectionBounds {
  readonly connectionsMax: number;
  /** Of one IPv4 address or one IPv6 /64. */
  readonly perAddressMax: number;
  readonly perTenantMax: number;
  readonly shares: ShareRule;
}

/** The setting that refuses. */
export type ConnectionLimit =
  'limits.connections_max' | 'limits.connections_per_address_max' | 'limits.connections_per_tenant_max';

export class ConnectionCounts {
  readonly #bounds: ConnectionBounds;
  /** Addresses with a connection: never more than there are connections. */
  readonly #byAddress = new Map<string, number>();
  readonly #sessions: SharedBudget;
  #open = 0;

  constructor(bounds: ConnectionBounds) {
    this.#bounds = bounds;
    this.#sessions = new SharedBudget(bounds.connectionsMax, bounds.shares);
  }

  /** Connections that were opened here and not closed, with and without a session. */
  get open(): number {
    return this.#open;
  }

  get addresses(): number {
    return this.#byAddress.size;
  }

  ofAddress(address: string): number {
    return this.#byAddress.get(addressKey(address)) ?? 0;
  }

  ofTenant(tenant: string): number {
    return this.#sessions.usedBy(tenant);
  }

  /** Counts a connection. @returns null, or why it is refused and was not counted */
  openConnection(address: string): ConnectionLimit | null {
    if (this.#open >= this.#bounds.connectionsMax) return 'limits.connections_max';
    const key = addressKey(address);
    const count = this.#byAddress.get(key) ?? 0;
    const { perAddressMax } = this.#bounds;
    if (perAddressMax > 0 && count >= perAddressMax) return 'limits.connections_per_address_max';
    this.#byAddress.set(key, count + 1);
    this.#open += 1;
    return null;
  }

  /** @throws InvariantError if no connection of the address is open */
  closeConnection(address: string): void {
    const key = addressKey(address);
    const count = this.#byAddress.get(key);
    if (count === undefined) throw new InvariantError('a connection was closed that was not opened');
    if (count === 1) this.#byAddress.delete(key);
    else this.#byAddress.set(key, count - 1);
    this.#open -= 1;
  }

  /** Counts a session. @returns null, or why it is refused and was not counted */
  openSession(tenant: string): ConnectionLimit | null {
    const { perTenantMax } = this.#bounds;
    if (perTenantMax > 0 && this.#sessions.usedBy(tenant) >= perTenantMax) return 'limits.connections_per_tenant_max';
    return this.#sessions.take(tenant, 1) ? null : 'limits.connections_max';
  }

  /** @throws InvariantError if the tenant has no session */
  closeSession(tenant: string): void {
    this.#sessions.give(tenant, 1);
  }
}
