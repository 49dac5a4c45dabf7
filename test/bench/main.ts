/**
 * The benchmark: what a delivery costs the server, against servers that people would otherwise choose, in one run on one
 * machine. docs/performance.md says what is measured and why. [S-BENCH-1]
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutRoot } from '../support/checkout.js';
import { measureInspection } from './casil/inspection-cost.js';
import { renderInspection } from './casil/inspection-report.js';
import { choosePinning, describeEnvironment } from './environment.js';
import { measureWorkload, type Series } from './measure.js';
import { compileNative } from './native-programs.js';
import { readOptions } from './options.js';
import { recordReport } from './record.js';
import { judge, missedRequired, renderReport } from './report.js';

/** Exit code: 0, or 1 when a required goal was missed. Throws when something could not be measured at all. */
export async function main(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv);
  const report = (line: string): void => void process.stderr.write(`${line}\n`);
  const base = join(checkoutRoot, '.cache/bench');
  mkdirSync(base, { recursive: true });
  const directory = mkdtempSync(join(base, 'run-'));
  try {
    const pinning = await choosePinning(options.quick);
    const native = await compileNative(directory);
    const environment = await describeEnvironment();
    const bench = {
      options,
      report,
      context: { directory, native, pin: pinning.server, program: options.program },
      load: { loadgen: native.loadgen, directory, pin: pinning.loadgen },
    };
    const series: Series[] = [];
    for (const workload of options.workloads) series.push(...(await measureWorkload(bench, workload, series)));
    const inspection = options.workloads.some(({ peers }) => peers !== undefined)
      ? measureInspection({ repetitions: options.repetitions, measureMs: options.inspectionMs })
      : [];
    const text = [renderReport(environment, options.workloads, series), '', ...renderInspection(inspection)].join('\n');
    process.stdout.write(`${text}\n`);
    const isInspectionOnly = options.workloads.every(({ peers }) => peers !== undefined);
    if (options.record) recordReport(text.trim(), isInspectionOnly ? 'bench-inspection' : 'bench');
    writeResults({ environment, options, series, inspection, verdicts: judge(series) });
    if (options.quick) return 0;
    const missed = missedRequired(judge(series));
    for (const { goal, ratio } of missed) {
      report(
        `required goal missed: ${goal.workload} against ${goal.peer} is ${ratio.toFixed(2)}, not ${goal.ratioMax}`,
      );
    }
    return missed.length > 0 ? 1 : 0;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function writeResults(results: Record<string, unknown>): void {
  const folder = join(checkoutRoot, 'test/bench/results');
  mkdirSync(folder, { recursive: true });
  const name = `${new Date().toISOString().replaceAll(':', '-')}.json`;
  writeFileSync(join(folder, name), `${JSON.stringify(results, null, 2)}\n`);
}
