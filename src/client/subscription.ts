/** A subscription as programs see it; subscription-core.ts keeps its promises. */
import type { Message } from './message.js';
import type { Position } from './options.js';
import type { Gap, JoinedChannel, PresenceChange } from './results.js';

export interface SubscriptionEvents {
  message: (message: Message) => void | Promise<void>;
  /** In the order of the messages: what came before the gap was handed over before it. */
  gap: (gap: Gap) => void;
  /** The subscription continued after a lost connection or a pause; says how that went per channel. */
  recovered: (channels: readonly JoinedChannel[]) => void;
  /** A hole without a notice was seen; the channel is being read again from the last position. */
  resync: (channel: string) => void;
  presence: (change: PresenceChange) => void;
}

/**
 * Iterating yields messages only, each one once, in order per channel; gaps are told by `on('gap')` at their place in
 * that order and kept in `gaps`.
 *
 * The buffer between the connection and a slow consumer is bounded. When it is full the subscription is parked: it
 * leaves the channel on the server, and joins again from where it stood once half of the buffer is free. Nothing is
 * dropped in silence; what retention lost meanwhile is a gap. A subscription that nobody reads ends up parked.
 */
export interface Subscription extends AsyncIterable<Message, undefined> {
  readonly room: string;
  /** Channel or pattern, as joined. */
  readonly channel: string;
  /** Where the channels stood at the join. */
  readonly joined: readonly JoinedChannel[];
  /** Per channel the last message that was handed over: pass it as `recover` to continue later. Changes in place. */
  readonly positions: ReadonlyMap<string, Position>;
  /** The latest gaps, at most 100. */
  readonly gaps: readonly Gap[];
  /** Waiting for the consumer to catch up. */
  readonly parked: boolean;
  /** Calls `fn` for every such event; the result ends that. A `message` listener takes the iterator's place. */
  on<K extends keyof SubscriptionEvents>(event: K, fn: SubscriptionEvents[K]): () => void;
  /** Ends the subscription: what is buffered can still be iterated, nothing new comes. */
  leave(): Promise<void>;
}
