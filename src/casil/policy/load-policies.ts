/**
 * The policies a configuration names: each found, read, compiled and linted, or every problem of all of them at once.
 * A policy that is missing is told at the line that names it. Reads files and nothing else. [C-POL-1, C-CFG-1]
 */
import { isAbsolute, join } from 'node:path';
import { err, ok, type Result } from '../../base/result.js';
import { readDocumentFile } from '../../documents/document-file.js';
import { PROBLEMS_MAX, type DocumentCode, type Place, type Problem } from '../../documents/problem.js';
import { suggestName } from '../../documents/suggest.js';
import { BUILT_IN_PARTS } from './built-in-parts.js';
import { reportCollisions } from './collisions.js';
import type { CompiledPolicy } from './compiled-policy.js';
import { loadPolicyText, type LoadedPolicy } from './load-policy-text.js';
import type { PolicyLimits } from './policy-limits.js';
import type { PolicyParts } from './policy-parts.js';
import type { PolicyProblem } from './policy-problem.js';
import { isPolicyPath, SHIPPED_POLICIES, shippedPolicyFile } from './shipped-policies.js';

export interface NamedPolicy {
  /** The name of a shipped policy, or a path. */
  readonly name: string;
  /** Where the name was written; null where it was not written in a document. */
  readonly place: Place | null;
}

export interface LoadPoliciesRequest {
  readonly names: readonly NamedPolicy[];
  /** Paths are relative to it: the folder of the file that names them. */
  readonly baseDir: string;
  /** Milliseconds since 1970, for exceptions that expire. */
  readonly nowMs: number;
  readonly limits: PolicyLimits & { readonly maxPolicies: number; readonly maxPatterns: number };
  readonly readFile?: (path: string) => Result<string, Problem<DocumentCode>>;
  /** The built-in ones if unset. */
  readonly parts?: PolicyParts;
}

export interface LoadedPolicies {
  /** In the order they were named. */
  readonly policies: readonly CompiledPolicy[];
  readonly warnings: readonly PolicyProblem[];
  /** Files that were read, in the same order; those of shipped policies are absolute. */
  readonly files: readonly string[];
}

/** A policy that was loaded, and who asked for it. */
export interface NamedAndLoaded extends LoadedPolicy {
  readonly named: NamedPolicy;
  readonly path: string;
}

export function loadPolicies(request: LoadPoliciesRequest): Result<LoadedPolicies, readonly PolicyProblem[]> {
  const problems: PolicyProblem[] = [];
  const loaded: NamedAndLoaded[] = [];
  for (const named of request.names.slice(0, request.limits.maxPolicies)) {
    const result = loadOne(named, request);
    if (result.ok) loaded.push(result.value);
    else problems.push(...result.error);
  }
  problems.push(...reportCollisions(request.names, loaded, request.limits));
  if (problems.some(({ severity }) => severity === 'error')) return err(problems.slice(0, PROBLEMS_MAX));
  return ok({
    policies: loaded.map(({ policy }) => policy),
    warnings: [...loaded.flatMap(({ warnings }) => warnings), ...problems],
    files: loaded.map(({ path }) => path),
  });
}

function loadOne(
  named: NamedPolicy,
  { baseDir, nowMs, limits, readFile = readDocumentFile, parts = BUILT_IN_PARTS }: LoadPoliciesRequest,
): Result<NamedAndLoaded, readonly PolicyProblem[]> {
  const { name, place } = named;
  const found = locate(name, baseDir);
  if (found === null) return err([unknownName(named)]);
  const text = readFile(found.path);
  if (!text.ok) return err([{ ...text.error, where: place, ...shippedHint(name) }]);
  const result = loadPolicyText(text.value, found.file, { origin: name, nowMs, limits, parts });
  return result.ok ? ok({ ...result.value, named, path: found.path }) : result;
}

function locate(name: string, baseDir: string): { readonly path: string; readonly file: string } | null {
  if (!isPolicyPath(name)) return shippedPolicyFile(name);
  const path = isAbsolute(name) ? name : join(baseDir, name);
  return { path, file: path };
}

function unknownName({ name, place }: NamedPolicy): PolicyProblem {
  const problem = `no policy ${JSON.stringify(name)} comes with the program`;
  const next = [`for a file of your own write its path: ./${name}.yaml`];
  return { code: 'POL001', severity: 'error', problem, where: place, ...shippedHint(name), next };
}

function shippedHint(name: string): { readonly hint: string } {
  const meant = suggestName(name, SHIPPED_POLICIES);
  return { hint: meant === null ? `shipped: ${SHIPPED_POLICIES.join(', ')}` : `did you mean "${meant}"?` };
}
