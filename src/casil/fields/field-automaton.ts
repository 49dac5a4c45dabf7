/**
 * All field paths at once: which steps of which paths the keys and indexes so far have fulfilled, per level of the JSON.
 * Steps are numbered through all paths and kept as bits; being past a path's last step stays true for all that is below.
 */
import { JSON_DEPTH_MAX, type JsonWalker } from '../surfaces/json-walker.js';
import { EscapeMap } from '../surfaces/position-map.js';
import { NO_BYTES } from '../surfaces/no-bytes.js';
import { unescape } from '../surfaces/unescape.js';
import type { FieldStep } from './field-path.js';

/** Longer keys with escapes are compared by their first bytes, decoded. */
const KEY_BYTES_MAX = 1024;

/** A state: so many steps of one path are fulfilled. */
interface State {
  /** The step that comes next; null past the last one. */
  readonly step: FieldStep | null;
}

export class FieldAutomaton {
  readonly #states: readonly State[];
  /** First and last state of each path. */
  readonly #lasts: readonly number[];
  /** By level, `#words` words of bits: the states that are reached there. */
  readonly #reached: Int32Array;
  readonly #words: number;
  readonly #key = Buffer.alloc(KEY_BYTES_MAX);
  readonly #escapes = new EscapeMap();
  #bytes: Uint8Array = NO_BYTES;

  constructor(paths: readonly (readonly FieldStep[])[]) {
    const states: State[] = [];
    const firsts: number[] = [];
    const lasts: number[] = [];
    for (const steps of paths) {
      firsts.push(states.length);
      for (const step of steps) states.push({ step });
      lasts.push(states.length);
      states.push({ step: null });
    }
    this.#states = states;
    this.#lasts = lasts;
    this.#words = Math.ceil(states.length / 32);
    this.#reached = new Int32Array(this.#words * (JSON_DEPTH_MAX + 1));
    for (const first of firsts) this.#reach(0, first);
  }

  begin(bytes: Uint8Array): void {
    this.#bytes = bytes;
  }

  /** Takes over the keys and indexes of the walker's current value, at `level`. */
  advance(walker: JsonWalker, level: number): void {
    for (let changed = walker.changedFrom; changed <= level; changed += 1) this.#enter(walker, changed);
  }

  /** Whether any path leads to what is at this level. */
  matches(level: number): boolean {
    for (let number = 0; number < this.#lasts.length; number += 1) if (this.accepts(level, number)) return true;
    return false;
  }

  /** Whether the path of this number does. */
  accepts(level: number, number: number): boolean {
    return this.#isReached(level, this.#lasts[number] as number);
  }

  #enter(walker: JsonWalker, level: number): void {
    const words = this.#words;
    this.#reached.fill(0, level * words, (level + 1) * words);
    for (let word = 0; word < words; word += 1) {
      let left = this.#reached[(level - 1) * words + word] as number;
      while (left !== 0) {
        const bit = 31 - Math.clz32(left & -left);
        left &= left - 1;
        this.#follow(walker, level, 32 * word + bit);
      }
    }
  }

  #follow(walker: JsonWalker, level: number, number: number): void {
    const step = (this.#states[number] as State).step;
    if (step === null) {
      this.#reach(level, number);
      return;
    }
    if (step.descends) this.#reach(level, number);
    if (this.#isAsked(walker, level, step)) this.#reach(level, number + 1);
  }

  #isAsked(walker: JsonWalker, level: number, step: FieldStep): boolean {
    const index = walker.index[level] as number;
    if (step.key === null) return step.index < 0 || step.index === index;
    const start = walker.keyStart[level] as number;
    if (index >= 0 || start < 0) return false;
    const end = walker.keyEnd[level] as number;
    if (walker.keyEscaped[level] === 0) return equals(step.key, this.#bytes, start, end);
    this.#escapes.begin(0, 0, null);
    const cut = Math.min(end, start + KEY_BYTES_MAX);
    const decoded = unescape(this.#bytes, start, cut, this.#key, 0, this.#escapes);
    return equals(step.key, this.#key, 0, decoded.end);
  }

  #reach(level: number, number: number): void {
    const word = level * this.#words + (number >>> 5);
    this.#reached[word] = (this.#reached[word] as number) | (1 << (number & 31));
  }

  #isReached(level: number, number: number): boolean {
    return ((this.#reached[level * this.#words + (number >>> 5)] as number) & (1 << (number & 31))) !== 0;
  }
}

function equals(key: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== key.length) return false;
  for (let index = 0; index < key.length; index += 1) if (bytes[start + index] !== key[index]) return false;
  return true;
}
