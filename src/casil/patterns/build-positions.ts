/**
 * Tree to positions. Counted repeats are written out as copies in one chain: `x{2,4}` may be entered at any of the
 * first three copies and is left after the last, `x{2,}` loops in the first. That way round, reading backwards, a copy
 * can do whatever copies of lower rank can, and building the automaton may forget those.
 */
import { POSITIONS_MAX, TooComplex, type BuildEffort } from './limits.js';
import { ANYTHING, EDGE, OTHER, WORD, WORD_BYTES, type PositionAutomaton } from './position-automaton.js';
import type { Assertion, ByteTree } from './syntax-tree.js';

/** Contexts of the empty string: bit 3 * before + after. */
const ALWAYS = 0b111_111_111;
const CONTEXTS = [WORD, OTHER, EDGE];

/** Part of a pattern: masks say what must stand before a first and after a last position. */
interface Fragment {
  readonly first: readonly Link[];
  readonly last: readonly Link[];
  readonly empty: number;
}

interface Link {
  readonly position: number;
  readonly mask: number;
}

export function buildPositions(tree: ByteTree, effort: BuildEffort): PositionAutomaton {
  return new PositionBuilder(effort, hasWordAssertion(tree)).build(tree);
}

class PositionBuilder {
  readonly #effort: BuildEffort;
  readonly #wordsApart: boolean;
  readonly #members: Uint8Array[] = [];
  /** What the bytes of a position are to their neighbours: a mask of WORD and OTHER. */
  readonly #context: number[] = [];
  readonly #follow: number[][] = [];
  readonly #family: number[] = [];
  readonly #rank: number[] = [];
  /** The word bytes of a set and the others; null where there are none. */
  readonly #halves = new Map<Uint8Array, readonly [Uint8Array | null, Uint8Array | null]>();
  #familyCount = 0;

  constructor(effort: BuildEffort, wordsApart: boolean) {
    this.#effort = effort;
    this.#wordsApart = wordsApart;
  }

  build(tree: ByteTree): PositionAutomaton {
    const { first, last, empty } = this.#fragment(tree);
    const count = this.#members.length;
    const firstMasks = new Uint8Array(count);
    const lastMasks = new Uint8Array(count);
    for (const { position, mask } of first) firstMasks[position] = mask;
    for (const { position, mask } of last) lastMasks[position] = mask;
    const precede: number[][] = Array.from({ length: count }, () => []);
    const follow = this.#follow.map((next) => [...new Set(next)]);
    follow.forEach((next, position) => next.forEach((other) => precede[other]?.push(position)));
    return {
      members: this.#members,
      first: firstMasks,
      last: lastMasks,
      follow: follow.map((next) => Int32Array.from(next)),
      precede: precede.map((previous) => Int32Array.from(previous)),
      family: Int32Array.from(this.#family),
      rank: Int32Array.from(this.#rank),
      familyCount: this.#familyCount,
      wordsApart: this.#wordsApart,
      empty,
    };
  }

  #fragment(tree: ByteTree): Fragment {
    this.#effort.spend(1);
    switch (tree.kind) {
      case 'bytes':
        return this.#bytes(tree.members);
      case 'assertion':
        return { first: [], last: [], empty: contextsOf(tree.assertion) };
      case 'concat':
        return this.#concat(tree.items.map((item) => () => this.#fragment(item)));
      case 'alternation':
        return this.#union(tree.options.map((option) => this.#fragment(option)));
      case 'repeat':
        return this.#repeat(tree.item, tree.min, tree.max);
    }
  }

  #bytes(members: Uint8Array): Fragment {
    if (!this.#wordsApart) return this.#position(members, WORD | OTHER);
    const halves = this.#halves.get(members) ?? splitByWord(members);
    this.#halves.set(members, halves);
    const [words, others] = halves;
    if (words === null || others === null) {
      return this.#position(words ?? others ?? members, words === null ? OTHER : WORD);
    }
    return this.#union([this.#position(words, WORD), this.#position(others, OTHER)]);
  }

  #position(members: Uint8Array, context: number): Fragment {
    const position = this.#members.length;
    if (position >= POSITIONS_MAX) throw new TooComplex(`needs more than ${POSITIONS_MAX} positions`);
    this.#members.push(members);
    this.#context.push(context);
    this.#follow.push([]);
    this.#family.push(-1);
    this.#rank.push(0);
    const links = [{ position, mask: ANYTHING }];
    return { first: links, last: links, empty: 0 };
  }

  #union(options: readonly Fragment[]): Fragment {
    const first = options.flatMap((option) => option.first);
    const last = options.flatMap((option) => option.last);
    this.#effort.spend(first.length + last.length);
    return { first, last, empty: options.reduce((empty, option) => empty | option.empty, 0) };
  }

  #concat(items: readonly (() => Fragment)[]): Fragment {
    let whole: Fragment = { first: [], last: [], empty: ALWAYS };
    for (const item of items) {
      const next = item();
      this.#connect(whole.last, next.first);
      const first = [...whole.first, ...this.#through(next.first, whole.empty, true)];
      const last = [...this.#through(whole.last, next.empty, false), ...next.last];
      this.#effort.spend(first.length + last.length);
      whole = { first, last, empty: whole.empty & next.empty };
    }
    return whole;
  }

  /** The links that remain first (or last) beside a part that may be empty in some contexts. */
  #through(links: readonly Link[], empty: number, before: boolean): Link[] {
    if (empty === 0) return [];
    if (empty === ALWAYS) return [...links];
    return links.flatMap(({ position, mask }) => {
      let allowed = 0;
      for (let far = 0; far < CONTEXTS.length; far += 1) {
        for (let own = 0; own < CONTEXTS.length; own += 1) {
          const bit = before ? 3 * far + own : 3 * own + far;
          if (((empty >> bit) & 1) === 0 || ((this.#context[position] as number) & (1 << own)) === 0) continue;
          allowed |= 1 << far;
        }
      }
      return (mask & allowed) === 0 ? [] : [{ position, mask: mask & allowed }];
    });
  }

  #connect(last: readonly Link[], first: readonly Link[]): void {
    this.#effort.spend(last.length * first.length);
    for (const { position, mask } of last) {
      const follow = this.#follow[position] as number[];
      const context = this.#context[position] as number;
      for (const next of first) {
        if ((mask & (this.#context[next.position] as number)) !== 0 && (next.mask & context) !== 0) {
          follow.push(next.position);
        }
      }
    }
  }

  #loop(item: Fragment): Fragment {
    this.#connect(item.last, item.first);
    return item;
  }

  #repeat(item: ByteTree, min: number, max: number): Fragment {
    if (max === 0) return { first: [], last: [], empty: ALWAYS };
    const bases = [this.#members.length];
    const parts = [this.#fragment(item)];
    const { empty } = parts[0] as Fragment;
    // However often what may be empty must come, once or never is enough.
    const copies = max !== Infinity ? max : empty === ALWAYS ? 1 : Math.max(1, min);
    for (let copy = 1; copy < copies; copy += 1) {
      bases.push(this.#members.length);
      parts.push(this.#fragment(item));
    }
    bases.push(this.#members.length);
    if (empty !== 0 && empty !== ALWAYS && copies > 1) return this.#plainCopies(parts, min, max);
    const leastCopies = empty === ALWAYS ? Math.min(1, min) : min;
    return { ...this.#chain(parts, bases, leastCopies, max), empty: leastCopies === 0 ? ALWAYS : empty };
  }

  #chain(parts: readonly Fragment[], bases: readonly number[], min: number, max: number): Fragment {
    if (max === Infinity) this.#loop(parts[0] as Fragment);
    const entered = max === Infinity ? 1 : parts.length - Math.max(1, min) + 1;
    for (let copy = 1; copy < parts.length; copy += 1) {
      this.#connect((parts[copy - 1] as Fragment).last, (parts[copy] as Fragment).first);
    }
    if (max === Infinity) this.#makeFamilies(bases, parts.length, -1);
    else this.#makeFamilies(bases, entered, 1);
    const { first } = this.#union(parts.slice(0, entered));
    return { first, last: (parts.at(-1) as Fragment).last, empty: 0 };
  }

  /** @param direction 1 where later copies can do what earlier ones can, -1 the other way round. */
  #makeFamilies(bases: readonly number[], copies: number, direction: 1 | -1): void {
    if (copies < 2) return;
    const length = (bases[1] as number) - (bases[0] as number);
    for (let copy = 0; copy < copies; copy += 1) {
      for (let place = 0; place < length; place += 1) {
        const position = (bases[copy] as number) + place;
        // Copies of an inner repeat are a family already; each copy of the outer one has its own.
        if (this.#family[position] !== -1) continue;
        this.#family[position] = this.#familyCount + place;
        this.#rank[position] = direction * copy;
      }
    }
    this.#familyCount += length;
  }

  /** Repeats of what is empty in some contexts only, such as `(?:a|\b){2,3}`: spelled out, without families. */
  #plainCopies(parts: readonly Fragment[], min: number, max: number): Fragment {
    return this.#concat(
      parts.map((part, copy) => () => {
        const looped = max === Infinity && copy === parts.length - 1 ? this.#loop(part) : part;
        return copy < min ? looped : { ...looped, empty: ALWAYS };
      }),
    );
  }
}

function splitByWord(members: Uint8Array): [Uint8Array | null, Uint8Array | null] {
  const words = members.map((member, byte) => member & (WORD_BYTES[byte] as number));
  const others = members.map((member, byte) => member & ~(WORD_BYTES[byte] as number));
  return [words.includes(1) ? words : null, others.includes(1) ? others : null];
}

function contextsOf(assertion: Assertion): number {
  let contexts = 0;
  for (let before = 0; before < CONTEXTS.length; before += 1) {
    for (let after = 0; after < CONTEXTS.length; after += 1) {
      const boundary = (CONTEXTS[before] === WORD) !== (CONTEXTS[after] === WORD);
      const holds =
        assertion === 'text_start'
          ? CONTEXTS[before] === EDGE
          : assertion === 'text_end'
            ? CONTEXTS[after] === EDGE
            : boundary === (assertion === 'word_boundary');
      if (holds) contexts |= 1 << (3 * before + after);
    }
  }
  return contexts;
}

function hasWordAssertion(tree: ByteTree): boolean {
  switch (tree.kind) {
    case 'bytes':
      return false;
    case 'assertion':
      return tree.assertion === 'word_boundary' || tree.assertion === 'no_word_boundary';
    case 'concat':
      return tree.items.some(hasWordAssertion);
    case 'alternation':
      return tree.options.some(hasWordAssertion);
    case 'repeat':
      return hasWordAssertion(tree.item);
  }
}
