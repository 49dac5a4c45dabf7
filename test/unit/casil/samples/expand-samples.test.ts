import { describe, expect, test } from 'vitest';
import { TOKEN_DETECTORS } from '../../../../src/casil/detectors/token-catalogue.js';
import { createScanner } from '../../../../src/casil/engine/create-scanner.js';
import { WorkBudget } from '../../../../src/casil/engine/work-budget.js';
import {
  describeSampleProblem,
  EXPANDED_LENGTH_MAX,
  expandSamples,
  REPEAT_DEPTH_MAX,
} from '../../../../src/casil/samples/expand-samples.js';
import { Samples, sampleName } from '../../../../src/casil/samples/samples.js';
import { seededRandom } from '../../../../src/casil/samples/seeded-random.js';
import { suggestName } from '../../../../src/documents/suggest.js';

const samples = new Samples(TOKEN_DETECTORS);
const scanner = createScanner(TOKEN_DETECTORS);

function expand(text: string, seed = 1): string {
  const result = expandSamples(text, { samples, seed, suggest: suggestName });
  return result.ok ? result.value : `! ${describeSampleProblem(result.error)} at ${result.error.offset}`;
}

function foundIn(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  const work = new WorkBudget();
  work.reset(1_000_000);
  const ids: string[] = [];
  scanner.scan(bytes, 0, bytes.length, work, (detector) => {
    ids.push(detector.id);
    return true;
  });
  return ids;
}

describe('generators in texts [C-CLI-1]', () => {
  test('write out a sample that its detector finds', () => {
    expect(foundIn(expand('the key {github_token}, thanks'))).toEqual(['github-token']);
  });

  test('give the same result for the same text and seed, another for another seed', () => {
    const text = '{"key":"{aws_access_key}","note":"{slack_token}"}';
    expect(expand(text, 7)).toBe(expand(text, 7));
    expect(expand(text, 7)).not.toBe(expand(text, 8));
  });

  test('name one value within a text, whatever stands beside it', () => {
    const [first, second] = expand('{npm_token} {npm_token}', 3).split(' ');
    expect(first).toBe(second);
    expect(expand('{slack_token} {npm_token}', 3).split(' ')[1]).toBe(first);
  });

  test('make another value of the same name with a number', () => {
    const [first, second, again] = expand('{npm_token} {npm_token#2} {npm_token#2}').split(' ');
    expect(first).not.toBe(second);
    expect(second).toBe(again);
  });

  test('write out near misses that nobody of that name finds', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      expect(foundIn(expand('({github_token:near_miss})', seed))).not.toContain('github-token');
    }
  });

  test('repeat texts, with generators and braces in them', () => {
    expect(expand('{repeat:3:ab}')).toBe('ababab');
    expect(expand('{repeat:0:ab}|')).toBe('|');
    expect(expand('{repeat:2:{"a":1},}')).toBe('{"a":1},{"a":1},');
    const value = expand('{npm_token}', 5);
    expect(expand('{repeat:2:{npm_token}}', 5)).toBe(value + value);
  });

  test('leave JSON, templates and other braces alone', () => {
    const text = '{"a":{"b":{}},"c":"{{user_name}} {0} { x } {Up} {}"}{';
    expect(expand(text)).toBe(text);
  });

  test('name the nearest generator for one that does not exist', () => {
    expect(expand('x {github_tokn}')).toBe(
      '! there is no generator called github_tokn; did you mean {github_token}? at 2',
    );
    expect(expand('{zzz}')).toBe('! there is no generator called zzz at 0');
    expect(expand('ab{repeat:2:c{zzz}}')).toBe('! there is no generator called zzz at 13');
  });

  test('refuse a repeat without an end', () => {
    expect(expand('ab{repeat:2:cd')).toBe('! the repeat is not closed by } at 2');
  });

  test('bound how deep repeats stand within each other', () => {
    const nested = (depth: number) => '{repeat:1:'.repeat(depth) + 'x' + '}'.repeat(depth);
    expect(expand(nested(REPEAT_DEPTH_MAX))).toBe('x');
    expect(expand(nested(REPEAT_DEPTH_MAX + 1))).toContain('within each other');
  });

  test('bound what a text grows to, at the bound and one past', () => {
    expect(expand(`{repeat:${EXPANDED_LENGTH_MAX}:a}`)).toHaveLength(EXPANDED_LENGTH_MAX);
    expect(expand(`{repeat:${EXPANDED_LENGTH_MAX + 1}:a}`)).toContain('grows past');
    expect(expand(`{repeat:${EXPANDED_LENGTH_MAX}:a}{repeat:1:b}`)).toContain('grows past');
    expect(expand('{repeat:9999:{repeat:9999:abc}}')).toContain('grows past');
  });
});

describe('samples by name', () => {
  test('are called as their detectors, with underscores', () => {
    expect(samples.names).toEqual(TOKEN_DETECTORS.map((detector) => sampleName(detector.id)));
    expect(samples.names).toContain('github_fine_grained_token');
  });

  test('are null for names nobody has', () => {
    expect(samples.sampleFor('nobody', seededRandom(1, ''))).toBeNull();
    expect(samples.nearMissFor('nobody', seededRandom(1, ''))).toBeNull();
  });
});

describe('seeded random', () => {
  test('stays below its bound and reaches both ends', () => {
    const random = seededRandom(42, 'ends');
    const drawn = new Set(Array.from({ length: 2_000 }, () => random(10)));
    expect([...drawn].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
