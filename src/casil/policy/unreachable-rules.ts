/**
 * Rules that can never match, because nothing they look at can be found or because the rules before them take all of
 * it. Judged on the side of silence: a rule that is named here is truly dead. [C-POL-1]
 */
import type { FindingSource } from '../engine/detector.js';
import { RISKS } from '../vocabulary.js';
import { scopeCovers } from './address-scope.js';
import type { CompiledPolicy, CompiledRule } from './compiled-policy.js';

export interface UnreachableRule {
  readonly index: number;
  /** Rules that take everything it could; empty where nothing can be found. */
  readonly takenBy: readonly CompiledRule[];
}

export function unreachableRules(policy: CompiledPolicy): readonly UnreachableRule[] {
  const excepted = new Set(policy.exceptions.map(({ rule }) => rule));
  return policy.rules.flatMap((rule, index) => {
    const wanted = reachableSources(rule);
    // Rules about whole messages all count, so none is in the way of another.
    if (wanted === null) return [];
    if (wanted.length === 0) return [{ index, takenBy: [] }];
    // A finding that an exception keeps from a rule goes on to those after it.
    const earlier = policy.rules.slice(0, index).filter(({ id }) => !excepted.has(id));
    const taken = wanted.map((source) => earlier.find((other) => takesBefore(other, rule, source, policy)));
    return taken.every((other) => other !== undefined) ? [{ index, takenBy: [...new Set(taken)] }] : [];
  });
}

/** What can be found and is serious enough; null where the rule looks at no findings. */
function reachableSources({ sources, minRisk }: CompiledRule): readonly FindingSource[] | null {
  if (sources === null) return null;
  return [...sources].filter(({ risk }) => RISKS.indexOf(risk) >= RISKS.indexOf(minRisk));
}

/** Whether `other` takes every finding of the source that `rule` could. */
function takesBefore(other: CompiledRule, rule: CompiledRule, source: FindingSource, policy: CompiledPolicy): boolean {
  if (reachableSources(other)?.includes(source) !== true) return false;
  if (!includesAll(other.parts, rule.parts)) return false;
  if (!includesAll(other.flags, rule.flags) || !includesAll(other.content, rule.content)) return false;
  return other.scope === null || scopeCovers(other.scope, rule.scope ?? policy.scope);
}

/** null stands for no condition. */
function includesAll<T>(wide: ReadonlySet<T> | null, narrow: ReadonlySet<T> | null): boolean {
  if (wide === null) return true;
  return narrow !== null && [...narrow].every((one) => wide.has(one));
}
