/**
 * After a refresh with fewer grants: what the session holds and may no longer have ends at once, each with a notice that
 * names its room and channel, before the refresh is answered. [T-AUTH-6] [P6]
 */
import type { Authorizer } from '../auth/authorize.js';
import { rejection } from '../protocol/rejection.js';
import { errorFrame } from '../protocol/server-frames.js';
import type { CommandPorts, CommandSession } from './command.js';
import { identify } from './identity.js';

/** @param previous what the session was allowed before */
export function endWhatWasLost(session: CommandSession, previous: Authorizer, ports: CommandPorts): void {
  const { router, telemetry } = ports;
  const { authorizer, subscriber } = session;
  const mayReply = authorizer.allowsCommand('reply');
  for (const { room, channelText, responder, replaying } of router.subscriptionsOf(subscriber)) {
    const place = { room, channel: channelText };
    const readsLostPast =
      replaying && previous.allows('history', room, channelText) && !authorizer.allows('history', room, channelText);
    if (!authorizer.allows('subscribe', room, channelText) || readsLostPast) {
      router.leave(subscriber, room, channelText);
      telemetry.emit({ type: 'subscription.closed', ...identify(session), ...place, reason: 'grant_lost' });
      subscriber.enqueueFrame(errorFrame(rejection('PERMISSION_DENIED', 'subscription'), place));
    } else if (responder && !mayReply) {
      router.endResponder(subscriber, room, channelText);
      subscriber.enqueueFrame(errorFrame(rejection('PERMISSION_DENIED', 'responder'), place));
    }
  }
}
