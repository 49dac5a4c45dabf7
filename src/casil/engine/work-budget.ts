/**
 * How much one inspection may still do. A unit is about one byte looked at by one step; the same message and policies
 * always cost the same, on any machine. Whoever finds the budget spent stops and leaves it spent. [C-CHAIN-3]
 */
export class WorkBudget {
  #left = 0;
  #total = 0;

  reset(units: number): void {
    this.#left = units;
    this.#total = units;
  }

  /** Takes units and returns whether they were there. */
  spend(units: number): boolean {
    this.#left -= units;
    return this.#left >= 0;
  }

  get exhausted(): boolean {
    return this.#left < 0;
  }

  /** Units taken so far, at most the total. */
  get spent(): number {
    return Math.min(this.#total, this.#total - this.#left);
  }
}
