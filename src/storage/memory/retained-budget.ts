/**
 * Puts entries into rings and takes them out, so that every bound and every sum is kept in one place. Over the budget
 * the tenant that borrows most gives way, the channels it left quiet longest first. [S-LOG-3] [T-TEN-2] [P8]
 */
import type { LogEntry } from '../../protocol/entry.js';
import type { ChannelState } from './channel-state.js';
import { TenantShares } from './tenant-shares.js';

/** Memory of an entry besides its frame: the entry, its Buffer object, its slot (estimate). */
const ENTRY_BYTES = 256;

export class RetainedBudget {
  readonly #tenants: TenantShares<ChannelState>;
  readonly #bytesMax: number;
  readonly #ids: { readonly bytes: number };
  #entries = 0;
  #frameBytes = 0;

  /**
   * @param ids share the budget.
   * @param tenantShare bytes kept for each tenant, out of what ids leave over.
   */
  constructor(bytesMax: number, ids: { readonly bytes: number }, tenantShare: number) {
    this.#bytesMax = bytesMax;
    this.#ids = ids;
    this.#tenants = new TenantShares(tenantShare);
  }

  get entries(): number {
    return this.#entries;
  }

  get frameBytes(): number {
    return this.#frameBytes;
  }

  /** Returns whether the entry is retained when every bound has been applied. */
  push(channel: ChannelState, entry: LogEntry): boolean {
    const { ring, retention, tenant } = channel;
    const { history } = tenant;
    if (retention.countMax === 0 || retention.ageMaxMs === 0 || entry.frameBytes > retention.bytesMax) {
      // What is retained is a run without holes: an entry that cannot be kept takes the older ones with it.
      this.clear(channel);
      return false;
    }
    ring.push(entry);
    this.#entries += 1;
    this.#frameBytes += entry.frameBytes;
    history.held += entry.frameBytes + ENTRY_BYTES;
    history.parts.touch(channel);
    // Age is applied by reads and by the sweep: asking here would touch the oldest entry's cold memory each time.
    while (channel.overfull) this.#shift(channel);
    this.#tenants.settle(history);
    while (this.#isOver() && this.#takeOldest());
    return ring.count > 0;
  }

  /** Applies the channel's own bounds. */
  trim(channel: ChannelState, nowMs: number): void {
    while (channel.overfull || channel.isOverdue(nowMs)) this.#shift(channel);
    this.#tenants.settle(channel.tenant.history);
  }

  clear(channel: ChannelState): void {
    while (channel.ring.count > 0) this.#shift(channel);
    this.#tenants.settle(channel.tenant.history);
  }

  #isOver(): boolean {
    return this.#frameBytes + this.#entries * ENTRY_BYTES + this.#ids.bytes > this.#bytesMax;
  }

  /** False when nobody retains anything. */
  #takeOldest(): boolean {
    const history = this.#tenants.next();
    const channel = history?.parts.oldest ?? null;
    if (history === null || channel === null) return false;
    this.#shift(channel);
    this.#tenants.settle(history);
    return true;
  }

  /** Leaves it to the caller to settle the tenant. */
  #shift(channel: ChannelState): void {
    const entry = channel.ring.shift();
    if (entry === undefined) return;
    this.#entries -= 1;
    this.#frameBytes -= entry.frameBytes;
    const { history } = channel.tenant;
    history.held -= entry.frameBytes + ENTRY_BYTES;
    if (channel.ring.count === 0) history.parts.remove(channel);
  }
}
