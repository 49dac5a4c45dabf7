import type { TelemetryEvent, TelemetryEventType } from '../../../src/telemetry/events.js';

/** One event of each type, so that a new type must be sampled too; every text a client chose is `hostile`. */
export function sampleEvents(hostile: string): {
  readonly [T in TelemetryEventType]: Extract<TelemetryEvent, { type: T }>;
} {
  const place = { tenant: hostile, room: hostile, channel: hostile };
  return {
    'server.started': { type: 'server.started', nodeId: 'n1', url: 'ws://127.0.0.1:7410' },
    'server.draining': { type: 'server.draining', deadlineMs: 1000, connections: 2 },
    'server.stopped': { type: 'server.stopped', code: 0 },
    'connection.refused': { type: 'connection.refused', remoteAddress: hostile, reason: hostile },
    'connection.opened': { type: 'connection.opened', connectionId: 1, remoteAddress: hostile },
    'connection.closed': { type: 'connection.closed', connectionId: 1, clientId: hostile, code: 4002 },
    'auth.accepted': { type: 'auth.accepted', clientId: hostile, tenant: hostile, subject: hostile },
    'auth.failed': { type: 'auth.failed', remoteAddress: hostile, reason: hostile },
    'auth.denied': { type: 'auth.denied', clientId: hostile, action: hostile, ...place },
    'message.rejected': { type: 'message.rejected', clientId: null, connectionId: 1, error: hostile, field: hostile },
    'command.handled': {
      type: 'command.handled',
      clientId: hostile,
      tenant: hostile,
      command: hostile,
      error: hostile,
      durationMs: 1.5,
    },
    'subscriber.slow': {
      type: 'subscriber.slow',
      connectionId: 1,
      action: 'disconnected',
      queuedBytes: 99,
      room: hostile,
      channel: hostile,
    },
    'gap.announced': { type: 'gap.announced', ...place, reason: hostile, count: 3 },
    'channel.created': { type: 'channel.created', ...place },
    'channel.removed': { type: 'channel.removed', ...place, why: 'deleted' },
    'internal.error': { type: 'internal.error', where: hostile, error: new Error(hostile) },
    'casil.decision': {
      type: 'casil.decision',
      ...place,
      clientId: hostile,
      subject: hostile,
      messageType: 'EVENT',
      messageId: 'm1',
      mode: 'enforce',
      outcome: 'block',
      wouldBe: 'block',
      reasonCode: 'CASIL_POLICY_BLOCKED_SECRET',
      kind: 'secret',
      riskLevel: 'high',
      flags: ['contains_probable_secret'],
      ruleIds: ['block-secret'],
      policies: ['block-secrets'],
      part: 'payload',
      bytes: 321,
      work: 1234,
      payloadState: 'omitted',
    },
    'casil.internal_error': {
      type: 'casil.internal_error',
      ...place,
      clientId: hostile,
      outcome: 'allow',
      error: 'TypeError',
      where: 'segmenter.js:12:3',
    },
    'casil.repeated_violations': {
      type: 'casil.repeated_violations',
      dimension: 'sender',
      tenant: hostile,
      name: hostile,
      clientId: hostile,
      count: 20,
      windowMs: 60_000,
    },
    'casil.events_dropped': { type: 'casil.events_dropped', count: 5 },
  };
}
