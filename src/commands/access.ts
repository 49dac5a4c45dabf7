/**
 * May the session do this to that channel? A channel it may not touch and one that does not exist get the same
 * answer, so that nothing can be learnt by asking. [P7]
 */
import type { ChannelAction } from '../auth/authorize.js';
import { rejection, type Rejection } from '../protocol/rejection.js';
import type { CommandContext } from './command.js';
import { identify } from './identity.js';

/** @returns null if allowed; otherwise the rejection, after operators were told. */
export function checkAccess(
  { session, ports }: CommandContext,
  action: ChannelAction,
  place: { readonly room: string; /** Or a pattern. */ readonly channel: string },
): Rejection | null {
  const { room, channel } = place;
  if (session.authorizer.allows(action, room, channel)) return null;
  ports.telemetry.emit({ type: 'auth.denied', ...identify(session), action, room, channel });
  return rejection('NOT_FOUND');
}
