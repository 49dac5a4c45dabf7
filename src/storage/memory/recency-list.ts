/** A doubly linked list in order of last use: moving a node to the recent end is a few stores, without allocation. */
export interface RecencyNode<T> {
  older: T | null;
  newer: T | null;
  listed: boolean;
}

export class RecencyList<T extends RecencyNode<T>> {
  #oldest: T | null = null;
  #newest: T | null = null;

  get oldest(): T | null {
    return this.#oldest;
  }

  /** Makes `node` the most recent one, whether it was listed or not. */
  touch(node: T): void {
    if (this.#newest === node) return;
    this.remove(node);
    node.older = this.#newest;
    if (this.#newest === null) this.#oldest = node;
    else this.#newest.newer = node;
    this.#newest = node;
    node.listed = true;
  }

  /** Does nothing with a node that is not listed. */
  remove(node: T): void {
    if (!node.listed) return;
    if (node.older === null) this.#oldest = node.newer;
    else node.older.newer = node.newer;
    if (node.newer === null) this.#newest = node.older;
    else node.newer.older = node.older;
    node.older = null;
    node.newer = null;
    node.listed = false;
  }
}
