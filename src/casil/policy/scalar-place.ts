/** Finds a character of a YAML scalar's value in the text of the file, so that a caret can stand under it. */
import type { Place } from '../../documents/problem.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
};
const HEX_ESCAPE = /^(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4}))/;

/**
 * The place of `value[offset]`, where `scalar` is the place of the whole value and the value was written on one line,
 * plain or quoted. The scalar's own place for every other style, and for an alias.
 */
export function placeInScalar(scalar: Place, value: string, offset: number): Place {
  if (scalar.kind !== 'file') return scalar;
  const start = scalar.column - 1;
  const written = scalar.sourceLine.slice(start, start + scalar.length);
  const columns = columnsOf(written, value);
  const column = columns?.[Math.min(Math.max(0, offset), value.length)];
  return column === undefined ? scalar : { ...scalar, column: scalar.column + column, length: 1 };
}

/** Where each UTF-16 unit of the value, and its end, stands in what was written; null if that is not how it was written. */
function columnsOf(written: string, value: string): readonly number[] | null {
  const quote = written[0];
  if (quote !== '"' && quote !== "'") {
    return written === value ? Array.from({ length: value.length + 1 }, (_, index) => index) : null;
  }
  const columns: number[] = [];
  let read = '';
  let at = 1;
  while (at < written.length && !(written[at] === quote && (quote === '"' || written[at + 1] !== "'"))) {
    const [unit, length] = quote === "'" ? singleQuoted(written, at) : doubleQuoted(written, at);
    columns.push(at);
    read += unit;
    at += length;
  }
  columns.push(at);
  return read === value ? columns : null;
}

/** One unit of a value and how many units it was written with. */
type Read = readonly [unit: string, length: number];

function singleQuoted(written: string, at: number): Read {
  return [written[at] ?? '', written[at] === "'" ? 2 : 1];
}

function doubleQuoted(written: string, at: number): Read {
  if (written[at] !== '\\') return [written[at] ?? '', 1];
  const hex = HEX_ESCAPE.exec(written.slice(at + 1));
  const digits = hex?.[1] ?? hex?.[2];
  if (digits !== undefined) return [String.fromCharCode(Number.parseInt(digits, 16)), 2 + digits.length];
  return [ESCAPES[written[at + 1] ?? ''] ?? '', 2];
}
