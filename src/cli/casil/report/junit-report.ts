/** JUnit XML, as CI systems read it. Without times: the same cases give the same document. */
import type { CaseResult } from '../../../casil/testing/run-case.js';
import { failureLines, fileName, lineOf, shown, summaryText, tallyOf, type Report } from './test-run.js';

export const junitReport: Report = (run) => {
  const { passed, failed } = tallyOf(run);
  const suites = run.files.flatMap(({ file, results }) => suiteLines(fileName(file), results));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="arqonbus casil test-policy" tests="${passed + failed}" failures="${failed}" errors="0">`,
    ...suites,
    '</testsuites>',
    `<!-- ${comment(summaryText(run))} -->`,
    '',
  ].join('\n');
};

function suiteLines(file: string, results: readonly CaseResult[]): string[] {
  const failed = results.filter(({ mismatches }) => mismatches.length > 0).length;
  const counts = `tests="${results.length}" failures="${failed}" errors="0" skipped="0"`;
  return [
    `  <testsuite name=${quoted(file)} ${counts}>`,
    ...results.flatMap((one) => caseLines(file, one)),
    '  </testsuite>',
  ];
}

function caseLines(file: string, result: CaseResult): string[] {
  const { line } = lineOf(result.place);
  const head = `<testcase name=${quoted(result.name)} classname=${quoted(file)} file=${quoted(file)} line="${line}"`;
  if (result.mismatches.length === 0) return [`    ${head}/>`];
  const lines = failureLines(result);
  return [
    `    ${head}>`,
    `      <failure type="mismatch" message=${quoted(lines[0] ?? '')}>${escapeXml(lines.join('\n'))}</failure>`,
    '    </testcase>',
  ];
}

function quoted(text: string): string {
  return `"${escapeXml(shown(text))}"`;
}

/** Of what XML 1.0 cannot hold at all, `shown` left only these two. */
function escapeXml(text: string): string {
  return text
    .replaceAll('\ufffe', '\\u{fffe}')
    .replaceAll('\uffff', '\\u{ffff}')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}

/** A comment holds no two hyphens in a row. */
function comment(text: string): string {
  return text.replace(/-(?=-)/g, '- ').replace(/-$/, '- ');
}
