/** The text every match contains, where a pattern has one: what makes a pattern cheap to rule out. */
import { onlyChar } from './code-points.js';
import type { CharTree } from './syntax-tree.js';

const LITERAL_BYTES_MIN = 2;

interface Literals {
  /** The one text this part matches; null where it matches several. */
  readonly exact: string | null;
  /** The longest text that is in all matches of this part. */
  readonly longest: string;
}

/** @returns the longest of them, in lower case where case is ignored; null where it is shorter than two bytes. */
export function requiredLiteral(tree: CharTree, ignoreCase: boolean): string | null {
  const { longest } = literalsOf(tree, ignoreCase);
  return Buffer.byteLength(longest) >= LITERAL_BYTES_MIN ? longest : null;
}

function literalsOf(tree: CharTree, ignoreCase: boolean): Literals {
  switch (tree.kind) {
    case 'chars': {
      const char = onlyChar(tree.set, ignoreCase);
      return { exact: char, longest: char ?? '' };
    }
    case 'assertion':
      return { exact: '', longest: '' };
    case 'concat':
      return joined(tree.items.map((item) => literalsOf(item, ignoreCase)));
    case 'alternation': {
      const [first, ...others] = tree.options.map((option) => literalsOf(option, ignoreCase));
      const same = first !== undefined && others.every(({ exact }) => exact === first.exact);
      return same && first.exact !== null ? first : { exact: null, longest: '' };
    }
    case 'repeat': {
      const { exact, longest } = literalsOf(tree.item, ignoreCase);
      if (tree.min === 0) return { exact: tree.max === 0 ? '' : null, longest: '' };
      if (exact === null) return { exact: null, longest };
      const repeated = exact.repeat(tree.min);
      return { exact: tree.min === tree.max ? repeated : null, longest: repeated };
    }
  }
}

function joined(parts: readonly Literals[]): Literals {
  let run = '';
  let longest = '';
  for (const part of parts) {
    run = part.exact === null ? '' : run + part.exact;
    for (const text of [run, part.longest]) if (text.length > longest.length) longest = text;
  }
  return { exact: parts.every(({ exact }) => exact !== null) ? run : null, longest };
}
