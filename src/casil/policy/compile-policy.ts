/** From a validated policy file to the policy the engine uses, with every problem at its place. [C-POL-1] */
import { compileAddressScope } from './address-scope.js';
import { compileExceptions, compileRules } from './compile-rules.js';
import { compileSources } from './compile-sources.js';
import type { CompiledPolicy } from './compiled-policy.js';
import type { PolicyParts } from './policy-parts.js';
import type { PolicyReport } from './policy-problem.js';
import type { PolicyFile } from './policy-schema.js';

/**
 * @param origin as the policy was named: a path, or the name of a shipped one.
 * @param report hears of every problem; the policy is of use only if none was an error.
 */
export function compilePolicy(
  file: PolicyFile,
  origin: string,
  parts: PolicyParts,
  report: PolicyReport,
): CompiledPolicy {
  if (file.scope.include.length === 0) {
    report.error('POL015', ['scope', 'include'], 'the scope of the policy includes no address', 'leave it out for all');
  }
  const sources = compileSources(file, parts, report);
  const context = { file, sources, parts, report };
  return {
    name: file.name,
    origin,
    scope: compileAddressScope(file.scope.include, file.scope.exclude),
    ...sources,
    rules: compileRules(context),
    exceptions: compileExceptions(context),
    inspectBytesMax: file.limits.max_inspect_bytes ?? null,
    oversize: file.limits.oversize ?? null,
  };
}
