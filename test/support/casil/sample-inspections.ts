import type { Inspection, InspectionFacts } from '../../../src/casil/inspection.js';

/** A message in which nothing was found. */
export const CLEAN: Inspection = {
  outcome: 'allow',
  wouldBe: 'allow',
  reason: null,
  kind: 'json',
  risk: 'low',
  flags: [],
  ruleIds: [],
  contentForm: 'json',
  redacted: null,
  metadata: null,
  observability: 'as_message',
  part: '',
  work: 10,
};

export const BLOCKED: Inspection = {
  ...CLEAN,
  outcome: 'block',
  wouldBe: 'block',
  reason: 'CASIL_POLICY_BLOCKED_SECRET',
  kind: 'secret',
  risk: 'high',
  flags: ['contains_probable_secret'],
  ruleIds: ['block-secret'],
  part: 'payload',
};

export const REDACTED: Inspection = {
  ...CLEAN,
  outcome: 'allow_with_redaction',
  wouldBe: 'allow_with_redaction',
  reason: 'CASIL_POLICY_REDACTED',
  kind: 'personal_data',
  risk: 'medium',
  flags: ['contains_personal_data'],
  ruleIds: ['mask-email'],
};

export const TAGGED: Inspection = {
  ...CLEAN,
  reason: 'CASIL_POLICY_TAGGED',
  kind: 'large_message',
  risk: 'medium',
  ruleIds: ['tag-large'],
};

export const FACTS: InspectionFacts = {
  tenant: 't',
  room: 'lab',
  channel: 'done',
  messageType: 1,
  messageId: 'm1',
  sender: { clientId: 'n1.c', subject: 'ada' },
  bytes: 100,
};
