import { rejection } from '../protocol/rejection.js';
import { checkAccess } from './access.js';
import { readAddress } from './arguments.js';
import { createWithinLimit } from './channel-creation.js';
import { defineCommand } from './command.js';

/** Create a channel. Who may create it may also know that it exists, so ALREADY_EXISTS tells nobody anything new. */
export const createChannel = defineCommand({
  field: 'createChannel',
  summary: 'Create a channel.',
  run(context, args) {
    const { session, ports, reply } = context;
    const address = readAddress('command.create_channel', session.principal.tenant, args);
    if (!address.ok) return reply.reject(address.error);
    const forbidden = checkAccess(context, 'create', address.value);
    if (forbidden !== null) return reply.reject(forbidden);

    createWithinLimit(ports, address.value, ({ refused, created, epoch }) => {
      if (refused !== null) return reply.reject(refused);
      if (!created) return reply.reject(rejection('ALREADY_EXISTS'));
      reply.result({ createChannel: { epoch } });
    });
  },
});
