/**
 * Which policies a command runs, and under which limits: those of a configuration (-c), else the defaults of one; the
 * policies of --policy before those of the configuration, and both before what a file of cases names.
 */
import { dirname } from 'node:path';
import type { InspectorLimits } from '../../casil/inspector-options.js';
import { compileAddressScope } from '../../casil/policy/address-scope.js';
import type { AddressScope } from '../../casil/policy/compiled-policy.js';
import { loadPolicies, type LoadedPolicies, type NamedPolicy } from '../../casil/policy/load-policies.js';
import { loadConfig } from '../../config/load-config.js';
import type { Config } from '../../config/schema.js';
import type { CommandContext } from '../command-context.js';
import { loadEffective } from '../config/load-effective.js';
import { readDocumentFile } from '../../documents/document-file.js';
import { configError } from '../operator-error.js';
import type { FileWatcher } from './watch-files.js';

export interface PolicySettings {
  readonly scope: AddressScope;
  readonly limits: InspectorLimits;
  readonly policiesMax: number;
  readonly patternsMax: number;
  /** null where neither --policy nor -c names any. */
  readonly policies: PolicyNames | null;
}

export interface PolicyNames {
  readonly names: readonly NamedPolicy[];
  /** Paths are relative to it. */
  readonly folder: string;
}

/** @throws OperatorError 78 when the configuration is not valid, 66 when there is none of that name. */
export async function policySettings(context: CommandContext, flags: readonly string[]): Promise<PolicySettings> {
  const fromFlags = flags.length === 0 ? null : policyNames(flags, '--policy');
  if (context.globals.config === undefined) return settingsOf(defaultConfig(), fromFlags);
  const { file, result } = await loadEffective(context);
  if (!result.ok) throw configError(result.error);
  const loaded = result.value;
  const { config } = loaded;
  const names = config.casil.policies.map((name, index) => ({
    name,
    place: loaded.placeOf(['casil', 'policies', index]),
  }));
  const fromConfig = { names, folder: file === null || file === '-' ? '.' : dirname(file) };
  return settingsOf(config, fromFlags ?? fromConfig);
}

/** Policies named by a flag: paths are relative to the working directory. */
export function policyNames(names: readonly string[], flag: string): PolicyNames {
  return { names: names.map((name) => ({ name, place: { kind: 'flag', name: flag } })), folder: '.' };
}

/** @throws OperatorError 78 when a policy does not compile, 66 when a file is missing. */
export function loadNamedPolicies(
  { names, folder }: PolicyNames,
  { limits, policiesMax, patternsMax }: PolicySettings,
  nowMs: number,
  watcher: FileWatcher | null,
): LoadedPolicies {
  const { inspectBytesMax, oversize } = limits;
  const loaded = loadPolicies({
    names,
    baseDir: folder,
    nowMs,
    limits: { maxPolicies: policiesMax, maxPatterns: patternsMax, inspectBytesMax, oversize },
    readFile(path) {
      watcher?.addFile(path);
      return readDocumentFile(path);
    },
  });
  if (!loaded.ok) throw configError(loaded.error);
  return loaded.value;
}

function defaultConfig(): Config {
  const loaded = loadConfig({ env: {} });
  if (!loaded.ok) throw configError(loaded.error);
  return loaded.value.config;
}

function settingsOf({ casil }: Config, policies: PolicyNames | null): PolicySettings {
  const { limits } = casil;
  return {
    policies,
    scope: compileAddressScope(casil.scope.include, casil.scope.exclude),
    policiesMax: limits.max_policies,
    patternsMax: limits.max_patterns,
    limits: {
      inspectBytesMax: limits.max_inspect_bytes,
      oversize: limits.oversize,
      workMax: limits.max_work,
      workLimit: limits.work_limit,
      findingsMax: limits.max_findings,
      decodeBytesMax: limits.max_decode_bytes,
    },
  };
}
