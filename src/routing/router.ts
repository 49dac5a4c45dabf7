/**
 * Who gets what: subscriptions, fan-out, replay, groups, responders and direct delivery on this node.
 *
 * Guarantees, cited by tests:
 * - An entry reaches each subscribed connection once, whatever number of its subscriptions match. [P1]
 * - Replay and live delivery meet at a sequence boundary: nothing missing, nothing twice. [P1]
 * - Every hole that cannot be filled is announced by a Gap before the next message of the channel. [P1]
 * - Nothing of a channel follows the reply to its leave.
 */
import type { ChannelPattern, ChannelAddress } from '../protocol/address.js';
import type { LogEntry } from '../protocol/entry.js';
import type { Rejection } from '../protocol/rejection.js';
import type { Subscriber } from './subscriber.js';

export interface JoinRequest {
  readonly subscriber: Subscriber;
  readonly room: string;
  /** As written; identifies the subscription in leave. */
  readonly channelText: string;
  readonly pattern: ChannelPattern;
  /** Last positions the client has; empty if it asks for none. At most one for an exact channel. */
  readonly recover: readonly { channel: string; epoch: number; sequence: number }[];
  /** Replay the last N first; 0 for none. */
  readonly rewind: number;
  /** Queue group; empty for a plain subscription. */
  readonly group: string;
  readonly responder: boolean;
}

export type RecoverFailureName = 'TAIL_LOST' | 'RECOVER_TRIMMED' | 'EPOCH_FORK' | 'DELETED';

export interface JoinedChannel {
  readonly channel: string;
  /** 0 where the channel does not exist yet. */
  readonly epoch: number;
  readonly sequence: number;
  readonly recovered: boolean;
  readonly failure: RecoverFailureName | null;
}

export type JoinOutcome =
  | { readonly ok: true; readonly channels: readonly JoinedChannel[]; readonly truncated: boolean }
  | { readonly ok: false; readonly rejection: Rejection };

/** A subscription as its connection named it. */
export interface HeldSubscription {
  readonly room: string;
  readonly channelText: string;
  readonly group: string;
  readonly responder: boolean;
  /** Whether the past of one of its channels is being read for it. */
  readonly replaying: boolean;
}

/** A local connection began or ended being a member of a channel, by whatever subscription. */
export interface MembershipChange {
  readonly address: ChannelAddress;
  readonly clientId: string;
  readonly joined: boolean;
}

export interface Router {
  /** Makes a connection known: from now on it can be a target and can join. */
  addClient(subscriber: Subscriber): void;
  /** Ends all its subscriptions and forgets it. */
  removeClient(subscriber: Subscriber): void;
  /** A local client of the tenant; null when there is none. */
  findClient(tenant: string, clientId: string): Subscriber | null;
  /**
   * `onJoined` is called once; what it queues on the subscriber precedes everything of the channel. Replay and live
   * messages follow. Joining the same text again with the same group updates `responder` and replays as asked.
   */
  join(request: JoinRequest, onJoined: (outcome: JoinOutcome) => void): void;
  /** Queues what the channel has pending first, so that nothing of it can follow. NOT_JOINED when there is none. */
  leave(subscriber: Subscriber, room: string, channelText: string): Rejection | null;
  /** What the connection holds now, joins under way included. */
  subscriptionsOf(subscriber: Subscriber): readonly HeldSubscription[];
  /** The connection stays in the channel, and is asked no more. */
  endResponder(subscriber: Subscriber, room: string, channelText: string): void;
  /** Subscriptions (not channels) of a connection; for limits. */
  subscriptionCount(subscriber: Subscriber): number;
  /** Whether the connection holds the subscription of this text: joining it again takes no room under the limit. */
  isSubscribed(subscriber: Subscriber, room: string, channelText: string): boolean;
  /** The log's onEntry. */
  deliver(entry: LogEntry): void;
  /** Queues a frame (a stamped REQUEST) to every plain responder and one of each group; says how many got it. */
  deliverRequest(address: ChannelAddress, frame: Uint8Array, exceptClientId: string): { delivered: number };
  /** Announces to members that the channel was deleted. */
  channelRemoved(address: ChannelAddress): void;
  /** Queues a frame (a presence event) to every member of a channel. */
  announce(address: ChannelAddress, frame: Uint8Array): void;
  /** Turns everything pending of the channel into batches now: before a reply that must follow it. */
  flushChannel(address: ChannelAddress): void;
  memberCount(address: ChannelAddress): number;
  /** Set once, by the server; called synchronously. */
  onMembership: (change: MembershipChange) => void;
  /** `clients` are the connections made known by addClient. */
  stats(): {
    readonly clients: number;
    readonly channels: number;
    readonly subscriptions: number;
    readonly replaying: number;
  };
}
