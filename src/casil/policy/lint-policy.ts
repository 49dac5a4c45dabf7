/** What a policy that compiles may still get wrong: dead rules, idle detectors, expired exceptions. [C-POL-1] */
import type { FindingSource } from '../engine/detector.js';
import type { CompiledPolicy } from './compiled-policy.js';
import { detectorsNamed } from './policy-parts.js';
import type { PolicyReport } from './policy-problem.js';
import type { PolicyFile } from './policy-schema.js';
import { unreachableRules } from './unreachable-rules.js';

/** @param nowMs milliseconds since 1970. */
export function lintPolicy(file: PolicyFile, policy: CompiledPolicy, report: PolicyReport, nowMs: number): void {
  if (file.rules.length === 0) report.warn('POL034', ['rules'], 'the policy has no rules, so it decides nothing');
  reportUnreachableRules(policy, report);
  reportUnused(file, policy, report);
  reportPatternsWithoutAnchor(policy, report);
  reportExpired(file, policy, report, nowMs);
}

function reportUnreachableRules(policy: CompiledPolicy, report: PolicyReport): void {
  for (const { index, takenBy } of unreachableRules(policy)) {
    const rule = policy.rules[index];
    if (rule === undefined) continue;
    const where = ['rules', index, 'id'];
    if (takenBy.length > 0) {
      const problem = `rule ${rule.id} can never match: ${takenBy.map(({ id }) => id).join(', ')} before it ${
        takenBy.length === 1 ? 'takes' : 'take'
      } everything it could`;
      report.warn('POL030', where, problem, 'move it up or remove it');
    } else {
      const what =
        rule.sources?.size === 0
          ? 'it looks at nothing this policy looks for'
          : `nothing it looks at is of ${rule.minRisk} risk`;
      report.warn('POL030', where, `rule ${rule.id} can never match: ${what}`);
    }
  }
}

function reportUnused(file: PolicyFile, policy: CompiledPolicy, report: PolicyReport): void {
  const used = new Set<FindingSource>(policy.rules.flatMap(({ sources }) => [...(sources ?? [])]));
  for (const [index, name] of file.detectors.entries()) {
    if (detectorsNamed(name, policy.detectors).some((detector) => used.has(detector))) continue;
    report.warn('POL032', ['detectors', index], `no rule looks at what ${name} finds`, 'remove it, or add a rule');
  }
  for (const key of ['patterns', 'fields'] as const) {
    for (const [index, source] of policy[key].entries()) {
      if (used.has(source)) continue;
      report.warn('POL032', [key, index, 'id'], `no rule looks at what ${source.id} finds`, 'remove it, or add a rule');
    }
  }
}

function reportPatternsWithoutAnchor(policy: CompiledPolicy, report: PolicyReport): void {
  for (const [index, pattern] of policy.patterns.entries()) {
    if (pattern.anchor !== null) continue;
    const problem = `pattern ${pattern.id} has no literal that every match contains, so it runs over every byte`;
    report.warn('POL031', ['patterns', index, 'regex'], problem, 'a fixed prefix of two characters makes it cheap');
  }
}

function reportExpired(file: PolicyFile, policy: CompiledPolicy, report: PolicyReport, nowMs: number): void {
  for (const [index, exception] of policy.exceptions.entries()) {
    if (nowMs < exception.expiresAtMs) continue;
    const problem = `the exception from ${exception.rule} expired ${file.exceptions[index]?.expires}: the rule counts again`;
    report.warn('POL033', ['exceptions', index, 'expires'], problem, 'remove it');
  }
}
