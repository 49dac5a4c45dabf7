/**
 * Characters as bytes: each set of code points becomes the UTF-8 sequences of its members, no others. Sequences that
 * end alike share their last bytes, so that "any character" takes 16 positions and not 24.
 */
import type { CodePoints } from './code-points.js';
import type { ByteTree, CharTree } from './syntax-tree.js';

/** One inclusive range per byte: low, high, low, high. */
type ByteSequence = readonly number[];

/** Code points up to and including these take 1, 2, 3, 4 bytes (RFC 3629). */
const LENGTH_ENDS = [0x7f, 0x7ff, 0xffff, 0x10ffff];
const CONTINUATION_BITS = 6;

/** The same pattern over bytes. */
export function toBytes(tree: CharTree): ByteTree {
  switch (tree.kind) {
    case 'chars':
      return bytesOf(tree.set);
    case 'assertion':
      return tree;
    case 'concat':
      return { kind: 'concat', items: tree.items.map(toBytes) };
    case 'alternation':
      return { kind: 'alternation', options: tree.options.map(toBytes) };
    case 'repeat':
      return { ...tree, item: toBytes(tree.item) };
  }
}

function bytesOf(set: CodePoints): ByteTree {
  const sequences: ByteSequence[] = [];
  for (let index = 0; index < set.length; index += 2) {
    let low = set[index] as number;
    const high = set[index + 1] as number;
    for (const end of LENGTH_ENDS) {
      if (low > end) continue;
      if (low <= high) addSequences(low, Math.min(high, end), sequences);
      low = Math.max(low, end + 1);
    }
  }
  return shareEnds(sequences);
}

/** Splits until only the last bytes run over their whole range; all members take the same number of bytes. */
function addSequences(low: number, high: number, sequences: ByteSequence[]): void {
  const length = LENGTH_ENDS.findIndex((end) => low <= end) + 1;
  for (let byte = 1; byte < length; byte += 1) {
    const mask = 2 ** (CONTINUATION_BITS * byte) - 1;
    if (low - (low & mask) === high - (high & mask)) continue;
    const split = (low & mask) !== 0 ? (low | mask) + 1 : (high & mask) !== mask ? high - (high & mask) : null;
    if (split === null) continue;
    addSequences(low, split - 1, sequences);
    addSequences(split, high, sequences);
    return;
  }
  const first = Buffer.from(String.fromCodePoint(low));
  const last = Buffer.from(String.fromCodePoint(high));
  const sequence: number[] = [];
  for (let byte = 0; byte < length; byte += 1) sequence.push(first[byte] as number, last[byte] as number);
  sequences.push(sequence);
}

function shareEnds(sequences: readonly ByteSequence[]): ByteTree {
  const members = new Uint8Array(256);
  const byEnd = new Map<string, ByteSequence[]>();
  for (const sequence of sequences) {
    const [low, high] = sequence.slice(-2) as [number, number];
    if (sequence.length === 2) {
      members.fill(1, low, high + 1);
      continue;
    }
    const end = `${low}-${high}`;
    const starts = byEnd.get(end) ?? [];
    starts.push(sequence);
    byEnd.set(end, starts);
  }
  const options: ByteTree[] = members.includes(1) ? [{ kind: 'bytes', members }] : [];
  for (const starts of byEnd.values()) {
    const [low, high] = (starts[0] as ByteSequence).slice(-2) as [number, number];
    const last: ByteTree = { kind: 'bytes', members: new Uint8Array(256).fill(1, low, high + 1) };
    options.push({ kind: 'concat', items: [shareEnds(starts.map((sequence) => sequence.slice(0, -2))), last] });
  }
  return options.length === 1 ? (options[0] as ByteTree) : { kind: 'alternation', options };
}
