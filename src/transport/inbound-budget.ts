/**
 * One budget for the unfinished inbound messages of all connections: many peers that each begin a large message and
 * never end it cannot exhaust memory together. [P8]
 */

/** A connection, as far as the budget is concerned. */
export interface InboundHolder {
  /** Bytes held for its unfinished message. */
  readonly inboundBytes: number;
  /** Gives them up at once; never throws. */
  evictInbound(): void;
}

export class InboundBudget {
  readonly #bytesMax: number;
  readonly #holders: Iterable<InboundHolder>;
  #bytes = 0;

  /** @param holders all connections, those already evicted included. */
  constructor(bytesMax: number, holders: Iterable<InboundHolder>) {
    this.#bytesMax = bytesMax;
    this.#holders = holders;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Counts a change; over the bound the largest holders go, one after the other, until it is kept. */
  adjust(deltaBytes: number): void {
    this.#bytes += deltaBytes;
    while (this.#bytes > this.#bytesMax) {
      const largest = this.#largest();
      if (largest === null) return;
      // Lowers #bytes through its own call of `adjust`.
      largest.evictInbound();
    }
  }

  #largest(): InboundHolder | null {
    let largest: InboundHolder | null = null;
    let bytes = 0;
    for (const holder of this.#holders) {
      if (holder.inboundBytes <= bytes) continue;
      largest = holder;
      bytes = holder.inboundBytes;
    }
    return largest;
  }
}
