/**
 * All subscriptions of a client: asks the server for what they need, gives each what is for it, and lets all of them
 * continue after a lost connection, a pause or a hole.
 *
 * Subscriptions to the same text (`room:channel`, `room:*`) share one subscription of the server: an Interest.
 */
import { matchesChannel } from '../protocol/address.js';
import {
  MessageType,
  type Envelope,
  type Gap as WireGap,
  type JoinResult,
} from '../protocol/generated/compact-schema.js';
import { BusError, ConnectionError } from './errors.js';
import type { Message } from './message.js';
import type { Position } from './options.js';
import { present } from './present.js';
import { applyFirstJoin, applyPlainRejoin, applyRejoin, inParts, recoverPositions, toJoinedChannel } from './rejoin.js';
import type { ChannelPosition } from './rejoin.js';
import { toMember, type GapReason } from './results.js';
import { SubscriptionCore, type SubscriptionPort, type SubscriptionSettings } from './subscription-core.js';

export interface JoinCall {
  readonly room: string;
  readonly channel: string;
  readonly recover: readonly ChannelPosition[];
  readonly rewind: number;
  readonly group: string;
  readonly responder: boolean;
  /** Goes out again by itself after a lost connection. */
  readonly repeatable: boolean;
  readonly timeoutMs: number;
}

/** What the hub needs of the client. */
export interface HubPort {
  /** `onResult` runs in the order of the server's envelopes, before anything that follows the reply. */
  join(call: JoinCall, onResult: (result: JoinResult) => void): Promise<void>;
  leave(room: string, channel: string): Promise<void>;
  isOwn(clientId: string): boolean;
  /** Something nobody waits for. */
  report(error: unknown): void;
  /** A listener of the user's threw. */
  reportHandler(error: unknown): void;
  /** Runs `fn` after a pause. */
  later(delayMs: number, fn: () => void): void;
  readonly timeoutMs: number;
  /** Bytes that a join may take on the wire. */
  joinBytesMax(): number;
}

interface Interest {
  readonly key: string;
  readonly room: string;
  readonly channel: string;
  readonly group: string;
  readonly members: Set<SubscriptionCore>;
}

export interface FirstJoin {
  readonly recover: ReadonlyMap<string, Position>;
  readonly rewind: number;
  readonly timeoutMs: number;
}

/** Addresses whose receivers are remembered. */
const ROUTES_MAX = 10_000;
const RETRY_PAUSE_MS = 1_000;

export class SubscriptionHub implements SubscriptionPort {
  readonly #port: HubPort;
  readonly #interests = new Map<string, Interest>();
  /** Who receives what comes for `room:channel`; made on demand, forgotten when subscriptions change. */
  readonly #routes = new Map<string, readonly SubscriptionCore[]>();
  /** First joins under way, per text: a leave sent after one of them would end it too. */
  readonly #joining = new Map<string, number>();

  constructor(port: HubPort) {
    this.#port = port;
  }

  /** `onMessage` is in place before the first message: nothing waits in the buffer for it. */
  async join(
    settings: SubscriptionSettings,
    first: FirstJoin,
    onMessage?: (message: Message) => unknown,
  ): Promise<SubscriptionCore> {
    const { room, channel, group } = settings;
    const key = `${room}:${channel}`;
    const other = this.#interests.get(key);
    if (other !== undefined && other.group !== group) {
      throw new BusError('GROUP_CONFLICT', `${key} is joined with another group; leave it first`, { field: 'group' });
    }
    const subscription = new SubscriptionCore(settings, this);
    if (onMessage !== undefined)
      subscription.on('message', (message) => onMessage(message) as Promise<void> | undefined);
    const recover = [...first.recover].map(([name, position]) => ({ channel: name, ...position }));
    const responder = settings.responder || this.#hasResponder(key);
    const call = { room, channel, recover, group, responder, repeatable: true };
    this.#joining.set(key, (this.#joining.get(key) ?? 0) + 1);
    try {
      await this.#port.join({ ...call, rewind: first.rewind, timeoutMs: first.timeoutMs }, (result) => {
        this.#add(key, subscription);
        const born = applyFirstJoin(subscription, result, first);
        const interest = this.#interestOf(subscription);
        if (born.length > 0 && interest !== undefined) this.#rejoinFrom(interest, [subscription], born);
      });
    } finally {
      this.#joining.set(key, (this.#joining.get(key) ?? 1) - 1);
      if (this.#joining.get(key) === 0) this.#joining.delete(key);
    }
    return subscription;
  }

  async leave(subscription: SubscriptionCore): Promise<void> {
    const interest = this.#interestOf(subscription);
    if (interest === undefined || !interest.members.delete(subscription)) return;
    this.#routes.clear();
    if (interest.members.size > 0) {
      // Others stay; the server must not go on counting on a responder that left.
      if (subscription.settings.responder && !this.#hasResponder(interest.key)) this.#rejoin(interest, []);
      return;
    }
    this.#interests.delete(interest.key);
    if (!subscription.parked && !this.#joining.has(interest.key)) {
      await this.#port.leave(interest.room, interest.channel);
    }
  }

  park(subscription: SubscriptionCore): void {
    const interest = this.#interestOf(subscription);
    if (interest === undefined || ![...interest.members].every((member) => member.parked)) return;
    this.#port.leave(interest.room, interest.channel).catch((error: unknown) => this.#reportUnlessLost(error));
  }

  rejoin(subscription: SubscriptionCore): void {
    const interest = this.#interestOf(subscription);
    if (interest !== undefined) this.#rejoin(interest, [subscription]);
  }

  isOwn(clientId: string): boolean {
    return this.#port.isOwn(clientId);
  }

  report(error: unknown): void {
    this.#port.reportHandler(error);
  }

  /** A new session: everything that is not parked continues. */
  resume(): void {
    for (const interest of this.#interests.values()) {
      const members = [...interest.members].filter((member) => !member.parked);
      for (const member of members) member.restart();
      if (members.length > 0) this.#rejoin(interest, members);
    }
  }

  end(error: Error | null): void {
    for (const interest of this.#interests.values()) for (const member of interest.members) member.end(error);
    this.#interests.clear();
    this.#routes.clear();
  }

  /** The session lost the grant: the server ended what it held. [T-AUTH-6] */
  revoke(place: Envelope, error: BusError): void {
    const interest = this.#interestOf(place);
    if (interest !== undefined) this.#end(interest, interest.members, error);
  }

  /** A message of a channel, or a request to one. */
  deliver(envelope: Envelope, toMessage: () => Message): void {
    let message: Message | undefined;
    for (const member of this.#route(envelope)) {
      const { group, responder, requestsOnly } = member.settings;
      const wanted = envelope.type === MessageType.REQUEST ? responder : !requestsOnly && group === envelope.group;
      if (wanted) member.receive((message ??= toMessage()));
    }
  }

  deliverGap(envelope: Envelope, gap: WireGap): void {
    const { channel } = envelope;
    const reason = GAP_REASONS[gap.reason] ?? 'trimmed';
    for (const member of this.#route(envelope)) member.receiveGap({ ...present(gap), channel, reason });
  }

  deliverPresence(envelope: Envelope): void {
    const { room, channel, presenceEvent } = envelope;
    if (presenceEvent === undefined) return;
    const change = { room, channel, joined: presenceEvent.joined.map(toMember), left: presenceEvent.left };
    for (const member of this.#route(envelope)) member.receivePresence(change);
  }

  /** Asks for all that these members miss, and settles how each of them continues. */
  #rejoin(interest: Interest, members: readonly SubscriptionCore[]): void {
    const parts = inParts(recoverPositions(members), this.#port.joinBytesMax());
    for (const part of parts.length > 0 ? parts : [[]]) this.#rejoinFrom(interest, members, part);
  }

  #rejoinFrom(interest: Interest, members: readonly SubscriptionCore[], recover: readonly ChannelPosition[]): void {
    const asked = new Set(recover.map((position) => position.channel));
    const join = this.#port.join(this.#callOf(interest, recover), (result) => {
      const born = new Map<string, ChannelPosition>();
      for (const member of members) {
        for (const position of applyRejoin(member, result, asked)) born.set(position.channel, position);
        const told = result.channels.map(toJoinedChannel).filter((joined) => asked.has(joined.channel));
        if (told.length > 0) member.announceRecovered(told);
      }
      for (const part of inParts([...born.values()], this.#port.joinBytesMax())) {
        this.#rejoinFrom(interest, members, part);
      }
    });
    join.catch((error: unknown) => this.#recoverFailed(error, interest, members, recover.length > 0));
  }

  /** The session may not read the past, or the server cannot now: go on, and say what is lost. */
  #recoverFailed(error: unknown, interest: Interest, members: readonly SubscriptionCore[], asked: boolean): void {
    // The next session continues all of it.
    if (error instanceof ConnectionError) return;
    const live = members.filter((member) => !member.ended && !member.parked);
    if (!(error instanceof BusError) || error.retry === 'retry' || error.retry === 'resync') {
      const pauseMs = error instanceof BusError ? Math.max(error.retryAfterMs, RETRY_PAUSE_MS) : RETRY_PAUSE_MS;
      this.#port.later(pauseMs, () => {
        if (this.#interests.get(interest.key) === interest) this.#rejoin(interest, live);
      });
    } else if (asked) {
      const join = this.#port.join(this.#callOf(interest, []), (result) => {
        for (const member of live) applyPlainRejoin(member, result);
      });
      join.catch((cause: unknown) => this.#recoverFailed(cause, interest, members, false));
    } else {
      this.#end(interest, live, error);
      this.#port.report(error);
    }
  }

  #end(interest: Interest, members: Iterable<SubscriptionCore>, error: BusError): void {
    for (const member of members) {
      member.end(error);
      interest.members.delete(member);
    }
    if (interest.members.size === 0) this.#interests.delete(interest.key);
    this.#routes.clear();
  }

  #callOf(interest: Interest, recover: readonly ChannelPosition[]): JoinCall {
    const { room, channel, group, key } = interest;
    const responder = this.#hasResponder(key);
    return { room, channel, group, recover, responder, rewind: 0, repeatable: false, timeoutMs: this.#port.timeoutMs };
  }

  #hasResponder(key: string): boolean {
    return [...(this.#interests.get(key)?.members ?? [])].some((member) => member.settings.responder);
  }

  #interestOf({ room, channel }: Pick<Interest, 'room' | 'channel'>): Interest | undefined {
    return this.#interests.get(`${room}:${channel}`);
  }

  #add(key: string, subscription: SubscriptionCore): void {
    const { room, channel, group } = subscription.settings;
    let interest = this.#interests.get(key);
    if (interest === undefined) {
      interest = { key, room, channel, group, members: new Set() };
      this.#interests.set(key, interest);
    }
    interest.members.add(subscription);
    this.#routes.clear();
  }

  #route(envelope: Envelope): readonly SubscriptionCore[] {
    const { room, channel } = envelope;
    const key = `${room}:${channel}`;
    const known = this.#routes.get(key);
    if (known !== undefined) return known;
    const found = [...this.#interests.values()]
      .filter((interest) => interest.room === room)
      .flatMap((interest) => [...interest.members])
      .filter((member) => matchesChannel(member.settings.pattern, channel));
    if (this.#routes.size >= ROUTES_MAX) this.#routes.clear();
    this.#routes.set(key, found);
    return found;
  }

  #reportUnlessLost(error: unknown): void {
    if (!(error instanceof ConnectionError)) this.#port.report(error);
  }
}

const GAP_REASONS: Readonly<Record<number, GapReason>> = {
  1: 'trimmed',
  2: 'expired',
  3: 'conflated',
  4: 'epoch_changed',
  5: 'channel_deleted',
};
