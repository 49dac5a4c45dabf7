/** The pattern syntax of docs/casil.md is the one that compiles, and its bounds are those of the code. [C-PAT-1] */
import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../src/casil/patterns/compile-pattern.js';
import {
  NESTING_MAX,
  POSITIONS_MAX,
  REGEX_CHARS_MAX,
  REPEAT_MAX,
  STATES_MAX,
  TABLE_BYTES_MAX,
} from '../../src/casil/patterns/limits.js';
import { readDocument } from './markdown.js';

const section = /### Pattern syntax\n([\s\S]*?)\n## /.exec(readDocument('docs/casil.md').text)?.[1] ?? '';

/** Every form the first column of the table names; pipes in a table are escaped. */
const forms = [...section.matchAll(/^\| (`.*?) \| [^`|]/gm)].flatMap((row) =>
  [...(row[1] ?? '').matchAll(/`([^`]+)`/g)].flatMap((code) => (code[1] ?? '').replaceAll('\\|', '|').split(' ')),
);

function compiles(regex: string): boolean {
  return compilePattern({ id: 'p', kind: 'k', risk: 'low', regex, ignoreCase: false }).ok;
}

/** Assertions and repeats need something beside them, so that they match anything at all. */
const compilesSomewhere = (form: string) => [`${form}ab`, `ab${form}`, `a${form}b`].some(compiles);

const refused: Readonly<Record<string, readonly string[]>> = {
  backreferences: ['(a)\\1'],
  lookaround: ['a(?=b)', 'a(?!b)', '(?<=a)b', '(?<!a)b'],
  'atomic groups': ['(?>a)b'],
  'possessive quantifiers': ['a++'],
  'other flags': ['(?s)a', '(?m)a', 'a(?i)b'],
  '`\\p{..}`': ['\\p{L}'],
  'POSIX classes': ['[[:alpha:]]'],
  '`\\A \\z`': ['\\Aa', 'a\\z'],
  '`a{,3}`': ['a{,3}'],
  '`[]`': ['[]'],
  'repeated assertions': ['a\\b+'],
  'can match the empty string': ['a*', '(?:)'],
  'can never match': ['a^b', 'a\\bb'],
};

describe('the pattern syntax of docs/casil.md [C-PAT-1]', () => {
  it('compiles, form by form', () => {
    expect(forms.length).toBeGreaterThan(30);
    expect(forms.filter((form) => !compilesSomewhere(form))).toEqual([]);
  });

  it.each(Object.entries(refused))('names what is refused: %s', (name, patterns) => {
    expect(section.replaceAll('\n', ' ')).toContain(name);
    expect(patterns.filter(compiles)).toEqual([]);
  });

  it('states the bounds of the code', () => {
    const count = (value: number) => value.toLocaleString('en');
    const text = section.replaceAll('\n', ' ');
    expect(text).toContain(`${count(REGEX_CHARS_MAX)} characters, ${NESTING_MAX} groups inside each other`);
    expect(text).toContain(`counts of ${count(REPEAT_MAX)}, ${count(POSITIONS_MAX)} positions`);
    expect(text).toContain(`${count(STATES_MAX)} states and ${TABLE_BYTES_MAX / 2 ** 20} MiB of tables per automaton`);
  });
});
