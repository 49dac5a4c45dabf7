/** Whether a rule's conditions hold: those about the message, and those about one finding. */
import type { Finding } from '../inspection.js';
import { matchesGlob } from '../policy/glob.js';
import type { CompiledPolicy, CompiledRule, PolicyException } from '../policy/compiled-policy.js';
import { RISKS, type Flag, type Risk } from '../vocabulary.js';
import type { EvaluationInput } from './evaluation-input.js';

type MessageFacts = Omit<EvaluationInput, 'policies' | 'findings'>;

/** Everything but the finding: scope, flags, form of the content, exceptions. */
export function appliesToMessage(policy: CompiledPolicy, rule: CompiledRule, message: MessageFacts): boolean {
  if (rule.flags !== null && !hasAny(rule.flags, message.flags)) return false;
  if (rule.content !== null && !rule.content.has(message.contentForm)) return false;
  if (rule.scope !== null && !rule.scope.covers(message.room, message.channel)) return false;
  return exceptionFor(policy, rule, message) === null;
}

export function takesFinding(rule: CompiledRule, { source, surface }: Finding): boolean {
  if (rule.sources === null || !rule.sources.has(source)) return false;
  if (rule.parts !== null && !rule.parts.has(surface.part)) return false;
  return isAtLeast(source.risk, rule.minRisk);
}

/** The exception that keeps the rule from counting; null if there is none. */
export function exceptionFor(
  policy: CompiledPolicy,
  rule: CompiledRule,
  message: MessageFacts,
): PolicyException | null {
  for (const exception of policy.exceptions) {
    if (exception.rule !== rule.id || message.nowMs >= exception.expiresAtMs) continue;
    if (!exception.scope.covers(message.room, message.channel)) continue;
    const { senders } = exception;
    if (senders.length === 0 || senders.some((glob) => matchesGlob(glob, message.subject))) return exception;
  }
  return null;
}

export function hasAny(wanted: ReadonlySet<Flag>, flags: readonly Flag[]): boolean {
  for (const flag of flags) {
    if (wanted.has(flag)) return true;
  }
  return false;
}

export function isAtLeast(risk: Risk, least: Risk): boolean {
  return RISKS.indexOf(risk) >= RISKS.indexOf(least);
}
