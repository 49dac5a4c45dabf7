/** What a join answers for one channel, and where the member's delivery begins. */
import type { ChannelAddress } from '../protocol/address.js';
import type { ChannelHead } from '../protocol/log-shapes.js';
import { resolveRecovery, type Cursor } from './resolve-recovery.js';
import type { JoinedChannel } from './router.js';
import type { RoutingPorts } from './routing-ports.js';
import type { ReplayStart } from './routing-table.js';

export interface JoinPlan {
  readonly joined: JoinedChannel;
  readonly start: ReplayStart;
}

/** @param position the head as the join answers it. */
export function planJoin(
  ports: RoutingPorts,
  channel: { readonly address: ChannelAddress; readonly head: ChannelHead; readonly position: Cursor },
  asked: { readonly recover: Cursor | undefined; readonly rewind: number },
): JoinPlan {
  const { address, head, position } = channel;
  const place = { channel: address.channel, epoch: position.epoch, sequence: position.sequence };
  const recovery =
    asked.recover === undefined
      ? null
      : resolveRecovery(head, asked.recover, (epoch) => ports.log.wasRemoved(address, epoch));
  const start = { cursor: recovery?.cursor ?? position, rewind: asked.rewind };
  const failure = recovery?.failure ?? null;
  return { joined: { ...place, recovered: recovery !== null && failure === null, failure }, start };
}
