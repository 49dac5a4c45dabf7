/**
 * Texts of a case with their generators written out: `{github_token}` becomes a made-up token, always the same one in
 * the same case, so that no live-looking secret has to lie in a repository. What was generated is remembered, so that
 * a report can leave it out. In what a case expects, `{masked:github_token}` stands for a mask of the token's length.
 */
import { err, ok, type Result } from '../../base/result.js';
import { suggestName } from '../../documents/suggest.js';
import type { Detector } from '../engine/detector.js';
import { describeSampleProblem, expandSamples } from '../samples/expand-samples.js';
import { Samples } from '../samples/samples.js';

/** Writes out the generators of a text; the same text and seed give the same result. The error is a sentence. */
export type Expand = (text: string, seed: number) => Result<string, string>;

export function expandWith(detectors: readonly Detector[]): Expand {
  const samples = new Samples(detectors);
  return (text, seed) => {
    const expanded = expandSamples(text, { samples, seed, suggest: suggestName });
    return expanded.ok ? ok(expanded.value) : err(describeSampleProblem(expanded.error));
  };
}

/** What is in double braces is no generator. Repeats are left to the expansion: their text is the author's own. */
const GENERATOR = /\{\{[a-z][a-z0-9_#:]*\}\}|\{(masked:)?(([a-z][a-z0-9_]*)(?:#\d{1,4})?(:near_miss)?)\}/g;

/** Around what was generated, while a text is written out: noncharacters, which Unicode keeps for such uses. */
const OPEN = '\ufdd0';
const MASK = '\ufdd1';
const CLOSE = '\ufdd2';
const MARKED = /([\ufdd0\ufdd1])([^\ufdd0-\ufdd2]*)\ufdd2/g;

const CONCEALED = '(generated)';

export class GeneratedText {
  readonly #expand: Expand;
  readonly #seed: number;
  readonly #values = new Set<string>();
  readonly #nearMisses = new Set<string>();
  #problem: string | null = null;

  /** @param name of the case; tells the values of cases apart. */
  constructor(expand: Expand, name: string) {
    this.#expand = expand;
    this.#seed = hashOf(name);
  }

  /** Within a case a generator stands for one value, wherever it is written. */
  expand(text: string): string {
    if (!text.includes('{')) return text;
    const marked = text.replace(
      GENERATOR,
      (all: string, masked?: string, generator?: string, name?: string, near?: string) => {
        if (generator === undefined) return all;
        if (near !== undefined) this.#nearMisses.add(name ?? '');
        return `${masked === undefined ? OPEN : MASK}{${generator}}${CLOSE}`;
      },
    );
    const expanded = this.#expand(marked, this.#seed);
    if (!expanded.ok) {
      this.#problem ??= expanded.error;
      return text;
    }
    return expanded.value.replace(MARKED, (_, mark: string, value: string) => {
      if (mark === MASK) return '*'.repeat(Buffer.byteLength(value));
      this.#values.add(value);
      return value;
    });
  }

  /** What was wrong with the first text that could not be written out; null where all could. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Names of generators of which a near miss was written. */
  get nearMisses(): ReadonlySet<string> {
    return this.#nearMisses;
  }

  /** The text with every generated value left out. */
  conceal(text: string): string {
    let concealed = text;
    for (const value of this.#values) {
      // A report may show the value as JSON writes it.
      for (const form of new Set([value, JSON.stringify(value).slice(1, -1)])) {
        if (form !== '') concealed = concealed.replaceAll(form, CONCEALED);
      }
    }
    return concealed;
  }
}

/** FNV-1a over UTF-16 units: a stable seed for a text. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}
