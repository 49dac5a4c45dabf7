import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../src/cli/tail/bounded-pattern.js';
import { distinctAddresses } from '../../../src/cli/tail/distinct-addresses.js';

describe('a pattern of the user on text of strangers [P8]', () => {
  it.each([
    ['hot', 'a hot day', true],
    ['^a.*y$', 'a hot day', true],
    ['(o|x)+', 'cold', true],
    ['x{2,}', 'a hot day', false],
    ['cold', 'a hot day', false],
    ['$', '', true],
  ])('%s on %j: %s', (source, text, expected) => {
    expect(compilePattern(source, 'u', '--grep').test(text)).toBe(expected);
    expect(compilePattern(source, 'gu', '--highlight').test(text)).toBe(expected);
  });

  it('gives one that never ends up, naming the flag', () => {
    const startMs = performance.now();
    const pattern = compilePattern('(x+x+)+y', 'u', '--grep');
    expect(() => pattern.test('x'.repeat(60))).toThrow('--grep took over 1000 ms for one message');
    expect(performance.now() - startMs).toBeLessThan(10_000);
    expect(pattern.test('xxy')).toBe(true);
  });

  it('gives up one whose last match never ends, which all would mark', () => {
    const pattern = compilePattern('(x+x+)+y', 'gu', '--highlight');
    expect(() => pattern.test(`xxy${'x'.repeat(60)}`)).toThrow('--highlight took over');
  });
});

describe('addresses to tail', () => {
  it.each([
    [['demo'], ['demo:*']],
    [['demo', 'demo:*', 'demo'], ['demo:*']],
    [
      ['demo:a', 'demo:a', 'demo:b'],
      ['demo:a', 'demo:b'],
    ],
    [
      ['demo:a.b', 'demo:a.*', 'demo:a'],
      ['demo:a.*', 'demo:a'],
    ],
    [
      ['demo:a.b.*', 'demo:a.*', 'demo:b.*'],
      ['demo:a.*', 'demo:b.*'],
    ],
    [
      ['demo:a', 'other', 'demo:*'],
      ['other:*', 'demo:*'],
    ],
  ])('%j are %j', (texts, distinct) => {
    expect(distinctAddresses(texts)).toEqual(distinct);
  });
});
