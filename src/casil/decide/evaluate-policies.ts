/**
 * Makes one decision of what was found: a finding takes, per policy, the first rule that matches it; a rule that looks
 * at no findings is about the message as a whole, and all of those that match count. The strongest action wins. Pure:
 * the order of the findings changes nothing but which of two equally serious kinds is named. [C-DEC-1]
 */
import type { Decision, Finding, Judgement } from '../inspection.js';
import type { CompiledPolicy, CompiledRule } from '../policy/compiled-policy.js';
import { decisionOf } from './decision.js';
import type { EvaluationInput } from './evaluation-input.js';
import { appliesToMessage, takesFinding } from './rule-conditions.js';
import { untouched } from './untouched.js';

export type { EvaluationInput } from './evaluation-input.js';

/** A message without findings under policies without rules about messages costs no allocation. */
export function evaluatePolicies(input: EvaluationInput): Decision {
  let judgements: Judgement[] | null = null;
  for (const policy of input.policies) {
    if (input.findings.length > 0) judgements = judgeFindings(policy, input, judgements);
    judgements = judgeMessage(policy, input, judgements);
  }
  return judgements === null ? untouched(input.contentForm, input.flags) : decisionOf(judgements, input);
}

function judgeFindings(policy: CompiledPolicy, input: EvaluationInput, before: Judgement[] | null): Judgement[] | null {
  const rules = policy.rules.filter((rule) => rule.sources !== null && appliesToMessage(policy, rule, input));
  if (rules.length === 0) return before;
  let judgements = before;
  for (const finding of input.findings) {
    const rule = rules.find((one) => takesFinding(one, finding));
    if (rule !== undefined) (judgements ??= []).push(judgementOf(finding, rule));
  }
  return judgements;
}

function judgeMessage(policy: CompiledPolicy, input: EvaluationInput, before: Judgement[] | null): Judgement[] | null {
  let judgements = before;
  for (const rule of policy.rules) {
    if (rule.sources !== null || !appliesToMessage(policy, rule, input)) continue;
    (judgements ??= []).push({ finding: null, rule, action: rule.action });
  }
  return judgements;
}

/** What the bus itself interprets cannot be masked without changing what the message does. [C-RED-1] */
function judgementOf(finding: Finding, rule: CompiledRule): Judgement {
  const isMaskable = rule.action !== 'redact' || finding.surface.maskable;
  return { finding, rule, action: isMaskable ? rule.action : 'block' };
}
