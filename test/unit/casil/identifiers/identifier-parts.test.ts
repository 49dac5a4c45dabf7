import { describe, expect, it } from 'vitest';
import { partsOfNames } from '../../../../src/casil/identifiers/identifier-parts.js';

function parts(text: string): string[] {
  const bytes = Buffer.from(text);
  return partsOfNames(bytes).map(({ from, to }) => bytes.toString('utf8', from, to));
}

describe('parts of names', () => {
  it('begin and end at separators', () => {
    expect(parts('aaaaaaaaaaaa-bbbbbbbbbbbb')).toEqual(['aaaaaaaaaaaa', 'bbbbbbbbbbbb']);
    expect(parts('room-aaaaaaaaaaaa.x')).toEqual(['room-aaaaaaaaaaaa', 'aaaaaaaaaaaa', 'aaaaaaaaaaaa.x']);
  });

  it('never begin with a separator, but may end in one', () => {
    expect(parts('--aaaaaaaaaaaa--x')).toEqual(['aaaaaaaaaaaa', 'aaaaaaaaaaaa-', 'aaaaaaaaaaaa--x']);
    expect(parts('-'.repeat(128))).toEqual([]);
  });

  it('are none where a name has no separator, or is too short for a credential', () => {
    expect(parts('a'.repeat(100))).toEqual([]);
    expect(parts('lab done x-y 1.2.3.4')).toEqual([]);
    expect(parts('')).toEqual([]);
  });

  it('are found in each word of a text', () => {
    expect(parts('room "lab-aaaaaaaaaaaa" näher-bbbbbbbbbbbb')).toEqual(['aaaaaaaaaaaa', 'bbbbbbbbbbbb']);
  });

  it('grow with the length of a name, not with its square, past a number of separators [P8]', () => {
    const atBound = parts(Array.from({ length: 13 }, () => 'a'.repeat(12)).join('-'));
    expect(atBound).toHaveLength((13 * 14) / 2 - 1);
    const past = parts(Array.from({ length: 14 }, () => 'a'.repeat(12)).join('-'));
    expect(past).toHaveLength(2 * 13);
    expect(parts('a.'.repeat(4096)).length).toBeLessThanOrEqual(2 * 4096);
  });
});
