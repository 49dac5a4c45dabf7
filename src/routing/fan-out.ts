/**
 * One channel's live delivery on this node: entries of a tick become one shared batch, and each live member gets a
 * reference to it. Nothing is allocated per member. [P5]
 *
 * It knows the position up to which entries were heard. An entry that does not follow it is never just passed on:
 * repeated ones are dropped, a hole sends every live member back to replaying from where it stands. [P1]
 */
import type { Flushable } from '../base/flush-loop.js';
import type { ChannelAddress } from '../protocol/address.js';
import type { LogEntry, SlowConsumerPolicy } from '../protocol/entry.js';
import type { ChannelHead } from '../protocol/log-shapes.js';
import type { GapNotice } from '../protocol/server-frames.js';
import { appendToEnvelope } from '../protocol/stamp.js';
import { makeBatch, makeGroupBatch } from './batch.js';
import { announceGap } from './gap-notice.js';
import type { Membership } from './membership.js';
import { QueueGroup } from './queue-group.js';
import type { Replay } from './replay.js';
import type { Cursor } from './resolve-recovery.js';
import type { RoutingPorts } from './routing-ports.js';

export class FanOut implements Flushable {
  /** Everyone: live, replaying and grouped. */
  readonly members = new Set<Membership>();
  /** Those whose exact subscription answers requests. */
  readonly responders = new Set<Membership>();
  readonly groups = new Map<string, QueueGroup>();
  /** Joins under way, which keep it alive without members. */
  holds = 0;
  /** Exact subscriptions, each of which counts on the log being watched. */
  watches = 0;
  /** Makes a live member replay from a position; set by the routing table. */
  replayFrom: (member: Membership, cursor: Cursor) => void = () => undefined;

  #epoch = 0;
  #sequence = 0;
  #known = false;
  /** The channel was deleted: members hear of the next life's epoch even where it begins at 1. */
  #epochNoticeDue = false;
  #live: Membership[] = [];
  /** The list a batch is being handed out along; never changed meanwhile. */
  #walked: readonly Membership[] | null = null;
  #waiting: Replay[] = [];
  #pending: LogEntry[] = [];
  #pendingBytes = 0;
  #pendingExpiresAtMs = Infinity;
  #marked = false;
  readonly #slowConsumer: SlowConsumerPolicy;

  constructor(
    readonly address: ChannelAddress,
    readonly ports: RoutingPorts,
  ) {
    this.#slowConsumer = ports.roomPolicy(address.tenant, address.room).slowConsumer;
  }

  get slowConsumer(): SlowConsumerPolicy {
    return this.#slowConsumer;
  }

  /** Up to where entries were heard; null until anything is known. */
  get position(): Cursor | null {
    return this.#known ? { epoch: this.#epoch, sequence: this.#sequence } : null;
  }

  get isIdle(): boolean {
    return this.members.size === 0 && this.holds === 0;
  }

  isAt(cursor: Cursor): boolean {
    return this.#known && this.#sequence === cursor.sequence && this.#epoch === cursor.epoch;
  }

  /** The next entry of the log. */
  push(entry: LogEntry): void {
    if ((entry.sequence !== this.#sequence + 1 || entry.epoch !== this.#epoch) && !this.#reconcile(entry)) return;
    if (this.#waiting.length > 0) this.#wake(entry);
    this.#sequence = entry.sequence;
    if (this.#live.length === 0 && this.groups.size === 0) return;
    const bytes = entry.frameBytes;
    if (this.#pendingBytes + bytes > this.ports.options.batchBytesMax) this.flushNow();
    this.#pending.push(entry);
    this.#pendingBytes += bytes;
    if (entry.expiresAtMs < this.#pendingExpiresAtMs) this.#pendingExpiresAtMs = entry.expiresAtMs;
    if (!this.#marked) {
      this.#marked = true;
      this.ports.flushLoop.markProducer(this);
    }
  }

  /** The flush loop's. */
  flush(): void {
    this.#marked = false;
    this.flushNow();
  }

  /** Hands over what is pending now. */
  flushNow(): void {
    const entries = this.#pending;
    if (entries.length === 0) return;
    const expiresAtMs = this.#pendingExpiresAtMs;
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#pendingExpiresAtMs = Infinity;
    // Time to live is judged here, at fan-out; the clock is only asked where something can expire. [S-LOG-3]
    if (expiresAtMs === Infinity || expiresAtMs > this.ports.clock.nowMs()) this.#send(entries);
    else this.#sendUnexpired(entries, this.ports.clock.nowMs());
  }

  /**
   * Takes over what the log says where nothing else is known, and returns the position a join can answer: the log's
   * or, where entries were heard since it was asked, this one's.
   */
  settleAt(head: ChannelHead): Cursor {
    if (!this.#known && this.members.size === 0) this.#moveTo(head.epoch, head.sequence);
    // Created and still empty: nothing can be between the two.
    if (this.#known && this.#epoch === 0 && head.epoch !== 0 && head.sequence === 0) {
      this.#announceEpoch(head.epoch);
      this.#moveTo(head.epoch, 0);
    }
    const ahead = this.#known && this.#epoch === head.epoch && this.#sequence > head.sequence;
    return { epoch: head.epoch, sequence: ahead ? this.#sequence : head.sequence };
  }

  /** The channel was deleted: what comes next is another life. */
  reset(): void {
    this.#waiting = [];
    this.#moveTo(0, 0);
    this.#epochNoticeDue = true;
  }

  /** Nothing was heard for a while: the position means nothing any more. There are no members then. */
  forget(): void {
    // No entry is of epoch 0, so the next one is looked at.
    this.#moveTo(0, 0);
    this.#known = false;
    this.#waiting = [];
  }

  addLive(member: Membership): void {
    if (member.index >= 0) return;
    this.#ownLive();
    member.index = this.#live.length;
    this.#live.push(member);
  }

  removeLive(member: Membership): void {
    if (member.index < 0) return;
    this.#ownLive();
    const last = this.#live.pop();
    if (last !== undefined && last !== member) {
      this.#live[member.index] = last;
      last.index = member.index;
    }
    member.index = -1;
  }

  joinGroup(member: Membership, name: string): void {
    let group = this.groups.get(name);
    if (group === undefined) {
      group = new QueueGroup(name);
      this.groups.set(name, group);
    }
    group.add(member);
  }

  leaveGroup(member: Membership, name: string): void {
    const group = this.groups.get(name);
    group?.delete(member);
    if (group?.size === 0) this.groups.delete(name);
  }

  /** A replay that is ahead of what was heard here continues when the entry after its cursor comes. */
  wait(replay: Replay): void {
    this.#waiting.push(replay);
  }

  /** A subscriber may be cut while a batch is handed out: the list that is being walked stays as it is. */
  #ownLive(): void {
    if (this.#live === this.#walked) this.#live = this.#live.slice();
  }

  /** Returns whether the entry is to be delivered; afterwards it follows the position. */
  #reconcile(entry: LogEntry): boolean {
    const changed = entry.epoch !== this.#epoch;
    if (!this.#known) {
      this.#moveTo(entry.epoch, entry.sequence - 1);
      return true;
    }
    if (!changed && entry.sequence <= this.#sequence) return false;
    this.flushNow();
    const before = { epoch: this.#epoch, sequence: this.#sequence };
    const follows = entry.sequence === this.#sequence + 1 || (changed && entry.sequence === 1);
    // Where there is a hole, each member's replay announces the change of epoch when it gets there.
    if (changed && (follows || before.epoch === 0)) this.#announceEpoch(entry.epoch);
    this.#moveTo(entry.epoch, entry.sequence - 1);
    if (!follows) for (const member of this.#live.slice()) this.replayFrom(member, before);
    return true;
  }

  /** Members that know no epoch yet have nothing to be told. */
  #announceEpoch(epoch: number): void {
    if (this.#epoch === 0 && !this.#epochNoticeDue) return;
    this.#epochNoticeDue = false;
    this.#announce({ from: 0, to: 0, reason: 'EPOCH_CHANGED', epoch });
  }

  #moveTo(epoch: number, sequence: number): void {
    this.#known = true;
    this.#epoch = epoch;
    this.#sequence = sequence;
  }

  /** Called before `entry` is pending, with the position right before it. */
  #wake(entry: LogEntry): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const replay of waiting) {
      if (replay.ended) continue;
      if (replay.cursor.epoch === entry.epoch && replay.cursor.sequence >= entry.sequence) this.#waiting.push(replay);
      else replay.resume();
    }
  }

  #sendUnexpired(entries: readonly LogEntry[], nowMs: number): void {
    let start = 0;
    while (start < entries.length) {
      const isExpired = (entries[start] as LogEntry).expiresAtMs <= nowMs;
      let end = start + 1;
      while (end < entries.length && (entries[end] as LogEntry).expiresAtMs <= nowMs === isExpired) end += 1;
      if (isExpired) {
        const { epoch, sequence } = entries[start] as LogEntry;
        this.#announce({ from: sequence, to: sequence + end - start - 1, reason: 'EXPIRED', epoch });
      } else {
        this.#send(entries.slice(start, end));
      }
      start = end;
    }
  }

  #send(entries: readonly LogEntry[]): void {
    const live = this.#live;
    if (live.length > 0) {
      const batch = makeBatch(entries, this.#slowConsumer);
      this.#walked = live;
      for (let index = 0; index < live.length; index += 1) (live[index] as Membership).subscriber.enqueueBatch(batch);
      this.#walked = null;
    }
    if (this.groups.size > 0) for (const entry of entries) this.#sendToGroups(entry);
  }

  #sendToGroups(entry: LogEntry): void {
    for (const group of this.groups.values()) {
      const member = group.pick();
      if (member === null) continue;
      const frame = appendToEnvelope(entry.frame, group.stamp);
      member.subscriber.enqueueBatch(makeGroupBatch(entry, frame, this.#slowConsumer));
    }
  }

  #announce(gap: GapNotice): void {
    announceGap(this.ports.telemetry, this.address, gap, this.#live.slice());
  }
}
