/**
 * What operators read about each event: one row per type, so that a new event cannot be forgotten. Messages say what
 * happened and to whom; warnings also say what to do. [CON VII.6]
 *
 * Levels: `debug` for what every client does all the time, `info` for the life of the server and its sessions, `warn`
 * for what an operator should look at, `error` for what the bus failed to do.
 */
import { InvariantError } from '../base/invariant.js';
import { CASIL_LINES } from './casil-log-lines.js';
import type { LineOf } from './event-line.js';
import type { TelemetryEvent, TelemetryEventType } from './events.js';
import type { LogLine } from './logger.js';
import { SESSION_LINES } from './session-log-lines.js';

/** Close code 1000 to 1001 and 4000 to 4001: everyday ends of a connection (RFC 6455, 7.4.1; errors.proto). */
const EVERYDAY_CLOSE_CODES: ReadonlySet<number> = new Set([1000, 1001, 1005, 1006, 4000, 4001]);

const LINES: { readonly [T in TelemetryEventType]: LineOf<T> } = {
  'server.started': ({ nodeId, url }) => ({
    level: 'info',
    msg: `node ${nodeId} listens on ${url}`,
    fields: { node_id: nodeId, url },
  }),
  'server.draining': ({ deadlineMs, connections }) => ({
    level: 'info',
    msg: `draining: ${connections} connections have ${deadlineMs} ms to move`,
    fields: { deadline_ms: deadlineMs, connections },
  }),
  'server.stopped': ({ code }) => ({
    level: 'info',
    msg: `stopped with exit code ${code}`,
    fields: { exit_code: code },
  }),
  'connection.refused': ({ remoteAddress, reason }) => ({
    level: 'warn',
    msg: `refused a connection from ${remoteAddress}: ${reason}`,
    fields: { remote_address: remoteAddress, reason },
  }),
  'connection.opened': ({ connectionId, remoteAddress }) => ({
    level: 'debug',
    msg: `connection ${connectionId} opened from ${remoteAddress}`,
    fields: { connection_id: connectionId, remote_address: remoteAddress },
  }),
  'connection.closed': ({ connectionId, clientId, tenant, code }) => ({
    level: EVERYDAY_CLOSE_CODES.has(code) ? 'debug' : 'info',
    msg: `connection ${connectionId} closed with ${code}`,
    fields: { connection_id: connectionId, client_id: clientId, tenant, close_code: code },
  }),
  'auth.failed': ({ remoteAddress, reason, tenant, clientId }) => ({
    level: 'warn',
    msg: `refused a credential from ${remoteAddress}: ${reason}; if the client is yours, check its token`,
    fields: { remote_address: remoteAddress, reason, tenant, client_id: clientId },
  }),
  'message.rejected': ({ clientId, tenant, connectionId, error, field }) => ({
    level: 'debug',
    msg: `rejected an envelope of connection ${connectionId} with ${error}${field === '' ? '' : ` at ${field}`}`,
    fields: { client_id: clientId, tenant, connection_id: connectionId, error, field },
  }),
  'command.handled': ({ clientId, tenant, command, error, durationMs }) => ({
    level: 'debug',
    msg: error === null ? `answered ${command} of ${clientId}` : `refused ${command} of ${clientId} with ${error}`,
    fields: { client_id: clientId, tenant, command, error, duration_ms: durationMs },
  }),
  'subscriber.slow': ({ connectionId, action, queuedBytes, tenant, room, channel }) => ({
    level: 'warn',
    msg: `connection ${connectionId} reads too slowly and was ${action}; look at the client, or let the room conflate`,
    fields: { connection_id: connectionId, action, queued_bytes: queuedBytes, tenant, room, channel },
  }),
  'gap.announced': ({ tenant, room, channel, reason, count }) => ({
    level: 'debug',
    msg: `announced a gap of ${count} messages${place(room, channel)}: ${reason}`,
    fields: { tenant, room, channel, reason, count },
  }),
  'channel.created': ({ tenant, room, channel }) => ({
    level: 'debug',
    msg: `created${place(room, channel)}`,
    fields: { tenant, room, channel },
  }),
  'channel.removed': ({ tenant, room, channel, why }) => ({
    level: why === 'deleted' ? 'info' : 'debug',
    msg: `${why}${place(room, channel)}`,
    fields: { tenant, room, channel, why },
  }),
  'credentials.reloaded': ({ source }) => ({
    level: 'info',
    msg: `${source} changed and the new ones are in use`,
    fields: { source },
  }),
  'credentials.reload_failed': ({ source, problem }) => ({
    level: 'error',
    msg: `${source} changed but cannot be used, so the old ones stay in use: ${problem}`,
    fields: { source, problem },
  }),
  'limit.exceeded': ({ limit, tenant, clientId, retryAfterMs, count }) => ({
    level: 'warn',
    msg: `refused ${count} times for ${limit}${clientId === '' ? '' : `, last ${clientId}`}; slow the clients down, or raise it`,
    fields: { limit, tenant, client_id: clientId, retry_after_ms: retryAfterMs, count },
  }),
  'access.banned': ({ what, tenant, name, untilMs, durationMs }) => ({
    level: 'warn',
    msg: `banned the ${what} ${name} for ${durationMs} ms; if it is yours, look at what it was refused for`,
    fields: { what, tenant, name, until: new Date(untilMs).toISOString(), duration_ms: durationMs },
  }),
  'internal.error': ({ where, error }) => ({
    // An invariant that broke means the process cannot trust itself any more.
    level: error instanceof InvariantError ? 'fatal' : 'error',
    msg: `internal error in ${where}: ${error.message}; please report it with this line`,
    fields: { where, error: error.name, stack: stackFrames(error) },
  }),
  ...SESSION_LINES,
  ...CASIL_LINES,
};

export function describeEvent(event: TelemetryEvent): LogLine {
  return { event: event.type, ...lineFor(event.type)(event) };
}

/** The table's type ties each row to its event; one lookup by the event's own type keeps that tie. */
function lineFor<T extends TelemetryEventType>(type: T): LineOf<T> {
  return LINES[type];
}

function place(room: string, channel: string): string {
  return room === '' ? '' : ` ${room}:${channel}`;
}

/** Where it happened, without the message, on one line. */
function stackFrames(error: Error): string {
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line.startsWith('at '))
    .slice(0, 8)
    .join(' < ');
}
