/** Who answers requests of a channel: every plain responder, and one of each group. [S-ROUTE-4] */
import { matchesChannel, type ChannelAddress } from '../protocol/address.js';
import { appendToEnvelope } from '../protocol/stamp.js';
import type { Membership } from './membership.js';
import type { RoutingTable } from './routing-table.js';
import type { Subscriber } from './subscriber.js';

/** Queues a stamped REQUEST to them; never to the asker. */
export function queueRequest(
  table: RoutingTable,
  address: ChannelAddress,
  frame: Uint8Array,
  exceptClientId: string,
): { delivered: number } {
  const plain = plainResponders(table, address);
  let delivered = 0;
  for (const subscriber of plain) {
    if (subscriber.clientId === exceptClientId) continue;
    subscriber.enqueueFrame(frame);
    delivered += 1;
  }
  for (const group of table.fanOut(address.key)?.groups.values() ?? []) {
    const member = group.pick((candidate) => answers(candidate) && candidate.subscriber.clientId !== exceptClientId);
    if (member === null) continue;
    member.subscriber.enqueueFrame(appendToEnvelope(frame, group.stamp));
    delivered += 1;
  }
  return { delivered };
}

/** By exact subscriptions and by wildcards; each connection once. */
function plainResponders(table: RoutingTable, address: ChannelAddress): Set<Subscriber> {
  const found = new Set<Subscriber>();
  for (const member of table.fanOut(address.key)?.responders ?? []) {
    if (member.exact?.group === '') found.add(member.subscriber);
  }
  for (const subscription of table.room(address)?.wildcards ?? []) {
    const { pattern, responder, state, client } = subscription;
    if (responder && state === 'active' && matchesChannel(pattern, address.channel)) found.add(client.subscriber);
  }
  return found;
}

function answers(member: Membership): boolean {
  return member.exact?.responder === true;
}
