/**
 * What a run of cases came to, and the ways to print it. A report is a function from the whole run to text: a format
 * is one file here and one line in the list (report-formats.ts). Only the human one tells durations, so that all
 * others are the same for the same input. Names of cases and contents are other people's: every report escapes them
 * in the way of its format. [C-CLI-1] [P9]
 */
import { safeText } from '../../../base/safe-text.js';
import type { Mismatch } from '../../../casil/testing/compare-case.js';
import type { Coverage } from '../../../casil/testing/rule-coverage.js';
import { qualifiedId, type CaseResult, type NearestRule } from '../../../casil/testing/run-case.js';
import type { Place } from '../../../documents/problem.js';
import type { Style } from '../../output/style.js';

export interface TestRun {
  readonly files: readonly { readonly file: string; readonly results: readonly CaseResult[] }[];
  readonly coverage: Coverage;
  /** --coverage: tell each rule. */
  readonly tellRules: boolean;
}

export interface ReportOptions {
  readonly style: Style;
  /** --fields, for records. */
  readonly fields: readonly string[] | null;
}

export type Report = (run: TestRun, options: ReportOptions) => string;

const TEXT_CHARS_MAX = 500;

export function tallyOf({ files }: TestRun): { passed: number; failed: number } {
  const results = files.flatMap(({ results: ofFile }) => ofFile);
  const failed = results.filter(({ mismatches }) => mismatches.length > 0).length;
  return { passed: results.length - failed, failed };
}

/** `1 failed, 11 passed · rules covered 5/6 (never fired: jwt)`. */
export function summaryText(run: TestRun): string {
  const { passed, failed } = tallyOf(run);
  const { rules, hits } = run.coverage;
  const never = neverFired(run);
  const counts = failed > 0 ? `${failed} failed, ${passed} passed` : `${passed} passed`;
  const missing = never.length === 0 ? '' : ` (never fired: ${never.join(', ')})`;
  return `${counts} · rules covered ${hits}/${rules.length}${missing}`;
}

/** By id where that is enough to tell them apart. */
export function neverFired({ coverage }: TestRun): string[] {
  const silent = coverage.rules.filter(({ hit }) => !hit).map(({ rule }) => rule);
  const ids = coverage.rules.map(({ rule }) => rule.id);
  return silent.map((rule) => (ids.filter((id) => id === rule.id).length > 1 ? qualifiedId(rule) : rule.id));
}

/** `expected block (secret-aws)   got allow (no rule matched)`. */
export function mismatchText({ what, expected, got }: Mismatch, gap = '   '): string {
  const about = what === 'decision' || what === 'rules' ? '' : `${what}: `;
  return `${shown(about)}expected ${shown(expected)}${gap}got ${shown(got)}`;
}

export function nearestText({ rule, why, place }: NearestRule): string {
  const at = place === null ? '' : `  ${placeText(place)}`;
  return `nearest: ${shown(rule)}, ${shown(why)}${at}`;
}

/** All that is wrong with a case, a line each. */
export function failureLines({ mismatches, nearest }: CaseResult): string[] {
  const lines = mismatches.map((mismatch) => mismatchText(mismatch));
  return nearest === null ? lines : [...lines, nearestText(nearest)];
}

/** `cases.yaml:14:5`. */
export function placeText(place: Place): string {
  return place.kind === 'file' ? shown(`${fileName(place.file)}:${place.line}:${place.column}`) : shown(place.name);
}

export function fileName(file: string): string {
  return file === '-' ? 'stdin' : file;
}

export function lineOf(place: Place | null): { line: number; column: number } {
  return place?.kind === 'file' ? { line: place.line, column: place.column } : { line: 1, column: 1 };
}

/** Fit for a terminal or a log: one line, nothing hidden in it. */
export function shown(text: string): string {
  return safeText(text, TEXT_CHARS_MAX);
}
