/** What a server would start with: the configuration, and the policies and keys it names, or every problem of all. */
import { err, ok, type Result } from '../../base/result.js';
import type { CompiledPolicy } from '../../casil/policy/compiled-policy.js';
import type { ConfigFlag, LoadedConfig } from '../../config/load-config.js';
import type { Problem } from '../../documents/problem.js';
import { loadConfiguredPolicies } from '../../server/configured-policies.js';
import { loadCredentials, type Credentials } from '../../server/credentials.js';
import type { CommandContext } from '../command-context.js';
import { loadEffective } from './load-effective.js';

export interface LoadedServable {
  /** As named by the user; null for none. */
  readonly file: string | null;
  readonly result: Result<ServableConfig, readonly Problem[]>;
}

export interface ServableConfig {
  readonly loaded: LoadedConfig;
  readonly policies: readonly CompiledPolicy[];
  readonly credentials: Credentials;
  /** Of the configuration and of the policies. */
  readonly warnings: readonly Problem[];
}

/** @param adjust what the way of starting changes in the configuration, before its policies are looked for. */
export async function loadServable(
  context: CommandContext,
  file: string | undefined,
  options: { readonly flags?: readonly ConfigFlag[]; readonly adjust?: (loaded: LoadedConfig) => LoadedConfig } = {},
): Promise<LoadedServable> {
  const { flags = [], adjust = (loaded) => loaded } = options;
  const effective = await loadEffective(context, file, flags);
  if (!effective.result.ok) return { file: effective.file, result: effective.result };
  const loaded = adjust(effective.result.value);
  const policies = loadConfiguredPolicies(loaded, effective.file, context.clock.nowMs());
  const credentials = loadCredentials(loaded);
  if (!policies.ok || !credentials.ok) {
    const problems = [policies, credentials].flatMap((part) => (part.ok ? [] : part.error));
    return { file: effective.file, result: err(problems) };
  }
  const warnings = [...loaded.warnings, ...policies.value.warnings];
  const servable = { loaded, policies: policies.value.policies, credentials: credentials.value, warnings };
  return { file: effective.file, result: ok(servable) };
}
