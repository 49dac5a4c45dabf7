/**
 * For a test that failed: which rule came nearest to matching, and what kept it from it. Not for the hot path; speaks of
 * rules, detectors and globs, never of content. [C-CLI-1]
 */
import type { Finding } from '../inspection.js';
import { globMatching } from '../policy/address-scope.js';
import type { AddressScope, CompiledPolicy, CompiledRule } from '../policy/compiled-policy.js';
import type { Place } from '../../documents/problem.js';
import type { Action } from '../vocabulary.js';
import type { EvaluationInput } from './evaluation-input.js';
import { appliesToMessage, exceptionFor, hasAny, isAtLeast, takesFinding } from './rule-conditions.js';

export interface ExpectedRules {
  /** Ids, or `policy/id`; empty where the test names none. */
  readonly rules: readonly string[];
  /** What was expected of the message; narrows the rules looked at where none is named. */
  readonly action?: Action;
}

export interface Miss {
  readonly rule: CompiledRule;
  /** What kept it from matching: `scope.exclude matched "support-*:*"`. */
  readonly why: string;
  readonly place: Place | null;
}

/** A condition that did not hold. */
interface Unmet {
  readonly why: string;
  /** How far from matching it leaves the rule: a rule that found nothing is further away than one that is out of scope. */
  readonly weight: number;
}

const NOTHING_FOUND_WEIGHT = 10;

/** @param input with every policy there is, whether it covers the address or not. null where no rule missed. */
export function nearestRule(input: EvaluationInput, expected: ExpectedRules): Miss | null {
  let nearest: Miss | null = null;
  let distance = Infinity;
  for (const policy of input.policies) {
    for (const rule of policy.rules) {
      if (!isExpected(rule, expected)) continue;
      const unmet = unmetConditions(policy, rule, input);
      const ownDistance = unmet.reduce((sum, { weight }) => sum + weight, 0);
      if (unmet.length === 0 || ownDistance >= distance) continue;
      nearest = { rule, why: unmet.map(({ why }) => why).join('; '), place: rule.place };
      distance = ownDistance;
    }
  }
  return nearest;
}

function isExpected(rule: CompiledRule, { rules, action }: ExpectedRules): boolean {
  if (rules.length > 0) return rules.includes(rule.id) || rules.includes(`${rule.policy}/${rule.id}`);
  return action === undefined || rule.action === action;
}

function unmetConditions(policy: CompiledPolicy, rule: CompiledRule, input: EvaluationInput): readonly Unmet[] {
  const { room, channel, flags, contentForm } = input;
  const unmet = [
    outOfScope(policy.scope, room, channel, `of policy ${policy.name} `),
    rule.scope === null ? null : outOfScope(rule.scope, room, channel, ''),
    rule.flags === null || hasAny(rule.flags, flags) ? null : `flags: the message has none of ${listed(rule.flags)}`,
    rule.content === null || rule.content.has(contentForm)
      ? null
      : `content: the payload is ${contentForm}, not ${listed(rule.content)}`,
    excepted(policy, rule, input),
  ].flatMap((why) => (why === null ? [] : [{ why, weight: 1 }]));
  const finding = unmetByFindings(policy, rule, input);
  return finding === null ? unmet : [...unmet, finding];
}

function outOfScope(scope: AddressScope, room: string, channel: string, owner: string): string | null {
  if (scope.covers(room, channel)) return null;
  const excluding = globMatching(scope.exclude, room, channel);
  if (excluding !== null) return `scope.exclude ${owner}matched "${excluding}"`;
  return `scope.include ${owner}does not match ${room}:${channel}`;
}

function excepted(policy: CompiledPolicy, rule: CompiledRule, input: EvaluationInput): string | null {
  const exception = exceptionFor(policy, rule, input);
  if (exception === null) return null;
  return `excepted until ${new Date(exception.expiresAtMs).toISOString()}: ${exception.reason}`;
}

function unmetByFindings(policy: CompiledPolicy, rule: CompiledRule, input: EvaluationInput): Unmet | null {
  const { sources } = rule;
  if (sources === null) return null;
  const findings = input.findings.filter(({ source }) => sources.has(source));
  if (findings.length === 0) {
    return { why: `nothing was found by ${listed([...sources].map(({ id }) => id))}`, weight: NOTHING_FOUND_WEIGHT };
  }
  const reasons = findings.map((finding) => unmetBy(policy, rule, finding, input));
  if (reasons.includes(null)) return null;
  return { why: reasons[0] ?? '', weight: 1 };
}

function unmetBy(policy: CompiledPolicy, rule: CompiledRule, finding: Finding, input: EvaluationInput): string | null {
  const { source, surface } = finding;
  if (!isAtLeast(source.risk, rule.minRisk)) return `min_risk: ${source.id} is ${source.risk}, not ${rule.minRisk}`;
  if (rule.parts !== null && !rule.parts.has(surface.part)) {
    return `in: ${source.id} was found in ${surface.part}, not ${listed(rule.parts)}`;
  }
  const before = policy.rules.slice(0, policy.rules.indexOf(rule));
  const taker = before.find((other) => takesFinding(other, finding) && appliesToMessage(policy, other, input));
  return taker === undefined ? null : `rule ${taker.id} before it took what ${source.id} found`;
}

const LISTED_MAX = 5;

function listed(names: Iterable<string>): string {
  const all = [...names];
  const more = all.length - LISTED_MAX;
  return more > 0 ? `${all.slice(0, LISTED_MAX).join(', ')} and ${more} more` : all.join(', ') || 'nothing';
}
