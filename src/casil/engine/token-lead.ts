/** What a format declares to stand right before its prefix, read backwards from there; takes all it can, gives nothing back. */
import { invariant } from '../../base/invariant.js';
import { byteSetOf, setsOverlap } from './byte-sets.js';
import type { TokenFormat } from './token-format.js';
import { compileParts, foldOf, inBothCases, type CompiledPart } from './token-parts.js';
import type { WorkBudget } from './work-budget.js';

export class TokenLead {
  /** From the one next to the prefix outwards. */
  readonly #parts: readonly CompiledPart[];
  readonly #fold: Uint8Array;

  /** @throws InvariantError for a lead that can never fit. */
  constructor(format: TokenFormat) {
    this.#parts = compileParts(format, format.lead ?? []).reverse();
    this.#fold = foldOf(format);
    this.#parts.forEach((part, index) => {
      const outer = this.#parts[index + 1];
      if (part.set === null || part.min === part.max || outer === undefined) return;
      const swallowed = setsOverlap(part.set, endingsOf(outer));
      invariant(!swallowed, `${format.id}: a part of the lead takes what should end the part before it`);
    });
  }

  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }

  /** Where the lead that ends at `prefixStart` begins, or -1. Reads nothing before `from`. */
  startBefore(bytes: Uint8Array, from: number, prefixStart: number, work: WorkBudget): number {
    let at = prefixStart;
    for (let index = 0; index < this.#parts.length; index++) {
      const part = this.#parts[index] as CompiledPart;
      if (part.set !== null) {
        const limit = Math.max(from, at - part.max);
        const end = at;
        while (at > limit && part.set[bytes[at - 1] as number] === 1) at--;
        work.spend(end - at + 1);
        if (end - at < part.min) return -1;
      } else {
        const start = this.#beforeText(part.texts, bytes, from, at, work);
        if (start < 0 && !part.optional) return -1;
        if (start >= 0) at = start;
      }
    }
    return at;
  }

  #beforeText(texts: readonly Uint8Array[], bytes: Uint8Array, from: number, end: number, work: WorkBudget): number {
    for (let which = 0; which < texts.length; which++) {
      const text = texts[which] as Uint8Array;
      const start = end - text.length;
      work.spend(text.length);
      if (start >= from && this.#isAt(text, bytes, start)) return start;
    }
    return -1;
  }

  #isAt(text: Uint8Array, bytes: Uint8Array, start: number): boolean {
    for (let at = 0; at < text.length; at++) {
      if (this.#fold[bytes[start + at] as number] !== text[at]) return false;
    }
    return true;
  }
}

/** Bytes a part can end in. */
function endingsOf(part: CompiledPart): Uint8Array {
  return part.set ?? byteSetOf(part.texts.map((text) => inBothCases(text.at(-1) as number)).join(''));
}
