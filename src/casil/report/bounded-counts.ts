/** What all names past the bound share. */
export const OTHER_NAME = 'other';

/**
 * Counts by name for as many names as there is room for; the rest share `other`. Numbers lie in one typed array, so
 * that counting a known name costs one look-up and no allocation. [P8]
 */
export class BoundedCounts {
  readonly #indexes = new Map<string, number>();
  /** The last place is that of `other`. */
  readonly #counts: Float64Array;

  /** @param names Present from the start, at zero: their series exist before anything happened. */
  constructor(
    readonly namesMax: number,
    names: Iterable<string> = [],
  ) {
    this.#counts = new Float64Array(namesMax + 1);
    for (const name of names) this.#indexOf(name);
  }

  add(name: string): void {
    const index = this.#indexOf(name);
    this.#counts[index] = (this.#counts[index] as number) + 1;
  }

  /** A copy, in the order names came up; `other` last, where it was needed. */
  snapshot(): Map<string, number> {
    const copy = new Map<string, number>();
    for (const [name, index] of this.#indexes) copy.set(name, this.#counts[index] as number);
    const others = this.#counts[this.namesMax] as number;
    if (others > 0) copy.set(OTHER_NAME, (copy.get(OTHER_NAME) ?? 0) + others);
    return copy;
  }

  #indexOf(name: string): number {
    const known = this.#indexes.get(name);
    if (known !== undefined) return known;
    if (this.#indexes.size >= this.namesMax) return this.namesMax;
    const index = this.#indexes.size;
    this.#indexes.set(name, index);
    return index;
  }
}
