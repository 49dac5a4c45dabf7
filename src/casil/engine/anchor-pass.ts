/**
 * Runs the anchor automaton over a stretch of bytes and writes down where anchors end. The only loop of the engine that
 * sees every byte; what it finds is looked at afterwards. [C-CHAIN-3]
 *
 * A long stretch is read as two halves at once: each step waits for the table entry of the step before, and two
 * independent chains of steps fill each other's waits (measured: a third less time). The second half starts a few bytes
 * early, in the state that knows nothing, and has caught up with the truth when its own bytes begin.
 */
import type { AnchorAutomaton } from './anchor-automaton.js';

/** Bytes of one stretch, at most. */
export const STRETCH_BYTES_MAX = 2048;

/** Below this the early start costs more than the second chain saves. */
const HALVED_BYTES_MIN = 160;

export class AnchorPass {
  readonly #automaton: AnchorAutomaton;
  #state: number;
  /** The nth hit of the stretch: the state in which anchors end, and the offset after the byte that led there. */
  readonly states = new Int32Array(STRETCH_BYTES_MAX);
  readonly ends = new Int32Array(STRETCH_BYTES_MAX);
  /** Hits of the second half while it is read. */
  readonly #laterStates = new Int32Array(STRETCH_BYTES_MAX);
  readonly #laterEnds = new Int32Array(STRETCH_BYTES_MAX);

  constructor(automaton: AnchorAutomaton) {
    this.#automaton = automaton;
    this.#state = automaton.start;
  }

  begin(): void {
    this.#state = this.#automaton.start;
  }

  /** Goes on with bytes[start..end), at most STRETCH_BYTES_MAX. Returns the number of hits, in the order of the bytes. */
  read(bytes: Uint8Array, start: number, end: number): number {
    const half = (end - start) >>> 1;
    if (end - start < HALVED_BYTES_MIN || this.#automaton.memoryBytes > half) return this.#append(bytes, start, end, 0);
    return this.#readHalves(bytes, start, start + half, end);
  }

  /** Adds the hits of bytes[start..end) to those there are. */
  #append(bytes: Uint8Array, start: number, end: number, hitsBefore: number): number {
    const { classOf, next, firstEnding } = this.#automaton;
    const { states, ends } = this;
    let state = this.#state;
    let hits = hitsBefore;
    for (let at = start; at < end; at++) {
      state = next[state + (classOf[bytes[at] as number] as number)] as number;
      if (state >= firstEnding) {
        states[hits] = state;
        ends[hits++] = at + 1;
      }
    }
    this.#state = state;
    return hits;
  }

  #readHalves(bytes: Uint8Array, start: number, middle: number, end: number): number {
    const { classOf, next, firstEnding, unknown, memoryBytes } = this.#automaton;
    const { states, ends } = this;
    const laterStates = this.#laterStates;
    const laterEnds = this.#laterEnds;
    let state = this.#state;
    let later = unknown;
    for (let at = middle - memoryBytes; at < middle; at++) {
      later = next[later + (classOf[bytes[at] as number] as number)] as number;
    }
    let hits = 0;
    let laterHits = 0;
    const ahead = middle - start;
    let at = start;
    // Two bytes of each half a round: the loop's own cost is a third of a step's.
    for (; at + 1 < middle; at += 2) {
      state = next[state + (classOf[bytes[at] as number] as number)] as number;
      later = next[later + (classOf[bytes[at + ahead] as number] as number)] as number;
      if (state >= firstEnding) {
        states[hits] = state;
        ends[hits++] = at + 1;
      }
      if (later >= firstEnding) {
        laterStates[laterHits] = later;
        laterEnds[laterHits++] = at + ahead + 1;
      }
      state = next[state + (classOf[bytes[at + 1] as number] as number)] as number;
      later = next[later + (classOf[bytes[at + ahead + 1] as number] as number)] as number;
      if (state >= firstEnding) {
        states[hits] = state;
        ends[hits++] = at + 2;
      }
      if (later >= firstEnding) {
        laterStates[laterHits] = later;
        laterEnds[laterHits++] = at + ahead + 2;
      }
    }
    this.#state = state;
    hits = this.#append(bytes, at, middle, hits);
    for (let nth = 0; nth < laterHits; nth++) {
      states[hits] = laterStates[nth] as number;
      ends[hits++] = laterEnds[nth] as number;
    }
    this.#state = later;
    return this.#append(bytes, at + ahead, end, hits);
  }
}
