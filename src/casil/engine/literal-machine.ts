/**
 * Finds literals: the goto and failure functions of Aho and Corasick (Communications of the ACM 18, 1975), with every
 * failure resolved beforehand, so that a byte is one step.
 */
import { invariant } from '../../base/invariant.js';
import type { AnchorMachine } from './anchor-machine.js';

export interface IndexedText {
  readonly index: number;
  readonly bytes: Uint8Array;
}

/** Entries of the table that is built on the way: 16 MiB, which hundreds of literals do not come near. */
const ENTRIES_MAX = 4 * 1024 * 1024;

/**
 * @param texts none empty, folded already.
 * @param fold how bytes are read before they are compared.
 * @throws InvariantError where the texts together are too long.
 */
export function createLiteralMachine(texts: readonly IndexedText[], fold: Uint8Array): AnchorMachine {
  const used = [...new Set(texts.flatMap((text) => [...text.bytes]))];
  /** 0 is every byte that no text contains. */
  const symbols = Uint8Array.from({ length: 256 }, (_, byte) => used.indexOf(fold[byte] as number) + 1);
  const width = used.length + 1;
  const nodesMax = texts.reduce((sum, text) => sum + text.bytes.length, 1);
  invariant(nodesMax * width <= ENTRIES_MAX, 'the anchors of all detectors together are too many');
  const next = new Int32Array(nodesMax * width);
  const own: number[][] = [[]];
  for (const text of texts) {
    let node = 0;
    for (const byte of text.bytes) {
      const edge = node * width + (symbols[byte] as number);
      if (next[edge] === 0) next[edge] = own.push([]) - 1;
      node = next[edge] as number;
    }
    own[node]?.push(text.index);
  }
  const ends = resolveFailures(next, own, width);
  return {
    states: own.length,
    unknown: 0,
    memoryBytes: Math.max(0, ...texts.map((text) => text.bytes.length)),
    next: (state, byte) => next[state * width + (symbols[byte] as number)] as number,
    endsIn: (state) => ends[state] ?? [],
    nameOf: (byte) => `${symbols[byte]}`,
  };
}

/** Breadth first: a node's failure is complete before the node is. Returns what ends in each node, suffixes included. */
function resolveFailures(next: Int32Array, own: readonly number[][], width: number): number[][] {
  const failure = new Int32Array(own.length);
  const ends = own.map((indexes) => [...indexes]);
  const queue: number[] = [];
  for (let symbol = 0; symbol < width; symbol++) {
    const child = next[symbol] as number;
    if (child !== 0) queue.push(child);
  }
  for (const node of queue) {
    const fallback = failure[node] as number;
    ends[node]?.push(...(ends[fallback] ?? []));
    for (let symbol = 0; symbol < width; symbol++) {
      const edge = node * width + symbol;
      const afterFallback = next[fallback * width + symbol] as number;
      const child = next[edge] as number;
      if (child === 0) {
        next[edge] = afterFallback;
      } else {
        failure[child] = afterFallback;
        queue.push(child);
      }
    }
  }
  return ends;
}
