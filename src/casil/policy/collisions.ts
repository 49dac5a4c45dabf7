/** What only a set of policies can get wrong: one policy twice, too many of them, ids that cannot be told apart. */
import type { NamedAndLoaded, NamedPolicy } from './load-policies.js';
import type { PolicyProblem } from './policy-problem.js';

interface SetLimits {
  readonly maxPolicies: number;
  readonly maxPatterns: number;
}

export function reportCollisions(
  names: readonly NamedPolicy[],
  loaded: readonly NamedAndLoaded[],
  limits: SetLimits,
): PolicyProblem[] {
  return [
    ...tooManyPolicies(names, limits),
    ...namedTwice(loaded),
    ...tooManyPatterns(loaded, limits),
    ...sharedRuleIds(loaded),
  ];
}

function tooManyPolicies(names: readonly NamedPolicy[], { maxPolicies }: SetLimits): PolicyProblem[] {
  const first = names[maxPolicies];
  if (first === undefined) return [];
  const problem = `${names.length} policies are more than the ${maxPolicies} that casil.limits.max_policies allows`;
  return [
    { code: 'POL003', severity: 'error', problem, where: first.place, hint: 'the first that is too many', next: [] },
  ];
}

/** The same file, or two files that give themselves the same name. */
function namedTwice(loaded: readonly NamedAndLoaded[]): PolicyProblem[] {
  return loaded.flatMap(({ policy, path, named, namePlace }, index) => {
    const earlier = loaded.slice(0, index).find((other) => other.path === path || other.policy.name === policy.name);
    if (earlier === undefined) return [];
    const isSameFile = earlier.path === path;
    const problem = isSameFile
      ? `the policy ${named.name} is named twice`
      : `${named.name} calls itself ${policy.name}, as ${earlier.named.name} does`;
    const hint = isSameFile ? 'keep one of them' : 'give each a name of its own';
    return [
      { code: 'POL002', severity: 'error', problem, where: isSameFile ? named.place : namePlace, hint, next: [] },
    ];
  });
}

function tooManyPatterns(loaded: readonly NamedAndLoaded[], { maxPatterns }: SetLimits): PolicyProblem[] {
  const places = loaded.flatMap(({ patternPlaces }) => patternPlaces);
  const first = places[maxPatterns];
  if (first === undefined) return [];
  const problem = `${places.length} patterns are more than the ${maxPatterns} that casil.limits.max_patterns allows`;
  return [{ code: 'POL003', severity: 'error', problem, where: first, hint: 'the first that is too many', next: [] }];
}

/** Decisions and metrics name rules by their ids alone. */
function sharedRuleIds(loaded: readonly NamedAndLoaded[]): PolicyProblem[] {
  const owners = new Map<string, string>();
  return loaded.flatMap(({ policy }) =>
    policy.rules.flatMap(({ id, place }): PolicyProblem[] => {
      const owner = owners.get(id);
      if (owner === undefined) {
        owners.set(id, policy.name);
        return [];
      }
      const problem = `the policies ${owner} and ${policy.name} both have a rule ${id}: reports cannot tell them apart`;
      return [{ code: 'POL035', severity: 'warning', problem, where: place, hint: 'rename one of them', next: [] }];
    }),
  );
}
