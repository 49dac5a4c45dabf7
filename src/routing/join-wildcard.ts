/**
 * Joining many channels of a room at once: answers the positions of those that exist, replays those the client names a
 * position for, and joins the others live - the ones that do not exist yet when their first message appears. [P1]
 */
import { channelAddress, matchesChannel, type ChannelAddress, type ChannelPattern } from '../protocol/address.js';
import type { ChannelHead } from '../protocol/log-shapes.js';
import { rejection } from '../protocol/rejection.js';
import { planJoin, type JoinPlan } from './joined-channel.js';
import type { Subscription } from './membership.js';
import type { JoinOutcome, JoinRequest } from './router.js';
import type { RoomState } from './room-state.js';
import type { RoutingPorts } from './routing-ports.js';
import type { RoutingTable } from './routing-table.js';

interface FoundChannel {
  readonly address: ChannelAddress;
  readonly head: ChannelHead;
}

/** @param isNew false when the same text was joined before: the subscription stays, replay happens as asked. */
export function joinWildcard(
  table: RoutingTable,
  subscription: Subscription,
  isNew: boolean,
  request: JoinRequest,
  onJoined: (outcome: JoinOutcome) => void,
): void {
  const { ports } = table;
  const { tenant } = request.subscriber;
  const recover = new Map(request.recover.map((position) => [position.channel, position]));
  const named = [...recover.keys()].map((channel) => channelAddress({ tenant, room: request.room, channel }));

  listMatching(ports, request, named, (addresses, truncated) => {
    readHeads(ports, addresses, (found) => {
      if (isEnded(subscription)) {
        onJoined({ ok: false, rejection: rejection('NOT_JOINED') });
        return;
      }
      const plans = new Map<string, JoinPlan>();
      for (const { address, head } of found) {
        const fanOut = table.fanOut(address.key);
        fanOut?.flushNow();
        const position = fanOut?.settleAt(head) ?? head;
        const asked = { recover: recover.get(address.channel), rewind: request.rewind };
        plans.set(address.key, planJoin(ports, { address, head, position }, asked));
      }
      const isWhole = addBornMeanwhile(table, subscription, plans);
      const channels = [...plans.values()].map(({ joined }) => joined);
      onJoined({ ok: true, channels, truncated: truncated || !isWhole });
      // Whoever heard the answer may have cut the connection.
      if (isEnded(subscription)) return;
      const isAsked = (address: ChannelAddress): boolean => request.rewind > 0 || recover.has(address.channel);
      if (isNew) attachAll(table, subscription, found, plans, isAsked);
      else replayAsked(table, subscription, found, plans, isAsked);
    });
  });
}

/**
 * Channels that were first heard of after the log was asked: their position is where this node heard them to. Returns
 * whether there was room for all.
 */
function addBornMeanwhile(table: RoutingTable, subscription: Subscription, plans: Map<string, JoinPlan>): boolean {
  for (const fanOut of roomOf(table, subscription)?.fanOuts ?? []) {
    const { address } = fanOut;
    if (plans.has(address.key) || !matchesChannel(subscription.pattern, address.channel)) continue;
    if (plans.size >= table.ports.options.wildcardChannelsMax) return false;
    fanOut.flushNow();
    const { position } = fanOut;
    if (position === null || position.epoch === 0) continue;
    const joined = { channel: address.channel, ...position, recovered: false, failure: null };
    plans.set(address.key, { joined, start: { cursor: position, rewind: 0 } });
  }
  return true;
}

function roomOf(table: RoutingTable, { client, room }: Subscription): RoomState | undefined {
  return table.room({ tenant: client.subscriber.tenant, room });
}

function attachAll(
  table: RoutingTable,
  subscription: Subscription,
  found: readonly FoundChannel[],
  plans: ReadonlyMap<string, JoinPlan>,
  isAsked: (address: ChannelAddress) => boolean,
): void {
  // Opened while still joining: opening would make an active subscription a live member by itself.
  for (const { address, head } of found) if (isAsked(address)) table.open(address).settleAt(head);
  const room = roomOf(table, subscription);
  for (const fanOut of [...(room?.fanOuts ?? [])]) {
    const { address } = fanOut;
    if (!matchesChannel(subscription.pattern, address.channel)) continue;
    fanOut.flushNow();
    const start = plans.get(address.key)?.start ?? null;
    const isMember = subscription.client.memberships.has(address.key);
    table.attachWildcard(subscription, fanOut, isMember && !isAsked(address) ? null : start);
  }
  subscription.state = 'active';
  for (const fanOut of [...(room?.fanOuts ?? [])]) table.settle(fanOut);
}

function replayAsked(
  table: RoutingTable,
  subscription: Subscription,
  found: readonly FoundChannel[],
  plans: ReadonlyMap<string, JoinPlan>,
  isAsked: (address: ChannelAddress) => boolean,
): void {
  for (const { address } of found) {
    const start = plans.get(address.key)?.start;
    if (start !== undefined && isAsked(address)) table.replayAgain(subscription.client, table.open(address), start);
  }
}

/** Channels the client named, then those the log has, up to the bound. */
function listMatching(
  ports: RoutingPorts,
  request: JoinRequest,
  named: readonly ChannelAddress[],
  onListed: (addresses: readonly ChannelAddress[], truncated: boolean) => void,
): void {
  const { wildcardChannelsMax } = ports.options;
  const { tenant } = request.subscriber;
  const addresses = new Map(named.map((address) => [address.key, address]));
  ports.log.list(
    {
      tenant,
      room: request.room,
      // Channels under a prefix follow the prefix in the order of keys.
      afterKey: `${tenant}/${request.room}/${prefixOf(request.pattern)}`,
      // Those named may be among them.
      countMax: wildcardChannelsMax + 1,
    },
    (page) => {
      let truncated = page.more;
      for (const { address } of page.channels) {
        if (!matchesChannel(request.pattern, address.channel)) {
          truncated = false;
          break;
        }
        if (addresses.has(address.key)) continue;
        if (addresses.size >= wildcardChannelsMax) {
          truncated = true;
          break;
        }
        addresses.set(address.key, address);
      }
      onListed([...addresses.values()], truncated);
    },
  );
}

function prefixOf(pattern: ChannelPattern): string {
  return pattern.kind === 'prefix' ? pattern.prefix : '';
}

function readHeads(
  ports: RoutingPorts,
  addresses: readonly ChannelAddress[],
  onRead: (found: readonly FoundChannel[]) => void,
): void {
  const found = new Array<FoundChannel>(addresses.length);
  let missing = addresses.length;
  if (missing === 0) onRead([]);
  addresses.forEach((address, index) => {
    ports.log.head(address, (head) => {
      found[index] = { address, head };
      missing -= 1;
      if (missing === 0) onRead(found);
    });
  });
}

/** A function, because a callback may have ended it since it was last looked at. */
function isEnded(subscription: Subscription): boolean {
  return subscription.state === 'ended';
}
