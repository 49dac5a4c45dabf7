/**
 * Presence follows membership: a connection that becomes a member of a channel enters the roster, and what the roster
 * reports is announced to the members of rooms that want to hear it. [S-ROUTE-5]
 */
import type { wire } from '../protocol/codec.js';
import { presenceFrame } from '../protocol/server-frames.js';
import type { ResolveRoomPolicy } from '../routing/room-policy.js';
import type { Router } from '../routing/router.js';
import type { Roster, RosterMember } from '../storage/roster.js';
import type { Subscriber } from '../routing/subscriber.js';

interface PresencePorts {
  readonly router: Router;
  readonly roster: Roster;
  readonly roomPolicy: ResolveRoomPolicy;
}

export function connectPresence({ router, roster, roomPolicy }: PresencePorts): void {
  router.onMembership = ({ address, clientId, joined }) => {
    if (!joined) return roster.leave(address, clientId);
    const subscriber = router.findClient(address.tenant, clientId);
    if (subscriber !== null && isMember(subscriber)) roster.enter(address, subscriber.member);
  };
  roster.onChange = ({ address, joined, left }) => {
    if (!roomPolicy(address.tenant, address.room).joinLeaveEvents) return;
    router.announce(address, presenceFrame(address, joined.map(toWireMember), [...left]));
  };
}

function toWireMember(member: RosterMember): wire.IMember {
  const { clientId, clientType, screenName, capabilities, subject } = member;
  return { clientId, clientType, screenName, capabilities: [...capabilities], subject };
}

/** Sessions carry how others see them; other subscribers (operators' taps) do not appear in presence. */
function isMember(subscriber: Subscriber): subscriber is Subscriber & { readonly member: RosterMember } {
  return 'member' in subscriber;
}
