/**
 * Writes out the generators of a text. The same text and seed give the same result, and within a text a name always
 * stands for one value: a payload and what is expected of it can both name it.
 *
 * - `{github_token}` is a sample, `{github_token#2}` another one.
 * - `{github_token:near_miss}` is a value the detector must not find.
 * - `{repeat:1000:ab}` is a text repeated; it may hold generators.
 * - `{{github_token}}` is no generator, and neither is any brace that is followed by anything else: JSON is left alone.
 */
import { err, ok, type Result } from '../../base/result.js';
import type { Samples } from './samples.js';
import { seededRandom } from './seeded-random.js';

/** UTF-16 units a text may grow to: eight times the largest payload a server can be configured to take. */
export const EXPANDED_LENGTH_MAX = 8 * 1024 * 1024;
/** Repeats within repeats. */
export const REPEAT_DEPTH_MAX = 4;

export type SampleProblem =
  | { readonly kind: 'unknown_name'; readonly name: string; readonly nearest: string | null; readonly offset: number }
  | { readonly kind: 'unclosed_repeat'; readonly offset: number }
  | { readonly kind: 'too_long'; readonly offset: number }
  | { readonly kind: 'too_deep'; readonly offset: number };

export interface ExpandOptions {
  readonly samples: Samples;
  readonly seed: number;
  /** The candidate nearest to what was written, for the message about an unknown name. */
  readonly suggest?: (written: string, candidates: readonly string[]) => string | null;
}

export function expandSamples(text: string, options: ExpandOptions): Result<string, SampleProblem> {
  return new Expansion(options).expand(text, 0, 0);
}

/** One sentence for people. */
export function describeSampleProblem(problem: SampleProblem): string {
  if (problem.kind === 'unclosed_repeat') return 'the repeat is not closed by }';
  if (problem.kind === 'too_long') return `the text grows past ${EXPANDED_LENGTH_MAX} characters`;
  if (problem.kind === 'too_deep') return `there are more than ${REPEAT_DEPTH_MAX} repeats within each other`;
  const hint = problem.nearest === null ? '' : `; did you mean {${problem.nearest}}?`;
  return `there is no generator called ${problem.name}${hint}`;
}

const GENERATOR = /\{([a-z][a-z0-9_]*)(#\d{1,4})?(:near_miss)?\}/y;
const REPEAT = /\{repeat:(\d{1,8}):/y;

class Expansion {
  readonly #options: ExpandOptions;
  readonly #values = new Map<string, string>();

  constructor(options: ExpandOptions) {
    this.#options = options;
  }

  /** @param base where the text begins in the whole, for offsets of problems. @param depth of repeats around it. */
  expand(text: string, base: number, depth: number): Result<string, SampleProblem> {
    let expanded = '';
    let at = 0;
    while (at < text.length) {
      const brace = text.indexOf('{', at);
      if (brace < 0) break;
      expanded += text.slice(at, brace);
      const step = this.#expandAt(text, brace, base, depth);
      if (!step.ok) return step;
      expanded += step.value.text;
      at = step.value.end;
      if (expanded.length > EXPANDED_LENGTH_MAX) return err({ kind: 'too_long', offset: base + brace });
    }
    return ok(expanded + text.slice(at));
  }

  #expandAt(text: string, brace: number, base: number, depth: number): Result<Step, SampleProblem> {
    REPEAT.lastIndex = brace;
    const repeat = REPEAT.exec(text);
    if (repeat !== null) {
      const inner = { start: REPEAT.lastIndex, times: Number(repeat[1]), depth: depth + 1 };
      return this.#expandRepeat(text, brace, inner, base);
    }
    GENERATOR.lastIndex = brace;
    const generator = GENERATOR.exec(text);
    const end = GENERATOR.lastIndex;
    if (generator === null) return ok({ text: '{', end: brace + 1 });
    if (text[brace - 1] === '{' && text[end] === '}') return ok({ text: generator[0], end });
    const value = this.#valueOf(generator[1] ?? '', generator[2] ?? '', generator[3] !== undefined, base + brace);
    return value.ok ? ok({ text: value.value, end }) : value;
  }

  #expandRepeat(text: string, brace: number, repeat: Repeat, base: number): Result<Step, SampleProblem> {
    const { start, times, depth } = repeat;
    const offset = base + brace;
    if (depth > REPEAT_DEPTH_MAX) return err({ kind: 'too_deep', offset });
    const close = closingBrace(text, start);
    if (close < 0) return err({ kind: 'unclosed_repeat', offset });
    const inner = this.expand(text.slice(start, close), base + start, depth);
    if (!inner.ok) return inner;
    if (inner.value.length * times > EXPANDED_LENGTH_MAX) return err({ kind: 'too_long', offset });
    return ok({ text: inner.value.repeat(times), end: close + 1 });
  }

  #valueOf(name: string, ordinal: string, nearMiss: boolean, offset: number): Result<string, SampleProblem> {
    const key = `${name}${ordinal}${nearMiss ? ':near_miss' : ''}`;
    const known = this.#values.get(key);
    if (known !== undefined) return ok(known);
    const { samples, seed, suggest } = this.#options;
    const random = seededRandom(seed, key);
    const value = nearMiss ? samples.nearMissFor(name, random) : samples.sampleFor(name, random);
    if (value === null) {
      return err({ kind: 'unknown_name', name, nearest: suggest?.(name, samples.names) ?? null, offset });
    }
    this.#values.set(key, value);
    return ok(value);
  }
}

interface Repeat {
  readonly start: number;
  readonly times: number;
  readonly depth: number;
}

interface Step {
  readonly text: string;
  readonly end: number;
}

/** The brace that closes what was opened before `start`; -1 where there is none. */
function closingBrace(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}
