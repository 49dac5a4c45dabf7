/**
 * Which events the audit log keeps, and what of them: who came and went, joined and left, was denied or banned, and
 * what operators did. Names and reasons; never a payload, never a credential. [T-AUD-1] [CON VII.6]
 */
import type { EventOf } from './event-line.js';
import type { TelemetryEvent, TelemetryEventType } from './events.js';

/** Null where there is none. */
export interface AuditRecord {
  readonly action: string;
  readonly tenant: string | null;
  readonly subject: string | null;
  readonly client_id: string | null;
  readonly key_id: string | null;
  readonly remote_address: string | null;
  readonly room: string | null;
  readonly channel: string | null;
  readonly reason: string | null;
}

const NOTHING: Omit<AuditRecord, 'action'> = {
  tenant: null,
  subject: null,
  client_id: null,
  key_id: null,
  remote_address: null,
  room: null,
  channel: null,
  reason: null,
};

type RecordOf<T extends TelemetryEventType> = (event: EventOf<T>) => AuditRecord;

/** Another kind of event worth auditing is another row. */
const RECORDS: { readonly [T in TelemetryEventType]?: RecordOf<T> } = {
  'auth.accepted': (event) => ({ ...whoOf(event), action: event.how === 'hello' ? 'connect' : 'refresh' }),
  'auth.failed': ({ remoteAddress, reason, tenant, clientId }) => ({
    ...NOTHING,
    action: 'failed_login',
    tenant,
    client_id: clientId,
    remote_address: remoteAddress,
    reason,
  }),
  'auth.denied': (event) => ({ ...whoOf(event), ...placeOf(event), action: 'denied', reason: event.action }),
  'session.closed': (event) => ({
    ...whoOf(event),
    action: 'disconnect',
    reason: event.reason === 'closed' ? `closed with ${event.code}` : event.reason,
  }),
  'subscription.opened': (event) => ({ ...whoOf(event), ...placeOf(event), action: 'join' }),
  'subscription.closed': (event) => ({ ...whoOf(event), ...placeOf(event), action: 'leave', reason: event.reason }),
  'connection.refused': ({ remoteAddress, reason }) => ({
    ...NOTHING,
    action: 'refused',
    remote_address: remoteAddress,
    reason,
  }),
  'access.banned': ({ what, tenant, name, durationMs }) => ({
    ...NOTHING,
    action: 'banned',
    tenant: tenant === '' ? null : tenant,
    subject: what === 'subject' ? name : null,
    remote_address: what === 'address' ? name : null,
    reason: `for ${durationMs} ms`,
  }),
  'access.deny_replaced': ({ subjects, keyIds, addresses }) => ({
    ...NOTHING,
    action: 'deny_list_replaced',
    reason: `${subjects} subjects, ${keyIds} keys, ${addresses} addresses`,
  }),
  'credentials.reloaded': ({ source }) => ({ ...NOTHING, action: 'credentials_reloaded', reason: source }),
  'credentials.reload_failed': ({ source }) => ({ ...NOTHING, action: 'credentials_reload_failed', reason: source }),
  'server.started': ({ nodeId }) => ({ ...NOTHING, action: 'server_started', reason: `node ${nodeId}` }),
  'server.draining': () => ({ ...NOTHING, action: 'server_draining' }),
  'server.stopped': () => ({ ...NOTHING, action: 'server_stopped' }),
};

/** Null for events that are not audited. */
export function auditRecord(event: TelemetryEvent): AuditRecord | null {
  return recordFor(event.type)?.(event) ?? null;
}

/** The table's type ties each row to its event; one lookup by the event's own type keeps that tie. */
function recordFor<T extends TelemetryEventType>(type: T): RecordOf<T> | undefined {
  return RECORDS[type];
}

type Whose = Pick<EventOf<'auth.accepted'>, 'tenant' | 'subject' | 'clientId' | 'keyId' | 'remoteAddress'>;

function whoOf({ tenant, subject, clientId, keyId, remoteAddress }: Whose): Omit<AuditRecord, 'action'> {
  return { ...NOTHING, tenant, subject, client_id: clientId, key_id: keyId, remote_address: remoteAddress };
}

function placeOf({ room, channel }: { room: string; channel: string }): Pick<AuditRecord, 'room' | 'channel'> {
  return { room: room === '' ? null : room, channel: channel === '' ? null : channel };
}
