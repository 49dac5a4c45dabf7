/** Short ways to compile patterns and to ask a scanner what it finds. */
import { WorkBudget } from '../../../src/casil/engine/work-budget.js';
import { compilePattern } from '../../../src/casil/patterns/compile-pattern.js';
import { createPatternScanner } from '../../../src/casil/patterns/create-pattern-scanner.js';
import type { CompiledPattern, PatternProblem, PatternSpec } from '../../../src/casil/patterns/pattern.js';
import type { Found } from './pattern-oracle.js';

export const PLENTY_OF_WORK = 1_000_000_000;

export function patternSpec(regex: string, ignoreCase = false): PatternSpec {
  return { id: `pattern ${regex}`, kind: 'test', risk: 'low', regex, ignoreCase };
}

/** @throws Error when it is refused. */
export function compiled(regex: string, ignoreCase = false): CompiledPattern {
  const result = compilePattern(patternSpec(regex, ignoreCase));
  if (!result.ok) throw new Error(`${regex}: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** @throws Error when it is accepted. */
export function problemOf(regex: string, ignoreCase = false): PatternProblem {
  const result = compilePattern(patternSpec(regex, ignoreCase));
  if (result.ok) throw new Error(`${regex} was accepted`);
  return result.error;
}

export interface Scanned {
  /** Per pattern, in the order of the patterns. */
  readonly found: readonly Found[][];
  readonly work: number;
}

export function scanWith(
  patterns: readonly CompiledPattern[],
  bytes: Uint8Array,
  from = 0,
  to = bytes.length,
): Scanned {
  const work = new WorkBudget();
  work.reset(PLENTY_OF_WORK);
  const found: Found[][] = patterns.map(() => []);
  createPatternScanner(patterns).scan(bytes, from, to, work, (pattern, { start, end }) => {
    found[patterns.indexOf(pattern)]?.push({ start, end });
    return true;
  });
  return { found, work: work.spent };
}

/** The texts a single pattern finds. */
export function textsFound(regex: string, text: string, ignoreCase = false): string[] {
  const bytes = Buffer.from(text);
  const { found } = scanWith([compiled(regex, ignoreCase)], bytes);
  return (found[0] ?? []).map(({ start, end }) => bytes.toString('utf8', start, end));
}
