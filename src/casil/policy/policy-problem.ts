/** What is wrong with a policy: what can be wrong with any document, and what only a policy gets wrong. */
import { DOCUMENT_CODES, type Place, type Problem } from '../../documents/problem.js';
import type { Places } from '../../documents/validate.js';

/** Every code with its meaning. Codes are stable; the list only grows. */
export const POLICY_CODES = {
  ...DOCUMENT_CODES,
  POL001: 'no policy of this name is shipped',
  POL002: 'a policy is named twice',
  POL003: 'there are more policies or patterns than the limits allow',
  POL004: 'a limit is looser than that of the server',
  POL010: 'a detector is unknown or not enabled',
  POL011: 'a rule names a pattern, a field or a kind that the policy does not have',
  POL012: 'an id is used twice',
  POL013: 'a regular expression cannot be compiled',
  POL014: 'a field path cannot be read',
  POL015: 'conditions contradict each other, or are empty',
  POL016: 'an exception names a rule that the policy does not have',
  POL030: 'a rule can never match',
  POL031: 'a pattern has no literal to look for first',
  POL032: 'something is declared that no rule looks at',
  POL033: 'an exception has expired',
  POL034: 'a policy has no rules',
  POL035: 'two policies have a rule of the same id',
} as const;

export type PolicyCode = keyof typeof POLICY_CODES;

export type PolicyProblem = Problem<PolicyCode>;

type Path = readonly PropertyKey[];

/** Collects the problems of one file, each at the place of a path in it. */
export interface PolicyReport {
  readonly problems: readonly PolicyProblem[];
  readonly hasErrors: boolean;
  placeOf(path: Path): Place | null;
  error(code: PolicyCode, where: Path | Place, problem: string, hint?: string, next?: readonly string[]): void;
  warn(code: PolicyCode, where: Path | Place, problem: string, hint?: string): void;
}

export function createPolicyReport(places: Places): PolicyReport {
  const problems: PolicyProblem[] = [];
  const placeOf = (where: Path | Place) => ('kind' in where ? where : places.ofValue(where));
  return {
    problems,
    get hasErrors() {
      return problems.some(({ severity }) => severity === 'error');
    },
    placeOf,
    error(code, where, problem, hint = '', next = []) {
      problems.push({ code, severity: 'error', problem, where: placeOf(where), hint, next });
    },
    warn(code, where, problem, hint = '') {
      problems.push({ code, severity: 'warning', problem, where: placeOf(where), hint, next: [] });
    },
  };
}
