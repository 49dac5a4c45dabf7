/**
 * Patterns made to hurt: to take long to compile, to take much memory, or to take long on the texts that come with
 * them. Each is either refused or must stay linear on its own worst texts.
 */
import type { Random } from '../protocol/random.js';

export interface HostilePattern {
  readonly family: string;
  readonly regex: string;
  /** What the pattern almost or just matches, over and over. */
  readonly fill: string;
}

type Maker = (random: Random) => Omit<HostilePattern, 'family'>;

const between = (random: Random, low: number, high: number): number => low + random.below(high - low + 1);

const FAMILIES: Readonly<Record<string, Maker>> = {
  'nested quantifiers': (random) => {
    let regex = 'a';
    for (let depth = between(random, 2, 12); depth > 0; depth -= 1) {
      regex = `(${regex}${random.pick(['+', '*', '+?', '{1,3}', '{2,}'])}${random.pick(['', 'a?', 'a*'])})`;
    }
    return { regex: `${regex}+${random.pick(['b', '$', '\\b!', 'c|d'])}`, fill: 'a' };
  },
  'exploding alternations': (random) => {
    const options = Array.from({ length: between(random, 2, 30) }, () =>
      random.pick(['a', 'aa', 'ab', 'a|aa', 'a?b', '[ab]']),
    );
    return {
      regex: `(${options.join('|')})${random.pick(['+', '{1,20}', '{5}'])}${random.pick(['c', '$', 'b'])}`,
      fill: 'ab',
    };
  },
  'counted repeats': (random) => {
    const count = between(random, 50, 1000);
    const head = random.pick(['[ab]*a', '(a|b)*b', '', '\\w', 'a', '.*']);
    return {
      regex: `${head}[ab]{${random.pick([`${count}`, `1,${count}`, `${count},`])}}${random.pick(['z', 'b', ''])}`,
      fill: 'ab',
    };
  },
  'repeats of repeats': (random) => {
    let regex = random.pick(['a', '.', '[ab]', '\\S']);
    for (let depth = between(random, 2, 5); depth > 0; depth -= 1) regex = `(${regex}{1,${between(random, 2, 40)}})`;
    return { regex: `${regex}b`, fill: 'a' };
  },
  'any character': (random) => {
    const parts = Array.from({ length: between(random, 2, 8) }, () =>
      random.pick(['(.*)', '.+', '.{0,20}', '[^x]*', '\\W*', '\\S{3,9}']),
    );
    return { regex: `${parts.join(random.pick(['', 'a', '-']))}x`, fill: random.pick(['a', '-', 'é-', '😀a', ' ']) };
  },
  'huge classes': (random) => {
    let members = '';
    while (members.length < between(random, 100, 900)) {
      const low = between(random, 0x100, 0xcfff);
      members += `${String.fromCodePoint(low)}-${String.fromCodePoint(low + random.below(300))}`;
    }
    return {
      regex: `[${random.pick(['', '^'])}${members}]${random.pick(['+', '{1,9}', '{40}'])}!`,
      fill: random.pick(['日', 'a', 'п']),
    };
  },
  'deep nesting': (random) => {
    const depth = between(random, 20, 140);
    return { regex: `${'('.repeat(depth)}a${`${random.pick(['', '|a', 'b?'])})`.repeat(depth)}+c`, fill: 'ab' };
  },
  'long literals': (random) => {
    const literal = random
      .pick(['a', 'ab', 'aab'])
      .repeat(400)
      .slice(0, between(random, 300, 990));
    return { regex: `${literal}${random.pick(['c', '$', '\\d', '[^a]'])}`, fill: literal };
  },
  'late decisions': (random) => {
    const count = between(random, 3, 14);
    return {
      regex: `a|(a|b)*${random.pick(['a', 'b'])}[ab]{${count}}c|a.{0,${count}}!`,
      fill: random.pick(['ab', 'a', 'aab']),
    };
  },
};

/** One pattern of each family in turn. */
export function hostilePatterns(random: Random, count: number): HostilePattern[] {
  const families = Object.entries(FAMILIES);
  return Array.from({ length: count }, (_, index) => {
    const [family, make] = families[index % families.length] as [string, Maker];
    return { family, ...make(random) };
  });
}

/** Texts of `bytes` bytes: what the pattern feeds on, whole, broken now and then, and at random. */
export function worstTexts({ fill }: HostilePattern, random: Random, bytes: number): Buffer[] {
  const whole = Buffer.alloc(bytes, fill);
  const broken = Buffer.from(whole);
  for (let at = random.below(100); at < bytes; at += 1 + random.below(400))
    broken[at] = random.pick([0x62, 0x63, 0x20, 0xff]);
  const letters = Buffer.alloc(bytes);
  for (let at = 0; at < bytes; at += 1) letters[at] = random.below(2) === 0 ? 0x61 : 0x62;
  return [whole, broken, letters];
}
