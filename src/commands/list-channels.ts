import { channelAddress, isIdentifier } from '../protocol/address.js';
import { wire } from '../protocol/codec.js';
import { rejection } from '../protocol/rejection.js';
import type { ChannelSummary } from '../storage/channel-log.js';
import { readAfter, readLimit } from './arguments.js';
import { walkChannels } from './channel-walk.js';
import { defineCommand, type CommandContext } from './command.js';
import { takeThatFit } from './reply-size.js';

/** Channels of a room that the session may join; a room it may not see has none. [P7] */
export const listChannels = defineCommand({
  field: 'listChannels',
  summary: 'Channels of a room that this session may join.',
  run(context, args) {
    const { session, ports, reply } = context;
    const { room } = args;
    if (!room || !isIdentifier(room)) {
      return reply.reject(rejection('INVALID_IDENTIFIER', 'command.list_channels.room'));
    }
    const after = readAfter(args.after, 'command.list_channels.after');
    if (!after.ok) return reply.reject(after.error);
    const limit = readLimit(args.limit, 'command.list_channels.limit');
    if (!limit.ok) return reply.reject(limit.error);

    const { tenant } = session.principal;
    const from = after.value === '' ? {} : { afterKey: channelAddress({ tenant, room, channel: after.value }).key };
    const found: ChannelSummary[] = [];
    walkChannels(
      ports,
      { tenant, room, ...from },
      (channel) => {
        if (!session.authorizer.allows('subscribe', room, channel.address.channel)) return true;
        // One past the limit is only there to know that there is more.
        if (found.length === limit.value) return false;
        found.push(channel);
        return true;
      },
      ({ complete }) => countMembers(context, found, (channels) => answer(context, channels, !complete)),
    );
  },
});

function answer({ ports, reply }: CommandContext, channels: wire.ChannelSummary.$Properties[], more: boolean): void {
  const sizeBytes = (channel: wire.ChannelSummary.$Properties) => wire.ChannelSummary.encode(channel).len;
  const { taken, cut } = takeThatFit(channels, sizeBytes, ports.limits.frameBytesMax);
  reply.result({ listChannels: { channels: [...taken], more: more || cut } });
}

/** Asks for all counts at once: a roster over several nodes answers later, and in any order. */
function countMembers(
  { ports }: CommandContext,
  channels: readonly ChannelSummary[],
  onCounted: (channels: wire.ChannelSummary.$Properties[]) => void,
): void {
  const counted: wire.ChannelSummary.$Properties[] = channels.map(({ address, epoch, sequence }) => ({
    channel: address.channel,
    epoch,
    sequence,
    members: 0,
  }));
  let waiting = counted.length;
  if (waiting === 0) return onCounted(counted);
  channels.forEach(({ address }, index) => {
    ports.roster.count(address, (members) => {
      const summary = counted[index];
      if (summary !== undefined) summary.members = members;
      waiting -= 1;
      if (waiting === 0) onCounted(counted);
    });
  });
}
