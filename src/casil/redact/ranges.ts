/** What is to be masked of one run of bytes: ranges in order, merged where they meet, and who asked for them. */
import type { Finding } from '../inspection.js';

/** `digits`: in a number inside JSON inside a string, which has to stay a number. */
export type MaskStyle = 'stars' | 'digits';

interface Range {
  readonly start: number;
  end: number;
  readonly findings: Finding[];
  maskedBytes: number;
}

export class Ranges {
  readonly #ranges: Range[] = [];
  /** Ranges before this one end before what is masked now. */
  #next = 0;

  constructor(readonly style: MaskStyle) {}

  /** Ranges may be added in any order, until `sort`. */
  add(start: number, end: number, finding: Finding): void {
    this.#ranges.push({ start, end, findings: [finding], maskedBytes: 0 });
  }

  sort(): void {
    const sorted = this.#ranges.sort((one, other) => one.start - other.start || one.end - other.end);
    let kept = 0;
    for (const range of sorted) {
      const last = sorted[kept - 1];
      if (kept > 0 && last !== undefined && range.start < last.end) {
        last.end = Math.max(last.end, range.end);
        last.findings.push(...range.findings);
      } else {
        sorted[kept] = range;
        kept += 1;
      }
    }
    sorted.length = kept;
    this.#next = 0;
  }

  get isEmpty(): boolean {
    return this.#ranges.length === 0;
  }

  /** The first range that meets [from..to), or null. Calls come in the order of the bytes. */
  meeting(from: number, to: number): Readonly<{ start: number; end: number }> | null {
    while (this.#next < this.#ranges.length && (this.#ranges[this.#next] as Range).end <= from) this.#next += 1;
    const range = this.#ranges[this.#next];
    return range !== undefined && from < to && range.start < to ? range : null;
  }

  /** Notes that bytes of the range `meeting` gave last were masked. */
  note(bytes: number): void {
    const range = this.#ranges[this.#next];
    if (range !== undefined) range.maskedBytes += bytes;
  }

  /** Findings of which nothing could be masked. */
  unmasked(): readonly Finding[] {
    return this.#ranges.filter(({ maskedBytes }) => maskedBytes === 0).flatMap(({ findings }) => findings);
  }
}
