import { describe, expect, it } from 'vitest';
import { jsonDifferences } from '../../../../src/casil/testing/json-difference.js';
import { OutcomeFlips } from '../../../../src/casil/testing/outcome-flips.js';

describe('flips [C-CLI-2]', () => {
  it('counts by direction, keeps the first of each and sorts by count', () => {
    const flips = new OutcomeFlips();
    flips.add(1, 'a:b', { wouldBe: 'allow', ruleIds: [] }, { wouldBe: 'allow', ruleIds: ['x'] });
    flips.add(2, 'a:b', { wouldBe: 'block', ruleIds: ['y'] }, { wouldBe: 'allow', ruleIds: [] });
    for (let line = 3; line < 20; line += 1) {
      flips.add(line, 'a:b', { wouldBe: 'allow', ruleIds: [] }, { wouldBe: 'block', ruleIds: ['x'] });
    }
    expect([flips.messages, flips.flipped]).toEqual([19, 18]);
    expect(flips.flips.map(({ from, to, count, first }) => [from, to, count, first.map(({ line }) => line)])).toEqual([
      ['allow', 'block', 17, [3, 4, 5, 6, 7]],
      ['block', 'allow', 1, [2]],
    ]);
    expect(flips.flips[1]?.first[0]).toEqual({ line: 2, address: 'a:b', rulesBefore: ['y'], rulesAfter: [] });
  });
});

describe('jsonDifferences', () => {
  it('names leaves by path, in both directions', () => {
    const left = { a: 1, b: [1, 2], c: { 'x y': 1, é: 2 }, same: null };
    const right = { a: '1', b: [1], c: { 'x y': 2, é: 2 }, same: null, more: true };
    expect(jsonDifferences(left, right).map(({ path }) => path)).toEqual(['$.a', '$.b[1]', '$.c["x y"]', '$.more']);
    expect(jsonDifferences([], {}).map(({ path }) => path)).toEqual(['$']);
    expect(jsonDifferences(NaN, NaN)).toEqual([]);
    expect(jsonDifferences({}, JSON.parse('{"__proto__": 1}')).map(({ path }) => path)).toEqual(['$.__proto__']);
  });

  it('tells a bounded number', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`k${index}`, index]));
    expect(jsonDifferences(many, {})).toHaveLength(200);
  });
});
