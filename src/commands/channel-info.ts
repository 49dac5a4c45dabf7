import { wire } from '../protocol/codec.js';
import { rejection } from '../protocol/rejection.js';
import { checkAccess } from './access.js';
import { readAddress } from './arguments.js';
import { defineCommand } from './command.js';

/** Position, members and settings of one channel that the session may join. */
export const channelInfo = defineCommand({
  field: 'channelInfo',
  summary: 'Position, members and durability of a channel.',
  run(context, args) {
    const { session, ports, reply } = context;
    const { log, roster } = ports;
    const read = readAddress('command.channel_info', session.principal.tenant, args);
    if (!read.ok) return reply.reject(read.error);
    const address = read.value;
    const forbidden = checkAccess(context, 'subscribe', address);
    if (forbidden !== null) return reply.reject(forbidden);

    log.head(address, (head) => {
      if (head.epoch === 0) return reply.reject(rejection('NOT_FOUND'));
      const { retention } = ports.roomPolicy(address.tenant, address.room);
      roster.count(address, (members) => {
        reply.result({
          channelInfo: {
            epoch: head.epoch,
            sequence: head.sequence,
            firstSequence: head.firstSequence,
            retainedCount: head.retainedCount,
            retainedBytes: head.retainedBytes,
            members,
            durability: retention.countMax === 0 ? wire.Durability.NONE : log.durability,
          },
        });
      });
    });
  },
});
