/** Runs made by hand for tests of reports. */
import { chooseStyle } from '../../../../src/cli/output/style.js';
import type { ReportOptions, TestRun } from '../../../../src/cli/casil/report/test-run.js';
import { ruleCoverage } from '../../../../src/casil/testing/rule-coverage.js';
import type { CaseResult } from '../../../../src/casil/testing/run-case.js';
import { fakePolicy, fakeRule } from '../../casil/testing/fake-bench.js';

export const PLAIN: ReportOptions = { style: chooseStyle('never', { isTerminal: false }, {}), fields: null };

const place = (file: string, line: number) =>
  ({ kind: 'file', file, line, column: 5, length: 1, sourceLine: '' }) as const;

export const RULES = {
  mail: { ...fakeRule('mask-email'), place: place('p.yaml', 3) },
  aws: { ...fakeRule('secret-aws'), place: place('p.yaml', 31) },
};

export function result(name: string, fields: Partial<CaseResult> = {}): CaseResult {
  return {
    name,
    place: place('cases.yaml', 14),
    mismatches: [],
    nearest: null,
    fired: [],
    nearMissed: [],
    work: 42,
    durationMs: 0.018,
    ...fields,
  };
}

export function failing(name: string, text = 'block (secret-aws)'): CaseResult {
  return result(name, {
    mismatches: [
      { what: 'decision', expected: text, got: 'allow (no rule matched)' },
      { what: 'payload $.a', expected: text, got: '"x"' },
    ],
    nearest: { rule: 'secret-aws', why: `scope.exclude matched "${text}"`, place: place('default.yaml', 31) },
  });
}

export function runOf(results: readonly CaseResult[], options: { file?: string; tellRules?: boolean } = {}): TestRun {
  const policy = fakePolicy([RULES.mail, RULES.aws]);
  return {
    files: [{ file: options.file ?? 'cases.yaml', results }],
    coverage: ruleCoverage([policy], results),
    tellRules: options.tellRules ?? false,
  };
}
