/**
 * Finds the matches of a group's patterns. One walk from the end of the text to its start tells where matches start;
 * where there is none, that was all. Otherwise a walk over the starts follows each match to its longest end and not a
 * byte beyond, so that a byte costs one unit, one more between the first and the last start, and one per match it is
 * in. [C-CHAIN-3]
 */
import type { MatchRange } from '../engine/detector.js';
import type { WorkBudget } from '../engine/work-budget.js';
import { START_AFTER_EDGE, START_AFTER_OTHER, START_AFTER_WORD, type PatternAutomaton } from './pattern-automaton.js';
import type { PatternGroup } from './pattern-group.js';
import type { CompiledPattern } from './pattern.js';
import { WORD_BYTES } from './position-automaton.js';

export type OnPatternMatch = (pattern: CompiledPattern, match: Readonly<MatchRange>) => boolean;

export class GroupWalk {
  readonly #patterns: readonly CompiledPattern[];
  readonly #classOf: Uint8Array;
  readonly #table: Uint16Array;
  readonly #shift: number;
  readonly #own: readonly Uint16Array[];
  /** States from here on are those in which some match may start. */
  readonly #startsFrom: number;
  readonly #first: number;
  /** Which patterns' matches may start, by state from there on: those of one state lie from its offset to the next. */
  readonly #starters: Uint16Array;
  readonly #startersAt: Int32Array;
  /** 1 for the states, from the first in which a match may start, that the text at hand came by. */
  readonly #visited: Uint8Array;
  /** Where each pattern's last match ended; Infinity where none can start in the text at hand. */
  readonly #resumeAt: Float64Array;
  readonly #match: MatchRange = { start: 0, end: 0, verified: false };

  constructor(group: PatternGroup) {
    const { order, startsFrom } = startsLast(group);
    const numberOf = new Uint16Array(group.stateCount);
    order.forEach((state, number) => (numberOf[state] = number));
    this.#patterns = group.patterns;
    this.#classOf = group.classes.of;
    this.#shift = group.shift;
    this.#table = new Uint16Array(group.table.length);
    order.forEach((state, number) => {
      const row = group.table.subarray(state << group.shift, (state + 1) << group.shift);
      this.#table.set(
        row.map((next) => numberOf[next] as number),
        number << group.shift,
      );
    });
    this.#own = group.own.map((own) => Uint16Array.from(order, (state) => own[state] as number));
    this.#startsFrom = startsFrom;
    const starters = order.slice(startsFrom).map((state) => startersOf(group, state));
    this.#starters = Uint16Array.from(starters.flat());
    this.#startersAt = new Int32Array(starters.length + 1);
    starters.forEach((list, index) => {
      this.#startersAt[index + 1] = (this.#startersAt[index] as number) + list.length;
    });
    this.#first = numberOf[0] as number;
    this.#visited = new Uint8Array(starters.length);
    this.#resumeAt = new Float64Array(group.patterns.length);
  }

  /** @returns false to stop the whole scan. */
  scan(
    bytes: Uint8Array,
    from: number,
    to: number,
    trail: Uint16Array,
    work: WorkBudget,
    onMatch: OnPatternMatch,
  ): boolean {
    if (!work.spend(to - from)) return false;
    const classOf = this.#classOf;
    const table = this.#table;
    const shift = this.#shift;
    const startsFrom = this.#startsFrom;
    const visited = this.#visited;
    let state = this.#first;
    let lowest = to;
    let highest = from;
    for (let at = to - 1; at >= from; at -= 1) {
      state = table[(state << shift) | (classOf[bytes[at] as number] as number)] as number;
      trail[at - from] = state;
      if (state >= startsFrom) {
        if (lowest === to) highest = at;
        lowest = at;
        visited[state - startsFrom] = 1;
      }
    }
    if (lowest === to) return true;
    this.#prepareFollowing(from);
    return work.spend(highest - lowest + 1) && this.#follow(bytes, from, to, lowest, highest, trail, work, onMatch);
  }

  /** Patterns whose matches start nowhere in the text need not be waited for. */
  #prepareFollowing(from: number): void {
    this.#resumeAt.fill(Infinity);
    for (let rank = 0; rank < this.#visited.length; rank += 1) {
      if (this.#visited[rank] === 0) continue;
      this.#visited[rank] = 0;
      const end = this.#startersAt[rank + 1] as number;
      for (let starter = this.#startersAt[rank] as number; starter < end; starter += 1) {
        this.#resumeAt[this.#starters[starter] as number] = from;
      }
    }
  }

  #follow(
    bytes: Uint8Array,
    from: number,
    to: number,
    lowest: number,
    highest: number,
    trail: Uint16Array,
    work: WorkBudget,
    onMatch: OnPatternMatch,
  ): boolean {
    const patterns = this.#patterns;
    const match = this.#match;
    const starters = this.#starters;
    const resumeAt = this.#resumeAt;
    let asked = 0;
    for (let at = lowest; at <= highest; at += 1) {
      const rank = (trail[at - from] as number) - this.#startsFrom;
      if (rank < 0) continue;
      let skip = false;
      const startersEnd = this.#startersAt[rank + 1] as number;
      for (let starter = this.#startersAt[rank] as number; starter < startersEnd; starter += 1) {
        const index = starters[starter] as number;
        asked += 1;
        if (at < (resumeAt[index] as number)) continue;
        const { automaton } = patterns[index] as CompiledPattern;
        const own = this.#own[index] as Uint16Array;
        const end = longestEnd(automaton, own, bytes, from, at, to, trail);
        if (end === at) continue;
        if (!work.spend(asked + end - at)) return false;
        asked = 0;
        resumeAt[index] = end;
        // Worth asking all patterns only where that costs less than the match did.
        skip ||= end - at > patterns.length;
        match.start = at;
        match.end = end;
        if (!onMatch(patterns[index] as CompiledPattern, match)) return false;
      }
      // Where all patterns are inside of matches, nothing can start before the first of these ends.
      if (skip) at = Math.max(at, this.#earliestResume() - 1);
    }
    return work.spend(asked);
  }

  #earliestResume(): number {
    let earliest = Infinity;
    for (let index = 0; index < this.#resumeAt.length; index += 1) {
      earliest = Math.min(earliest, this.#resumeAt[index] as number);
    }
    return earliest;
  }
}

/**
 * Where the longest match that starts at `at` ends; `at` where none does. As long as the match is live it has an end
 * further on, so where it is not live any more is its end. Looks at one byte beyond.
 */
function longestEnd(
  automaton: PatternAutomaton,
  own: Uint16Array,
  bytes: Uint8Array,
  from: number,
  at: number,
  to: number,
  trail: Uint16Array,
): number {
  const { live, liveWords } = automaton;
  const { table, shift } = automaton.forward;
  const classOf = automaton.classes.of;
  let state = startState(bytes, from, at);
  for (let next = at; next < to; next += 1) {
    state = table[(state << shift) | (classOf[bytes[next] as number] as number)] as number;
    const backward = own[trail[next - from] as number] as number;
    if ((((live[state * liveWords + (backward >>> 5)] as number) >>> (backward & 31)) & 1) === 0) return next;
  }
  return to;
}

/** The forward state in which a match begins, by what stands before it. */
function startState(bytes: Uint8Array, from: number, at: number): number {
  if (at === from) return START_AFTER_EDGE;
  return WORD_BYTES[bytes[at - 1] as number] === 1 ? START_AFTER_WORD : START_AFTER_OTHER;
}

/** The patterns of the group whose matches may start in this state. */
function startersOf({ patterns, own }: PatternGroup, state: number): number[] {
  return [...patterns.keys()].filter((index) => patterns[index]?.automaton.starts[own[index]?.[state] as number] === 1);
}

/** The states in an order that has those in which a match may start last. */
function startsLast(group: PatternGroup): { readonly order: readonly number[]; readonly startsFrom: number } {
  const quiet: number[] = [];
  const others: number[] = [];
  for (let state = 0; state < group.stateCount; state += 1) {
    (startersOf(group, state).length === 0 ? quiet : others).push(state);
  }
  return { order: [...quiet, ...others], startsFrom: quiet.length };
}
