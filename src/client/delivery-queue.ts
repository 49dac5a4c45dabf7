/** The bounded buffer between the connection and one consumer: either pulled from, or pumped to a function. */
import { Fifo } from '../base/fifo.js';

export class DeliveryQueue<T> {
  readonly #items = new Fifo<T>();
  readonly #max: number;
  readonly #onRoom: () => void;
  #wasFull = false;
  #ended = false;
  #wake: (() => void)[] = [];
  /** Takes an item; what it returns is waited for before the next one. */
  #sink: ((item: T) => Promise<void> | undefined) | null = null;
  #pumping = false;

  /**
   * @param max items kept
   * @param onRoom called once half of the buffer is free again after an item was refused
   */
  constructor(max: number, onRoom: () => void) {
    this.#max = Math.max(1, max);
    this.#onRoom = onRoom;
  }

  get length(): number {
    return this.#items.length;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** False when the buffer is full: the item was not taken. */
  push(item: T): boolean {
    if (this.#items.length >= this.#max) {
      this.#wasFull = true;
      return false;
    }
    this.#items.push(item);
    if (this.#sink !== null) void this.#pump();
    else this.#wakeAll();
    return true;
  }

  shift(): T | undefined {
    const item = this.#items.shift();
    if (this.#wasFull && this.#items.length * 2 <= this.#max) {
      this.#wasFull = false;
      this.#onRoom();
    }
    return item;
  }

  /** From now on items go to `sink`, one after the other. */
  pumpTo(sink: (item: T) => Promise<void> | undefined): void {
    this.#sink = sink;
    void this.#pump();
  }

  /** Items go back to being pulled. */
  stopPump(): void {
    this.#sink = null;
  }

  /** Nothing new is coming; what is buffered stays. */
  end(): void {
    this.#ended = true;
    this.#wakeAll();
  }

  /** Resolves when there may be an item, or the end. */
  changed(): Promise<void> {
    if (this.#items.length > 0 || this.#ended) return Promise.resolve();
    return new Promise((resolve) => this.#wake.push(resolve));
  }

  async #pump(): Promise<void> {
    if (this.#pumping) return;
    this.#pumping = true;
    // Read anew each time: the sink may change while a slow one is waited for.
    while (this.#sink !== null && this.#items.length > 0) {
      const pending = this.#sink(this.shift() as T);
      if (pending !== undefined) await pending;
    }
    this.#pumping = false;
  }

  #wakeAll(): void {
    const wake = this.#wake;
    this.#wake = [];
    for (const resolve of wake) resolve();
  }
}
