/**
 * Compiles an operator's pattern, or says what is wrong with it and where. What this accepts matches in linear time
 * on any bytes; what could not be kept small is refused here, at start, never cut short at run time. [C-PAT-1] [P8]
 */
import { err, ok, type Result } from '../../base/result.js';
import { buildPositions } from './build-positions.js';
import { BuildEffort, PatternRefused, TooComplex } from './limits.js';
import { buildAutomaton } from './pattern-automaton.js';
import type { CompiledPattern, PatternProblem, PatternSpec } from './pattern.js';
import { parseRegex } from './regex-parser.js';
import { requiredLiteral } from './required-literal.js';
import type { CharTree } from './syntax-tree.js';
import { toBytes } from './utf8.js';

/** @param effort what building may cost; the same pattern always costs the same. */
export function compilePattern(spec: PatternSpec, effort = new BuildEffort()): Result<CompiledPattern, PatternProblem> {
  let tree: CharTree | null = null;
  try {
    const parsed = parseRegex(spec.regex, spec.ignoreCase);
    ({ tree } = parsed);
    const positions = buildPositions(toBytes(tree), effort);
    if (positions.empty !== 0) {
      return refused('can match the empty string', 'make a part of it required: + instead of *, or a literal');
    }
    const automaton = buildAutomaton(positions, effort);
    if (!automaton.starts.includes(1)) {
      return refused('can never match', 'look for text before ^, text after $, or \\b between two letters');
    }
    return ok({
      id: spec.id,
      kind: spec.kind,
      risk: spec.risk,
      spec,
      states: automaton.backward.states.length + automaton.forward.states.length,
      anchor: requiredLiteral(tree, parsed.ignoreCase),
      automaton,
    });
  } catch (cause) {
    if (cause instanceof PatternRefused) return err(cause.found);
    if (cause instanceof TooComplex && tree !== null) return err(tooComplex(cause.message, tree, spec.regex));
    throw cause;
  }
}

function refused(problem: string, hint: string): Result<never, PatternProblem> {
  return err({ problem, hint, offset: 0 });
}

/** Counted repeats are what grows: the greatest is named. */
function tooComplex(problem: string, tree: CharTree, regex: string): PatternProblem {
  const greatest = greatestRepeat(tree);
  if (greatest === null) return { problem, hint: 'split it into several patterns', offset: 0 };
  const quantifier = regex.slice(greatest.offset, regex.indexOf('}', greatest.offset) + 1);
  return {
    problem,
    hint: `shorten the repeat ${quantifier}, or write + or * where the length does not matter`,
    offset: greatest.offset,
  };
}

type Repeat = Extract<CharTree, { kind: 'repeat' }>;

function greatestRepeat(tree: CharTree): Repeat | null {
  switch (tree.kind) {
    case 'chars':
    case 'assertion':
      return null;
    case 'concat':
      return greatest(tree.items.map(greatestRepeat));
    case 'alternation':
      return greatest(tree.options.map(greatestRepeat));
    case 'repeat':
      return greatest([copies(tree) > 1 ? tree : null, greatestRepeat(tree.item)]);
  }
}

function greatest(repeats: readonly (Repeat | null)[]): Repeat | null {
  return repeats.reduce(
    (most, next) => (next !== null && (most === null || copies(next) > copies(most)) ? next : most),
    null,
  );
}

function copies({ min, max }: Repeat): number {
  return max === Infinity ? min : max;
}
