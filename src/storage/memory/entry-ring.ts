/**
 * The retained entries of one channel: a circular array of consecutive sequences that grows on demand, so that an idle
 * channel costs a few words. Entries leave only at the old end, which keeps the sequences contiguous. [S-LOG-3]
 */
import type { LogEntry } from '../../protocol/entry.js';

const FIRST_CAPACITY = 4;

export class EntryRing {
  /** Power of two, or empty. */
  #slots: (LogEntry | undefined)[] = [];
  #head = 0;
  #count = 0;
  #bytes = 0;

  get count(): number {
    return this.#count;
  }

  /** Frame bytes of what is retained. */
  get bytes(): number {
    return this.#bytes;
  }

  oldest(): LogEntry | undefined {
    return this.#slots[this.#head];
  }

  /** `index` 0 is the oldest entry. */
  at(index: number): LogEntry | undefined {
    return index < 0 || index >= this.#count ? undefined : this.#slots[this.#slotOf(index)];
  }

  push(entry: LogEntry): void {
    if (this.#count === this.#slots.length) this.#grow();
    this.#slots[this.#slotOf(this.#count)] = entry;
    this.#count += 1;
    this.#bytes += entry.frameBytes;
  }

  shift(): LogEntry | undefined {
    const entry = this.#slots[this.#head];
    if (entry === undefined) return undefined;
    this.#slots[this.#head] = undefined;
    this.#head = (this.#head + 1) & (this.#slots.length - 1);
    this.#count -= 1;
    this.#bytes -= entry.frameBytes;
    if (this.#count === 0) this.#release();
    return entry;
  }

  /** Index of the first entry whose timestamp is not before `timestampMs`; `count` if there is none. */
  firstSince(timestampMs: number): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.at(middle);
      if (entry !== undefined && entry.timestampMs < timestampMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #slotOf(index: number): number {
    return (this.#head + index) & (this.#slots.length - 1);
  }

  #grow(): void {
    const capacity = Math.max(FIRST_CAPACITY, this.#slots.length * 2);
    const slots = new Array<LogEntry | undefined>(capacity);
    for (let index = 0; index < this.#count; index += 1) slots[index] = this.#slots[this.#slotOf(index)];
    // Filled to the end: an array with holes would be slower to read.
    slots.fill(undefined, this.#count);
    this.#slots = slots;
    this.#head = 0;
  }

  #release(): void {
    // A small array stays: a last-value channel would otherwise allocate one per message.
    if (this.#slots.length > FIRST_CAPACITY) this.#slots = [];
    this.#head = 0;
  }
}
