/** Problems for people: what, where with the line and a caret, and what to do next. */
import { safeText } from '../../base/safe-text.js';
import type { Place, Problem } from '../operator-error.js';
import { cellWidth } from './cell-width.js';
import type { Style } from './style.js';

const PROBLEM_CHARS_MAX = 500;
/** A source line longer than this is shown around the place that is meant. */
const LINE_CHARS_MAX = 160;
const BEFORE_CARET_CHARS_MAX = 60;

/** @param invocation how this program was started; stands in for `arqonbus` in what to do next. */
export function problemText(problem: Problem, style: Style, invocation = 'arqonbus'): string {
  const label = style.warn(`${problem.severity}[${problem.code}]`);
  const lines = [`${label}: ${style.bold(safeText(problem.problem, PROBLEM_CHARS_MAX))}`];
  const { where } = problem;
  if (where !== null) lines.push(`  --> ${safeText(placeName(where), PROBLEM_CHARS_MAX)}`);
  const hint = safeText(problem.hint, PROBLEM_CHARS_MAX);
  if (where?.kind === 'file') lines.push(...sourceLines(where, hint, style));
  else if (hint !== '') lines.push(`  = ${hint}`);
  for (const next of problem.next) {
    const command = next.replace(/^arqonbus(?= |$)/, invocation);
    lines.push(`  = next: ${safeText(command, PROBLEM_CHARS_MAX)}`);
  }
  return `${lines.join('\n')}\n`;
}

function placeName(place: Place): string {
  switch (place.kind) {
    case 'file':
      return `${place.file === '-' ? 'stdin' : place.file}:${place.line}:${place.column}`;
    case 'env':
      return `env ${place.name}`;
    case 'flag':
      return `flag ${place.name}`;
    case 'text':
      return place.text;
  }
}

function sourceLines(place: Extract<Place, { kind: 'file' }>, hint: string, style: Style): string[] {
  const { sourceLine, column, length } = place;
  const meantFrom = Math.min(column - 1, sourceLine.length);
  const shownFrom = sourceLine.length <= LINE_CHARS_MAX ? 0 : Math.max(0, meantFrom - BEFORE_CARET_CHARS_MAX);
  const before = `${shownFrom > 0 ? '…' : ''}${visible(sourceLine.slice(shownFrom, meantFrom))}`;
  const meant = visible(sourceLine.slice(meantFrom, Math.min(meantFrom + length, shownFrom + LINE_CHARS_MAX)));
  const rest = visible(sourceLine.slice(meantFrom + length, shownFrom + LINE_CHARS_MAX));
  const cut = sourceLine.length > shownFrom + LINE_CHARS_MAX ? '…' : '';

  const number = String(place.line);
  const margin = ' '.repeat(number.length);
  const caret = '^'.repeat(Math.max(1, cellWidth(meant)));
  const pointer = `${' '.repeat(cellWidth(before))}${style.accent(`${caret}${hint === '' ? '' : ` ${hint}`}`)}`;
  return [`${number} | ${before}${meant}${rest}${cut}`, `${margin} | ${pointer}`];
}

/** Tabs become one space: a caret under them stays where it belongs. */
function visible(text: string): string {
  return safeText(text.replaceAll('\t', ' '), LINE_CHARS_MAX * 10);
}
