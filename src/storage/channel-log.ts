/**
 * The contract of every storage backend: one append-only log per channel. A publish is an append, history is a read,
 * recovery is a read followed by a tail.
 *
 * Guarantees, each one a case of test/contract/channel-log.ts:
 * - Sequences of an epoch start at 1 and are contiguous; each (epoch, sequence) names one message for ever. [P2]
 * - Drafts of one `append` call, and of successive calls for one channel, are sequenced in call order. [P2]
 * - `onEntry` fires once per entry of a watched channel, in sequence order, before the append that made it settles.
 * - A repeated (subject, id) within the dedupe window is settled with the first position and `duplicate`; with other
 *   content it is refused with ID_CONFLICT. [P4]
 * - Every call settles exactly once, within the backend's own deadline. Nothing returns a promise: the memory backend
 *   calls back before returning, so the hot path never yields.
 * - `read` never returns an expired or trimmed entry, and names what is retained so that callers can announce gaps.
 */
import type { ChannelAddress } from '../protocol/address.js';
import type { wire } from '../protocol/codec.js';
import type { AppendDraft, LogEntry } from '../protocol/entry.js';
import type { ChannelHead, ReadPage, ReadRequest } from '../protocol/log-shapes.js';
import type { Rejection } from '../protocol/rejection.js';

export type AppendOutcome =
  | {
      readonly status: 'accepted';
      readonly sequence: number;
      readonly epoch: number;
      readonly timestampMs: number;
      readonly durability: wire.Durability;
      readonly duplicate: boolean;
    }
  | { readonly status: 'rejected'; readonly rejection: Rejection }
  /** Nobody knows whether it was stored; the same id may be appended again. */
  | { readonly status: 'unknown' };

export interface ChannelSummary {
  readonly address: ChannelAddress;
  readonly epoch: number;
  readonly sequence: number;
}

/** A setting that bounds how many channels there are. */
export type ChannelLimit = 'limits.channels_per_tenant_max' | 'limits.channels_max';

export interface CreateResult {
  /** False when it existed, or could not be made. */
  readonly created: boolean;
  /** 0 when it could not be made. */
  readonly epoch: number;
  /** What forbids it; without it the log is closing. */
  readonly limit?: ChannelLimit;
}

export interface LogStats {
  readonly channels: number;
  readonly entries: number;
  readonly bytes: number;
  readonly dedupeIds: number;
}

export interface ChannelLog {
  /** What an accepted draft of a retained channel gets, at best. */
  readonly durability: wire.Durability;
  /**
   * Settles each draft once. A draft for a channel that does not exist creates it where `mayCreate` says so (within
   * the backend's limits of channels: else LIMIT_EXCEEDED, its field the limit), and is refused with NOT_FOUND where
   * not.
   */
  append(batch: readonly AppendDraft[], onSettled: (draft: AppendDraft, outcome: AppendOutcome) => void): void;
  read(request: ReadRequest, onPage: (page: ReadPage) => void): void;
  /** Position, retained range and epoch chain. */
  head(address: ChannelAddress, onHead: (head: ChannelHead) => void): void;
  create(address: ChannelAddress, onDone: (result: CreateResult) => void): void;
  /** Drops the channel and its history; its next life gets a new epoch. */
  remove(address: ChannelAddress, onDone: (result: { removed: boolean }) => void): void;
  /** Whether `epoch` was the epoch of a life of this channel that `remove` ended, as far as that is remembered. */
  wasRemoved(address: ChannelAddress, epoch: number): boolean;
  /** Channels of a tenant (of one room, if given) in the order of their keys, after `afterKey`. */
  list(
    query: { tenant: string; room?: string; afterKey?: string; countMax: number },
    onPage: (page: { channels: readonly ChannelSummary[]; more: boolean }) => void,
  ): void;
  /** Number of channels a tenant has; for limits. */
  channelCount(tenant: string): number;
  /** From now on (until unwatch) `onEntry` hears of this channel. Counted: as many unwatches as watches end it. */
  watch(address: ChannelAddress): void;
  unwatch(address: ChannelAddress): void;
  /** The same for every channel of a room, those that do not exist yet included. An entry is still heard once. */
  watchRoom(room: { tenant: string; room: string }): void;
  unwatchRoom(room: { tenant: string; room: string }): void;
  /** Set once, by the server. */
  onEntry: (entry: LogEntry) => void;
  stats(): LogStats;
  /** Settles what is in flight; later appends are rejected with SHUTTING_DOWN. [P10] */
  close(onClosed: () => void): void;
}
