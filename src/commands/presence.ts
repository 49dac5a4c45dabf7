import { wire } from '../protocol/codec.js';
import { rejection } from '../protocol/rejection.js';
import type { RosterMember, RosterPage } from '../storage/roster.js';
import { checkAccess } from './access.js';
import { readAddress, readAfter, readLimit } from './arguments.js';
import { defineCommand } from './command.js';
import { takeThatFit } from './reply-size.js';

/** Who is in a channel, where the room has presence: the truth at the moment of the answer. [S-ROUTE-5] */
export const presence = defineCommand({
  field: 'presence',
  summary: 'Members of a channel.',
  run(context, args) {
    const { session, ports, reply } = context;
    const address = readAddress('command.presence', session.principal.tenant, args);
    if (!address.ok) return reply.reject(address.error);
    const after = readAfter(args.after, 'command.presence.after');
    if (!after.ok) return reply.reject(after.error);
    const limit = readLimit(args.limit, 'command.presence.limit');
    if (!limit.ok) return reply.reject(limit.error);
    const forbidden = checkAccess(context, 'subscribe', address.value);
    if (forbidden !== null) return reply.reject(forbidden);

    const { tenant, room } = address.value;
    if (!ports.roomPolicy(tenant, room).presence) return reply.reject(rejection('NOT_FOUND'));
    ports.log.head(address.value, (head) => {
      if (head.epoch === 0) return reply.reject(rejection('NOT_FOUND'));
      const from = after.value === '' ? {} : { afterClientId: after.value };
      ports.roster.members({ address: address.value, ...from, countMax: limit.value }, (page) =>
        reply.result({ presence: viewPage(page, ports.limits.frameBytesMax) }),
      );
    });
  },
});

function viewPage(page: RosterPage, frameBytesMax: number): wire.PresenceResult.$Properties {
  const members = page.members.map(viewMember);
  const { taken, cut } = takeThatFit(members, (member) => wire.Member.encode(member).len, frameBytesMax);
  return { members: [...taken], more: page.more || cut, total: page.total, partial: page.partial };
}

function viewMember(member: RosterMember): wire.Member.$Properties {
  const { clientId, clientType, screenName, capabilities, subject } = member;
  return { clientId, clientType, screenName, capabilities: [...capabilities], subject };
}
