/**
 * One table that finds every anchor of every detector in a single pass: each byte is one lookup, whatever the number of
 * anchors, and nothing is ever read twice. [C-CHAIN-3]
 *
 * A state is a node of the trie together with what a digit run needs to know: whether the last byte was a letter or
 * digit, and how many digits stand since it was not. States in which an anchor ends come last, so that one comparison
 * tells them from the rest.
 */
import { invariant } from '../../base/invariant.js';
import { buildTrie, foldByte, type AnchorTrie, type ByteClasses } from './anchor-trie.js';
import { byteSet } from './byte-sets.js';
import type { Anchor } from './detector.js';
import { asciiBytes } from './token-parts.js';

export const ANCHOR_DIGITS_MAX = 32;

/** Table entries; a bound on memory (16 MiB) that sixty formats do not come near. */
const ENTRIES_MAX = 4 * 1024 * 1024;

export interface AnchorAutomaton {
  readonly classOf: Uint8Array;
  /** The state after state `s` and byte `b` at [s + classOf[b]]: states are row offsets. */
  readonly next: Int32Array;
  readonly start: number;
  /** Anchors end in states from this one on. */
  readonly firstEnding: number;
  readonly width: number;
  /** Of the states from `firstEnding` on, in their order: anchors by their index, at ends[endsFrom[n]..endsFrom[n + 1]). */
  readonly endsFrom: Int32Array;
  readonly ends: Int32Array;
  readonly states: number;
}

/** What stood before: other than letters and digits, a letter or digit, or a run of `kind - 1` digits. */
const AFTER_OTHER = 0;
const AFTER_ALNUM = 1;

/**
 * Hits are told in the folded reading: an anchor with exact case still has to be compared with the bytes.
 *
 * @throws InvariantError for anchors that are empty, not ASCII or out of bounds, and for too many of them.
 */
export function buildAnchorAutomaton(anchors: readonly Anchor[]): AnchorAutomaton {
  const literals = anchors.flatMap((anchor, index) => ('literal' in anchor ? [{ index, text: folded(anchor) }] : []));
  const runs = anchors.flatMap((anchor, index) => ('digits' in anchor ? [{ index, digits: digitsOf(anchor) }] : []));
  const digitsMax = Math.max(0, ...runs.map((run) => run.digits));
  const texts = literals.map((literal) => literal.text);
  const classes = classifyBytes(texts, digitsMax > 0);
  assertEntries(texts.reduce((sum, text) => sum + text.length, 1) * classes.count);
  const trie = buildTrie(texts, classes);
  const endsOf = (node: number, kind: number): number[] => [
    ...(trie.ends[node] ?? []).map((text) => literals[text]?.index ?? -1),
    ...runs.filter((run) => run.digits + 1 === kind).map((run) => run.index),
  ];
  return layOut(explore(trie, classes, digitsMax), endsOf, classes);
}

function assertEntries(entries: number): void {
  invariant(entries <= ENTRIES_MAX, 'the anchors of all detectors together are too many');
}

function folded(anchor: { readonly literal: string }): Uint8Array {
  invariant(anchor.literal.length > 0, 'an anchor needs a byte');
  return asciiBytes(anchor.literal).map(foldByte);
}

function digitsOf(anchor: { readonly digits: number }): number {
  const isRun = Number.isInteger(anchor.digits) && anchor.digits >= 1 && anchor.digits <= ANCHOR_DIGITS_MAX;
  invariant(isRun, `an anchor of ${anchor.digits} digits`);
  return anchor.digits;
}

/** Bytes the automaton cannot tell apart share a class; that keeps its rows short. */
function classifyBytes(texts: readonly Uint8Array[], withRuns: boolean): ByteClasses {
  const used = new Set(texts.flatMap((text) => [...text]));
  const alnum = byteSet('alnum');
  const digits = byteSet('digits');
  const names = new Map([['', 0]]);
  const classOf = Uint8Array.from({ length: 256 }, (_, byte) => {
    const literal = used.has(foldByte(byte)) ? `${foldByte(byte)}` : '';
    const kind = withRuns ? `${digits[byte] === 1 ? 'd' : alnum[byte] === 1 ? 'a' : ''}` : '';
    const name = `${literal}${kind}`;
    const known = names.get(name) ?? names.size;
    names.set(name, known);
    return known;
  });
  return { classOf, count: names.size };
}

interface Explored {
  readonly nodes: readonly number[];
  readonly kinds: readonly number[];
  /** By state and class. */
  readonly next: readonly number[];
}

/** All pairs of node and kind that some bytes lead to, numbered in the order they are met; the first is the start. */
function explore(trie: AnchorTrie, classes: ByteClasses, digitsMax: number): Explored {
  const kindsMax = digitsMax + 2;
  const known = new Map<number, number>([[AFTER_OTHER, 0]]);
  const nodes = [0];
  const kinds = [AFTER_OTHER];
  const next: number[] = [];
  const byteOf = Array.from({ length: classes.count }, (_, symbol) => classes.classOf.indexOf(symbol));
  for (let state = 0; state < nodes.length; state++) {
    for (let symbol = 0; symbol < classes.count; symbol++) {
      const node = trie.next[(nodes[state] as number) * classes.count + symbol] as number;
      const kind = digitsMax === 0 ? AFTER_OTHER : kindAfter(kinds[state] as number, byteOf[symbol] ?? -1, digitsMax);
      const key = node * kindsMax + kind;
      let target = known.get(key);
      if (target === undefined) {
        target = nodes.push(node) - 1;
        kinds.push(kind);
        known.set(key, target);
      }
      next.push(target);
    }
    assertEntries(next.length);
  }
  return { nodes, kinds, next };
}

/** @param byte of the class, or -1 for a class without one. */
function kindAfter(kind: number, byte: number, digitsMax: number): number {
  if (byte < 0 || byteSet('alnum')[byte] === 0) return AFTER_OTHER;
  if (byteSet('digits')[byte] === 0 || kind === AFTER_ALNUM) return AFTER_ALNUM;
  if (kind === AFTER_OTHER) return 2;
  return kind - 1 < digitsMax ? kind + 1 : AFTER_ALNUM;
}

/** Numbers the states again, those in which nothing ends first, and writes the rows. */
function layOut(explored: Explored, endsOf: (node: number, kind: number) => number[], classes: ByteClasses) {
  const width = classes.count;
  const states = explored.nodes.length;
  const endsByState = explored.nodes.map((node, state) => endsOf(node, explored.kinds[state] as number));
  const all = Array.from({ length: states }, (_, state) => state);
  const quiet = all.filter((state) => endsByState[state]?.length === 0);
  const ending = all.filter((state) => endsByState[state]?.length !== 0);
  const offset = new Int32Array(states);
  [...quiet, ...ending].forEach((state, rank) => (offset[state] = rank * width));
  const next = new Int32Array(states * width);
  explored.next.forEach((target, entry) => {
    const row = offset[Math.floor(entry / width)] as number;
    next[row + (entry % width)] = offset[target] as number;
  });
  const endsFrom = new Int32Array(ending.length + 1);
  const ends: number[] = [];
  ending.forEach((state, rank) => {
    ends.push(...(endsByState[state] ?? []));
    endsFrom[rank + 1] = ends.length;
  });
  return {
    classOf: classes.classOf,
    next,
    start: offset[0] as number,
    firstEnding: quiet.length * width,
    width,
    endsFrom,
    ends: Int32Array.from(ends),
    states,
  };
}
