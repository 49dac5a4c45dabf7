/**
 * The goto and failure functions of Aho and Corasick (CACM 18, 1975) over folded bytes: A-Z read as a-z, so that anchors
 * of both kinds share one trie; who wants exact case compares at the hit. Only used while building.
 */

/** Which class a byte belongs to: 0 is every byte that no anchor contains. */
export interface ByteClasses {
  readonly classOf: Uint8Array;
  readonly count: number;
}

export interface AnchorTrie {
  readonly nodes: number;
  /** Node after node `n` and a byte of class `c` at [n * classes + c]; total, failures resolved. */
  readonly next: Int32Array;
  /** Texts that end in each node, by their index; those of its suffixes included, longest first. */
  readonly ends: readonly (readonly number[])[];
}

export function foldByte(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}

/** @param texts folded, none empty. @param classes over which every byte of the texts has a class of its own. */
export function buildTrie(texts: readonly Uint8Array[], classes: ByteClasses): AnchorTrie {
  const width = classes.count;
  const nodesMax = texts.reduce((sum, text) => sum + text.length, 1);
  const next = new Int32Array(nodesMax * width);
  const own: number[][] = [[]];
  texts.forEach((text, index) => {
    let node = 0;
    for (const byte of text) {
      const edge = node * width + (classes.classOf[byte] as number);
      if (next[edge] === 0) {
        next[edge] = own.length;
        own.push([]);
      }
      node = next[edge] as number;
    }
    own[node]?.push(index);
  });
  return { nodes: own.length, next, ends: resolveFailures(next, own, width) };
}

/** Breadth first, so that a node's failure is complete before the node is: then no failure is followed at run time. */
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
