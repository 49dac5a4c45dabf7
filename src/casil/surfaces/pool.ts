/** Objects that are made once and filled again for every message. */
export class Pool<T> {
  readonly #make: () => T;
  readonly #forget: (item: T) => void;
  readonly #items: T[] = [];
  #used = 0;

  /** @param forget drops references to what the item was filled with. */
  constructor(make: () => T, forget: (item: T) => void) {
    this.#make = make;
    this.#forget = forget;
  }

  get used(): number {
    return this.#used;
  }

  take(): T {
    let item = this.#items[this.#used];
    if (item === undefined) {
      item = this.#make();
      this.#items.push(item);
    }
    this.#used += 1;
    return item;
  }

  /** Takes all items back. What they refer to is forgotten, so that no buffer outlives its message here. */
  release(): void {
    for (let index = 0; index < this.#used; index += 1) this.#forget(this.#items[index] as T);
    this.#used = 0;
  }
}
