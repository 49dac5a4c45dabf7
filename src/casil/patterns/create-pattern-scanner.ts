/**
 * The scanner of a set of patterns: as few walks over the text as there are groups of patterns whose automata fit
 * together, usually one. [C-PAT-1]
 */
import type { WorkBudget } from '../engine/work-budget.js';
import { GroupWalk, type OnPatternMatch } from './group-walk.js';
import { extendGroup, groupOf, type PatternGroup } from './pattern-group.js';
import type { CompiledPattern, PatternScanner } from './pattern.js';

/** States of the text so far are remembered in steps of this many, so that short texts do not grow it again and again. */
const TRAIL_STEP = 4096;
/** A single text may be long; what it took is given back afterwards. */
const TRAIL_KEPT_MAX = 256 * 1024;

export function createPatternScanner(patterns: readonly CompiledPattern[]): PatternScanner {
  const groups: PatternGroup[] = [];
  for (const pattern of patterns) {
    const last = groups.at(-1);
    const extended = last === undefined ? null : extendGroup(last, pattern);
    if (extended === null) groups.push(groupOf(pattern));
    else groups[groups.length - 1] = extended;
  }
  return new GroupScanner(groups.map((group) => new GroupWalk(group)));
}

class GroupScanner implements PatternScanner {
  readonly #walks: readonly GroupWalk[];
  #trail = new Uint16Array(0);

  constructor(walks: readonly GroupWalk[]) {
    this.#walks = walks;
  }

  scan(bytes: Uint8Array, from: number, to: number, work: WorkBudget, onMatch: OnPatternMatch): void {
    if (from >= to) return;
    if (this.#trail.length < to - from) {
      this.#trail = new Uint16Array(Math.ceil((to - from) / TRAIL_STEP) * TRAIL_STEP);
    }
    for (const walk of this.#walks) {
      if (!walk.scan(bytes, from, to, this.#trail, work, onMatch)) break;
    }
    if (this.#trail.length > TRAIL_KEPT_MAX) this.#trail = new Uint16Array(0);
  }
}
