/**
 * A pattern as a tree. The parser makes one whose leaves are sets of characters; `utf8.ts` turns these into sets of
 * bytes. Groups leave no trace: nothing is captured, and lazy and greedy repeats mean the same.
 */
import type { CodePoints } from './code-points.js';

export type Assertion = 'text_start' | 'text_end' | 'word_boundary' | 'no_word_boundary';

export type Tree<Leaf> =
  | Leaf
  | { readonly kind: 'assertion'; readonly assertion: Assertion }
  /** No items: the empty string. */
  | { readonly kind: 'concat'; readonly items: readonly Tree<Leaf>[] }
  | { readonly kind: 'alternation'; readonly options: readonly Tree<Leaf>[] }
  /** `max` is Infinity where there is none. `offset` is that of the quantifier in the pattern. */
  | {
      readonly kind: 'repeat';
      readonly item: Tree<Leaf>;
      readonly min: number;
      readonly max: number;
      readonly offset: number;
    };

export interface CharsLeaf {
  readonly kind: 'chars';
  readonly set: CodePoints;
}

/** One byte out of a set. */
export interface BytesLeaf {
  readonly kind: 'bytes';
  /** 256 entries, 1 for the members. */
  readonly members: Uint8Array;
}

export type CharTree = Tree<CharsLeaf>;
export type ByteTree = Tree<BytesLeaf>;
