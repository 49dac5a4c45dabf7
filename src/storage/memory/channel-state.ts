/** What the memory log holds of one channel's life, and of the tenant it belongs to. */
import type { ChannelAddress } from '../../protocol/address.js';
import type { Retention } from '../../protocol/entry.js';
import { EntryRing } from './entry-ring.js';
import type { RecencyNode } from './recency-list.js';
import type { SubjectIds } from './subject-ids.js';
import { TenantShare } from './tenant-shares.js';

/** Shared by all channels of a room, so that watching a room is one store. */
export interface RoomWatch {
  readonly key: string;
  watchers: number;
  channels: number;
}

/** Shared by all channels of a tenant; lives as long as it has one. */
export class TenantState {
  /** Keys of its channels, sorted. */
  readonly keys: string[] = [];
  /** Of the budget of history. */
  readonly history = new TenantShare<ChannelState>();
  /** Of the budget of message ids. */
  readonly ids = new TenantShare<SubjectIds>();
}

const NOTHING_YET: Retention = { countMax: 0, bytesMax: 0, ageMaxMs: 0 };

export class ChannelState implements RecencyNode<ChannelState> {
  older: ChannelState | null = null;
  newer: ChannelState | null = null;
  listed = false;

  sequence = 0;
  lastTimestampMs = 0;
  /** By the coarse clock. */
  lastAppendMs: number;
  /** Of the last draft. */
  retention: Retention = NOTHING_YET;
  watchers = 0;
  readonly ring = new EntryRing();
  readonly subjects = new Map<string, SubjectIds>();
  /** The last draft's, to save a look-up; only valid while it is listed. */
  lastIds: SubjectIds | null = null;

  constructor(
    readonly address: ChannelAddress,
    readonly tenant: TenantState,
    readonly epoch: number,
    readonly room: RoomWatch,
    nowMs: number,
  ) {
    this.lastAppendMs = nowMs;
  }

  get watched(): boolean {
    return this.watchers > 0 || this.room.watchers > 0;
  }

  /** Oldest retained sequence; sequence + 1 if none is. */
  get firstSequence(): number {
    return this.sequence - this.ring.count + 1;
  }

  /** The oldest entry has to go to keep count and bytes. */
  get overfull(): boolean {
    return this.ring.count > this.retention.countMax || this.ring.bytes > this.retention.bytesMax;
  }

  /** The oldest entry is past its age. */
  isOverdue(nowMs: number): boolean {
    const oldest = this.ring.oldest();
    return oldest !== undefined && oldest.timestampMs <= nowMs - this.retention.ageMaxMs;
  }
}
