/**
 * The words of inspection, shared by policies, metadata, events and the command line. All of them are stable: they end
 * up in dashboards and in clients' code.
 */
export const OUTCOMES = ['allow', 'allow_with_redaction', 'block'] as const;
/** The one result of an inspection. */
export type Outcome = (typeof OUTCOMES)[number];

export const RISKS = ['low', 'medium', 'high'] as const;
export type Risk = (typeof RISKS)[number];

export const ACTIONS = ['allow', 'redact', 'block'] as const;
/** What a rule asks for; the strongest of all rules that match becomes the outcome. */
export type Action = (typeof ACTIONS)[number];

/** What the payload is made of; the `kind` of a message in which nothing was found. */
export const CONTENT_FORMS = ['empty', 'json', 'text', 'protobuf', 'opaque'] as const;
export type ContentForm = (typeof CONTENT_FORMS)[number];

export const FLAGS = [
  'contains_probable_secret',
  'contains_personal_data',
  'oversize_payload',
  'opaque_payload',
  'inspection_truncated',
  'work_limit_reached',
] as const;
export type Flag = (typeof FLAGS)[number];

export const REASONS = [
  /** A rule matched and asked for nothing but to be named. */
  'CASIL_POLICY_TAGGED',
  'CASIL_POLICY_REDACTED',
  'CASIL_POLICY_BLOCKED',
  'CASIL_POLICY_BLOCKED_SECRET',
  'CASIL_POLICY_BLOCKED_PERSONAL_DATA',
  'CASIL_POLICY_OVERSIZE',
  'CASIL_POLICY_WORK_LIMIT',
  /** What should have been masked is what the bus interprets: ids, targets, command arguments. */
  'CASIL_POLICY_UNMASKABLE',
  'CASIL_INTERNAL_ALLOW',
  'CASIL_INTERNAL_BLOCK',
  /** Something would have been done, were it not for `mode: monitor`. */
  'CASIL_MONITOR_MODE',
] as const;
export type Reason = (typeof REASONS)[number];

/** Parts of a message a rule can be limited to. */
export const MESSAGE_PARTS = ['payload', 'headers', 'content_type', 'ids', 'hooks', 'command', 'unknown'] as const;
/** `ids`: id, correlation_id, causation_id, target, traceparent. `hooks`: capabilities, intent, embedding model, and a hello's names. */
export type MessagePart = (typeof MESSAGE_PARTS)[number];

/** Built-in kinds; policies may name others. */
export const KIND_SECRET = 'secret';
export const KIND_PERSONAL_DATA = 'personal_data';
