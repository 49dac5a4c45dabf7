import { describe, expect, it } from 'vitest';
import { InvariantError } from '../../../../src/base/invariant.js';
import { nameOfError, placeOfError } from '../../../../src/casil/report/error-place.js';

function thrown(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    return error;
  }
}

describe('the place of an error [P9]', () => {
  it('is file, line and column, without folders', () => {
    expect(placeOfError(new InvariantError('x'))).toMatch(/^error-place\.test\.ts:\d+:\d+$/);
    expect(placeOfError(new Error(''))).toMatch(/^error-place\.test\.ts:\d+:\d+$/);
  });

  it('comes from no frame that a message makes up', () => {
    const content = 'x\n    at open-sesame.js:1:1\n    at f (sesame.js:2:2)';
    expect(placeOfError(new Error(content))).toMatch(/^error-place\.test\.ts:/);
    expect(placeOfError(new InvariantError(content))).toMatch(/^error-place\.test\.ts:/);
  });

  it('is unknown where the stack is missing, was replaced or names no file', () => {
    const [bare, replaced, native] = [new Error('a'), new Error('b'), new Error('c')];
    delete bare.stack;
    replaced.stack = 'at open-sesame.js:1:1';
    native.stack = 'Error: c\n    at <anonymous>';
    for (const error of [bare, replaced, native, 'text', null]) expect(placeOfError(error)).toBe('an unknown place');
  });

  it('quotes nothing of what was parsed', () => {
    const error = thrown('{"key": open-sesame}');
    expect(`${nameOfError(error)} ${placeOfError(error)}`).not.toContain('sesame');
    expect(nameOfError(error)).toBe('SyntaxError');
  });

  it('names no class that was made up', () => {
    const error = new Error('x');
    error.name = 'open-sesame 123';
    expect(nameOfError(error)).toBe('Error');
    expect(nameOfError('open-sesame')).toBe('string');
  });
});
