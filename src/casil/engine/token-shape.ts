/**
 * The body of a token format, compiled: walks the parts from left to right, takes as much as each allows and gives
 * nothing back, so a look costs at most the length of the longest token. [C-CHAIN-3]
 */
import { invariant } from '../../base/invariant.js';
import { setsOverlap } from './byte-sets.js';
import { countBytes, takeEntropyBits } from './entropy.js';
import { MEMO_RUNS_MAX, type RunMemo } from './run-memo.js';
import type { TokenFormat } from './token-format.js';
import { beginningsOf, compileParts, foldOf, type CompiledPart } from './token-parts.js';
import type { WorkBudget } from './work-budget.js';

export class TokenShape {
  readonly #parts: readonly CompiledPart[];
  readonly #fold: Uint8Array;
  /** Where each part of the last body that fitted lies; read by `entropyOfSets`. */
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  /** Bytes a body can begin with. */
  readonly firstBytes: Uint8Array;
  /** The set the body ends in; null where its last part is no set. */
  readonly lastSet: Uint8Array | null;

  /** @throws InvariantError for a body that can never fit, or that has more parts than a memo has runs. */
  constructor(format: TokenFormat) {
    invariant(format.body.length <= MEMO_RUNS_MAX, `${format.id}: more than ${MEMO_RUNS_MAX} parts`);
    this.#fold = foldOf(format);
    this.#parts = compileParts(format, format.body);
    this.#starts = new Int32Array(this.#parts.length);
    this.#ends = new Int32Array(this.#parts.length);
    this.firstBytes = beginningsOf(this.#parts, 0);
    this.lastSet = this.#parts.at(-1)?.set ?? null;
    this.#parts.forEach((part, index) => {
      const swallowed =
        part.set !== null && part.min < part.max && setsOverlap(part.set, beginningsOf(this.#parts, index + 1));
      invariant(!swallowed, `${format.id}: part ${index} takes what should begin the part after it`);
    });
  }

  /** The end of the body that begins at `pos`, or -1. Reads nothing at or past `to`. */
  fit(bytes: Uint8Array, pos: number, to: number, work: WorkBudget, memo: RunMemo): number {
    let at = pos;
    for (let index = 0; index < this.#parts.length; index++) {
      const part = this.#parts[index] as CompiledPart;
      this.#starts[index] = at;
      if (part.set !== null) {
        const end = memo.runEnd(index, part.set, bytes, at, Math.min(to, at + part.max), work);
        if (end - at < part.min) return -1;
        at = end;
      } else {
        const end = this.#afterText(part.texts, bytes, at, to, work);
        if (end < 0 && !part.optional) return -1;
        if (end >= 0) at = end;
      }
      this.#ends[index] = at;
    }
    return at;
  }

  /** Bits per byte of what the sets took when `fit` last succeeded. */
  entropyOfSets(bytes: Uint8Array): number {
    for (let index = 0; index < this.#parts.length; index++) {
      if ((this.#parts[index] as CompiledPart).set === null) continue;
      countBytes(bytes, this.#starts[index] as number, this.#ends[index] as number);
    }
    return takeEntropyBits();
  }

  #afterText(texts: readonly Uint8Array[], bytes: Uint8Array, at: number, to: number, work: WorkBudget): number {
    const fold = this.#fold;
    for (let which = 0; which < texts.length; which++) {
      const text = texts[which] as Uint8Array;
      let same = 0;
      while (same < text.length && at + same < to && fold[bytes[at + same] as number] === text[same]) same++;
      work.spend(same + 1);
      if (same === text.length) return at + same;
    }
    return -1;
  }
}
