/**
 * Reads a pattern: a subset of RE2 syntax, and nothing else; what is left out is refused with its place and a way out.
 *
 *     x  \x41  \u0041  \x{1F600}  \t \n \v \f \r  \. \* ...    one character; punctuation is escaped by a backslash
 *     .                                                       any valid UTF-8 character but a line feed
 *     [a-z0-9_]  [^"]  \d \D  \w \W  \s \S                   classes; \d \w \s are ASCII, their opposites the rest
 *     xy  x|y  (x)  (?:x)  (?<name>x)  (?P<name>x)            one after the other, either, groups; nothing is captured
 *     x*  x+  x?  x{2}  x{2,}  x{2,9}                         repeats, counts up to 1000
 *     x*?  x+?  x??  x{2,9}?                                  the same: the longest match is taken, however it is spelled
 *     ^  $  \b  \B                                            ends of the text looked at; ASCII word boundaries
 *     (?i)x                                                   at the very start: case is ignored, as by `ignore_case`
 *
 * Refused: backreferences, lookaround, atomic groups, possessive quantifiers, other flags, \p{...}, POSIX classes, and
 * what can match the empty string. Braces and brackets that open nothing are themselves, as in JSON.
 *
 * Written by hand because the subset is small and its bounds (length, nesting, counts) must hold before anything is
 * built; libraries read a whole dialect first and know no bounds.
 */
import { parseClass } from './class-parser.js';
import { ANY_CHAR, foldCase, type CodePoints } from './code-points.js';
import { parseEscape } from './escapes.js';
import { NESTING_MAX, REGEX_CHARS_MAX, REPEAT_MAX } from './limits.js';
import { RegexReader } from './regex-reader.js';
import type { CharTree } from './syntax-tree.js';

const COUNTS = /\{(\d{1,6})(?:(,)(\d{0,6}))?\}/y;
const GROUP_NAME = /\?P?<[A-Za-z_]\w*>/y;
/** What may follow `(?`, by how it starts: problem and hint. */
const REFUSED_GROUPS: readonly (readonly [string, string, string])[] = [
  ['?=', 'a lookahead', 'match the text itself; \\b and $ look ahead by one character'],
  ['?!', 'a lookahead', 'use an exception of the policy, or a class such as [^x]'],
  ['?<=', 'a lookbehind', 'match the text before it too; \\b and ^ look back by one character'],
  ['?<!', 'a lookbehind', 'match the text before it too; \\b and ^ look back by one character'],
  ['?>', 'an atomic group', 'write (?:...): nothing here backtracks'],
  ['?P=', 'a backreference', 'matching is linear and remembers no group: write the repeated text out'],
  ['?P>', 'a recursion', 'write the repeated part out'],
  ['?R', 'a recursion', 'write the repeated part out'],
  ['?(', 'a condition', 'write both alternatives with |'],
  ['?#', 'a comment', 'write it as a YAML comment'],
  ['?i', 'a flag in the middle of a pattern', 'put (?i) at the very start: it counts for the whole pattern'],
  ['?s', 'a flag', 'write [\\s\\S] for any character and line feeds'],
  ['?m', 'a flag', '^ and $ are the ends of the text; write \\n for a line feed'],
  ['?', 'a group of another dialect', 'use (...), (?:...) or (?<name>...)'],
];

export interface ParsedRegex {
  readonly tree: CharTree;
  readonly ignoreCase: boolean;
}

/** @throws PatternRefused at the first mistake. */
export function parseRegex(regex: string, ignoreCase: boolean): ParsedRegex {
  const reader = new RegexReader(regex);
  if (regex.length > REGEX_CHARS_MAX) {
    reader.refuse(`longer than ${REGEX_CHARS_MAX} characters`, 'split it into several patterns', REGEX_CHARS_MAX);
  }
  const folded = reader.take('(?i)') || ignoreCase;
  const tree = new RegexParser(reader, folded).parseAlternation();
  if (!reader.done) reader.refuse('a ) that nothing opened', 'write \\) for a parenthesis');
  return { tree, ignoreCase: folded };
}

class RegexParser {
  readonly #reader: RegexReader;
  readonly #ignoreCase: boolean;
  #nesting = 0;

  constructor(reader: RegexReader, ignoreCase: boolean) {
    this.#reader = reader;
    this.#ignoreCase = ignoreCase;
  }

  parseAlternation(): CharTree {
    const options = [this.#parseConcat()];
    while (this.#reader.take('|')) options.push(this.#parseConcat());
    return options.length === 1 ? (options[0] as CharTree) : { kind: 'alternation', options };
  }

  #parseConcat(): CharTree {
    const items: CharTree[] = [];
    while (!this.#reader.done && !this.#reader.looksAt('|') && !this.#reader.looksAt(')')) {
      items.push(this.#parseRepeat());
    }
    return items.length === 1 ? (items[0] as CharTree) : { kind: 'concat', items };
  }

  #parseRepeat(): CharTree {
    const item = this.#parseAtom();
    const offset = this.#reader.at;
    const counts = this.#takeQuantifier();
    if (counts === null) return item;
    const [min, max] = counts;
    if (item.kind === 'assertion') {
      this.#reader.refuse('a repeated assertion', 'remove the quantifier: it changes nothing', offset);
    }
    // A lazy repeat is read and means the same: the longest match is taken.
    if (!this.#reader.take('?') && this.#reader.looksAt('+')) {
      this.#reader.refuse('a possessive quantifier', 'remove the second +: nothing here backtracks');
    }
    if (this.#takeQuantifier() !== null) {
      this.#reader.refuse('a quantifier after a quantifier', 'put the first repeat into (?:...)', offset);
    }
    return { kind: 'repeat', item, min, max, offset };
  }

  #takeQuantifier(): [min: number, max: number] | null {
    const offset = this.#reader.at;
    if (this.#reader.take('*')) return [0, Infinity];
    if (this.#reader.take('+')) return [1, Infinity];
    if (this.#reader.take('?')) return [0, 1];
    if (this.#reader.looksAt('{,')) this.#reader.refuse('a repeat without its least count', 'write {0,n}');
    // A brace that opens no count is a brace, as in JSON.
    const counts = this.#reader.takeMatch(COUNTS);
    if (counts === null) return null;
    const min = Number(counts[1]);
    const max = counts[2] === undefined ? min : counts[3] === '' ? Infinity : Number(counts[3]);
    if (min > max) this.#reader.refuse('a repeat whose counts run backwards', 'put the smaller one first', offset);
    if (min > REPEAT_MAX || (max !== Infinity && max > REPEAT_MAX)) {
      this.#reader.refuse(`a count above ${REPEAT_MAX}`, 'write + or * if the length does not matter', offset);
    }
    return [min, max];
  }

  #parseAtom(): CharTree {
    const reader = this.#reader;
    const offset = reader.at;
    if (this.#takeQuantifier() !== null) {
      reader.refuse('nothing to repeat', 'put a backslash before the character to match it', offset);
    }
    if (reader.take('(')) return this.#parseGroup(offset);
    if (reader.take('[')) return { kind: 'chars', set: parseClass(reader, this.#ignoreCase) };
    if (reader.take('.')) return { kind: 'chars', set: ANY_CHAR };
    if (reader.take('^')) return { kind: 'assertion', assertion: 'text_start' };
    if (reader.take('$')) return { kind: 'assertion', assertion: 'text_end' };
    if (reader.take('\\b')) return { kind: 'assertion', assertion: 'word_boundary' };
    if (reader.take('\\B')) return { kind: 'assertion', assertion: 'no_word_boundary' };
    if (reader.take('\\')) return this.#chars(parseEscape(reader));
    const char = reader.takeChar();
    return this.#chars([char, char]);
  }

  /** A class such as \W keeps its meaning: only single characters have cases. */
  #chars(set: CodePoints): CharTree {
    const single = set.length === 2 && set[0] === set[1];
    return { kind: 'chars', set: this.#ignoreCase && single ? foldCase(set) : set };
  }

  #parseGroup(offset: number): CharTree {
    const reader = this.#reader;
    this.#nesting += 1;
    if (this.#nesting > NESTING_MAX) {
      reader.refuse(`groups nested deeper than ${NESTING_MAX}`, 'remove groups that hold a single item', offset);
    }
    if (!reader.take('?:') && reader.takeMatch(GROUP_NAME) === null) {
      const refused = REFUSED_GROUPS.find(([start]) => reader.looksAt(start));
      if (refused !== undefined) reader.refuse(refused[1], refused[2], offset);
    }
    const tree = this.parseAlternation();
    if (!reader.take(')')) reader.refuse('the group is not closed', 'add ); for a parenthesis write \\(', offset);
    this.#nesting -= 1;
    return tree;
  }
}
