/** Reads `[...]`: characters, escapes, ranges and a leading `^`. What dialects disagree about is refused. */
import { codePoints, complement, foldCase, type CodePoints } from './code-points.js';
import { parseEscape } from './escapes.js';
import type { RegexReader } from './regex-reader.js';

const HYPHEN_HINT = 'for a hyphen put it first or last, or write \\-';

/** @param reader stands after the opening bracket. */
export function parseClass(reader: RegexReader, ignoreCase: boolean): CodePoints {
  const opened = reader.at - 1;
  const negated = reader.take('^');
  if (reader.looksAt(']')) reader.refuse('a class of nothing', 'for a closing bracket write [\\]]', opened);
  const ranges: number[] = [];
  while (!reader.take(']')) {
    if (reader.done) reader.refuse('the class is not closed', 'add ]; for a bracket itself write \\[', opened);
    ranges.push(...parseRange(reader));
  }
  const set = codePoints(ranges);
  const folded = ignoreCase ? foldCase(set) : set;
  const members = negated ? complement(folded) : folded;
  if (members.length === 0) reader.refuse('a class of nothing', 'remove the class or what it excludes', opened);
  return members;
}

function parseRange(reader: RegexReader): CodePoints {
  const offset = reader.at;
  const low = parseMember(reader);
  if (!reader.looksAt('-') || reader.looksAt('-]')) return low;
  reader.take('-');
  if (reader.done) return low;
  const high = parseMember(reader);
  const [first, last] = [low[0] as number, high[0] as number];
  if (low.length !== 2 || first !== low[1] || high.length !== 2 || last !== high[1]) {
    reader.refuse('a range needs one character on each side', HYPHEN_HINT, offset);
  }
  if (first > last) reader.refuse('a range that runs backwards', `swap its ends; ${HYPHEN_HINT}`, offset);
  // Surrogates in between have no bytes; taking them out leaves the same characters.
  return complement(complement([first, last]));
}

function parseMember(reader: RegexReader): CodePoints {
  if (reader.looksAt('[:')) reader.refuse('a POSIX class', 'write \\d, \\w, \\s or the ranges, as in [A-Za-z]');
  if (reader.take('\\')) return parseEscape(reader);
  const char = reader.takeChar();
  return [char, char];
}
