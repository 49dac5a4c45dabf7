/** TAP 14 (testanything.org): a line for each case, and for those that failed what was wrong as YAML. */
import type { CaseResult } from '../../../casil/testing/run-case.js';
import { escapeUnsafe } from '../../output/json-lines.js';
import { fileName, lineOf, nearestText, shown, summaryText, type Report } from './test-run.js';

export const tapReport: Report = (run) => {
  const results = run.files.flatMap(({ file, results: ofFile }) => ofFile.map((result) => ({ file, result })));
  const lines = results.flatMap(({ file, result }, index) => caseLines(file, result, index + 1));
  return ['TAP version 14', `1..${results.length}`, ...lines, `# ${summaryText(run)}`, ''].join('\n');
};

function caseLines(file: string, result: CaseResult, number: number): string[] {
  const passed = result.mismatches.length === 0;
  const head = `${passed ? 'ok' : 'not ok'} ${number} - ${description(result.name)}`;
  if (passed) return [head];
  const { line, column } = lineOf(result.place);
  return [
    head,
    '  ---',
    '  severity: fail',
    '  at:',
    `    file: ${scalar(fileName(file))}`,
    `    line: ${line}`,
    `    column: ${column}`,
    '  mismatches:',
    ...result.mismatches.flatMap(({ what, expected, got }) => [
      `    - what: ${scalar(what)}`,
      `      expected: ${scalar(expected)}`,
      `      got: ${scalar(got)}`,
    ]),
    ...(result.nearest === null ? [] : [`  nearest: ${scalar(nearestText(result.nearest))}`]),
    '  ...',
  ];
}

/** `#` would begin a directive such as SKIP, and a backslash escapes. */
function description(name: string): string {
  return shown(name).replaceAll('\\', '\\\\').replaceAll('#', '\\#');
}

/** A JSON text is a YAML scalar in double quotes. */
function scalar(text: string): string {
  return escapeUnsafe(JSON.stringify(text));
}
