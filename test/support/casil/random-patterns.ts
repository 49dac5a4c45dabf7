/** Random patterns of the supported syntax, small enough to be judged by an oracle, and texts they have a chance with. */
import type { Random } from '../protocol/random.js';

const ATOMS = [
  ...[
    'a',
    'b',
    'c',
    '1',
    '_',
    ' ',
    '\\.',
    '-',
    '.',
    '\\d',
    '\\w',
    '\\W',
    '\\s',
    '\\S',
    '\\D',
    '[ab]',
    '[^a]',
    '[^a-c]',
  ],
  ...[
    '[a-c1]',
    '[\\w-]',
    '\\x61',
    '[\\d_]',
    '\\n',
    'é',
    '日',
    '😀',
    '[à-ÿ]',
    '[^é]',
    '[a日]',
    '[\\u0080-\\uD7FF]',
    'ab',
    'bc',
  ],
];
const ASSERTIONS = ['^', '$', '\\b', '\\B'];
const QUANTIFIERS = ['*', '+', '?', '{2}', '{1,2}', '{0,2}', '{2,}', '{1,3}', '{0}', '{3}', '*?', '+?', '??', '{1,3}?'];
const LETTERS = ['a', 'b', 'c', 'a', 'b', '1', '_', ' ', '.', '-', '\n', 'é', '日', '😀'];

export function randomRegex(random: Random, depth = 2): string {
  const options = Array.from({ length: 1 + (random.below(4) === 0 ? 1 + random.below(2) : 0) }, () =>
    Array.from({ length: 1 + random.below(3) }, () => randomPart(random, depth)).join(''),
  );
  return options.join('|');
}

function randomPart(random: Random, depth: number): string {
  if (random.below(10) === 0) return random.pick(ASSERTIONS);
  const group = depth > 0 && random.below(3) === 0;
  const atom = group ? `${random.pick(['(', '(?:', '(?<n>'])}${randomRegex(random, depth - 1)})` : random.pick(ATOMS);
  const single = group || atom.length === 1 || /^[\\[]/.test(atom) || atom === '😀';
  return single && random.below(3) === 0 ? atom + random.pick(QUANTIFIERS) : atom;
}

export function randomText(random: Random, charsMax: number): string {
  return Array.from({ length: 1 + random.below(charsMax) }, () => random.pick(LETTERS)).join('');
}
