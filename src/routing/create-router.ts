/**
 * The router over a log. This file is the visible list of what it does; the mechanics are beside it: fan-out.ts for
 * live delivery, replay.ts for catching up, join-exact.ts and join-wildcard.ts for the way in, routing-table.ts for
 * who holds what.
 */
import { matchesChannel, type ChannelAddress } from '../protocol/address.js';
import type { LogEntry } from '../protocol/entry.js';
import { rejection, type Rejection } from '../protocol/rejection.js';
import { announceGap } from './gap-notice.js';
import { joinExact } from './join-exact.js';
import { joinWildcard } from './join-wildcard.js';
import { Client, subscriptionKey, type Membership, type Subscription } from './membership.js';
import { queueRequest } from './responders.js';
import type { HeldSubscription, JoinOutcome, JoinRequest, MembershipChange, Router } from './router.js';
import type { RoutingPorts } from './routing-ports.js';
import { RoutingTable } from './routing-table.js';
import type { Subscriber } from './subscriber.js';
import { validateJoin } from './validate-join.js';

export type { RouterOptions, RoutingPorts } from './routing-ports.js';

export function createRouter(ports: RoutingPorts): Router {
  return new LogRouter(ports);
}

class LogRouter implements Router {
  readonly #table: RoutingTable;
  /** Those that have joined something. */
  readonly #clients = new Map<Subscriber, Client>();
  /** All, by tenant, then client id. */
  readonly #byTenant = new Map<string, Map<string, Subscriber>>();

  constructor(ports: RoutingPorts) {
    this.#table = new RoutingTable(ports);
  }

  get onMembership(): (change: MembershipChange) => void {
    return this.#table.onMembership;
  }

  set onMembership(listener: (change: MembershipChange) => void) {
    this.#table.onMembership = listener;
  }

  addClient(subscriber: Subscriber): void {
    let clients = this.#byTenant.get(subscriber.tenant);
    if (clients === undefined) {
      clients = new Map();
      this.#byTenant.set(subscriber.tenant, clients);
    }
    clients.set(subscriber.clientId, subscriber);
  }

  removeClient(subscriber: Subscriber): void {
    if (!this.#isAdded(subscriber)) return;
    const client = this.#clients.get(subscriber);
    this.#clients.delete(subscriber);
    for (const subscription of [...(client?.subscriptions.values() ?? [])]) this.#end(subscription);
    const clients = this.#byTenant.get(subscriber.tenant);
    clients?.delete(subscriber.clientId);
    if (clients?.size === 0) this.#byTenant.delete(subscriber.tenant);
  }

  findClient(tenant: string, clientId: string): Subscriber | null {
    return this.#byTenant.get(tenant)?.get(clientId) ?? null;
  }

  join(request: JoinRequest, onJoined: (outcome: JoinOutcome) => void): void {
    const client = this.#openClient(request.subscriber);
    // The connection ended while its command was on the way.
    const refusal =
      client === undefined ? rejection('NOT_JOINED') : validateJoin(this.#table.ports.options, client, request);
    if (client === undefined || refusal !== null) {
      onJoined({ ok: false, rejection: refusal ?? rejection('NOT_JOINED') });
      return;
    }
    const { room, channelText, pattern, group, responder } = request;
    const existing = client.subscriptions.get(subscriptionKey(room, channelText));
    const subscription = existing ?? { client, room, channelText, pattern, group, responder, state: 'joining' };
    subscription.responder = responder;
    if (existing === undefined) this.#table.addSubscription(subscription);
    const joinPattern = pattern.kind === 'exact' ? joinExact : joinWildcard;
    joinPattern(this.#table, subscription, existing === undefined, request, onJoined);
  }

  leave(subscriber: Subscriber, room: string, channelText: string): Rejection | null {
    const subscription = this.#clients.get(subscriber)?.subscriptions.get(subscriptionKey(room, channelText));
    if (subscription === undefined) return rejection('NOT_JOINED');
    for (const { fanOut } of this.#membershipsOf(subscription)) fanOut.flushNow();
    this.#end(subscription);
    return null;
  }

  subscriptionsOf(subscriber: Subscriber): readonly HeldSubscription[] {
    const held = this.#clients.get(subscriber)?.subscriptions.values() ?? [];
    return [...held].map((subscription) => {
      const { room, channelText, group, responder } = subscription;
      const replaying = this.#membershipsOf(subscription).some(({ replay }) => replay !== null);
      return { room, channelText, group, responder, replaying };
    });
  }

  endResponder(subscriber: Subscriber, room: string, channelText: string): void {
    const subscription = this.#clients.get(subscriber)?.subscriptions.get(subscriptionKey(room, channelText));
    if (subscription === undefined) return;
    // A join under way looks at this when it is answered.
    subscription.responder = false;
    for (const member of this.#membershipsOf(subscription)) {
      if (member.exact === subscription) member.fanOut.responders.delete(member);
    }
  }

  subscriptionCount(subscriber: Subscriber): number {
    return this.#clients.get(subscriber)?.subscriptions.size ?? 0;
  }

  isSubscribed(subscriber: Subscriber, room: string, channelText: string): boolean {
    return this.#clients.get(subscriber)?.subscriptions.has(subscriptionKey(room, channelText)) ?? false;
  }

  deliver(entry: LogEntry): void {
    const { address } = entry;
    const fanOut = this.#table.fanOut(address.key) ?? this.#table.openForWildcards(address);
    fanOut?.push(entry);
  }

  deliverRequest(address: ChannelAddress, frame: Uint8Array, exceptClientId: string): { delivered: number } {
    return queueRequest(this.#table, address, frame, exceptClientId);
  }

  channelRemoved(address: ChannelAddress): void {
    const fanOut = this.#table.fanOut(address.key) ?? this.#table.openForWildcards(address);
    if (fanOut === undefined) return;
    fanOut.flushNow();
    const members = [...fanOut.members];
    const epoch = fanOut.position?.epoch ?? 0;
    announceGap(this.#table.ports.telemetry, address, { from: 0, to: 0, reason: 'CHANNEL_DELETED', epoch }, members);
    fanOut.reset();
    for (const member of members) {
      // What it was catching up with is gone.
      if (member.replay === null) continue;
      member.replay.cancel();
      fanOut.addLive(member);
    }
  }

  announce(address: ChannelAddress, frame: Uint8Array): void {
    for (const member of this.#table.fanOut(address.key)?.members ?? []) member.subscriber.enqueueFrame(frame);
  }

  flushChannel(address: ChannelAddress): void {
    this.#table.fanOut(address.key)?.flushNow();
  }

  memberCount(address: ChannelAddress): number {
    return this.#table.fanOut(address.key)?.members.size ?? 0;
  }

  stats(): { clients: number; channels: number; subscriptions: number; replaying: number } {
    const { channels, subscriptions, replaying } = this.#table;
    let clients = 0;
    for (const { size } of this.#byTenant.values()) clients += size;
    return { clients, channels, subscriptions, replaying };
  }

  #isAdded(subscriber: Subscriber): boolean {
    return this.findClient(subscriber.tenant, subscriber.clientId) === subscriber;
  }

  #openClient(subscriber: Subscriber): Client | undefined {
    let client = this.#clients.get(subscriber);
    if (client === undefined && this.#isAdded(subscriber)) {
      client = new Client(subscriber);
      this.#clients.set(subscriber, client);
    }
    return client;
  }

  #membershipsOf({ client, room, pattern }: Subscription): Membership[] {
    return [...client.memberships.values()].filter(
      ({ fanOut: { address } }) => address.room === room && matchesChannel(pattern, address.channel),
    );
  }

  #end(subscription: Subscription): void {
    const isActive = subscription.state === 'active';
    this.#table.removeSubscription(subscription);
    if (subscription.pattern.kind === 'exact') this.#table.endExact(subscription);
    else if (isActive) for (const member of this.#membershipsOf(subscription)) this.#table.detachWildcard(member);
  }
}
