import { rejection } from '../protocol/rejection.js';
import { checkAccess } from './access.js';
import { readAddress } from './arguments.js';
import { defineCommand } from './command.js';

/** Delete a channel and its history. Its members hear of it before the one who did it. */
export const deleteChannel = defineCommand({
  field: 'deleteChannel',
  summary: 'Delete a channel and its history.',
  run(context, args) {
    const { session, ports, reply } = context;
    const address = readAddress('command.delete_channel', session.principal.tenant, args);
    if (!address.ok) return reply.reject(address.error);
    const forbidden = checkAccess(context, 'create', address.value);
    if (forbidden !== null) return reply.reject(forbidden);

    ports.log.remove(address.value, ({ removed }) => {
      if (!removed) return reply.reject(rejection('NOT_FOUND'));
      ports.router.channelRemoved(address.value);
      const { tenant, room, channel } = address.value;
      ports.telemetry.emit({ type: 'channel.removed', tenant, room, channel, why: 'deleted' });
      reply.result({ deleteChannel: {} });
    });
  },
});
