import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileAddressScope, globMatching, scopeCovers } from '../../../../src/casil/policy/address-scope.js';
import { globCovers, matchesGlob } from '../../../../src/casil/policy/glob.js';

/** Follows every way a star could be read: slow, and plainly right. */
function matchesNaively(glob: string, text: string): boolean {
  if (glob === '') return text === '';
  if (glob.startsWith('*')) {
    return matchesNaively(glob.slice(1), text) || (text !== '' && matchesNaively(glob, text.slice(1)));
  }
  return text.startsWith(glob[0] ?? '') && text !== '' && matchesNaively(glob.slice(1), text.slice(1));
}

/** Few letters, so that pieces repeat and overlap. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', '-'), maxLength: 10 });
const glob = fc.string({ unit: fc.constantFrom('a', 'b', '-', '*'), maxLength: 7 });

describe('matchesGlob [C-POL-1]', () => {
  it.each([
    ['support', 'support', true],
    ['support', 'Support', false],
    ['support', 'support1', false],
    ['*', '', true],
    ['**', 'x', true],
    ['support-*', 'support-', true],
    ['support-*', 'support', false],
    ['*-eu', 'orders-eu', true],
    ['a*a', 'a', false],
    ['a*b*c', 'a-bb-c', true],
    ['a*b*c', 'a-c', false],
    ['a.c', 'abc', false],
    ['', '', true],
    ['', 'a', false],
  ])('%s and %s: %s', (pattern, value, expected) => {
    expect(matchesGlob(pattern, value)).toBe(expected);
  });

  it('agrees with a matcher that tries everything', () => {
    fc.assert(
      fc.property(glob, text, (pattern, value) => {
        expect(matchesGlob(pattern, value)).toBe(matchesNaively(pattern, value));
      }),
      { seed: 7, numRuns: 5000 },
    );
  });

  it('never goes back: a thousand stars cost no more than a long text [P8]', () => {
    const pattern = `${'*a'.repeat(1000)}*b`;
    const value = 'a'.repeat(20_000);
    const start = performance.now();
    expect(matchesGlob(pattern, value)).toBe(false);
    // Backtracking would not end at all; what is bounded here is only that it does.
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('globCovers', () => {
  it('is right where it says yes', () => {
    fc.assert(
      fc.property(glob, glob, text, (outer, inner, value) => {
        if (globCovers(outer, inner) && matchesGlob(inner, value)) expect(matchesGlob(outer, value)).toBe(true);
      }),
      { seed: 7, numRuns: 5000 },
    );
  });

  it('sees the plain cases', () => {
    expect(globCovers('*', 'a-*')).toBe(true);
    expect(globCovers('a*', 'a-*')).toBe(true);
    expect(globCovers('a-*', 'a*')).toBe(false);
    expect(globCovers('a', 'a')).toBe(true);
  });
});

describe('compileAddressScope [C-POL-1]', () => {
  it('covers what an include matches and no exclude does', () => {
    const scope = compileAddressScope(['support-*:*', '*:chat'], ['support-lab:*']);
    expect(scope.covers('support-1', 'x')).toBe(true);
    expect(scope.covers('orders', 'chat')).toBe(true);
    expect(scope.covers('support-lab', 'chat')).toBe(false);
    expect(scope.covers('orders', 'eu')).toBe(false);
  });

  it('covers a message without an address only by *:*', () => {
    expect(compileAddressScope(['*:*'], []).covers('', '')).toBe(true);
    expect(compileAddressScope(['*:chat', 'a*:*'], []).covers('', '')).toBe(false);
    expect(compileAddressScope([], []).covers('', '')).toBe(false);
  });

  it('names the glob that matched, for reports', () => {
    expect(globMatching(['a:*', 'support-*:*'], 'support-1', 'x')).toBe('support-*:*');
    expect(globMatching(['a:*'], 'b', 'x')).toBeNull();
  });

  it('knows when one scope lies within another', () => {
    const scope = (include: string[], exclude: string[] = []) => compileAddressScope(include, exclude);
    expect(scopeCovers(scope(['*:*']), scope(['a:*', 'b:c']))).toBe(true);
    expect(scopeCovers(scope(['a:*']), scope(['a:*', 'b:c']))).toBe(false);
    expect(scopeCovers(scope(['*:*'], ['lab:*']), scope(['a:*']))).toBe(false);
    expect(scopeCovers(scope(['*:*'], ['lab:x']), scope(['a:*'], ['lab:*']))).toBe(true);
  });
});
