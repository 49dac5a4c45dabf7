/**
 * Subscribe: to one channel, which may come into being by it, or to the channels of a room that match a pattern.
 * Replay and the seam between replay and live delivery are the router's. [S-ROUTE-1]
 */
import { channelAddress } from '../protocol/address.js';
import { wire } from '../protocol/codec.js';
import { rejection, type Rejection } from '../protocol/rejection.js';
import type { JoinedChannel } from '../routing/router.js';
import { checkAccess } from './access.js';
import { defineCommand, type CommandContext } from './command.js';
import { readJoinArguments, type JoinArguments } from './join-arguments.js';
import { createWithinLimit } from './channel-creation.js';
import { identify } from './identity.js';

export const join = defineCommand({
  field: 'join',
  summary: 'Subscribe to a channel, or to the channels of a room that match.',
  run(context, args) {
    const { ports, reply } = context;
    const read = readJoinArguments(args, { rewindMax: ports.limits.historyPageMax });
    if (!read.ok) return reply.reject(read.error);
    joinAs(context, read.value);
  },
});

/** Joins for the context's session, whoever asked for it: the client, or its credential. */
export function joinAs(context: CommandContext, join: JoinArguments): void {
  const { reply } = context;
  const refused = checkJoin(context, join);
  if (refused !== null) return reply.reject(refused);
  ensureChannel(context, join, (missing) => {
    if (missing === null) subscribe(context, join);
    else reply.reject(missing);
  });
}

function checkJoin(context: CommandContext, join: JoinArguments): Rejection | null {
  const { session } = context;
  const place = { room: join.room, channel: join.channelText };
  const forbidden = checkAccess(context, 'subscribe', place);
  if (forbidden !== null) return forbidden;
  // The session may know the channel, so from here on a refusal can say what is missing.
  const wantsPast = join.recover.length > 0 || join.rewind > 0;
  if (wantsPast && checkAccess(context, 'history', place) !== null) {
    return rejection('PERMISSION_DENIED', join.rewind > 0 ? 'command.join.rewind' : 'command.join.recover');
  }
  if (join.responder && !session.authorizer.allowsCommand('reply')) {
    return rejection('PERMISSION_DENIED', 'command.join.responder');
  }
  return findFullness(context, join);
}

function findFullness({ session, ports }: CommandContext, join: JoinArguments): Rejection | null {
  const { router, limits } = ports;
  if (router.subscriptionCount(session.subscriber) < limits.subscriptionsPerConnectionMax) return null;
  // Joining again takes no more room: a client at the bound can still recover.
  if (router.isSubscribed(session.subscriber, join.room, join.channelText)) return null;
  return rejection('LIMIT_EXCEEDED', 'limits.subscriptions_per_connection_max');
}

/** A pattern may match nothing yet; an exact channel must exist, or come into being now. */
function ensureChannel(
  context: CommandContext,
  join: JoinArguments,
  onEnsured: (missing: Rejection | null) => void,
): void {
  const { session, ports } = context;
  if (join.pattern.kind !== 'exact') return onEnsured(null);
  const { tenant } = session.principal;
  const address = channelAddress({ tenant, room: join.room, channel: join.pattern.channel });
  const mayCreate =
    ports.roomPolicy(tenant, address.room).autoCreate &&
    session.authorizer.allows('create', address.room, address.channel);

  if (mayCreate) createWithinLimit(ports, address, ({ refused }) => onEnsured(refused));
  else ports.log.head(address, (head) => onEnsured(head.epoch === 0 ? rejection('NOT_FOUND') : null));
}

function subscribe(context: CommandContext, join: JoinArguments): void {
  const { session, ports, reply } = context;
  // Once more, in the same step as the join: joins that waited for the store must not pass the bound together, nor
  // outlive grants that were lost meanwhile.
  const refused = checkJoin(context, join);
  if (refused !== null) return reply.reject(refused);
  ports.router.join({ subscriber: session.subscriber, ...join }, (outcome) => {
    if (!outcome.ok) return reply.reject(outcome.rejection);
    const { room, channelText: channel } = join;
    ports.telemetry.emit({ type: 'subscription.opened', ...identify(session), room, channel });
    reply.result({ join: { channels: outcome.channels.map(viewJoined), truncated: outcome.truncated } });
  });
}

function viewJoined(joined: JoinedChannel): wire.JoinedChannel.$Properties {
  const { channel, epoch, sequence, recovered, failure } = joined;
  return {
    channel,
    epoch,
    sequence,
    recovered,
    failure: failure === null ? wire.RecoverFailure.RECOVER_FAILURE_UNSPECIFIED : wire.RecoverFailure[failure],
  };
}
