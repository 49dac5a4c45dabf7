/**
 * Which rules the cases tried. A rule wants two cases: one in which it fires, and one that comes near to it and in
 * which it stays silent. A rule that never fired may be misspelt, out of scope or behind a rule that takes all.
 */
import type { CompiledPolicy, CompiledRule } from '../policy/compiled-policy.js';
import type { CaseResult } from './run-case.js';

export interface RuleCoverage {
  readonly rule: CompiledRule;
  readonly hit: boolean;
  readonly nearMiss: boolean;
}

export interface Coverage {
  /** In the order of the policies. */
  readonly rules: readonly RuleCoverage[];
  /** Rules that fired in some case. */
  readonly hits: number;
  /** Share of rules that fired, in percent, rounded down; 100 where there are no rules. */
  readonly percent: number;
}

export function ruleCoverage(policies: Iterable<CompiledPolicy>, results: readonly CaseResult[]): Coverage {
  const hit = new Set(results.flatMap(({ fired }) => fired));
  const nearMissed = new Set(results.flatMap((result) => result.nearMissed));
  const rules = [...policies].flatMap((policy) =>
    policy.rules.map((rule) => ({ rule, hit: hit.has(rule), nearMiss: nearMissed.has(rule) })),
  );
  const hits = rules.filter((one) => one.hit).length;
  return { rules, hits, percent: rules.length === 0 ? 100 : Math.floor((hits * 100) / rules.length) };
}
