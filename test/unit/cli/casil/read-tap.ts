/** A strict reader of TAP 14: version, plan, test points in order, YAML diagnostics, comments, and nothing else. */
import { parse } from 'yaml';

export interface TapPoint {
  readonly ok: boolean;
  readonly description: string;
  readonly diagnostics: unknown;
}

export function readTap(document: string): TapPoint[] {
  const lines = document.split('\n');
  if (lines.pop() !== '') throw new Error('the last line does not end');
  if (lines.shift() !== 'TAP version 14') throw new Error('no version');
  const plan = /^1\.\.(\d+)$/.exec(lines.shift() ?? '');
  if (plan === null) throw new Error('no plan');
  const points: TapPoint[] = [];
  while (lines.length > 0) {
    const line = lines.shift() ?? '';
    if (line.startsWith('# ')) continue;
    const match = /^(not )?ok (\d+) - (.*)$/.exec(line);
    if (match === null) throw new Error(`no test point: ${line}`);
    if (Number(match[2]) !== points.length + 1) throw new Error(`out of order: ${line}`);
    points.push({
      ok: match[1] === undefined,
      description: descriptionOf(match[3] ?? ''),
      diagnostics: diagnosticsOf(lines),
    });
  }
  if (points.length !== Number(plan[1])) throw new Error('not as many as planned');
  return points;
}

function descriptionOf(written: string): string {
  // A hash that is not escaped begins a directive: this writer uses none.
  if (/(^|[^\\])(\\\\)*#/.test(written)) throw new Error(`a directive: ${written}`);
  return written.replace(/\\([\\#])/g, '$1');
}

function diagnosticsOf(lines: string[]): unknown {
  if (lines[0] !== '  ---') return null;
  const end = lines.indexOf('  ...');
  if (end < 0) throw new Error('the diagnostics do not end');
  const block = lines.splice(0, end + 1).slice(1, -1);
  return parse(block.map((line) => line.replace(/^ {2}/, '')).join('\n')) as unknown;
}
