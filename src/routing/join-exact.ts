/** Joining one channel: position first, then what was asked for, then live, with no seam. [P1] */
import { channelAddress } from '../protocol/address.js';
import { rejection } from '../protocol/rejection.js';
import { planJoin } from './joined-channel.js';
import type { Subscription } from './membership.js';
import type { JoinOutcome, JoinRequest } from './router.js';
import type { RoutingTable } from './routing-table.js';

/** @param isNew false when the same text was joined before: the subscription stays, replay happens as asked. */
export function joinExact(
  table: RoutingTable,
  subscription: Subscription,
  isNew: boolean,
  request: JoinRequest,
  onJoined: (outcome: JoinOutcome) => void,
): void {
  const { ports } = table;
  const { tenant } = request.subscriber;
  const address = channelAddress({ tenant, room: request.room, channel: request.channelText });
  const fanOut = table.open(address);
  fanOut.holds += 1;
  if (isNew) table.watch(fanOut);
  ports.log.head(address, (head) => {
    fanOut.holds -= 1;
    if (isEnded(subscription)) {
      table.settle(fanOut);
      onJoined({ ok: false, rejection: rejection('NOT_JOINED') });
      return;
    }
    // The others get what came before; the newcomer's position is right after it.
    fanOut.flushNow();
    const position = fanOut.settleAt(head);
    const { recover, rewind } = request;
    const { joined, start } = planJoin(ports, { address, head, position }, { recover: recover[0], rewind });
    fanOut.holds += 1;
    onJoined({ ok: true, channels: [joined], truncated: false });
    fanOut.holds -= 1;
    // Whoever heard the answer may have cut the connection.
    if (isEnded(subscription)) {
      table.settle(fanOut);
      return;
    }
    const isAsking = recover.length > 0 || rewind > 0;
    const isMember = subscription.client.memberships.has(address.key);
    table.attachExact(subscription, fanOut, isMember && !isAsking ? null : start);
    subscription.state = 'active';
  });
}

/** A function, because a callback may have ended it since it was last looked at. */
function isEnded(subscription: Subscription): boolean {
  return subscription.state === 'ended';
}
