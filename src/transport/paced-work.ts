/**
 * Work that may come a thousand at once but need not be done in one go: a few pieces per turn of the event loop, so
 * that nobody else waits for all of it. Cutting off a reader that stopped makes the kernel free megabytes of unread
 * data; a thousand of them in one turn held everyone else up for 120 ms. [P5]
 */
import { Fifo } from '../base/fifo.js';

const PIECES_PER_TURN = 8;

export class PacedWork {
  readonly #pieces = new Fifo<() => void>();
  readonly #schedule: (run: () => void) => void;
  #scheduled = false;

  /** @param schedule runs its argument in the next turn. */
  constructor(schedule: (run: () => void) => void = setImmediate) {
    this.#schedule = schedule;
  }

  /** @param piece must not throw. */
  add(piece: () => void): void {
    this.#pieces.push(piece);
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#schedule(() => this.#run());
  }

  #run(): void {
    for (let done = 0; done < PIECES_PER_TURN; done += 1) {
      const piece = this.#pieces.shift();
      if (piece === undefined) break;
      piece();
    }
    this.#scheduled = this.#pieces.length > 0;
    if (this.#scheduled) this.#schedule(() => this.#run());
  }
}
