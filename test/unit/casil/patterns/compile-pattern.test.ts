import { describe, expect, it } from 'vitest';
import { compiled, problemOf, textsFound } from '../../../support/casil/patterns.js';

/** Pattern, text, what is found in it. */
const SUPPORTED: readonly (readonly [string, string, readonly string[]])[] = [
  ['EMP-\\d{6}', 'EMP-123456 EMP-12345 EMP-1234567', ['EMP-123456', 'EMP-123456']],
  ['a.c', 'abc a\nc a.c aéc a😀c', ['abc', 'a.c', 'aéc', 'a😀c']],
  ['\\d\\D\\w\\W\\s\\S', '1xy- z', ['1xy- z']],
  ['\\t\\n\\v\\f\\r', 'x\t\n\v\f\ry', ['\t\n\v\f\r']],
  ['[\\t-\\r]+', ' \t\n\r ', ['\t\n\r']],
  ['\\s+', 'a \t\n\f\r\vb', [' \t\n\f\r']],
  ['\\x41\\u0042\\x{43}\\u{44}', 'ABCD', ['ABCD']],
  ['\\x{1F600}', 'x😀y', ['😀']],
  ['[abc]+', 'xxabcaxx', ['abca']],
  ['[^abc]+', 'abxyc', ['xy']],
  ['[a-cx-z]+', 'azbd', ['azb']],
  ['[a\\-z]+', 'a-z b', ['a-z']],
  ['[-a]+', '-a', ['-a']],
  ['[a-]+', '-a', ['-a']],
  ['[\\]\\[]+', '[x]', ['[', ']']],
  ['[[a]+', '[a', ['[a']],
  ['[\\w.-]+', 'a.b-c d', ['a.b-c', 'd']],
  ['[^\\d]+', '12ab3', ['ab']],
  ['[^\\W_]+', '_ab_', ['ab']],
  ['(ab)+', 'ababa', ['abab']],
  ['(?:ab|cd){2}', 'abcd', ['abcd']],
  ['(?<year>\\d{4})', 'in 2027', ['2027']],
  ['(?P<year>\\d{4})', 'in 2027', ['2027']],
  ['a|b|', 'x', []],
  ['ab?', 'ab a', ['ab', 'a']],
  ['ab{2}', 'abbb', ['abb']],
  ['ab{2,}', 'abbb', ['abbb']],
  ['ab{1,2}', 'abbb', ['abb']],
  ['ab{0}c', 'ac abc', ['ac']],
  ['^ab', 'abab', ['ab']],
  ['ab$', 'abab', ['ab']],
  ['^ab$', 'ab', ['ab']],
  ['\\bab\\b', 'ab cab ab-', ['ab', 'ab']],
  ['\\Bab', 'ab cab', ['ab']],
  ['\\bé', 'é aé', ['é']],
  ['(?i)abc', 'ABC aBc', ['ABC', 'aBc']],
  ['(?i)müller|[à-ö]x', 'MÜLLER Éx', ['MÜLLER', 'Éx']],
  ['(?i)[^a]b', 'ab Ab cB', ['cB']],
  ['(?i)sk', '\u017f\u212a SK', ['SK']],
  ['{"a":\\{', '{"a":{', ['{"a":{']],
  ['a{x}', 'a{x}', ['a{x}']],
  ['}]', '}]', ['}]']],
  ['\\.\\*\\\\\\/\\-\\@\\ ', '.*\\/-@ ', ['.*\\/-@ ']],
  ['日本|[ぁ-ん]+', 'の日本です', ['の', '日本', 'です']],
];

describe('[C-PAT-1] the syntax of patterns', () => {
  it.each(SUPPORTED.filter(([pattern]) => pattern !== 'a|b|'))('%s in %j', (pattern, text, found) => {
    expect(textsFound(pattern, text)).toEqual(found);
  });

  it.each([
    ['a+?', 'aaa', ['aaa']],
    ['a*?b', 'aab', ['aab']],
    ['a{1,3}?', 'aaaa', ['aaa', 'a']],
    ['a??b', 'ab', ['ab']],
    ['a|ab', 'ab', ['ab']],
    ['(a|ab)(c|bcd)', 'abcd', ['abcd']],
  ])('takes the longest match, however it is spelled: %s', (pattern, text, found) => {
    expect(textsFound(pattern, text)).toEqual(found);
  });

  it('ignores case by the specification of the pattern too', () => {
    expect(textsFound('key', 'KEY key', true)).toEqual(['KEY', 'key']);
    expect(textsFound('key', 'KEY key')).toEqual(['key']);
  });
});

/** Pattern, offset, problem, part of the hint. */
const REFUSED: readonly (readonly [string, number, string, string])[] = [
  ['(a)\\1', 3, '\\1 is a backreference', 'write the repeated text out'],
  ['(?<n>a)\\k<n>', 7, '\\k is a backreference', 'write the repeated text out'],
  ['(?P<n>a)(?P=n)', 8, 'a backreference', 'write the repeated text out'],
  ['a(?=b)', 1, 'a lookahead', '\\b'],
  ['a(?!b)', 1, 'a lookahead', 'exception'],
  ['(?<=a)b', 0, 'a lookbehind', '\\b'],
  ['(?<!a)b', 0, 'a lookbehind', '\\b'],
  ['(?>a)', 0, 'an atomic group', '(?:...)'],
  ['a++', 2, 'a possessive quantifier', 'backtracks'],
  ['a*+', 2, 'a possessive quantifier', 'backtracks'],
  ['a{2}+', 4, 'a possessive quantifier', 'backtracks'],
  ['a(?i)b', 1, 'a flag in the middle of a pattern', 'very start'],
  ['(?i:a)', 0, 'a flag in the middle of a pattern', 'very start'],
  ['(?s)a.b', 0, 'a flag', '[\\s\\S]'],
  ['(?m)^a', 0, 'a flag', '\\n'],
  ['(?x)a', 0, 'a group of another dialect', '(?:...)'],
  ['(?#note)a', 0, 'a comment', 'YAML'],
  ['(?R)', 0, 'a recursion', 'write'],
  ['(?(1)a|b)', 0, 'a condition', '|'],
  ['\\p{L}+', 0, '\\p is a Unicode property', 'ranges'],
  ['x\\Qa', 1, '\\Q is a quoted run', 'backslash'],
  ['\\Aab', 0, '\\A is an anchor of another dialect', '^'],
  ['ab\\z', 2, '\\z is an anchor of another dialect', '$'],
  ['\\0', 0, '\\0 is an octal escape', '\\x00'],
  ['[\\b]', 1, '\\b is a word boundary inside a class', '\\x08'],
  ['a\\y', 1, '\\y means nothing here', 'without the backslash'],
  ['a\\', 1, 'nothing follows the backslash', '\\\\'],
  ['\\xZ', 0, '\\x without its digits', '\\x41'],
  ['\\u12', 0, '\\u without its digits', '\\u0041'],
  ['\\x{110000}', 0, 'beyond the last character', '10FFFF'],
  ['\\uD83D\\uDE00', 0, 'half of a surrogate pair', '\\x{1F600}'],
  ['a\ud83d', 1, 'half of a surrogate pair', '\\x{'],
  ['(a', 0, 'the group is not closed', 'add )'],
  ['a)', 1, 'a ) that nothing opened', '\\)'],
  ['[a', 0, 'the class is not closed', 'add ]'],
  ['[a-', 0, 'the class is not closed', 'add ]'],
  ['[]a]', 0, 'a class of nothing', '[\\]]'],
  ['[^\\s\\S]', 0, 'a class of nothing', 'remove'],
  ['[z-a]', 1, 'a range that runs backwards', 'swap'],
  ['[a-\\d]', 1, 'a range needs one character on each side', 'hyphen'],
  ['[[:alpha:]]', 1, 'a POSIX class', 'A-Z'],
  ['*a', 0, 'nothing to repeat', 'backslash'],
  ['a|+', 2, 'nothing to repeat', 'backslash'],
  ['({2})', 1, 'nothing to repeat', 'backslash'],
  ['a**', 1, 'a quantifier after a quantifier', '(?:...)'],
  ['a{2}{3}', 1, 'a quantifier after a quantifier', '(?:...)'],
  ['^*a', 1, 'a repeated assertion', 'changes nothing'],
  ['a{,3}', 1, 'a repeat without its least count', '{0,n}'],
  ['a{3,2}', 1, 'a repeat whose counts run backwards', 'smaller'],
  ['a{1001}', 1, 'a count above 1000', '+ or *'],
  ['a{2,1001}', 1, 'a count above 1000', '+ or *'],
  ['a*', 0, 'can match the empty string', '+ instead of *'],
  ['', 0, 'can match the empty string', 'required'],
  ['a|b|', 0, 'can match the empty string', 'required'],
  ['^$', 0, 'can match the empty string', 'required'],
  ['\\b', 0, 'can match the empty string', 'required'],
  ['a^b', 0, 'can never match', 'before ^'],
  ['a\\bb', 0, 'can never match', '\\b between two letters'],
  ['((a{1,30}){1,30}){1,30}', 17, 'needs more than 4000 positions', 'shorten the repeat {1,30}'],
  ['[ab]*a[ab]{400}z', 10, 'needs more than 4000 states', 'shorten the repeat {400}'],
  ['x.{0,300}y', 2, 'needs more than 4000 positions', 'shorten the repeat {0,300}'],
  ['x.{0,200}y', 2, 'takes more than 3000000 steps to compile', 'shorten the repeat {0,200}'],
];

describe('[C-PAT-1] patterns that are refused', () => {
  it.each(REFUSED)('%s at %i: %s', (pattern, offset, problem, hint) => {
    const refused = problemOf(pattern);
    expect({ problem: refused.problem, offset: refused.offset }).toEqual({ problem, offset });
    expect(refused.hint).toContain(hint);
  });

  it('counts offsets in UTF-16 units', () => {
    expect(problemOf('😀é(?=a)').offset).toBe(3);
  });

  it('takes 1000 characters and refuses one more', () => {
    expect(compiled('a'.repeat(1000)).anchor).toHaveLength(1000);
    expect(problemOf('a'.repeat(1001))).toMatchObject({ problem: 'longer than 1000 characters', offset: 1000 });
  });

  it('takes groups nested 100 deep and refuses one more', () => {
    expect(compiled('('.repeat(100) + 'a' + ')'.repeat(100)).states).toBeGreaterThan(0);
    expect(problemOf('('.repeat(101) + 'a' + ')'.repeat(101))).toMatchObject({
      problem: 'groups nested deeper than 100',
      offset: 100,
    });
  });

  it('takes a count of 1000', () => {
    expect(textsFound('a{1000}', 'a'.repeat(1999))).toEqual(['a'.repeat(1000)]);
  });

  it.each([
    ['EMP-\\d{6}', false, 'EMP-'],
    ['(?i)Project-X', false, 'project-x'],
    ['KEY=\\w+', true, 'key='],
    ['a+bc(def)?', false, 'bc'],
    ['(abc){2}d', false, 'abcabcd'],
    ['(abc){2,}d', false, 'abcabc'],
    ['(?:ab|ab)c', false, 'abc'],
    ['(?:ab|cd)e', false, null],
    ['\\d+x', false, null],
    ['é', false, 'é'],
    ['(longest|other)short.*longer', false, 'longer'],
    ['\\bab\\b', false, 'ab'],
    ['x{0}ab', false, 'ab'],
  ])('names the literal every match of %s contains', (pattern, ignoreCase, anchor) => {
    expect(compiled(pattern, ignoreCase).anchor).toBe(anchor);
  });
});
