/**
 * Ending a session that is not wanted any more: from this step on it receives nothing, is nobody's target and is told
 * why, then its connection closes. [T-AUTH-6] [P6]
 */
import { CloseCode } from '../protocol/close-code.js';
import { rejection, type ErrorName } from '../protocol/rejection.js';
import { errorFrame } from '../protocol/server-frames.js';
import type { Router } from '../routing/router.js';
import type { Session } from './session.js';

/** `expired`: its time is over. `revoked`: its key is gone. `denied`: an operator's list names it. */
export type SessionEndReason = 'expired' | 'revoked' | 'denied';

/** A denied client hears no more than a revoked one: it must authenticate, which will fail. */
const ERRORS: { readonly [R in SessionEndReason]: ErrorName } = {
  expired: 'CREDENTIAL_EXPIRED',
  revoked: 'UNAUTHENTICATED',
  denied: 'UNAUTHENTICATED',
};

/**
 * Whose key was changed, by its grants for one, may come back with it and is judged anew; whose key is gone is refused
 * for good then.
 */
const CLOSE_CODES: { readonly [R in SessionEndReason]: CloseCode } = {
  expired: CloseCode.CLOSED_UNAUTHENTICATED,
  revoked: CloseCode.DISCONNECTED_BY_OPERATOR,
  denied: CloseCode.CLOSED_UNAUTHENTICATED,
};

export function endSession(router: Router, session: Session, reason: SessionEndReason): void {
  if (session.endedBecause !== null) return;
  session.endedBecause = reason;
  router.removeClient(session);
  const refused = rejection(ERRORS[reason]);
  session.enqueueFrame(errorFrame(refused));
  session.close(CLOSE_CODES[reason], refused.message);
}
