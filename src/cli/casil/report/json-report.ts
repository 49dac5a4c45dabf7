/** JSON Lines for programs: a record for each case, for each rule with --coverage, and a sum at the end. */
import type { Place } from '../../../documents/problem.js';
import { qualifiedId, type CaseResult } from '../../../casil/testing/run-case.js';
import { jsonLine, type OutputRecord } from '../../output/json-lines.js';
import { fileName, lineOf, neverFired, tallyOf, type Report } from './test-run.js';

export const jsonReport: Report = (run, { fields }) => {
  const records: OutputRecord[] = run.files.flatMap(({ file, results }) => results.map((one) => caseRecord(file, one)));
  if (run.tellRules) {
    for (const { rule, hit, nearMiss } of run.coverage.rules) {
      const { policy, id } = rule;
      records.push({ v: 1, type: 'rule', policy, rule: id, hit, near_miss: nearMiss, where: placeRecord(rule.place) });
    }
  }
  const { rules, hits, percent } = run.coverage;
  records.push({
    v: 1,
    type: 'summary',
    ...tallyOf(run),
    rules: rules.length,
    rules_hit: hits,
    coverage_percent: percent,
    never_fired: neverFired(run),
  });
  return records.map((record) => jsonLine(record, fields)).join('');
};

function caseRecord(file: string, { name, place, mismatches, nearest, fired, work }: CaseResult): OutputRecord {
  return {
    v: 1,
    type: 'case',
    name,
    passed: mismatches.length === 0,
    file: fileName(file),
    ...lineOf(place),
    rules: fired.map(qualifiedId),
    work,
    ...(mismatches.length > 0 && { mismatches }),
    ...(nearest !== null && {
      nearest: { rule: nearest.rule, why: nearest.why, where: placeRecord(nearest.place) },
    }),
  };
}

export function placeRecord(place: Place | null): { file: string; line: number; column: number } | null {
  return place?.kind === 'file' ? { file: fileName(place.file), ...lineOf(place) } : null;
}
