import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../../src/casil/patterns/compile-pattern.js';
import { BuildEffort } from '../../../../src/casil/patterns/limits.js';
import type { CompiledPattern } from '../../../../src/casil/patterns/pattern.js';
import { inBytes, leftmostLongest } from '../../../support/casil/pattern-oracle.js';
import { patternSpec, scanWith } from '../../../support/casil/patterns.js';
import { randomRegex, randomText } from '../../../support/casil/random-patterns.js';
import { Random } from '../../../support/protocol/random.js';

const PATTERNS = 1500;
const TEXTS_PER_PATTERN = 2;
const TEXT_CHARS_MAX = 10;
/** Large patterns take long and prove no more than small ones. */
const BUILD_STEPS = 200_000;
const EXPECTED_REFUSALS =
  /^(can match the empty string|can never match|a repeated assertion|(needs|takes) more than .*)$/;
/** A few seconds of work; other programs may want the processor too. */
const TEST_TIMEOUT_MS = 60_000;

/** The platform wants names once, and its dot leaves out more than a line feed. */
function forPlatform(regex: string): string {
  return regex.replaceAll('(?<n>', '(').replaceAll('\\-', '-');
}

describe('[C-PAT-1] patterns against an oracle that asks for every start and end', () => {
  it(
    `finds the same matches in ${PATTERNS * TEXTS_PER_PATTERN} random cases`,
    () => {
      const random = new Random(20_270_131);
      const seen = { compiled: 0, empty: 0, never: 0, matches: 0 };
      for (let round = 0; round < PATTERNS; round += 1) {
        const regex = randomRegex(random);
        const ignoreCase = random.below(8) === 0;
        const result = compilePattern(patternSpec(regex, ignoreCase), new BuildEffort(BUILD_STEPS));
        if (!result.ok) {
          expect(result.error.problem, regex).toMatch(EXPECTED_REFUSALS);
          if (result.error.problem.startsWith('can never')) seen.never += 1;
          if (result.error.problem.startsWith('can match')) seen.empty += 1;
        }
        for (let index = 0; index < TEXTS_PER_PATTERN; index += 1) {
          const text = randomText(random, TEXT_CHARS_MAX);
          const expected = leftmostLongest(forPlatform(regex), ignoreCase, text);
          if (result.ok) {
            const { found } = scanWith([result.value], Buffer.from(text));
            expect(found[0], `/${regex}/ in ${JSON.stringify(text)}`).toEqual(inBytes(text, expected));
            seen.compiled += 1;
            seen.matches += expected.length;
          } else if (result.error.problem.startsWith('can never')) {
            expect(expected, `/${regex}/ in ${JSON.stringify(text)}`).toEqual([]);
          }
        }
      }
      // Each verdict occurs often enough to mean something.
      expect(seen.compiled).toBeGreaterThan(2000);
      expect(seen.matches).toBeGreaterThan(1000);
      expect(seen.empty).toBeGreaterThan(PATTERNS / 40);
      expect(seen.never).toBeGreaterThan(PATTERNS / 200);
    },
    TEST_TIMEOUT_MS,
  );

  it(
    'finds together what patterns find alone',
    () => {
      const random = new Random(31_012_027);
      for (let round = 0; round < 100; round += 1) {
        const patterns: CompiledPattern[] = [];
        while (patterns.length < 1 + random.below(8)) {
          const result = compilePattern(patternSpec(randomRegex(random)), new BuildEffort(BUILD_STEPS));
          if (result.ok) patterns.push(result.value);
        }
        const text = Buffer.from(randomText(random, 60));
        const alone = patterns.map((pattern) => scanWith([pattern], text).found[0]);
        expect(scanWith(patterns, text).found, patterns.map(({ spec }) => spec.regex).join('  ')).toEqual(alone);
      }
    },
    TEST_TIMEOUT_MS,
  );
});
