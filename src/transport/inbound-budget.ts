/**
 * One budget for the unfinished inbound messages of all connections: many peers that each begin a large message and
 * never end it cannot exhaust memory together. Over the bound the tenant that holds most loses its largest message, so
 * that no tenant makes room for one that holds more. [P8] [T-TEN-2]
 */

/** A connection, as far as the budget is concerned. */
export interface InboundHolder {
  /** Bytes held for its unfinished message. */
  readonly inboundBytes: number;
  readonly inboundTenant: InboundTenant;
  /** Gives them up at once; never throws. */
  evictInbound(): void;
}

/** What the connections of one tenant hold together. */
export class InboundTenant {
  bytes = 0;
  connections = 0;

  constructor(readonly name: string) {}
}

export class InboundBudget {
  /** Of connections that have no session: together they get no more than one tenant. */
  readonly strangers = new InboundTenant('');
  readonly #bytesMax: number;
  readonly #holders: Iterable<InboundHolder>;
  /** Those with a connection. */
  readonly #tenants = new Map<string, InboundTenant>();
  #bytes = 0;

  /** @param holders all connections, those already evicted included. */
  constructor(bytesMax: number, holders: Iterable<InboundHolder>) {
    this.#bytesMax = bytesMax;
    this.#holders = holders;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get tenants(): number {
    return this.#tenants.size;
  }

  /** One more connection of the tenant. */
  enter(name: string): InboundTenant {
    let tenant = this.#tenants.get(name);
    if (tenant === undefined) {
      tenant = new InboundTenant(name);
      this.#tenants.set(name, tenant);
    }
    tenant.connections += 1;
    return tenant;
  }

  /** A connection that entered is gone. */
  leave(tenant: InboundTenant): void {
    tenant.connections -= 1;
    if (tenant.connections === 0) this.#tenants.delete(tenant.name);
  }

  /** Counts a change; over the bound one holder after the other goes, until it is kept. */
  adjust(tenant: InboundTenant, deltaBytes: number): void {
    tenant.bytes += deltaBytes;
    this.#bytes += deltaBytes;
    while (this.#bytes > this.#bytesMax) {
      const largest = this.#largest();
      if (largest === null) return;
      // Lowers #bytes through its own call of `adjust`.
      largest.evictInbound();
    }
  }

  /** The largest holder of the tenant that holds most. */
  #largest(): InboundHolder | null {
    let largest: InboundHolder | null = null;
    let bytes = 0;
    let tenantBytes = 0;
    for (const holder of this.#holders) {
      const held = holder.inboundBytes;
      const together = holder.inboundTenant.bytes;
      if (held === 0 || together < tenantBytes || (together === tenantBytes && held <= bytes)) continue;
      largest = holder;
      bytes = held;
      tenantBytes = together;
    }
    return largest;
  }
}
