/** Sums up judgements into one decision: action, reason, kind and risk, flags, rules. [C-DEC-1] */
import type { Decision, Judgement } from '../inspection.js';
import type { CompiledRule } from '../policy/compiled-policy.js';
import { ACTIONS, FLAGS, KIND_PERSONAL_DATA, KIND_SECRET, RISKS } from '../vocabulary.js';
import type { Action, Flag, Reason, Risk } from '../vocabulary.js';
import type { EvaluationInput } from './evaluation-input.js';

/** @param judgements in the order of the policies; at least one. */
export function decisionOf(judgements: readonly Judgement[], input: EvaluationInput): Decision {
  const action = strongestAction(judgements);
  return {
    action,
    reason: reasonOf(action, judgements),
    ...mostSerious(judgements, input),
    flags: flagsOf(judgements, input.flags),
    ruleIds: ruleIdsOf(judgements, input),
    observability: judgements.some(({ rule }) => rule.observability === 'omit') ? 'omit' : 'as_message',
    judgements,
  };
}

/** What a judgement is about: what its rule says, else its finding; null for a message of which the rule says nothing. */
function kindOf({ rule, finding }: Judgement): string | null {
  return rule.kind ?? finding?.source.kind ?? null;
}

function riskOf({ rule, finding }: Judgement): Risk | null {
  return rule.risk ?? finding?.source.risk ?? null;
}

function strongestAction(judgements: readonly Judgement[]): Action {
  let strongest: Action = 'allow';
  for (const { action } of judgements) {
    if (ACTIONS.indexOf(action) > ACTIONS.indexOf(strongest)) strongest = action;
  }
  return strongest;
}

function reasonOf(action: Action, judgements: readonly Judgement[]): Reason {
  if (action === 'allow') return 'CASIL_POLICY_TAGGED';
  if (action === 'redact') return 'CASIL_POLICY_REDACTED';
  // Asked for by a rule, not only because what should have been masked cannot be.
  const blocking = judgements.filter(({ rule }) => rule.action === 'block');
  if (blocking.length === 0) return 'CASIL_POLICY_UNMASKABLE';
  const blockedKinds = new Set(blocking.filter(({ finding }) => finding !== null).map(kindOf));
  if (blockedKinds.has(KIND_SECRET)) return 'CASIL_POLICY_BLOCKED_SECRET';
  return blockedKinds.has(KIND_PERSONAL_DATA) ? 'CASIL_POLICY_BLOCKED_PERSONAL_DATA' : 'CASIL_POLICY_BLOCKED';
}

/** Of the most serious judgement that has a kind or a risk to tell, the first of equals. */
function mostSerious(judgements: readonly Judgement[], input: EvaluationInput): { kind: string; risk: Risk } {
  let kind: string | null = null;
  let rank = -1;
  for (const judgement of judgements) {
    const ownKind = kindOf(judgement);
    const ownRisk = riskOf(judgement);
    if (ownKind === null && ownRisk === null) continue;
    const ownRank = RISKS.indexOf(ownRisk ?? 'low');
    if (ownRank <= rank) continue;
    kind = ownKind;
    rank = ownRank;
  }
  return { kind: kind ?? input.contentForm, risk: RISKS[rank] ?? 'low' };
}

function flagsOf(judgements: readonly Judgement[], given: readonly Flag[]): readonly Flag[] {
  const flags = new Set<Flag>(given);
  for (const judgement of judgements) {
    if (judgement.finding === null) continue;
    const kind = kindOf(judgement);
    if (kind === KIND_SECRET) flags.add('contains_probable_secret');
    if (kind === KIND_PERSONAL_DATA) flags.add('contains_personal_data');
  }
  return FLAGS.filter((flag) => flags.has(flag));
}

/** Rules in the order of their files, whatever the order of the findings. */
function ruleIdsOf(judgements: readonly Judgement[], { policies }: EvaluationInput): readonly string[] {
  const matched = new Set<CompiledRule>(judgements.map(({ rule }) => rule));
  const ids = policies.flatMap(({ rules }) => rules.filter((rule) => matched.has(rule)).map(({ id }) => id));
  return [...new Set(ids)];
}
