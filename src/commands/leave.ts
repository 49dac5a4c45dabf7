import { isIdentifier, parseChannelPattern } from '../protocol/address.js';
import { rejection } from '../protocol/rejection.js';
import { defineCommand } from './command.js';
import { identify } from './identity.js';

/** Unsubscribe. The router queues what the channel has pending first, so nothing of it follows the reply. */
export const leave = defineCommand({
  field: 'leave',
  summary: 'End a subscription, named as it was joined.',
  run({ session, ports, reply }, { room, channel }) {
    if (!room || !isIdentifier(room)) return reply.reject(rejection('INVALID_IDENTIFIER', 'command.leave.room'));
    if (!channel || parseChannelPattern(channel) === null) {
      return reply.reject(rejection('INVALID_IDENTIFIER', 'command.leave.channel'));
    }
    const refused = ports.router.leave(session.subscriber, room, channel);
    if (refused !== null) return reply.reject(refused);
    ports.telemetry.emit({ type: 'subscription.closed', ...identify(session), room, channel, reason: 'left' });
    reply.result({ leave: {} });
  },
});
