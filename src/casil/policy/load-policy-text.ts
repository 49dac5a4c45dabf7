/** One policy from its text: parsed, validated, compiled and linted, with every problem at its line. [C-POL-1] */
import { err, ok, type Result } from '../../base/result.js';
import { PROBLEMS_MAX, type Place } from '../../documents/problem.js';
import { createValidator } from '../../documents/validate.js';
import { parseYamlSource } from '../../documents/yaml-source.js';
import { BUILT_IN_PARTS } from './built-in-parts.js';
import { compilePolicy } from './compile-policy.js';
import type { CompiledPolicy } from './compiled-policy.js';
import { lintPolicy } from './lint-policy.js';
import { reportLooseLimits, type PolicyLimits } from './policy-limits.js';
import type { PolicyParts } from './policy-parts.js';
import { createPolicyReport, type PolicyProblem } from './policy-problem.js';
import { policySchema } from './policy-schema.js';

export interface LoadPolicyTextOptions {
  /** As the policy was named; the file if unset. */
  readonly origin?: string;
  /** Milliseconds since 1970, for exceptions that expire. */
  readonly nowMs: number;
  readonly limits?: PolicyLimits;
  /** The built-in ones if unset. */
  readonly parts?: PolicyParts;
}

export interface LoadedPolicy {
  readonly policy: CompiledPolicy;
  readonly warnings: readonly PolicyProblem[];
  /** Where the policy says its name. */
  readonly namePlace: Place | null;
  /** Where each of its patterns stands, in their order. */
  readonly patternPlaces: readonly (Place | null)[];
}

const validate = createValidator(policySchema, {
  subject: 'the policy',
  nextOfUnknownKey: () => ['see docs/policy.schema.json for every key of a policy'],
});

/** @param file what places call it; `-` is standard input. */
export function loadPolicyText(
  text: string,
  file: string,
  options: LoadPolicyTextOptions,
): Result<LoadedPolicy, readonly PolicyProblem[]> {
  const source = parseYamlSource(text, file);
  if (source.problems.length > 0) return err(source.problems);
  const places = {
    ofValue: (path: readonly PropertyKey[]) => source.placeOfValue(path),
    ofKey: (path: readonly PropertyKey[], key: string) => source.placeOfKey(path, key),
  };
  const { value, problems } = validate(withoutEmptyKeys(source.value ?? {}), places);
  if (value === null) return err(problems);

  const report = createPolicyReport(places);
  const policy = compilePolicy(value, options.origin ?? file, options.parts ?? BUILT_IN_PARTS, report);
  reportLooseLimits(value, options.limits ?? {}, report);
  if (report.hasErrors) return err(report.problems.slice(0, PROBLEMS_MAX));
  lintPolicy(value, policy, report, options.nowMs);
  return ok({
    policy,
    warnings: report.problems,
    namePlace: report.placeOf(['name']),
    patternPlaces: value.patterns.map((_, index) => report.placeOf(['patterns', index, 'id'])),
  });
}

/** `exceptions:` with nothing, or only comments, under it means that there are none. */
function withoutEmptyKeys(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
}
