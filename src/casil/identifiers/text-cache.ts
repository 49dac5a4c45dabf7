/**
 * Remembers what was worked out about recent texts, in bounded memory: a hit costs one look-up. Two generations stand
 * in for an exact order of use; what was not asked for while the younger one filled up is forgotten. [P8]
 */
export class TextCache {
  #young = new Map<string, string>();
  #old = new Map<string, string>();
  readonly #generationMax: number;

  /** @param entriesMax Texts remembered, at most; at least 2. */
  constructor(entriesMax: number) {
    this.#generationMax = Math.max(1, Math.floor(entriesMax / 2));
  }

  get(text: string): string | undefined {
    const value = this.#young.get(text);
    if (value !== undefined) return value;
    const old = this.#old.get(text);
    if (old !== undefined) this.set(text, old);
    return old;
  }

  set(text: string, value: string): void {
    if (this.#young.size >= this.#generationMax && !this.#young.has(text)) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(text, value);
  }

  /** Texts remembered; one that was asked for again may be counted twice. */
  get size(): number {
    return this.#young.size + this.#old.size;
  }
}
