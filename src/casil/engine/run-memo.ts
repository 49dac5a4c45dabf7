/**
 * What one detector remembers during one scan: runs of bytes of a set it has walked already, and up to where it has
 * judged. It makes repeated anchors cheap: `eyJeyJeyJ...` is one run, walked once, however many anchors stand in it.
 * [C-CHAIN-3]
 */
import type { WorkBudget } from './work-budget.js';

/** Runs a detector can remember at once; one per part of its format. */
export const MEMO_RUNS_MAX = 12;

export class RunMemo {
  readonly #starts = new Int32Array(MEMO_RUNS_MAX);
  readonly #ends = new Int32Array(MEMO_RUNS_MAX);
  /** Slots from here on hold nothing: most detectors use one or two. */
  #slotsUsed = 0;
  /** Detectors that search forward from their anchor: every start below this one was tried. */
  triedTo = 0;
  /** The last candidate that was refused for what it holds, not for its shape; see entropy in define-token.ts. */
  refusedStart = 0;
  refusedEnd = 0;
  /** Where the last placeholder was seen that silenced a candidate, and the end of that candidate. */
  placeholderAt = -1;
  placeholderEnd = -1;

  /** Forgets everything; done before each scan. */
  clear(): void {
    for (let slot = 0; slot < this.#slotsUsed; slot++) {
      this.#starts[slot] = 0;
      this.#ends[slot] = 0;
    }
    this.#slotsUsed = 0;
    this.triedTo = 0;
    this.refusedStart = 0;
    this.refusedEnd = 0;
    this.placeholderAt = -1;
    this.placeholderEnd = -1;
  }

  /**
   * The end of the run of bytes of `set` that begins at `pos`, at most `limit`. Spends one unit for each byte that was
   * not walked before, and one for asking.
   *
   * @param slot which of the detector's runs; always walked with the same set. From 0 to MEMO_RUNS_MAX - 1.
   */
  runEnd(slot: number, set: Uint8Array, bytes: Uint8Array, pos: number, limit: number, work: WorkBudget): number {
    let at = pos;
    const known = this.#ends[slot] as number;
    const within = pos >= (this.#starts[slot] as number) && pos <= known;
    if (within) at = known;
    if (at >= limit) {
      work.spend(1);
      return limit;
    }
    const walkedFrom = at;
    if (slot >= this.#slotsUsed) this.#slotsUsed = slot + 1;
    while (at < limit && set[bytes[at] as number] === 1) at++;
    work.spend(at - walkedFrom + 1);
    if (!within) this.#starts[slot] = pos;
    this.#ends[slot] = at;
    return at;
  }
}
