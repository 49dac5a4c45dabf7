/** Policies and findings made by hand, so that what decides is all that is tested. */
import type { EvaluationInput } from '../../../../src/casil/decide/evaluate-policies.js';
import type { FindingSource } from '../../../../src/casil/engine/detector.js';
import type { Finding } from '../../../../src/casil/inspection.js';
import { compileAddressScope } from '../../../../src/casil/policy/address-scope.js';
import type { CompiledPolicy, CompiledRule } from '../../../../src/casil/policy/compiled-policy.js';
import type { Surface } from '../../../../src/casil/surfaces/surface.js';
import type { MessagePart } from '../../../../src/casil/vocabulary.js';

export const TOKEN: FindingSource = { id: 'github-token', kind: 'secret', risk: 'high' };
export const ASSIGNMENT: FindingSource = { id: 'assignment', kind: 'secret', risk: 'medium' };
export const EMAIL: FindingSource = { id: 'email', kind: 'personal_data', risk: 'medium' };
export const TICKET: FindingSource = { id: 'ticket', kind: 'internal', risk: 'low' };
export const SOURCES = [TOKEN, ASSIGNMENT, EMAIL, TICKET] as const;

export function finding(source: FindingSource, part: MessagePart = 'payload', maskable = true): Finding {
  const surface: Surface = {
    part,
    form: 'text',
    encoding: 'plain',
    bytes: new Uint8Array(8),
    from: 0,
    to: 8,
    maskable,
    sourceStart: (at) => at,
    sourceEnd: (at) => at,
  };
  return { source, surface, start: 0, end: 8, verified: false };
}

export function rule(id: string, parts: Partial<CompiledRule> = {}): CompiledRule {
  return {
    id,
    policy: 'p',
    action: 'allow',
    observability: 'as_message',
    sources: null,
    minRisk: 'low',
    parts: null,
    flags: null,
    content: null,
    scope: null,
    kind: null,
    risk: null,
    place: null,
    ...parts,
  };
}

export function policy(rules: readonly CompiledRule[], parts: Partial<CompiledPolicy> = {}): CompiledPolicy {
  return {
    name: 'p',
    origin: 'p.yaml',
    scope: compileAddressScope(['*:*'], []),
    detectors: [],
    patterns: [],
    fields: [],
    rules,
    exceptions: [],
    inspectBytesMax: null,
    oversize: null,
    ...parts,
  };
}

export function message(policies: readonly CompiledPolicy[], parts: Partial<EvaluationInput> = {}): EvaluationInput {
  return {
    policies,
    room: 'support',
    channel: 'chat',
    subject: 'bot-7',
    findings: [],
    flags: [],
    contentForm: 'json',
    nowMs: Date.UTC(2026, 5, 1),
    ...parts,
  };
}
