/**
 * Subscriptions, memberships and fan-outs, kept in step with one another, with the log's watches and with whoever
 * listens to memberships. Joining and leaving are written in terms of it; it decides nothing itself.
 */
import { channelAddress, matchesChannel, type ChannelAddress } from '../protocol/address.js';
import { invariant } from '../base/invariant.js';
import { FanOut } from './fan-out.js';
import { Membership, subscriptionKey, type Client, type Subscription } from './membership.js';
import { Replay } from './replay.js';
import type { Cursor } from './resolve-recovery.js';
import { RoomState, roomKey } from './room-state.js';
import type { MembershipChange } from './router.js';
import type { RoutingPorts } from './routing-ports.js';

/** What a member gets first: what follows a position, or the last N before it. */
export interface ReplayStart {
  readonly cursor: Cursor;
  readonly rewind: number;
}

export class RoutingTable {
  onMembership: (change: MembershipChange) => void = () => undefined;
  subscriptions = 0;
  replaying = 0;
  readonly #fanOuts = new Map<string, FanOut>();
  readonly #rooms = new Map<string, RoomState>();

  constructor(readonly ports: RoutingPorts) {}

  get channels(): number {
    return this.#fanOuts.size;
  }

  fanOut(key: string): FanOut | undefined {
    return this.#fanOuts.get(key);
  }

  room(room: { readonly tenant: string; readonly room: string }): RoomState | undefined {
    return this.#rooms.get(roomKey(room));
  }

  /** The channel's fan-out. A new one begins with the room's wildcard subscribers as live members. */
  open(address: ChannelAddress): FanOut {
    const existing = this.#fanOuts.get(address.key);
    if (existing !== undefined) return existing;
    const fanOut = new FanOut(address, this.ports);
    fanOut.replayFrom = (member, cursor) => this.#replay(member, { cursor, rewind: 0 });
    this.#fanOuts.set(address.key, fanOut);
    const room = this.#openRoom(address);
    room.fanOuts.add(fanOut);
    for (const subscription of room.wildcards) {
      if (subscription.state === 'active' && matchesChannel(subscription.pattern, address.channel)) {
        this.attachWildcard(subscription, fanOut, null);
      }
    }
    return fanOut;
  }

  /** The fan-out of a channel that may concern wildcard subscribers only. */
  openForWildcards(address: ChannelAddress): FanOut | undefined {
    return this.room(address)?.hasMatch(address) === true ? this.open(address) : undefined;
  }

  /** Forgets a fan-out that nobody needs any more. */
  settle(fanOut: FanOut): void {
    if (!fanOut.isIdle) return;
    const room = this.room(fanOut.address);
    // A wildcard join under way may still need to know what was heard.
    if (room?.isBeingJoined === true) return;
    this.#fanOuts.delete(fanOut.address.key);
    room?.fanOuts.delete(fanOut);
    this.#settleRoom(room);
  }

  addSubscription(subscription: Subscription): void {
    const { client, room, channelText, pattern } = subscription;
    client.subscriptions.set(subscriptionKey(room, channelText), subscription);
    this.subscriptions += 1;
    if (pattern.kind === 'exact') return;
    const state = this.#openRoom({ tenant: client.subscriber.tenant, room });
    if (state.wildcards.size === 0) this.ports.log.watchRoom({ tenant: state.tenant, room });
    state.add(subscription);
  }

  removeSubscription(subscription: Subscription): void {
    const { client, room, channelText, pattern } = subscription;
    const wasJoining = subscription.state === 'joining';
    subscription.state = 'ended';
    client.subscriptions.delete(subscriptionKey(room, channelText));
    this.subscriptions -= 1;
    if (pattern.kind === 'exact') return;
    const state = this.room({ tenant: client.subscriber.tenant, room });
    if (state === undefined) return;
    state.delete(subscription);
    if (state.wildcards.size === 0) {
      this.ports.log.unwatchRoom({ tenant: state.tenant, room });
      for (const fanOut of state.fanOuts) if (fanOut.watches === 0) fanOut.forget();
    }
    // What was only kept for the join to come back to.
    if (wasJoining) for (const fanOut of [...state.fanOuts]) this.settle(fanOut);
    this.#settleRoom(state);
  }

  /** Counts an exact subscription: from now on the log tells of the channel. */
  watch(fanOut: FanOut): void {
    fanOut.watches += 1;
    if (fanOut.watches === 1) this.ports.log.watch(fanOut.address);
  }

  /** Ends what `watch` and, if it came that far, `attachExact` began. */
  endExact(subscription: Subscription): void {
    const { client, room, channelText } = subscription;
    const { key } = channelAddress({ tenant: client.subscriber.tenant, room, channel: channelText });
    const fanOut = this.#fanOuts.get(key);
    invariant(fanOut !== undefined, 'an exact subscription has no fan-out');
    fanOut.watches -= 1;
    if (fanOut.watches === 0) {
      this.ports.log.unwatch(fanOut.address);
      // A join under way may keep it while nothing is heard.
      if (!this.#hasWildcards(fanOut.address)) fanOut.forget();
    }
    const member = client.memberships.get(key);
    if (member?.exact === subscription) this.#detachExact(member, subscription);
    else this.settle(fanOut);
  }

  /** @param start null: live from now on, or as before where it is a member already. */
  attachExact(subscription: Subscription, fanOut: FanOut, start: ReplayStart | null): void {
    const { member, isNew } = this.#member(subscription.client, fanOut);
    member.exact = subscription;
    if (subscription.responder) fanOut.responders.add(member);
    else fanOut.responders.delete(member);
    if (subscription.group !== '') fanOut.joinGroup(member, subscription.group);
    else if (start !== null) this.#replay(member, start);
    else if (isNew) fanOut.addLive(member);
  }

  attachWildcard(subscription: Subscription, fanOut: FanOut, start: ReplayStart | null): void {
    const { member, isNew } = this.#member(subscription.client, fanOut);
    member.wildcards += 1;
    if (start !== null) this.#replay(member, start);
    else if (isNew) fanOut.addLive(member);
  }

  /** Replays to a member that stays what it is. */
  replayAgain(client: Client, fanOut: FanOut, start: ReplayStart): void {
    const member = client.memberships.get(fanOut.address.key);
    if (member !== undefined) this.#replay(member, start);
  }

  detachWildcard(member: Membership): void {
    member.wildcards -= 1;
    this.#release(member);
  }

  #detachExact(member: Membership, subscription: Subscription): void {
    if (subscription.group !== '') member.fanOut.leaveGroup(member, subscription.group);
    member.fanOut.responders.delete(member);
    member.exact = null;
    this.#release(member);
  }

  #member(client: Client, fanOut: FanOut): { member: Membership; isNew: boolean } {
    const { address } = fanOut;
    const existing = client.memberships.get(address.key);
    if (existing !== undefined) return { member: existing, isNew: false };
    const member = new Membership(client, fanOut);
    client.memberships.set(address.key, member);
    fanOut.members.add(member);
    this.onMembership({ address, clientId: client.subscriber.clientId, joined: true });
    return { member, isNew: true };
  }

  #release(member: Membership): void {
    if (member.exact !== null || member.wildcards > 0) return;
    const { client, fanOut } = member;
    member.replay?.cancel();
    fanOut.removeLive(member);
    fanOut.members.delete(member);
    client.memberships.delete(fanOut.address.key);
    this.onMembership({ address: fanOut.address, clientId: client.subscriber.clientId, joined: false });
    this.settle(fanOut);
  }

  #replay(member: Membership, start: ReplayStart): void {
    member.replay?.cancel();
    member.fanOut.removeLive(member);
    this.replaying += 1;
    const replay = new Replay(member, start.cursor, () => {
      this.replaying -= 1;
      member.replay = null;
    });
    member.replay = replay;
    if (start.rewind > 0) replay.rewind(start.rewind);
    else replay.resume();
  }

  #openRoom(room: { readonly tenant: string; readonly room: string }): RoomState {
    const key = roomKey(room);
    let state = this.#rooms.get(key);
    if (state === undefined) {
      state = new RoomState(room.tenant, room.room);
      this.#rooms.set(key, state);
    }
    return state;
  }

  #hasWildcards(address: ChannelAddress): boolean {
    const wildcards = this.room(address)?.wildcards.size ?? 0;
    return wildcards > 0;
  }

  #settleRoom(room: RoomState | undefined): void {
    if (room !== undefined && room.isEmpty) this.#rooms.delete(room.key);
  }
}
