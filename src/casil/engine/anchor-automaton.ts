/**
 * One table that finds every anchor of every detector in a single pass: each byte is one lookup, whatever the number of
 * anchors, and nothing is ever read twice. [C-CHAIN-3]
 *
 * A state is a state of each of three machines: literals with exact case, literals in any case, digit runs. States in
 * which an anchor ends come last, so that one comparison tells them from the rest.
 */
import { invariant } from '../../base/invariant.js';
import type { AnchorMachine } from './anchor-machine.js';
import { createDigitRunMachine } from './digit-run-machine.js';
import { createLiteralMachine } from './literal-machine.js';
import { asciiBytes, FOLDED } from './token-parts.js';

/** An anchor of fixed length. */
export type FixedAnchor =
  | { readonly literal: string; readonly ignoreCase: boolean }
  /** A run of digits, to its `digits`th; with `before`, of exactly that many and one of these bytes. */
  | { readonly digits: number; readonly before: string };

export interface AnchorAutomaton {
  readonly classOf: Uint8Array;
  /** The state after state `s` and byte `b` at [s + classOf[b]]: states are row offsets. */
  readonly next: Int32Array;
  readonly start: number;
  /** The state to start in somewhere in the middle; right after `memoryBytes`, and before that finds nothing that is not there. */
  readonly unknown: number;
  readonly memoryBytes: number;
  /** Anchors end in states from this one on. */
  readonly firstEnding: number;
  /** The rank of an ending state `s` among those, at [s + rankColumn]: the last column of each row. */
  readonly rankColumn: number;
  /** Of the ending state of rank `n`: anchors by their index, at ends[endsFrom[n]..endsFrom[n + 1]). */
  readonly endsFrom: Int32Array;
  readonly ends: Int32Array;
  readonly states: number;
}

/** Entries of the table: 16 MiB; that of two hundred detectors takes 1 MiB. */
const ENTRIES_MAX = 4 * 1024 * 1024;

/** Every byte the machines cannot tell apart shares a class: that keeps rows short. */
interface ByteClasses {
  readonly classOf: Uint8Array;
  /** A byte of each class. */
  readonly byteOf: readonly number[];
}

/** @throws InvariantError for literals that are not ASCII, and for anchors that take too much memory together. */
export function buildAnchorAutomaton(anchors: readonly FixedAnchor[]): AnchorAutomaton {
  const indexed = anchors.map((anchor, index) => ({ anchor, index }));
  const textsOf = (ignoreCase: boolean, fold: (byte: number) => number) =>
    indexed.flatMap(({ anchor, index }) =>
      'literal' in anchor && anchor.ignoreCase === ignoreCase
        ? [{ index, bytes: asciiBytes(anchor.literal).map(fold) }]
        : [],
    );
  const machines = [
    createLiteralMachine(
      textsOf(false, (byte) => byte),
      FOLDS_NOTHING,
    ),
    createLiteralMachine(
      textsOf(true, (byte) => FOLDED[byte] as number),
      FOLDED,
    ),
    createDigitRunMachine(indexed.flatMap(({ anchor, index }) => ('digits' in anchor ? [{ ...anchor, index }] : []))),
  ];
  const classes = classifyBytes(machines);
  const memoryBytes = Math.max(...machines.map((machine) => machine.memoryBytes));
  return { ...layOut(explore(machines, classes), classes), memoryBytes };
}

const FOLDS_NOTHING = Uint8Array.from({ length: 256 }, (_, byte) => byte);

function classifyBytes(machines: readonly AnchorMachine[]): ByteClasses {
  const byteOf: number[] = [];
  const known = new Map<string, number>();
  const classOf = Uint8Array.from({ length: 256 }, (_, byte) => {
    const name = machines.map((machine) => machine.nameOf(byte)).join(' ');
    const symbol = known.get(name) ?? byteOf.push(byte) - 1;
    known.set(name, symbol);
    return symbol;
  });
  return { classOf, byteOf };
}

interface Explored {
  /** By state and class. */
  readonly next: readonly number[];
  /** By state. */
  readonly ends: readonly (readonly number[])[];
  readonly unknown: number;
}

/** All combinations of states that bytes lead to, in the order they are met: the start, the unknown one, the others. */
function explore(machines: readonly AnchorMachine[], classes: ByteClasses): Explored {
  const count = machines.length;
  /** The machines' states, combination after combination. */
  const met: number[] = [];
  const numbers = new Map<number, number>();
  const target = new Int32Array(count);
  /** The number of the combination in `target`. */
  const meet = (): number => {
    let key = 0;
    for (let index = 0; index < count; index++) {
      key = key * (machines[index] as AnchorMachine).states + (target[index] as number);
    }
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    met.push(...target);
    return numbers.size - 1;
  };
  meet();
  target.set(machines.map((machine) => machine.unknown));
  const unknown = meet();
  const next: number[] = [];
  for (let from = 0; from < met.length; from += count) {
    for (const byte of classes.byteOf) {
      for (let index = 0; index < count; index++) {
        target[index] = (machines[index] as AnchorMachine).next(met[from + index] as number, byte);
      }
      next.push(meet());
    }
    invariant(next.length <= ENTRIES_MAX, 'the anchors of all detectors together are too many');
  }
  const ends = Array.from({ length: numbers.size }, (_, state) =>
    machines.flatMap((machine, index) => machine.endsIn(met[state * count + index] as number)),
  );
  return { next, ends, unknown };
}

/** Numbers the states again, those in which nothing ends first, and writes the rows. */
function layOut(explored: Explored, classes: ByteClasses): Omit<AnchorAutomaton, 'memoryBytes'> {
  const symbols = classes.byteOf.length;
  const width = symbols + 1;
  const states = explored.ends.length;
  const all = Array.from({ length: states }, (_, state) => state);
  const quiet = all.filter((state) => explored.ends[state]?.length === 0);
  const ending = all.filter((state) => explored.ends[state]?.length !== 0);
  const offset = new Int32Array(states);
  [...quiet, ...ending].forEach((state, rank) => (offset[state] = rank * width));
  const next = new Int32Array(states * width);
  explored.next.forEach((target, entry) => {
    const row = offset[Math.floor(entry / symbols)] as number;
    next[row + (entry % symbols)] = offset[target] as number;
  });
  const endsFrom = new Int32Array(ending.length + 1);
  const ends: number[] = [];
  ending.forEach((state, rank) => {
    next[(offset[state] as number) + symbols] = rank;
    endsFrom[rank + 1] = ends.push(...(explored.ends[state] ?? []));
  });
  return {
    classOf: classes.classOf,
    next,
    start: offset[0] as number,
    unknown: offset[explored.unknown] as number,
    firstEnding: quiet.length * width,
    rankColumn: symbols,
    endsFrom,
    ends: Int32Array.from(ends),
    states,
  };
}
