/** What a check of a valid configuration finds: at a path; the loader puts the place to it. */
import type { ConfigCode, ConfigProblem } from './problem.js';

export interface Finding {
  readonly code: ConfigCode;
  readonly severity: ConfigProblem['severity'];
  readonly path: readonly PropertyKey[];
  readonly problem: string;
  readonly hint: string;
  readonly next: readonly string[];
}

export function finding(
  code: ConfigCode,
  path: readonly PropertyKey[],
  problem: string,
  hint: string,
  next: readonly string[] = [],
): Finding {
  return { code, severity: 'error', path, problem, hint, next };
}
