/** What operators read about sessions, and about those who may not do what they try. */
import type { LineOf } from './event-line.js';
import type { SessionEvent } from './session-events.js';

export const SESSION_LINES: { readonly [T in SessionEvent['type']]: LineOf<T> } = {
  'auth.accepted': ({ clientId, tenant, subject, keyId, how }) => ({
    level: how === 'hello' ? 'info' : 'debug',
    msg:
      how === 'hello'
        ? `${subject} of ${tenant} has a session as ${clientId}`
        : `${subject} of ${tenant} has a new credential as ${clientId}`,
    fields: { client_id: clientId, tenant, subject, key_id: keyId },
  }),
  'auth.denied': ({ clientId, tenant, subject, action, room, channel }) => ({
    level: 'warn',
    msg: `${clientId} may not ${action}${room === '' ? '' : ` ${room}:${channel}`}; grant it, or find out why it tries`,
    fields: { client_id: clientId, tenant, subject, action, room, channel },
  }),
  'session.closed': ({ clientId, tenant, subject, keyId, code, reason }) => ({
    level: reason === 'closed' ? 'debug' : 'info',
    msg:
      reason === 'closed'
        ? `the session of ${subject} of ${tenant} as ${clientId} is over`
        : `ended the session of ${subject} of ${tenant} as ${clientId}: its credential ${ENDED[reason]}`,
    fields: { client_id: clientId, tenant, subject, key_id: keyId, close_code: code, reason },
  }),
  'subscription.opened': ({ clientId, tenant, subject, room, channel }) => ({
    level: 'debug',
    msg: `${clientId} joined ${room}:${channel}`,
    fields: { client_id: clientId, tenant, subject, room, channel },
  }),
  'subscription.closed': ({ clientId, tenant, subject, room, channel, reason }) => ({
    level: 'debug',
    msg: reason === 'left' ? `${clientId} left ${room}:${channel}` : `${clientId} lost ${room}:${channel}`,
    fields: { client_id: clientId, tenant, subject, room, channel, reason },
  }),
  'access.deny_replaced': ({ subjects, keyIds, addresses }) => ({
    level: 'info',
    msg: `access.deny now names ${subjects} subjects, ${keyIds} keys and ${addresses} address ranges`,
    fields: { subjects, key_ids: keyIds, addresses },
  }),
  'audit.failing': ({ reason }) => ({
    level: 'error',
    msg: `the audit log loses lines: ${reason}; make room or fix audit.file, then send SIGHUP`,
    fields: { reason },
  }),
};

const ENDED = {
  expired: 'has expired',
  revoked: 'is no longer accepted',
  denied: 'is denied by access.deny',
} as const;
