/** What a join may ask for, and what it may not hold at the same time. */
import { matchesChannel } from '../protocol/address.js';
import { rejection, type Rejection } from '../protocol/rejection.js';
import { subscriptionKey, type Client, type Subscription } from './membership.js';
import type { JoinRequest } from './router.js';
import type { RouterOptions } from './routing-ports.js';

export function validateJoin(options: RouterOptions, client: Client, request: JoinRequest): Rejection | null {
  const { pattern, recover, rewind, group } = request;
  if (group !== '') {
    if (pattern.kind !== 'exact') return rejection('INVALID_ARGUMENT', 'command.join.group');
    // A group's messages go to whoever is there; nobody has a position in them.
    if (recover.length > 0) return rejection('INVALID_ARGUMENT', 'command.join.recover');
    if (rewind > 0) return rejection('INVALID_ARGUMENT', 'command.join.rewind');
  }
  if (recover.length > 0 && rewind > 0) return rejection('INVALID_ARGUMENT', 'command.join.rewind');
  const positionsMax = pattern.kind === 'exact' ? 1 : options.wildcardChannelsMax;
  const isForeign = recover.some(({ channel }) => !matchesChannel(pattern, channel));
  if (recover.length > positionsMax || isForeign) return rejection('INVALID_ARGUMENT', 'command.join.recover');
  return conflictsWithHeld(client, request) ? rejection('GROUP_CONFLICT') : null;
}

/** A connection is plain or in one group on a channel, never both. [S-ROUTE-3] */
function conflictsWithHeld(client: Client, request: JoinRequest): boolean {
  const same = client.subscriptions.get(subscriptionKey(request.room, request.channelText));
  if (same !== undefined) return same.group !== request.group;
  for (const held of client.subscriptions.values()) {
    const isGrouped = held.group !== '' || request.group !== '';
    if (isGrouped && held.room === request.room && overlaps(held, request)) return true;
  }
  return false;
}

/** Groups are exact, so one of the two names a channel. */
function overlaps(held: Subscription, request: JoinRequest): boolean {
  if (held.pattern.kind === 'exact') return matchesChannel(request.pattern, held.pattern.channel);
  return request.pattern.kind === 'exact' && matchesChannel(held.pattern, request.pattern.channel);
}
