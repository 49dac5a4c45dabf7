/** `casil test-policy`: runs files of cases through the inspection that production runs, and answers yes or no. */
import type { CommandContext } from '../command-context.js';
import type { ExitName } from '../exit-codes.js';
import { toOperatorError } from '../failure.js';
import { usageError } from '../operator-error.js';
import { problemText } from '../output/problem-text.js';
import { chooseStyle } from '../output/style.js';
import { compilePattern, type BoundedPattern } from '../tail/bounded-pattern.js';
import { REPORT_FORMATS, type ReportFormat } from './report/report-formats.js';
import { tallyOf } from './report/test-run.js';
import { runCases } from './run-cases.js';
import { createFileWatcher, type FileWatcher } from './watch-files.js';

export interface TestPolicyOptions {
  readonly files: readonly string[];
  readonly policies: readonly string[];
  /** Regular expression over names of cases. */
  readonly run: string | null;
  readonly format: ReportFormat | null;
  readonly coverage: boolean;
  /** Percent. */
  readonly coverageThreshold: number | null;
  readonly workMax: number | null;
  readonly watch: boolean;
}

export async function runTestPolicy(context: CommandContext, options: TestPolicyOptions): Promise<ExitName> {
  const format = formatOf(options, context.globals.json);
  checkCombination(options, format);
  const only = options.run === null ? null : compilePattern(options.run, 'u', '--run');
  return options.watch ? runAgain(context, options, only) : runOnce(context, options, { format, only, watcher: null });
}

function formatOf({ format }: TestPolicyOptions, json: boolean): ReportFormat {
  if (json && format !== null && format !== 'json')
    throw usageError(`--json and --format ${format} exclude each other`);
  return json ? 'json' : (format ?? 'human');
}

function checkCombination({ files, watch }: TestPolicyOptions, format: ReportFormat): void {
  if (files.length === 0) {
    throw usageError('files of cases are missing', [
      'arqonbus casil test-policy policies/tests',
      'name files, folders of them, or - for standard input',
    ]);
  }
  if (!watch) return;
  if (format !== 'human') throw usageError('--watch prints for people: not with --json or another --format');
  if (files.includes('-')) throw usageError('--watch needs files: standard input is read once');
}

interface RunTraits {
  readonly format: ReportFormat;
  readonly only: BoundedPattern | null;
  readonly watcher: FileWatcher | null;
}

async function runOnce(context: CommandContext, options: TestPolicyOptions, traits: RunTraits): Promise<ExitName> {
  const { io, globals, style } = context;
  const { format, only, watcher } = traits;
  const run = await runCases(context, options, only, watcher);
  // Half a run would look like a whole one.
  if (context.signal.aborted) return 'ok';
  await io.stdout.write(REPORT_FORMATS[format](run, { style, fields: globals.fields }));
  const { percent } = run.coverage;
  const isThin = options.coverageThreshold !== null && percent < options.coverageThreshold;
  if (isThin && !globals.quiet) {
    await io.stderr.write(`coverage ${percent}% is below --coverage-threshold ${options.coverageThreshold}%\n`);
  }
  return isThin || tallyOf(run).failed > 0 ? 'no' : 'ok';
}

/** Until a signal, --timeout or a reader that has gone ends it; each of them has its own exit status. */
async function runAgain(
  context: CommandContext,
  options: TestPolicyOptions,
  only: BoundedPattern | null,
): Promise<ExitName> {
  const { io, globals, clock, signal } = context;
  while (!signal.aborted) {
    const watcher = createFileWatcher({ clock, signal });
    try {
      await runOnce(context, options, { format: 'human', only, watcher }).catch(async (error: unknown) => {
        // With nothing to wait for, the mistake is all there is to say.
        if (!watcher.watches) throw error;
        await tellFailure(context, error);
      });
      if (!globals.quiet && !signal.aborted) await io.stderr.write('-- waiting for a change --\n');
      await watcher.changed;
    } finally {
      watcher.close();
    }
  }
  return 'ok';
}

/** A mistake in a file is what the next change mends; a bug ends the command. */
async function tellFailure({ io, globals, env, invocation }: CommandContext, error: unknown): Promise<void> {
  const failure = toOperatorError(error);
  if (failure.exit === 'bug') throw error;
  const style = chooseStyle(globals.color, io.stderr, env);
  for (const problem of failure.problems) await io.stderr.write(problemText(problem, style, invocation));
}
