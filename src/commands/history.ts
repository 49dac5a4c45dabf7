import { rejection } from '../protocol/rejection.js';
import { historyResultFrame } from '../protocol/server-frames.js';
import { checkAccess } from './access.js';
import { defineCommand } from './command.js';
import { readHistoryArguments } from './history-arguments.js';
import { REPLY_OVERHEAD_BYTES } from './reply-size.js';

/** A page of a channel's past: the stored bytes, unread and uncopied until they are joined into the reply. [P2] */
export const history = defineCommand({
  field: 'history',
  summary: "A page of a channel's past.",
  run(context, args) {
    const { session, ports, reply } = context;
    const read = readHistoryArguments(session.principal.tenant, args, ports.limits);
    if (!read.ok) return reply.reject(read.error);
    const { read: request, epoch } = read.value;
    const forbidden = checkAccess(context, 'history', request.address);
    if (forbidden !== null) return reply.reject(forbidden);

    const bytesMax = ports.limits.frameBytesMax - REPLY_OVERHEAD_BYTES;
    ports.log.read({ ...request, bytesMax }, ({ entries, more, head }) => {
      if (head.epoch === 0) return reply.reject(rejection('NOT_FOUND'));
      // A position of another life means nothing in this one.
      if (epoch !== 0 && epoch !== head.epoch) {
        return reply.reject(rejection('INVALID_ARGUMENT', 'command.history.epoch'));
      }
      const { sequence: headSequence, firstSequence } = head;
      reply.frame(
        historyResultFrame(context.correlationId, entries, { more, epoch: head.epoch, headSequence, firstSequence }),
      );
    });
  },
});
