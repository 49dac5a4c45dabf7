/** Annotations of GitHub Actions: each failure is shown at its line of the pull request. */
import type { CaseResult } from '../../../casil/testing/run-case.js';
import { failureLines, fileName, lineOf, shown, summaryText, type Report } from './test-run.js';

export const githubReport: Report = (run) => {
  const lines = run.files.flatMap(({ file, results }) =>
    results.filter(({ mismatches }) => mismatches.length > 0).map((result) => annotation(file, result)),
  );
  return `${[...lines, summaryText(run)].join('\n')}\n`;
};

function annotation(file: string, result: CaseResult): string {
  const { line, column } = lineOf(result.place);
  const title = property(shown(result.name));
  const message = failureLines(result).map(data).join('%0A');
  return `::error file=${property(shown(fileName(file)))},line=${line},col=${column},title=${title}::${message}`;
}

/** The escapes of workflow commands: a message can end neither its line nor its command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
