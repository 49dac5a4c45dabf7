/**
 * Patterns whose backward automata run as one: their product, built as long as it stays small. A state of the product
 * is one state of each.
 */
import { intersect, shiftFor, type ByteClasses } from './byte-classes.js';
import type { CompiledPattern } from './pattern.js';

/** More states or entries (512 KiB) than this fall out of the caches: two passes are faster than one. */
const GROUP_STATES_MAX = 2000;
const GROUP_ENTRIES_MAX = 256 * 1024;

export interface PatternGroup {
  readonly patterns: readonly CompiledPattern[];
  readonly classes: ByteClasses;
  /** Next state: table[(state << shift) | class]. */
  readonly table: Uint16Array;
  readonly shift: number;
  /** Per pattern: its own state in each state of the group. */
  readonly own: readonly Uint16Array[];
  readonly stateCount: number;
}

export function groupOf(pattern: CompiledPattern): PatternGroup {
  const { classes, backward } = pattern.automaton;
  return {
    patterns: [pattern],
    classes,
    table: backward.table,
    shift: backward.shift,
    own: [Uint16Array.from(backward.states.keys())],
    stateCount: backward.states.length,
  };
}

/** @returns the group with one more pattern; null where that is too large. */
export function extendGroup(group: PatternGroup, pattern: CompiledPattern): PatternGroup | null {
  const { classes: added, backward } = pattern.automaton;
  const classes = intersect(group.classes, added);
  const shift = shiftFor(classes.count);
  const statesMax = Math.min(GROUP_STATES_MAX, GROUP_ENTRIES_MAX >> shift);
  const ids = new Map<number, number>([[0, 0]]);
  const left = [0];
  const right = [0];
  const rows: Uint16Array[] = [];
  for (let state = 0; state < left.length; state += 1) {
    if (left.length > statesMax) return null;
    const row = new Uint16Array(1 << shift);
    for (let byteClass = 0; byteClass < classes.count; byteClass += 1) {
      const leftNext = group.table[((left[state] as number) << group.shift) | (classes.left[byteClass] as number)];
      const rightNext =
        backward.table[((right[state] as number) << backward.shift) | (classes.right[byteClass] as number)];
      const key = (leftNext as number) * 0x10000 + (rightNext as number);
      let next = ids.get(key);
      if (next === undefined) {
        next = left.length;
        ids.set(key, next);
        left.push(leftNext as number);
        right.push(rightNext as number);
      }
      row[byteClass] = next;
    }
    rows.push(row);
  }
  const table = new Uint16Array(rows.length << shift);
  rows.forEach((row, state) => table.set(row, state << shift));
  return {
    patterns: [...group.patterns, pattern],
    classes,
    table,
    shift,
    own: [...group.own.map((own) => Uint16Array.from(left, (state) => own[state] as number)), Uint16Array.from(right)],
    stateCount: rows.length,
  };
}
