/**
 * Positions to states: each state is a set of positions (and a tag, what stands beside it). Every step is counted and
 * states are capped, so that a pattern whose automaton explodes is refused in bounded time.
 */
import { shiftFor, type ByteClasses } from './byte-classes.js';
import { STATES_MAX, TooComplex, type BuildEffort } from './limits.js';
import type { PositionAutomaton } from './position-automaton.js';

/** A power of two, well above STATES_MAX. */
const HASH_SLOTS = 16_384;

export interface ByteAutomaton {
  /** Next state: table[(state << shift) | class]. */
  readonly table: Uint16Array;
  readonly shift: number;
  /** Positions of each state, ascending. */
  readonly states: readonly Int32Array[];
  readonly tags: readonly number[];
}

export interface Direction {
  /** Tags of the states that construction begins with; they have no positions and take the first numbers. */
  readonly seeds: readonly number[];
  /** Positions that may take the byte beside a state: neighbours of its own and those its tag allows by itself. */
  readonly neighbours: readonly Int32Array[];
  readonly allowedBy: (tag: number) => Int32Array;
  /** Tag of the state a byte of this class leads to. */
  readonly tagOf: (byteClass: number) => number;
  /** Leave out positions of lower rank than another of their family. */
  readonly prune: boolean;
}

export function constructSubsets(
  automaton: PositionAutomaton,
  classes: ByteClasses,
  direction: Direction,
  effort: BuildEffort,
): ByteAutomaton {
  return new SubsetConstruction(automaton, classes, direction, effort).run();
}

class SubsetConstruction {
  readonly #automaton: PositionAutomaton;
  readonly #classCount: number;
  readonly #direction: Direction;
  readonly #effort: BuildEffort;
  readonly #classesOf: Uint8Array[];
  /** One bit per candidate: walking the words yields them in order. */
  readonly #marked: Int32Array;
  readonly #buckets: Int32Array[];
  readonly #lengths: Int32Array;
  readonly #bestRank: Int32Array;
  readonly #states: Int32Array[] = [];
  readonly #tags: number[] = [];
  /** Hash table of states by what they hold; a slot has the state's number plus one. */
  readonly #slots = new Uint16Array(HASH_SLOTS);
  readonly #hashes = new Int32Array(STATES_MAX);

  constructor(automaton: PositionAutomaton, classes: ByteClasses, direction: Direction, effort: BuildEffort) {
    const count = automaton.members.length;
    this.#automaton = automaton;
    this.#classCount = classes.count;
    this.#direction = direction;
    this.#effort = effort;
    this.#classesOf = classesOfPositions(automaton.members, classes);
    this.#marked = new Int32Array((count + 31) >>> 5);
    this.#buckets = Array.from({ length: classes.count }, () => new Int32Array(count));
    this.#lengths = new Int32Array(classes.count);
    this.#bestRank = new Int32Array(automaton.familyCount);
  }

  run(): ByteAutomaton {
    const shift = shiftFor(this.#classCount);
    let table = new Uint16Array(64 << shift);
    for (const tag of this.#direction.seeds) this.#add(new Int32Array(0), tag);
    for (let state = 0; state < this.#states.length; state += 1) {
      if ((state + 1) << shift > table.length) table = grown(table);
      this.#fillBuckets(this.#states[state] as Int32Array, this.#tags[state] as number);
      for (let byteClass = 0; byteClass < this.#classCount; byteClass += 1) {
        table[(state << shift) | byteClass] = this.#target(byteClass);
      }
    }
    table = table.slice(0, this.#states.length << shift);
    return { table, shift, states: this.#states, tags: this.#tags };
  }

  /** Sorts the positions that may come next by the bytes they take. */
  #fillBuckets(state: Int32Array, tag: number): void {
    const { neighbours, allowedBy } = this.#direction;
    const marked = this.#marked;
    let steps = marked.length + this.#classCount + mark(allowedBy(tag), marked);
    for (let index = 0; index < state.length; index += 1) {
      steps += mark(neighbours[state[index] as number] as Int32Array, marked);
    }
    this.#effort.spend(steps);
    this.#lengths.fill(0);
    for (let word = 0; word < marked.length; word += 1) {
      let bits = marked[word] as number;
      if (bits === 0) continue;
      marked[word] = 0;
      do {
        this.#file(word * 32 + 31 - Math.clz32(bits & -bits));
        bits &= bits - 1;
      } while (bits !== 0);
    }
  }

  #file(position: number): void {
    const classes = this.#classesOf[position] as Uint8Array;
    this.#effort.spend(classes.length);
    for (let index = 0; index < classes.length; index += 1) {
      const byteClass = classes[index] as number;
      const length = this.#lengths[byteClass] as number;
      (this.#buckets[byteClass] as Int32Array)[length] = position;
      this.#lengths[byteClass] = length + 1;
    }
  }

  #target(byteClass: number): number {
    const bucket = this.#buckets[byteClass] as Int32Array;
    let length = this.#lengths[byteClass] as number;
    if (this.#direction.prune && this.#bestRank.length > 0) length = this.#prune(bucket, length);
    this.#effort.spend(length);
    return this.#intern(bucket, length, this.#direction.tagOf(byteClass));
  }

  #prune(bucket: Int32Array, length: number): number {
    const { family, rank } = this.#automaton;
    for (let index = 0; index < length; index += 1) {
      const of = family[bucket[index] as number] as number;
      if (of !== -1) this.#bestRank[of] = -0x8000;
    }
    for (let index = 0; index < length; index += 1) {
      const of = family[bucket[index] as number] as number;
      const own = rank[bucket[index] as number] as number;
      if (of !== -1 && own > (this.#bestRank[of] as number)) this.#bestRank[of] = own;
    }
    let kept = 0;
    for (let index = 0; index < length; index += 1) {
      const position = bucket[index] as number;
      const of = family[position] as number;
      if (of !== -1 && (rank[position] as number) < (this.#bestRank[of] as number)) continue;
      bucket[kept] = position;
      kept += 1;
    }
    this.#effort.spend(length);
    return kept;
  }

  /** The state of this set, made if it is new. */
  #intern(bucket: Int32Array, length: number, tag: number): number {
    const hash = hashOf(bucket, length, tag);
    let slot = hash & (HASH_SLOTS - 1);
    for (let known = this.#slots[slot] as number; known !== 0; known = this.#slots[slot] as number) {
      if (this.#hashes[known - 1] === hash && this.#isState(known - 1, bucket, length, tag)) return known - 1;
      slot = (slot + 1) & (HASH_SLOTS - 1);
      this.#effort.spend(1);
    }
    const state = this.#add(bucket.slice(0, length), tag);
    this.#slots[slot] = state + 1;
    this.#hashes[state] = hash;
    return state;
  }

  #isState(state: number, bucket: Int32Array, length: number, tag: number): boolean {
    const members = this.#states[state] as Int32Array;
    if (members.length !== length || this.#tags[state] !== tag) return false;
    for (let index = 0; index < length; index += 1) if (members[index] !== bucket[index]) return false;
    return true;
  }

  #add(members: Int32Array, tag: number): number {
    if (this.#states.length >= STATES_MAX) throw new TooComplex(`needs more than ${STATES_MAX} states`);
    this.#states.push(members);
    this.#tags.push(tag);
    return this.#states.length - 1;
  }
}

function hashOf(bucket: Int32Array, length: number, tag: number): number {
  let hash = tag + 1;
  for (let index = 0; index < length; index += 1) {
    hash = Math.imul(hash ^ (bucket[index] as number), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

function grown(table: Uint16Array): Uint16Array<ArrayBuffer> {
  const twice = new Uint16Array(2 * table.length);
  twice.set(table);
  return twice;
}

/** Returns how many there were. */
function mark(positions: Int32Array, marked: Int32Array): number {
  for (let index = 0; index < positions.length; index += 1) {
    const position = positions[index] as number;
    marked[position >>> 5] = (marked[position >>> 5] as number) | (1 << (position & 31));
  }
  return positions.length;
}

function classesOfPositions(members: readonly Uint8Array[], classes: ByteClasses): Uint8Array[] {
  const bySet = new Map<Uint8Array, Uint8Array>();
  return members.map((set) => {
    const known = bySet.get(set);
    if (known !== undefined) return known;
    const found = new Set<number>();
    for (let byte = 0; byte < 256; byte += 1) if (set[byte] === 1) found.add(classes.of[byte] as number);
    const list = Uint8Array.from(found).sort();
    bySet.set(set, list);
    return list;
  });
}
