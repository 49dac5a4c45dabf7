/**
 * Texts of a case with their generators written out: `{github_token}` becomes a made-up token, always the same for
 * the same case and place, so that no live-looking secret has to lie in a repository. What was generated is
 * remembered, so that a report can leave it out. In what a case expects, `{masked:github_token}` stands for a mask
 * of the token's length.
 */

/** Writes out the generators of a text; the same text and seed give the same result. */
export type ExpandSamples = (text: string, seed: number) => string;

/** `{name}`, `{name:near_miss}`; not `{repeat:...}`, whose text is the author's own. */
const GENERATOR = /\{(masked:)?([a-z][a-z0-9_]*(?::near_miss)?)\}/g;

/** Around what was generated, while a text is written out: noncharacters, which Unicode keeps for such uses. */
const OPEN = '\ufdd0';
const MASK = '\ufdd1';
const CLOSE = '\ufdd2';
const CONCEALED = '(generated)';
const MARKED = /([\ufdd0\ufdd1])([^\ufdd0-\ufdd2]*)\ufdd2/g;

export class GeneratedText {
  readonly #expand: ExpandSamples;
  readonly #seed: string;
  readonly #values = new Set<string>();
  readonly #nearMisses = new Set<string>();

  /** @param seed tells cases apart: their name. */
  constructor(expand: ExpandSamples, seed: string) {
    this.#expand = expand;
    this.#seed = seed;
  }

  /** @param place where in the case the text stands: given and expected texts of the same place are made alike. */
  expand(text: string, place: string): string {
    if (!text.includes('{')) return text;
    const marked = text.replace(GENERATOR, (_, masked: string | undefined, name: string) => {
      if (name.endsWith(':near_miss')) this.#nearMisses.add(name.slice(0, -':near_miss'.length));
      return `${masked === undefined ? OPEN : MASK}{${name}}${CLOSE}`;
    });
    return this.#expand(marked, hashOf(`${this.#seed}\n${place}`)).replace(MARKED, (_, mark: string, value: string) => {
      if (mark === MASK) return '*'.repeat(Buffer.byteLength(value));
      if (!(value.startsWith('{') && value.endsWith('}'))) this.#values.add(value);
      return value;
    });
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
