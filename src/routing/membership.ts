/**
 * Who holds what: a connection, its subscriptions as it named them, and the channels these make it a member of. A
 * connection that never joined has no Client.
 */
import type { ChannelPattern } from '../protocol/address.js';
import type { FanOut } from './fan-out.js';
import type { Replay } from './replay.js';
import type { Subscriber } from './subscriber.js';

export class Client {
  /** By room and channel text. */
  readonly subscriptions = new Map<string, Subscription>();
  /** By channel key. */
  readonly memberships = new Map<string, Membership>();

  constructor(readonly subscriber: Subscriber) {}
}

export interface Subscription {
  readonly client: Client;
  readonly room: string;
  readonly channelText: string;
  readonly pattern: ChannelPattern;
  /** Empty for a plain subscription. */
  readonly group: string;
  responder: boolean;
  /** `joining` until the join was answered; `ended` for ever after leave. */
  state: 'joining' | 'active' | 'ended';
}

/** One connection in one channel, whatever the number of its subscriptions that match: it is delivered to once. [P1] */
export class Membership {
  exact: Subscription | null = null;
  /** Wildcard subscriptions that match the channel. */
  wildcards = 0;
  /** Place among the live members; -1 when it is not one (replaying, or in a group). */
  index = -1;
  replay: Replay | null = null;

  constructor(
    readonly client: Client,
    readonly fanOut: FanOut,
  ) {}

  get subscriber(): Subscriber {
    return this.client.subscriber;
  }
}

export function subscriptionKey(room: string, channelText: string): string {
  return `${room}/${channelText}`;
}
