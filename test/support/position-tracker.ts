/**
 * What a careful client checks about one channel: every message follows its position, or a gap or a change of epoch
 * was announced before it. Throws at the first thing that does not add up. [P1] [P2]
 */
import type { Received } from './recording-subscriber.js';

export interface Position {
  readonly epoch: number;
  readonly sequence: number;
}

/** Position of a client that joined a channel before it existed. */
export const BEFORE_EVERYTHING: Position = { epoch: 0, sequence: 0 };

export class PositionTracker {
  #epoch: number;
  #sequence: number;
  /** The channel was deleted: nothing may come before a change of epoch. */
  #deleted = false;
  messages = 0;
  gaps = 0;

  constructor(
    readonly channel: string,
    start: Position,
  ) {
    this.#epoch = start.epoch;
    this.#sequence = start.sequence;
  }

  get position(): Position {
    return { epoch: this.#epoch, sequence: this.#sequence };
  }

  get deleted(): boolean {
    return this.#deleted;
  }

  receive(item: Exclude<Received, { kind: 'frame' }>): void {
    const at = `${this.channel}: after ${this.#epoch}/${this.#sequence}${this.#deleted ? ' deleted' : ''}`;
    const fail = (): never => {
      throw new Error(`${at} came ${JSON.stringify(item)}`);
    };
    if (item.kind === 'message') {
      if (this.#deleted || item.sequence !== this.#sequence + 1) fail();
      if (this.#epoch !== 0 && item.epoch !== this.#epoch) fail();
      this.#epoch = item.epoch;
      this.#sequence = item.sequence;
      this.messages += 1;
      return;
    }
    this.gaps += 1;
    switch (item.reason) {
      case 'EPOCH_CHANGED':
        if (item.epoch === this.#epoch && !this.#deleted && this.#sequence > 0) fail();
        this.#deleted = false;
        this.#epoch = item.epoch;
        this.#sequence = 0;
        return;
      case 'CHANNEL_DELETED':
        this.#deleted = true;
        return;
      default:
        if (this.#deleted || item.from !== this.#sequence + 1 || item.to < item.from) fail();
        if (this.#epoch !== 0 && item.epoch !== this.#epoch) fail();
        this.#epoch = item.epoch;
        this.#sequence = item.to;
    }
  }
}
