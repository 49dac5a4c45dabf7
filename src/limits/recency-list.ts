/**
 * Entries by key, from the one touched longest ago to the youngest. Every operation is O(1): a Map alone would have to
 * step over the holes its deleted entries leave to find the oldest.
 */
export interface RecencyNode {
  readonly key: string;
  older: RecencyNode | null;
  younger: RecencyNode | null;
}

export class RecencyList<N extends RecencyNode> {
  readonly #byKey = new Map<string, N>();
  #oldest: N | null = null;
  #youngest: N | null = null;

  get size(): number {
    return this.#byKey.size;
  }

  get oldest(): N | null {
    return this.#oldest;
  }

  get(key: string): N | undefined {
    return this.#byKey.get(key);
  }

  /** As the youngest. The key must not be there yet. */
  add(node: N): void {
    this.#byKey.set(node.key, node);
    this.#append(node);
  }

  /** Makes a node of this list its youngest. */
  touch(node: N): void {
    if (node === this.#youngest) return;
    this.#unlink(node);
    this.#append(node);
  }

  remove(node: N): void {
    this.#byKey.delete(node.key);
    this.#unlink(node);
  }

  values(): IterableIterator<N> {
    return this.#byKey.values();
  }

  #append(node: N): void {
    node.older = this.#youngest;
    node.younger = null;
    if (this.#youngest === null) this.#oldest = node;
    else this.#youngest.younger = node;
    this.#youngest = node;
  }

  #unlink(node: N): void {
    // Neighbours come from this list alone, so they are nodes of its kind.
    const older = node.older as N | null;
    const younger = node.younger as N | null;
    if (older === null) this.#oldest = younger;
    else older.younger = younger;
    if (younger === null) this.#youngest = older;
    else younger.older = older;
    node.older = null;
    node.younger = null;
  }
}
