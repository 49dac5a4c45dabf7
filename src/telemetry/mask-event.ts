/**
 * Text that others chose passes through here before any sink sees it: a credential that someone used as a room or a
 * name must not end up in a log. The table names every text field of every event and says whose text it is, so that
 * neither a new event nor a new field can be forgotten. [C-LOG-1] [P9]
 */
import type { EventOf } from './event-line.js';
import type { TelemetryEvent, TelemetryEventType } from './events.js';

export type MaskText = (text: string) => string;

/** `theirs` is masked. `ours` are addresses, words and ids that the bus, its operator or the network made. */
type Author = 'ours' | 'theirs';

/** Fields that can hold any text; words from a fixed list cannot hold a credential. */
type TextField<E> = { [K in keyof E]-?: string extends E[K] ? K : never }[keyof E];

/** Key ids are names that whoever issues credentials chose. */
const SOMEONE = {
  clientId: 'ours',
  tenant: 'theirs',
  subject: 'theirs',
  keyId: 'theirs',
  remoteAddress: 'ours',
} as const satisfies Record<string, Author>;

const AUTHORS: { readonly [T in TelemetryEventType]: { readonly [K in TextField<EventOf<T>>]: Author } } = {
  'server.started': { nodeId: 'ours', url: 'ours' },
  'server.draining': {},
  'server.stopped': {},
  'connection.refused': { remoteAddress: 'ours', reason: 'ours' },
  'connection.opened': { remoteAddress: 'ours' },
  // A client id is made by the server.
  'connection.closed': { clientId: 'ours', tenant: 'theirs' },
  'auth.accepted': SOMEONE,
  // What an authenticator says may quote the credential.
  'auth.failed': { remoteAddress: 'ours', reason: 'theirs', tenant: 'theirs', clientId: 'ours' },
  'auth.denied': { ...SOMEONE, action: 'ours', room: 'theirs', channel: 'theirs' },
  'session.closed': SOMEONE,
  'subscription.opened': { ...SOMEONE, room: 'theirs', channel: 'theirs' },
  'subscription.closed': { ...SOMEONE, room: 'theirs', channel: 'theirs' },
  'access.deny_replaced': {},
  'audit.failing': { reason: 'ours' },
  // Both are from the catalogue and the schema.
  'message.rejected': { clientId: 'ours', tenant: 'theirs', error: 'ours', field: 'ours' },
  'command.handled': { clientId: 'ours', tenant: 'theirs', command: 'ours', error: 'ours' },
  'subscriber.slow': { tenant: 'theirs', room: 'theirs', channel: 'theirs' },
  'gap.announced': { tenant: 'theirs', room: 'theirs', channel: 'theirs', reason: 'ours' },
  'channel.created': { tenant: 'theirs', room: 'theirs', channel: 'theirs' },
  'channel.removed': { tenant: 'theirs', room: 'theirs', channel: 'theirs' },
  'credentials.reloaded': {},
  // Names files and lines; what stands in them belongs to others.
  'credentials.reload_failed': { problem: 'theirs' },
  'limit.exceeded': { limit: 'ours', tenant: 'theirs', clientId: 'ours' },
  'access.banned': { tenant: 'theirs', name: 'theirs' },
  'internal.error': { where: 'ours' },
  'casil.decision': {
    tenant: 'theirs',
    clientId: 'ours',
    subject: 'theirs',
    room: 'theirs',
    channel: 'theirs',
    messageType: 'ours',
    messageId: 'theirs',
    reasonCode: 'ours',
    kind: 'ours',
    part: 'ours',
  },
  'casil.internal_error': {
    tenant: 'theirs',
    clientId: 'ours',
    room: 'theirs',
    channel: 'theirs',
    error: 'ours',
    where: 'ours',
  },
  'casil.repeated_violations': { tenant: 'theirs', name: 'theirs', clientId: 'ours' },
  'casil.events_dropped': {},
};

const THEIR_FIELDS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(AUTHORS).map(([type, fields]) => [
    type,
    Object.entries(fields).flatMap(([field, author]) => (author === 'theirs' ? [field] : [])),
  ]),
);

/** How far causes of causes are followed. */
const CAUSES_MAX = 4;

/** @returns the event itself where nothing in it had to be masked; else a copy */
export function maskEvent(event: TelemetryEvent, maskText: MaskText): TelemetryEvent {
  if (event.type === 'internal.error') return { ...event, error: maskError(event.error, maskText, CAUSES_MAX) };
  let copy: Record<string, unknown> | null = null;
  for (const field of THEIR_FIELDS.get(event.type) ?? []) {
    const text = (event as unknown as Readonly<Record<string, unknown>>)[field];
    if (typeof text !== 'string') continue;
    const masked = maskText(text);
    if (masked === text) continue;
    copy ??= { ...event };
    copy[field] = masked;
  }
  // A text was replaced by a text: the shape is the event's own.
  return copy === null ? event : (copy as unknown as TelemetryEvent);
}

/**
 * An error of the same class with name, message, stack and causes masked, and nothing else: other properties (arguments
 * of a failed call, paths) could hold anything.
 */
function maskError(error: Error, maskText: MaskText, causesMax: number): Error {
  const masked = Object.create(Object.getPrototypeOf(error) as object) as Error;
  const set = (key: string, value: unknown) =>
    Object.defineProperty(masked, key, { value, configurable: true, writable: true, enumerable: false });
  set('name', error.name);
  set('message', maskText(error.message));
  set('stack', maskText(error.stack ?? ''));
  if (error.cause instanceof Error && causesMax > 0) set('cause', maskError(error.cause, maskText, causesMax - 1));
  return masked;
}
