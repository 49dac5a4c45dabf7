/**
 * What operators read about content inspection: who, where, which rule, what came of it and why; never what was in the
 * message. What was altered or blocked, or would have been, is `info`; a tag is `debug`. [CON VII.6] [C-TEL-1]
 */
import type { LineOf } from './event-line.js';
import type { CasilDecision, CasilOutcome } from './events.js';

type CasilEventType = 'casil.decision' | 'casil.internal_error' | 'casil.repeated_violations' | 'casil.events_dropped';

const DONE: { readonly [O in CasilOutcome]: string } = {
  allow: 'tagged',
  allow_with_redaction: 'masked parts of',
  block: 'blocked',
};
const WOULD: { readonly [O in CasilOutcome]: string } = {
  allow: 'would tag',
  allow_with_redaction: 'would mask parts of',
  block: 'would block',
};

export const CASIL_LINES: { readonly [T in CasilEventType]: LineOf<T> } = {
  'casil.decision': (event) => ({
    level: event.wouldBe === 'allow' ? 'debug' : 'info',
    msg: describeDecision(event),
    fields: {
      client_id: event.clientId,
      tenant: event.tenant,
      subject: event.subject,
      room: event.room,
      channel: event.channel,
      message_type: event.messageType,
      message_id: event.messageId,
      mode: event.mode,
      outcome: event.outcome,
      would_be: event.wouldBe,
      reason_code: event.reasonCode,
      kind: event.kind,
      risk_level: event.riskLevel,
      flags: event.flags.join(','),
      rules: event.ruleIds.join(','),
      policies: event.policies.join(','),
      part: event.part,
      bytes: event.bytes,
      work: event.work,
      payload_state: event.payloadState,
    },
  }),
  'casil.internal_error': ({ tenant, clientId, room, channel, outcome, error, where }) => ({
    level: 'error',
    msg:
      `inspecting a message of ${clientId} failed with ${error} at ${where}; it was ` +
      `${outcome === 'block' ? 'blocked' : 'let through uninspected'}; please report it with this line`,
    fields: { client_id: clientId, tenant, room, channel, outcome, error, where },
  }),
  'casil.repeated_violations': ({ dimension, tenant, name, clientId, count, windowMs }) => ({
    level: 'warn',
    msg:
      `${dimension} ${name} had ${count} messages against the content policies within ${windowMs} ms, ` +
      `the last from ${clientId}; ${NEXT_STEP[dimension]}`,
    fields: { dimension, tenant, name, client_id: clientId, count, window_ms: windowMs },
  }),
  'casil.events_dropped': ({ count }) => ({
    level: 'warn',
    msg: `left out ${count} events of content inspection in a second; arqonbus_casil_* metrics count them all`,
    fields: { count },
  }),
};

const NEXT_STEP = {
  sender: 'talk to its owner; if a secret was sent, have it replaced',
  room: 'see which senders and rules its lines name',
  channel: 'see which senders and rules its lines name',
} as const;

function describeDecision(event: CasilDecision): string {
  const { mode, outcome, wouldBe, clientId, messageType, room, channel, part, ruleIds } = event;
  const verb = mode === 'monitor' ? WOULD[wouldBe] : DONE[outcome];
  const place = room === '' ? '' : ` to ${room}:${channel}`;
  const about = part === '' ? '' : ` for its ${part}`;
  const rules = ruleIds.length === 0 ? '' : ` by ${ruleIds.join(', ')}`;
  const why = event.reasonCode === '' ? event.flags.join(', ') : event.reasonCode;
  return `${verb} ${article(messageType)} of ${clientId}${place}${about}${rules}: ${why}`;
}

function article(messageType: string): string {
  return `${messageType.startsWith('E') ? 'an' : 'a'} ${messageType}`;
}
