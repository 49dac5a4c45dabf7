/** One run over all files of cases: read, check everything, then run. What is wrong with any of them stops the run. */
import { DETECTORS } from '../../casil/detectors/catalogue.js';
import { parseCaseFile, type CaseFile } from '../../casil/testing/case-file.js';
import { expandWith } from '../../casil/testing/generated-text.js';
import { ruleCoverage } from '../../casil/testing/rule-coverage.js';
import { runCase, type CaseResult, type CaseRunner } from '../../casil/testing/run-case.js';
import type { Problem } from '../../documents/problem.js';
import type { CommandContext } from '../command-context.js';
import { OperatorError, operatorError } from '../operator-error.js';
import type { BoundedPattern } from '../tail/bounded-pattern.js';
import { createBenches, type Benches } from './benches.js';
import { readCaseInputs } from './case-inputs.js';
import { payloadReader } from './payload-file.js';
import type { TestRun } from './report/test-run.js';
import type { TestPolicyOptions } from './test-policy.js';
import type { FileWatcher } from './watch-files.js';

/**
 * @param only runs the cases whose names match; all if null.
 * @throws OperatorError 65 or 66 for the cases, 78 or 66 for the policies, 1 where no case was left to run.
 */
export async function runCases(
  context: CommandContext,
  options: TestPolicyOptions,
  only: BoundedPattern | null,
  watcher: FileWatcher | null,
): Promise<TestRun> {
  const files = await readFiles(context, options.files, watcher);
  const benches = await createBenches(context, options.policies, watcher);
  // All policies first: a run that stops half-way for a policy has said nothing of use.
  for (const file of files) benches.of(file);
  await benches.tellWarnings();

  const problems: Problem[] = [];
  const results = new Map<string, CaseResult[]>();
  for (const file of files) {
    results.set(file.file, await runFile(context, file, { options, only, benches, watcher, problems }));
  }
  if (problems.length > 0) throw new OperatorError('data', problems);
  const all = [...results.values()].flat();
  if (all.length === 0) throw nothingRun(options.run);
  return {
    files: [...results].map(([file, ofFile]) => ({ file, results: ofFile })),
    coverage: ruleCoverage(benches.policies, all),
    tellRules: options.coverage,
  };
}

async function readFiles(
  context: CommandContext,
  names: readonly string[],
  watcher: FileWatcher | null,
): Promise<CaseFile[]> {
  const { inputs, problems } = await readCaseInputs(context, names, watcher);
  const mistakes: Problem[] = [...problems];
  const files: CaseFile[] = [];
  for (const { file, text } of inputs) {
    const parsed = parseCaseFile(text, file);
    if (parsed.ok) files.push(parsed.value);
    else mistakes.push(...parsed.error);
  }
  const isMissing = mistakes.every(({ code }) => code === 'CFG001');
  if (mistakes.length > 0) throw new OperatorError(isMissing ? 'missing' : 'data', mistakes);
  return files;
}

async function runFile(
  { clock, signal }: CommandContext,
  file: CaseFile,
  run: {
    readonly options: TestPolicyOptions;
    readonly only: BoundedPattern | null;
    readonly benches: Benches;
    readonly watcher: FileWatcher | null;
    readonly problems: Problem[];
  },
): Promise<CaseResult[]> {
  const runner: CaseRunner = {
    bench: run.benches.of(file),
    expand: expandWith(DETECTORS),
    readFile: payloadReader(file.file, run.watcher),
    workMax: run.options.workMax,
    wants: (name) => run.only?.test(name) !== false,
    monotonicMs: () => clock.monotonicMs(),
  };
  const results: CaseResult[] = [];
  for (const one of file.cases) {
    // Signals are heard between cases.
    await new Promise((next) => setImmediate(next));
    if (signal.aborted) break;
    const result = runCase(one, runner);
    if (result.ok) results.push(...result.value);
    else run.problems.push(result.error);
  }
  return results;
}

function nothingRun(run: string | null): OperatorError {
  const next = run === null ? [] : ['a part of a name is enough, such as --run "e-mail"'];
  const why = run === null ? 'the files hold none' : `--run ${run} matches the name of none`;
  return operatorError('no', 'CLI002', `no case was run: ${why}`, { next });
}
