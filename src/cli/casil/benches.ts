/** The inspectors of a run: one for each set of policies, made when the first file of cases asks for it. */
import { dirname } from 'node:path';
import type { CompiledPolicy } from '../../casil/policy/compiled-policy.js';
import type { PolicyProblem } from '../../casil/policy/policy-problem.js';
import type { CaseFile } from '../../casil/testing/case-file.js';
import { createPolicyBench, type InspectingBench } from '../../casil/testing/policy-bench.js';
import type { CommandContext } from '../command-context.js';
import { usageError } from '../operator-error.js';
import { problemText } from '../output/problem-text.js';
import { chooseStyle } from '../output/style.js';
import { loadNamedPolicies, policySettings, type PolicyNames } from './policy-settings.js';
import type { FileWatcher } from './watch-files.js';

export interface Benches {
  /** @throws OperatorError 64 where nobody names a policy, 78 or 66 where one cannot be used. */
  of(file: Pick<CaseFile, 'file' | 'policies'>): InspectingBench;
  /** Policies named by a flag of another name, such as --against. */
  named(names: PolicyNames): InspectingBench;
  /** Of all benches so far, each once. */
  readonly policies: readonly CompiledPolicy[];
  /** What the loader found worth saying, on stderr. */
  tellWarnings(): Promise<void>;
}

/** @param flags policies of --policy, which replace what files name. */
export async function createBenches(
  context: CommandContext,
  flags: readonly string[],
  watcher: FileWatcher | null,
): Promise<Benches> {
  const { clock, env, globals, io, invocation } = context;
  const { config } = globals;
  if (config !== undefined && config !== '-') watcher?.addFile(config);
  const settings = await policySettings(context, flags);
  const benches = new Map<string, InspectingBench>();
  const warnings: PolicyProblem[] = [];

  function named(names: PolicyNames): InspectingBench {
    const key = JSON.stringify([names.folder, ...names.names.map(({ name }) => name)]);
    const known = benches.get(key);
    if (known !== undefined) return known;
    const loaded = loadNamedPolicies(names, settings, clock.nowMs(), watcher);
    warnings.push(...loaded.warnings);
    const { scope, limits } = settings;
    const bench = createPolicyBench({ policies: loaded.policies, scope, limits });
    benches.set(key, bench);
    return bench;
  }

  return {
    named,
    of({ file, policies }) {
      if (settings.policies !== null) return named(settings.policies);
      if (policies.length > 0) return named({ names: policies, folder: file === '-' ? '.' : dirname(file) });
      const name = file === '-' ? 'standard input' : file;
      throw usageError(`no policy is named: not by ${name}, nor by --policy or -c`, [
        'name one with --policy FILE, or a configuration with -c FILE',
        'a file of cases may name its own: policy: ../my-policy.yaml',
      ]);
    },
    get policies() {
      return [...benches.values()].flatMap((bench) => bench.policies);
    },
    async tellWarnings() {
      if (globals.quiet) return;
      const style = chooseStyle(globals.color, io.stderr, env);
      for (const warning of warnings) await io.stderr.write(problemText(warning, style, invocation));
    },
  };
}
