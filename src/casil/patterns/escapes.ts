/**
 * What follows a backslash: a class, one character, an assertion (`regex-parser.ts` takes those), or something that
 * is refused by name.
 */
import { complement, DIGITS, SPACES, WORD_CHARS, type CodePoints } from './code-points.js';
import type { RegexReader } from './regex-reader.js';

const CLASSES: ReadonlyMap<string, CodePoints> = new Map([
  ['d', DIGITS],
  ['D', complement(DIGITS)],
  ['s', SPACES],
  ['S', complement(SPACES)],
  ['w', WORD_CHARS],
  ['W', complement(WORD_CHARS)],
]);

const CONTROLS: ReadonlyMap<string, number> = new Map([
  ['t', 0x09],
  ['n', 0x0a],
  ['v', 0x0b],
  ['f', 0x0c],
  ['r', 0x0d],
]);

/** What people know from other dialects: problem and hint. */
const REFUSED: readonly (readonly [letters: string, problem: string, hint: string])[] = [
  ['123456789k', 'a backreference', 'matching is linear and remembers no group: write the repeated text out'],
  ['0', 'an octal escape', 'write \\x00'],
  ['pP', 'a Unicode property', 'write the ranges, as in [a-zà-ÿ]'],
  ['QE', 'a quoted run', 'put a backslash before each special character'],
  ['A', 'an anchor of another dialect', 'write ^ for the start of the text'],
  ['zZ', 'an anchor of another dialect', 'write $ for the end of the text'],
  ['bB', 'a word boundary inside a class', 'put \\b outside; a backspace is \\x08'],
];

const LAST_CODE_POINT = 0x10ffff;
const ASCII_PUNCTUATION = /[!-/:-@[-`{-~ ]/;
const HEX_SHORT = /[0-9A-Fa-f]{2}/y;
const HEX_FOUR = /[0-9A-Fa-f]{4}/y;
const HEX_BRACED = /\{([0-9A-Fa-f]{1,8})\}/y;

/** Reads an escape after its backslash: the set it stands for; one character is a set of one. */
export function parseEscape(reader: RegexReader): CodePoints {
  const offset = reader.at - 1;
  if (reader.done) reader.refuse('nothing follows the backslash', 'write \\\\ for a backslash', offset);
  const letter = String.fromCodePoint(reader.takeChar());
  const set = CLASSES.get(letter);
  if (set !== undefined) return set;
  const char = CONTROLS.get(letter) ?? hexEscape(reader, letter, offset);
  if (char !== null) return [char, char];
  if (ASCII_PUNCTUATION.test(letter)) return [letter.charCodeAt(0), letter.charCodeAt(0)];
  const refused = REFUSED.find(([letters]) => letters.includes(letter));
  if (refused !== undefined) reader.refuse(`\\${letter} is ${refused[1]}`, refused[2], offset);
  return reader.refuse(`\\${letter} means nothing here`, `write ${letter} without the backslash`, offset);
}

function hexEscape(reader: RegexReader, letter: string, offset: number): number | null {
  if (letter !== 'x' && letter !== 'u') return null;
  const digits = reader.takeMatch(letter === 'x' ? HEX_SHORT : HEX_FOUR)?.[0] ?? reader.takeMatch(HEX_BRACED)?.[1];
  if (digits === undefined) {
    reader.refuse(`\\${letter} without its digits`, 'write \\x41, \\u0041 or \\x{41}', offset);
  }
  const char = Number.parseInt(digits, 16);
  if (char > LAST_CODE_POINT) reader.refuse('beyond the last character', 'the last one is \\x{10FFFF}', offset);
  if (char >= 0xd800 && char <= 0xdfff) {
    reader.refuse('half of a surrogate pair', 'write the character itself or \\x{1F600}', offset);
  }
  return char;
}
