/**
 * The embedded log: a ring per channel in this process's memory. It calls back before returning, so the way of a
 * message never yields. What it keeps is bounded by each room's retention and by one budget for all channels; it
 * promises durability MEMORY and forgets everything when the process ends. [S-LOG-1..4]
 *
 * Over the budget the channels that have been quiet longest lose their oldest entries first, those of the tenant that
 * holds most beyond its share. That approximates "oldest first" without an order over all entries, and a busy channel
 * cannot push out its own newest. [T-TEN-2]
 */
import type { Clock } from '../../base/clock.js';
import { randomEpoch } from '../../base/ids.js';
import { SharedBudget } from '../../base/shared-budget.js';
import type { ChannelAddress } from '../../protocol/address.js';
import { wire } from '../../protocol/codec.js';
import type { AppendDraft, LogEntry } from '../../protocol/entry.js';
import type { ChannelHead, ReadPage, ReadRequest } from '../../protocol/log-shapes.js';
import { rejection, type Rejection } from '../../protocol/rejection.js';
import type {
  AppendOutcome,
  ChannelLimit,
  ChannelLog,
  ChannelSummary,
  CreateResult,
  LogStats,
} from '../channel-log.js';
import { Appender } from './appender.js';
import { ChannelDirectory, type ChannelBounds } from './channel-directory.js';
import { ChannelState } from './channel-state.js';
import { DedupeWindow } from './dedupe-window.js';
import { readRing } from './read-ring.js';
import { RetainedBudget } from './retained-budget.js';
import { SWEEP_INTERVAL_MS, Sweeper } from './sweeper.js';
import { Tombstones } from './tombstones.js';
import { WatchBoard } from './watch-board.js';

/** `shares` divides memory as it divides channels. */
export interface MemoryChannelLogOptions extends ChannelBounds {
  readonly clock: Clock;
  /** How long a message id is remembered, at least. */
  readonly dedupeWindowMs: number;
  readonly dedupeIdsPerSubjectMax: number;
  /** Memory of entries and ids together (an estimate that counts their overhead); ids take at most half of it. */
  readonly memoryBytesMax: number;
  /** Whether history keeps what inspection said of a message; live entries carry it in any case. */
  readonly persistCasil: boolean;
}

/** The contract's operations and what only this backend can say. */
export interface MemoryChannelLog extends ChannelLog {
  /** Told of each channel that came to be, by a command or by its first publish. Set once, by the server. */
  onCreated: (address: ChannelAddress) => void;
  /** Told of each channel that was reclaimed. Set once, by the server. */
  onReclaimed: (address: ChannelAddress) => void;
}

const NO_CHANNEL: ChannelHead = {
  epoch: 0,
  sequence: 0,
  firstSequence: 1,
  chain: [],
  retainedCount: 0,
  retainedBytes: 0,
};

export function createMemoryChannelLog(options: MemoryChannelLogOptions): MemoryChannelLog {
  return new Log(options);
}

class Log implements MemoryChannelLog {
  readonly durability = wire.Durability.MEMORY;
  onEntry: (entry: LogEntry) => void = () => undefined;
  onCreated: (address: ChannelAddress) => void = () => undefined;
  onReclaimed: (address: ChannelAddress) => void = () => undefined;

  readonly #clock: Clock;
  readonly #channels: ChannelDirectory;
  readonly #watches = new WatchBoard();
  readonly #tombstones = new Tombstones();
  readonly #dedupe: DedupeWindow;
  readonly #budget: RetainedBudget;
  readonly #sweeper: Sweeper;
  readonly #appender: Appender;
  #lastAppended: ChannelState | null = null;
  #closed = false;

  constructor(options: MemoryChannelLogOptions) {
    this.#clock = options.clock;
    this.#channels = new ChannelDirectory(options);
    // The sweeper's clock is coarse: one interval more keeps the promise of a whole window.
    const dedupeWindowMs = options.dedupeWindowMs + SWEEP_INTERVAL_MS;
    const halfBytes = Math.floor(options.memoryBytesMax / 2);
    // Ids never take more than their half, so the other one is what can be promised to history.
    const { share: tenantShare } = new SharedBudget(halfBytes, options.shares);
    this.#dedupe = new DedupeWindow({
      windowMs: dedupeWindowMs,
      idsPerSubjectMax: options.dedupeIdsPerSubjectMax,
      bytesMax: halfBytes,
      tenantShare,
    });
    this.#budget = new RetainedBudget(options.memoryBytesMax, this.#dedupe, tenantShare);
    this.#sweeper = new Sweeper({
      clock: options.clock,
      channels: this.#channels,
      dedupe: this.#dedupe,
      budget: this.#budget,
      dedupeWindowMs,
      reclaim: (channel) => {
        this.#end(channel);
        this.onReclaimed(channel.address);
      },
    });
    this.#appender = new Appender(this.#dedupe, this.#budget, this.#sweeper, { persistCasil: options.persistCasil });
  }

  append(batch: readonly AppendDraft[], onSettled: (draft: AppendDraft, outcome: AppendOutcome) => void): void {
    const nowMs = this.#clock.nowMs();
    for (const draft of batch) {
      const channel = this.#closed ? 'SHUTTING_DOWN' : this.#channelFor(draft);
      if (typeof channel === 'object') {
        const outcome = this.#appender.append(channel, draft, nowMs);
        const { entry } = this.#appender;
        if (entry !== null && channel.watched) this.onEntry(entry);
        onSettled(draft, outcome);
      } else {
        onSettled(draft, { status: 'rejected', rejection: refusalOf(channel) });
      }
    }
  }

  read(request: ReadRequest, onPage: (page: ReadPage) => void): void {
    const channel = this.#channels.get(request.address.key);
    if (channel === undefined) {
      onPage({ entries: [], more: false, head: NO_CHANNEL });
      return;
    }
    const nowMs = this.#timeOf(channel);
    const head = this.#headOf(channel, nowMs);
    onPage(readRing(channel.ring, head, request, nowMs));
  }

  head(address: ChannelAddress, onHead: (head: ChannelHead) => void): void {
    const channel = this.#channels.get(address.key);
    onHead(channel === undefined ? NO_CHANNEL : this.#headOf(channel, this.#timeOf(channel)));
  }

  create(address: ChannelAddress, onDone: (result: CreateResult) => void): void {
    const existing = this.#channels.get(address.key);
    if (existing !== undefined) {
      return onDone({ created: false, epoch: existing.epoch });
    }
    if (this.#closed) return onDone({ created: false, epoch: 0 });
    const limit = this.#channels.limitOf(address.tenant);
    if (limit !== null) return onDone({ created: false, epoch: 0, limit });
    onDone({ created: true, epoch: this.#begin(address).epoch });
  }

  remove(address: ChannelAddress, onDone: (result: { removed: boolean }) => void): void {
    const channel = this.#channels.get(address.key);
    if (channel !== undefined) {
      this.#tombstones.add(address, channel.epoch);
      this.#end(channel);
    }
    onDone({ removed: channel !== undefined });
  }

  wasRemoved(address: ChannelAddress, epoch: number): boolean {
    return this.#tombstones.has(address, epoch);
  }

  list(
    query: { tenant: string; room?: string; afterKey?: string; countMax: number },
    onPage: (page: { channels: readonly ChannelSummary[]; more: boolean }) => void,
  ): void {
    const prefix = query.room === undefined ? `${query.tenant}/` : `${query.tenant}/${query.room}/`;
    const { tenant, afterKey = '', countMax } = query;
    const { channels, more } = this.#channels.page({ tenant, prefix, afterKey, countMax });
    onPage({ channels: channels.map(({ address, epoch, sequence }) => ({ address, epoch, sequence })), more });
  }

  channelCount(tenant: string): number {
    return this.#channels.countOf(tenant);
  }

  watch(address: ChannelAddress): void {
    this.#setWatchers(address, this.#watches.watch(address));
  }

  unwatch(address: ChannelAddress): void {
    this.#setWatchers(address, this.#watches.unwatch(address));
  }

  watchRoom(room: { tenant: string; room: string }): void {
    this.#watches.watchRoom(room);
  }

  unwatchRoom(room: { tenant: string; room: string }): void {
    this.#watches.unwatchRoom(room);
  }

  stats(): LogStats {
    const { entries, frameBytes } = this.#budget;
    return { channels: this.#channels.size, entries, bytes: frameBytes, dedupeIds: this.#dedupe.count };
  }

  close(onClosed: () => void): void {
    // Nothing is ever in flight: appends settle before they return. [P10]
    this.#closed = true;
    this.#sweeper.stop();
    onClosed();
  }

  #channelFor(draft: AppendDraft): ChannelState | 'NOT_FOUND' | ChannelLimit {
    const { address } = draft;
    // A connection's messages to one channel carry the same address object.
    const last = this.#lastAppended;
    if (last !== null && last.address === address) return last;
    let channel = this.#channels.get(address.key);
    if (channel === undefined) {
      if (!draft.mayCreate) return 'NOT_FOUND';
      const limit = this.#channels.limitOf(address.tenant);
      if (limit !== null) return limit;
      channel = this.#begin(address);
    }
    this.#lastAppended = channel;
    return channel;
  }

  #begin(address: ChannelAddress): ChannelState {
    let epoch = randomEpoch();
    while (this.#tombstones.has(address, epoch)) epoch = randomEpoch();
    const tenant = this.#channels.stateOf(address.tenant);
    const channel = new ChannelState(address, tenant, epoch, this.#watches.enterRoom(address), this.#sweeper.arm());
    channel.watchers = this.#watches.watchersOf(address);
    this.#channels.add(channel);
    this.onCreated(address);
    return channel;
  }

  #end(channel: ChannelState): void {
    this.#budget.clear(channel);
    this.#dedupe.forgetAll(channel.subjects);
    this.#channels.delete(channel);
    this.#watches.leaveRoom(channel.room);
    if (this.#lastAppended === channel) this.#lastAppended = null;
  }

  #setWatchers(address: ChannelAddress, watchers: number): void {
    const channel = this.#channels.get(address.key);
    if (channel !== undefined) channel.watchers = watchers;
  }

  /** A channel's time never goes back, so what expired stays expired. */
  #timeOf(channel: ChannelState): number {
    return Math.max(this.#clock.nowMs(), channel.lastTimestampMs);
  }

  #headOf(channel: ChannelState, nowMs: number): ChannelHead {
    this.#budget.trim(channel, nowMs);
    const { epoch, sequence, firstSequence, ring } = channel;
    const chain = [{ epoch, firstSequence: 1 }];
    return { epoch, sequence, firstSequence, chain, retainedCount: ring.count, retainedBytes: ring.bytes };
  }
}

function refusalOf(why: 'SHUTTING_DOWN' | 'NOT_FOUND' | ChannelLimit): Rejection {
  return why === 'SHUTTING_DOWN' || why === 'NOT_FOUND' ? rejection(why) : rejection('LIMIT_EXCEEDED', why);
}
