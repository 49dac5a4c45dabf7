import { describe, expect, it } from 'vitest';
import { createFieldMatcher } from '../../../../src/casil/fields/create-field-matcher.js';
import { FIELD_STEPS_MAX, parseFieldPath } from '../../../../src/casil/fields/field-path.js';

describe('a field path is refused at its place [C-POL-1]', () => {
  it.each([
    ['', 0, 'starts with $'],
    ['customer.ssn', 0, 'starts with $'],
    ['$', 1, 'at least one field'],
    ['$.', 2, 'ends where a key'],
    ['$..', 3, 'ends where a key'],
    ['$.a.', 4, 'ends where a key'],
    ['$customer', 1, 'a dot or a bracket'],
    ['$.a b', 3, 'a dot or a bracket'],
    ['$.a..', 5, 'ends where a key'],
    ['$.a.[0]', 4, 'in brackets'],
    ['$[1', 1, 'in brackets'],
    ['$[-1]', 1, 'in brackets'],
    ['$[01]', 1, 'in brackets'],
    ['$["a]', 1, 'in brackets'],
    ['$.a[?(@.b)]', 3, 'in brackets'],
    ['$...a', 3, 'a key or *'],
  ])('%s', (path, offset, problem) => {
    const parsed = parseFieldPath(path);
    expect(parsed).toMatchObject({ ok: false, error: { offset } });
    expect(parsed.ok ? '' : parsed.error.problem).toContain(problem);
    expect(parsed.ok ? '' : parsed.error.hint).not.toBe('');
  });

  it('past the number of steps, not at it', () => {
    const path = `$${'.a'.repeat(FIELD_STEPS_MAX)}`;
    expect(parseFieldPath(path).ok).toBe(true);
    expect(parseFieldPath(`${path}.a`)).toMatchObject({ ok: false, error: { offset: path.length } });
  });

  it('by the matcher as a bug of ours, because the loader asked before', () => {
    expect(() => createFieldMatcher([{ id: 'x', kind: 'k', risk: 'low', path: 'a' }])).toThrow(
      'field x: a path starts',
    );
  });
});

describe('a field path is read into steps', () => {
  it.each([
    ['$.a', ['a']],
    ['$.a-b_1', ['a-b_1']],
    ['$..a[*].*', ['..a', '*', '*']],
    ['$[7]["it\'s"][\'say "x"\']', ['[7]', "it's", 'say "x"']],
    ["$['it\\'s']", ["it's"]],
    ['$..[*]', ['..*']],
    ['$.größe', ['größe']],
  ])('%s', (path, expected) => {
    const parsed = parseFieldPath(path);
    const steps = parsed.ok ? parsed.value : [];
    const shown = steps.map(({ descends, key, index }) => {
      const what = key !== null ? Buffer.from(key).toString() : index >= 0 ? `[${index}]` : '*';
      return descends ? `..${what}` : what;
    });
    expect(shown).toEqual(expected);
  });
});
