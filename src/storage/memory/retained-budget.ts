/** Puts entries into rings and takes them out, so that every bound and every sum is kept in one place. [S-LOG-3] [P8] */
import type { LogEntry } from '../../protocol/entry.js';
import type { ChannelState } from './channel-state.js';
import { RecencyList } from './recency-list.js';

/** Memory of an entry besides its frame: the entry, its Buffer object, its slot (estimate). */
const ENTRY_BYTES = 256;

export class RetainedBudget {
  /** Channels that retain something, by last append. */
  readonly #channels = new RecencyList<ChannelState>();
  readonly #bytesMax: number;
  readonly #ids: { readonly bytes: number };
  #entries = 0;
  #frameBytes = 0;

  /** @param ids share the budget. */
  constructor(bytesMax: number, ids: { readonly bytes: number }) {
    this.#bytesMax = bytesMax;
    this.#ids = ids;
  }

  get entries(): number {
    return this.#entries;
  }

  get frameBytes(): number {
    return this.#frameBytes;
  }

  /** Returns whether the entry is retained when every bound has been applied. */
  push(channel: ChannelState, entry: LogEntry): boolean {
    const { ring, retention } = channel;
    if (retention.countMax === 0 || retention.ageMaxMs === 0 || entry.frameBytes > retention.bytesMax) {
      // What is retained is a run without holes: an entry that cannot be kept takes the older ones with it.
      this.clear(channel);
      return false;
    }
    ring.push(entry);
    this.#entries += 1;
    this.#frameBytes += entry.frameBytes;
    this.#channels.touch(channel);
    // Age is applied by reads and by the sweep: asking here would touch the oldest entry's cold memory each time.
    while (channel.overfull) this.#shift(channel);
    while (this.#isOver() && this.#channels.oldest !== null) this.#shift(this.#channels.oldest);
    return ring.count > 0;
  }

  /** Applies the channel's own bounds. */
  trim(channel: ChannelState, nowMs: number): void {
    while (channel.overfull || channel.isOverdue(nowMs)) this.#shift(channel);
  }

  clear(channel: ChannelState): void {
    while (channel.ring.count > 0) this.#shift(channel);
  }

  #isOver(): boolean {
    return this.#frameBytes + this.#entries * ENTRY_BYTES + this.#ids.bytes > this.#bytesMax;
  }

  #shift(channel: ChannelState): void {
    const entry = channel.ring.shift();
    if (entry === undefined) return;
    this.#entries -= 1;
    this.#frameBytes -= entry.frameBytes;
    if (channel.ring.count === 0) this.#channels.remove(channel);
  }
}
