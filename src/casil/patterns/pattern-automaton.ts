/**
 * The two automata of a pattern and what connects them. [C-PAT-1]
 *
 * `backward` runs once over the text, from its end to its start; the state it has reached before a byte tells whether
 * a match starts there. `forward` runs over matches only, from their start; `live` tells from both states whether the
 * match can still grow, so that it is left at its longest end and never a byte later. So every byte is looked at once,
 * bytes of matches once more, and there is no text that makes a pattern slower than that.
 *
 * The backward state at a place holds the positions that can take the byte there and get to an end of a match; the
 * forward state after a byte holds the positions that could have taken it. A match goes on through a byte where the
 * two share a position.
 */
import { classify, type ByteClasses } from './byte-classes.js';
import { TABLE_BYTES_MAX, TooComplex, type BuildEffort } from './limits.js';
import { ANYTHING, EDGE, OTHER, WORD, WORD_BYTES, type PositionAutomaton } from './position-automaton.js';
import { constructSubsets, type ByteAutomaton, type Direction } from './subset-construction.js';

export interface PatternAutomaton {
  readonly classes: ByteClasses;
  /** State 0 begins, at the end of the text. */
  readonly backward: ByteAutomaton;
  /** Per backward state: 1 where a match may start, depending on what stands before it. */
  readonly starts: Uint8Array;
  readonly forward: ByteAutomaton;
  /** Bit backward state of row forward state: they share a position. */
  readonly live: Uint32Array;
  /** Words of a row of `live`. */
  readonly liveWords: number;
}

/** The forward states in which a match begins, by what stands before it. */
export const START_AFTER_WORD = 0;
export const START_AFTER_OTHER = 1;
export const START_AFTER_EDGE = 2;
const BEGINNINGS = [WORD, OTHER, EDGE];

/** @throws TooComplex past a bound. */
export function buildAutomaton(positions: PositionAutomaton, effort: BuildEffort): PatternAutomaton {
  const sets = positions.wordsApart ? [...positions.members, WORD_BYTES] : positions.members;
  const classes = classify(sets);
  const backward = constructSubsets(positions, classes, backwards(positions, classes), effort);
  const forward = constructSubsets(positions, classes, forwards(positions), effort);
  const liveWords = (backward.states.length + 31) >>> 5;
  const bytes = backward.table.byteLength + forward.table.byteLength + forward.states.length * liveWords * 4;
  if (bytes > TABLE_BYTES_MAX) throw new TooComplex(`needs more than ${TABLE_BYTES_MAX / 1024} KiB of tables`);
  return {
    classes,
    backward,
    starts: Uint8Array.from(backward.states, (state) => (state.some((at) => positions.first[at] !== 0) ? 1 : 0)),
    forward,
    live: liveBits(forward.states, backward.states, positions.members.length, liveWords, effort),
    liveWords,
  };
}

/** A state's tag is what stands after the byte to be read: the ends of some matches depend on it. */
function backwards(positions: PositionAutomaton, classes: ByteClasses): Direction {
  const { last, precede } = positions;
  const contextMatters = last.some((mask) => mask !== 0 && mask !== ANYTHING);
  const words = new Uint8Array(classes.count);
  // Where nothing asks for words, classes mix them with others, and ends care for the edge alone.
  for (let byte = 0; byte < 256 && positions.wordsApart; byte += 1) {
    words[classes.of[byte] as number] = WORD_BYTES[byte] as number;
  }
  const ends = positionsByContext(last);
  return {
    seeds: [contextMatters ? EDGE : ANYTHING],
    neighbours: precede,
    allowedBy: (tag) => ends[tag] as Int32Array,
    tagOf: (byteClass) => (!contextMatters ? ANYTHING : words[byteClass] === 1 ? WORD : OTHER),
    prune: true,
  };
}

/** A seed's tag is what stands before the match; once it has begun that does not matter any more. */
function forwards({ first, follow }: PositionAutomaton): Direction {
  const begins = positionsByContext(first);
  return {
    seeds: BEGINNINGS,
    neighbours: follow,
    allowedBy: (tag) => begins[tag] as Int32Array,
    tagOf: () => 0,
    prune: false,
  };
}

/** Per context, or sum of contexts, the positions whose mask has part of it; none for 0. */
function positionsByContext(masks: Uint8Array): Int32Array[] {
  return Array.from({ length: ANYTHING + 1 }, (_, context) =>
    Int32Array.from([...masks.keys()].filter((position) => ((masks[position] as number) & context) !== 0)),
  );
}

function liveBits(
  forward: readonly Int32Array[],
  backward: readonly Int32Array[],
  positionCount: number,
  liveWords: number,
  effort: BuildEffort,
): Uint32Array {
  // Per position, the backward states that hold it, as one row of bits: a forward state is live with their union.
  const holders = new Map<number, Uint32Array>();
  backward.forEach((state, number) => {
    effort.spend(state.length);
    for (const position of state) {
      const row = holders.get(position) ?? new Uint32Array(liveWords);
      row[number >>> 5] = (row[number >>> 5] as number) | (1 << (number & 31));
      holders.set(position, row);
    }
  });
  effort.spend(positionCount);
  const live = new Uint32Array(forward.length * liveWords);
  forward.forEach((state, number) => {
    effort.spend(state.length * liveWords);
    for (const position of state) {
      const row = holders.get(position);
      if (row === undefined) continue;
      for (let word = 0; word < liveWords; word += 1) {
        const at = number * liveWords + word;
        live[at] = (live[at] as number) | (row[word] as number);
      }
    }
  });
  return live;
}
