/** Shapes of reading a channel's log: shared by storage, which answers, and routing, which replays. */
import type { ChannelAddress } from './address.js';
import type { LogEntry } from './entry.js';

export interface ReadRequest {
  readonly address: ChannelAddress;
  /** Only sequences >= from (forward) ... */
  readonly from: number;
  /** ... and <= to. */
  readonly to: number;
  readonly direction: 'forward' | 'reverse';
  /** Entries of one page; at least 1. */
  readonly countMax: number;
  /** Frame bytes of one page; a single larger entry is still returned alone. */
  readonly bytesMax: number;
  /** Only entries with since <= timestampMs < until. */
  readonly sinceMs?: number;
  readonly untilMs?: number;
}

export interface ReadPage {
  /** In the order of `direction`. Holes between them are expired entries. */
  readonly entries: readonly LogEntry[];
  /** The range holds more entries in this direction than the page. */
  readonly more: boolean;
  readonly head: ChannelHead;
}

/** Where a channel stands. Of a channel that does not exist: epoch 0, sequence 0, firstSequence 1, empty chain. */
export interface ChannelHead {
  readonly epoch: number;
  /** Last sequence given out in the epoch; 0 before the first. */
  readonly sequence: number;
  /** Oldest sequence still retained; sequence + 1 if none is. */
  readonly firstSequence: number;
  /** Oldest first; the last link is the current epoch. A position on the chain can be recovered. */
  readonly chain: readonly EpochLink[];
  readonly retainedCount: number;
  readonly retainedBytes: number;
}

/** `epoch` covers sequences from `firstSequence` up to the next link's. */
export interface EpochLink {
  readonly epoch: number;
  readonly firstSequence: number;
}
