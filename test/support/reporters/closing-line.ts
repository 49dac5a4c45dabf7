/**
 * Ends every run with one line, `N passed, N failed, N skipped`, alone and last, for people and scripts alike.
 *
 * A skipped or unwritten test fails the run: what is not run proves nothing. [CON V.4] Choosing tests by name
 * (`-t`) skips the others on purpose and is let through.
 */
import { writeSync } from 'node:fs';
import type { Reporter, TestModule, Vitest } from 'vitest/node';

export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

/** Counts tests; a module that broke without a failed test of its own counts as one failure. */
export function countTests(modules: readonly Pick<TestModule, 'children' | 'state'>[]): Totals {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for (const module of modules) {
    const failedBefore = totals.failed;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') totals.passed += 1;
      else if (state === 'failed') totals.failed += 1;
      else totals.skipped += 1;
    }
    if (module.state() === 'failed' && totals.failed === failedBefore) totals.failed += 1;
  }
  return totals;
}

export function closingLine({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

export default class ClosingLineReporter implements Reporter {
  #chosenByName = false;

  onInit(vitest: Vitest): void {
    this.#chosenByName = vitest.config.testNamePattern !== undefined;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const totals = countTests(modules);
    totals.failed += unhandledErrors.length;
    const skippedUnasked = totals.skipped > 0 && !this.#chosenByName;
    // At exit, because coverage is reported after the run has ended.
    process.once('exit', () => {
      if (skippedUnasked) {
        writeSync(2, 'skipped tests fail the run: write them or delete them\n');
        process.exitCode ||= 1;
      }
      writeSync(1, `${closingLine(totals)}\n`);
    });
  }
}
