/** The policies a configuration names, for whoever starts or checks a server. Nothing is read where inspection is off. */
import { dirname } from 'node:path';
import { ok, type Result } from '../base/result.js';
import { BUILT_IN_PARTS } from '../casil/policy/built-in-parts.js';
import { loadPolicies, type LoadedPolicies } from '../casil/policy/load-policies.js';
import type { LoadedConfig } from '../config/load-config.js';
import type { Problem } from '../documents/problem.js';

const NONE: LoadedPolicies = { policies: [], warnings: [], files: [] };

/**
 * @param configFile paths of policies are relative to its folder; null, or `-` for standard input, means the working
 *   directory.
 */
export function loadConfiguredPolicies(
  { config: { casil }, placeOf }: Pick<LoadedConfig, 'config' | 'placeOf'>,
  configFile: string | null,
  nowMs: number,
): Result<LoadedPolicies, readonly Problem[]> {
  if (!casil.enabled) return ok(NONE);
  const {
    max_policies: maxPolicies,
    max_patterns: maxPatterns,
    max_inspect_bytes: inspectBytesMax,
    oversize,
  } = casil.limits;
  return loadPolicies({
    names: casil.policies.map((name, index) => ({ name, place: placeOf(['casil', 'policies', index]) })),
    baseDir: configFile === null || configFile === '-' ? '.' : dirname(configFile),
    nowMs,
    limits: { maxPolicies, maxPatterns, inspectBytesMax, oversize },
    parts: BUILT_IN_PARTS,
  });
}
