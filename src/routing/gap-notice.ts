/** Tells members of a hole that cannot be filled: one frame for all of them. [P1] */
import type { ChannelAddress } from '../protocol/address.js';
import { gapFrame, type GapNotice } from '../protocol/server-frames.js';
import type { Telemetry } from '../telemetry/events.js';
import type { Membership } from './membership.js';

/** The event's count is the number of members told. */
export function announceGap(
  telemetry: Telemetry,
  address: ChannelAddress,
  gap: GapNotice,
  members: readonly Membership[],
): void {
  if (members.length === 0) return;
  const frame = gapFrame(address, gap);
  for (const member of members) member.subscriber.enqueueFrame(frame);
  const { tenant, room, channel } = address;
  telemetry.emit({ type: 'gap.announced', tenant, room, channel, reason: gap.reason, count: members.length });
}
