/**
 * Keeps what subscription.ts promises: takes each message once and in order, notices holes, parks when the consumer
 * falls behind, and hands over messages and gaps in one order. The hub (subscription-hub.ts) speaks with the server.
 */
import type { ChannelPattern } from '../protocol/address.js';
import { ChannelTracker } from './channel-tracker.js';
import { DeliveryQueue } from './delivery-queue.js';
import { Emitter } from './emitter.js';
import type { Message } from './message.js';
import type { Position } from './options.js';
import { RepeatFilter } from './repeat-filter.js';
import type { Gap, JoinedChannel, PresenceChange } from './results.js';
import type { Subscription, SubscriptionEvents } from './subscription.js';

export interface SubscriptionSettings {
  readonly room: string;
  readonly channel: string;
  readonly pattern: ChannelPattern;
  readonly group: string;
  readonly responder: boolean;
  /** Takes requests and nothing else. */
  readonly requestsOnly: boolean;
  readonly echo: boolean;
  readonly bufferMessagesMax: number;
}

/** What a subscription needs of the hub. */
export interface SubscriptionPort {
  leave(subscription: SubscriptionCore): Promise<void>;
  park(subscription: SubscriptionCore): void;
  /** Join again from the last positions. */
  rejoin(subscription: SubscriptionCore): void;
  isOwn(clientId: string): boolean;
  report(error: unknown): void;
}

/** In the order of arrival; an item without message and gap only moves the position (a suppressed echo). */
interface Item {
  readonly channel: string;
  /** Null: the channel has no position any more. */
  readonly position: Position | null;
  readonly message?: Message;
  readonly gap?: Gap;
}

const GAPS_MAX = 100;
const REPEATS_MAX = 2_000;

export class SubscriptionCore implements Subscription {
  readonly settings: SubscriptionSettings;
  readonly tracker = new ChannelTracker();
  readonly positions = new Map<string, Position>();
  readonly gaps: Gap[] = [];
  joined: readonly JoinedChannel[] = [];
  /** The first join listed every channel the pattern matched: one that is new to us was born later. */
  listedAll = true;
  readonly #port: SubscriptionPort;
  readonly #events: Emitter<SubscriptionEvents>;
  readonly #queue: DeliveryQueue<Item>;
  readonly #repeats = new RepeatFilter(REPEATS_MAX);
  /** Channels being read again after a hole. */
  readonly #resyncing = new Set<string>();
  /** Where each channel stood when it was last read again: the same place twice means that nobody has the rest. */
  readonly #resyncedAt = new Map<string, number>();
  #error: Error | null = null;
  #parked = false;

  constructor(settings: SubscriptionSettings, port: SubscriptionPort) {
    this.settings = settings;
    this.#port = port;
    this.#events = new Emitter((error) => port.report(error));
    this.#queue = new DeliveryQueue(settings.bufferMessagesMax, () => this.#unpark());
  }

  get room(): string {
    return this.settings.room;
  }

  get channel(): string {
    return this.settings.channel;
  }

  get parked(): boolean {
    return this.#parked;
  }

  get ended(): boolean {
    return this.#queue.ended;
  }

  /** Whether positions mean something: members of a group share what comes, so nobody's sequence is whole. */
  get tracksPositions(): boolean {
    return this.settings.group === '' && !this.settings.requestsOnly;
  }

  on<K extends keyof SubscriptionEvents>(event: K, fn: SubscriptionEvents[K]): () => void {
    const off = this.#events.on(event, fn);
    if (event === 'message') this.#queue.pumpTo((item) => this.#push(item));
    return () => {
      off();
      if (event === 'message' && !this.#events.has('message')) this.#queue.stopPump();
    };
  }

  leave(): Promise<void> {
    if (this.ended) return Promise.resolve();
    this.end(null);
    return this.#port.leave(this);
  }

  [Symbol.asyncIterator](): AsyncIterator<Message, undefined> {
    return { next: () => this.#next() };
  }

  /** No more messages; iterating throws `error` after what is buffered. */
  end(error: Error | null): void {
    if (this.ended) return;
    this.#error = error;
    this.#queue.end();
  }

  /** A message of a matching channel. */
  receive(message: Message): void {
    if (this.#parked || this.ended) return;
    const { channel, epoch, sequence } = message;
    if (sequence === 0 || !this.tracksPositions) {
      this.#put({ channel, position: this.positions.get(channel) ?? null, message });
      return;
    }
    // The server lists every channel there is at the join, so one that appears later appears with its first message.
    if (this.listedAll && this.tracker.position(channel) === null) {
      this.tracker.expectAfter(channel, { epoch: 0, sequence: 0 });
    }
    const verdict = this.tracker.judge(channel, epoch, sequence);
    if (verdict === 'repeat') return;
    if (verdict === 'hole' && this.#waitForResync(channel, epoch, sequence)) return;
    if (verdict === 'other_epoch' && !this.putGap({ channel, epoch, reason: 'epoch_changed', from: 0, to: 0 })) return;
    const dropped = this.#repeats.isRepeat(message) || (!this.settings.echo && this.#port.isOwn(message.sender));
    if (!this.#put({ channel, position: { epoch, sequence }, ...(!dropped && { message }) })) return;
    this.tracker.advance(channel, epoch, sequence);
  }

  /** A gap the server announced. */
  receiveGap(gap: Omit<Gap, 'room'>): void {
    if (this.#parked || this.ended || !this.tracksPositions) return;
    const { channel, epoch, reason } = gap;
    if (reason === 'channel_deleted') this.tracker.forget(channel);
    else if (reason === 'epoch_changed') this.tracker.expectBetween(channel, { epoch, sequence: 0 }, Infinity);
    else if (!this.tracker.skip(channel, epoch, gap.to)) return;
    this.putGap(gap);
  }

  receivePresence(change: PresenceChange): void {
    if (!this.ended) this.#events.emit('presence', change);
  }

  /** Puts a gap into the order of messages. False if the buffer was full: the subscription is parked. */
  putGap(gap: Omit<Gap, 'room'>): boolean {
    const { channel, epoch, reason, to } = gap;
    const position = reason === 'channel_deleted' ? null : { epoch, sequence: to };
    return this.#put({ channel, position, gap: { room: this.room, ...gap } });
  }

  /** The rest of the channel was asked for again and follows. */
  resynced(channel: string): void {
    this.#resyncing.delete(channel);
  }

  /** A new attempt to continue begins: whatever was being read again is part of it. */
  restart(): void {
    this.#resyncing.clear();
  }

  announceRecovered(channels: readonly JoinedChannel[]): void {
    this.#events.emit('recovered', channels);
  }

  /** True while messages behind a hole must wait for the channel to be read again. */
  #waitForResync(channel: string, epoch: number, sequence: number): boolean {
    if (this.#resyncing.has(channel)) return true;
    const at = this.tracker.position(channel)?.sequence ?? 0;
    if (this.#resyncedAt.get(channel) !== at) {
      this.#resyncedAt.set(channel, at);
      this.#resyncing.add(channel);
      this.#events.emit('resync', channel);
      this.#port.rejoin(this);
      return true;
    }
    return !this.putGap({ channel, epoch, reason: 'not_recoverable', from: at + 1, to: sequence - 1 });
  }

  #put(item: Item): boolean {
    if (this.#queue.push(item)) return true;
    this.#parked = true;
    this.#port.park(this);
    return false;
  }

  #unpark(): void {
    if (this.ended) return;
    this.#parked = false;
    this.#port.rejoin(this);
  }

  /** Moves the position and tells of gaps; answers the message, if the item is one. */
  #handOver(item: Item): Message | undefined {
    if (item.position === null) this.positions.delete(item.channel);
    else this.positions.set(item.channel, item.position);
    if (item.gap !== undefined) {
      this.gaps.push(item.gap);
      if (this.gaps.length > GAPS_MAX) this.gaps.shift();
      this.#events.emit('gap', item.gap);
    }
    return item.message;
  }

  #push(item: Item): Promise<void> | undefined {
    const message = this.#handOver(item);
    return message === undefined ? undefined : this.#events.emitAndWait('message', message);
  }

  async #next(): Promise<IteratorResult<Message, undefined>> {
    for (;;) {
      const item = this.#queue.shift();
      if (item !== undefined) {
        const message = this.#handOver(item);
        if (message !== undefined) return { done: false, value: message };
      } else if (this.ended) {
        if (this.#error !== null) throw this.#error;
        return { done: true, value: undefined };
      } else {
        await this.#queue.changed();
      }
    }
  }
}
