import { wire } from '../protocol/codec.js';
import { readAfter, readLimit } from './arguments.js';
import { walkChannels } from './channel-walk.js';
import { defineCommand } from './command.js';
import { takeThatFit } from './reply-size.js';

/**
 * Rooms with a channel the session may join, and how many of those they have. All of the tenant's channels are walked
 * (their number is bounded by limits.channels_per_tenant_max): keys are not ordered as room names are.
 */
export const listRooms = defineCommand({
  field: 'listRooms',
  summary: 'Rooms with channels this session may join.',
  run({ session, ports, reply }, args) {
    const after = readAfter(args.after, 'command.list_rooms.after');
    if (!after.ok) return reply.reject(after.error);
    const limit = readLimit(args.limit, 'command.list_rooms.limit');
    if (!limit.ok) return reply.reject(limit.error);

    const channelsByRoom = new Map<string, number>();
    walkChannels(
      ports,
      { tenant: session.principal.tenant },
      ({ address: { room, channel } }) => {
        if (room > after.value && session.authorizer.allows('subscribe', room, channel)) {
          channelsByRoom.set(room, (channelsByRoom.get(room) ?? 0) + 1);
        }
        return true;
      },
      () => {
        const names = [...channelsByRoom.keys()].sort();
        const rooms = names.slice(0, limit.value).map((room) => ({ room, channels: channelsByRoom.get(room) ?? 0 }));
        const sizeBytes = (room: wire.RoomSummary.$Properties) => wire.RoomSummary.encode(room).len;
        const { taken, cut } = takeThatFit(rooms, sizeBytes, ports.limits.frameBytesMax);
        reply.result({ listRooms: { rooms: [...taken], more: cut || names.length > limit.value } });
      },
    );
  },
});
