/** For people: a line for each case, what was wrong with those that failed, and a sum. */
import { padCells } from '../../output/cell-width.js';
import type { CaseResult } from '../../../casil/testing/run-case.js';
import { qualifiedId } from '../../../casil/testing/run-case.js';
import { failureLines, placeText, shown, summaryText, tallyOf, type Report, type ReportOptions } from './test-run.js';

const NAME_CELLS_MIN = 36;
const NAME_CELLS_MAX = 72;

export const humanReport: Report = (run, { style }) => {
  const results = run.files.flatMap((file) => file.results);
  const widest = results.reduce((cells, { name }) => Math.max(cells, shown(name).length), NAME_CELLS_MIN);
  const cells = Math.min(NAME_CELLS_MAX, widest);
  const lines = results.flatMap((result) => caseLines(result, cells, style));
  if (run.tellRules) lines.push('', ...ruleLines(run.coverage.rules, style));
  const summary = summaryText(run);
  lines.push(tallyOf(run).failed > 0 ? style.warn(summary) : summary);
  return `${lines.join('\n')}\n`;
};

function caseLines(result: CaseResult, cells: number, style: ReportOptions['style']): string[] {
  const name = shown(result.name);
  const column = name.length > cells ? name : padCells(name, cells);
  if (result.mismatches.length === 0) {
    return [`${style.accent('✓')} ${column} ${style.dim(formatDuration(result.durationMs))}`];
  }
  const head = `${style.warn('✗')} ${style.bold(column)} ${placeText(result.place)}`;
  return [head, ...failureLines(result).map((line) => `    ${line}`)];
}

function ruleLines(rules: Parameters<Report>[0]['coverage']['rules'], style: ReportOptions['style']): string[] {
  const cells = Math.max(0, ...rules.map(({ rule }) => qualifiedId(rule).length));
  return rules.map(({ rule, hit, nearMiss }) => {
    const wants = [...(hit ? [] : ['a case in which it fires']), ...(nearMiss ? [] : ['a near miss'])];
    const state = wants.length === 0 ? 'hit and near miss' : `wants ${wants.join(' and ')}`;
    const at = rule.place === null ? '' : `  ${style.dim(placeText(rule.place))}`;
    return `${padCells(qualifiedId(rule), cells)}  ${wants.length === 0 ? state : style.warn(state)}${at}`;
  });
}

/** `18µs`, `1.2ms`. */
function formatDuration(ms: number): string {
  return ms < 1 ? `${Math.round(ms * 1000)}µs` : `${ms.toFixed(1)}ms`;
}
