/**
 * What a subscription has of each channel, and what that says about the next message: new, a repeat, or behind a
 * hole. Pure; the subscription acts on the verdict. [P1]
 */
import type { Position } from './options.js';

export type Verdict = 'new' | 'repeat' | 'hole' | 'other_epoch';

interface Place {
  epoch: number;
  /** Last sequence received; while `open`, where a recovery would have to begin. */
  sequence: number;
  /** The first message decides: any sequence up to `head` + 1 may come. */
  open: boolean;
  head: number;
}

export class ChannelTracker {
  readonly #places = new Map<string, Place>();

  /** The next message of the channel must be the one after this. */
  expectAfter(channel: string, position: Position): void {
    this.#put(channel, { ...position, open: false, head: position.sequence });
  }

  /** The first message may be any after `from`, up to the one that follows `head` (rewind, a new epoch). */
  expectBetween(channel: string, from: Position, head: number): void {
    this.#put(channel, { ...from, open: true, head });
  }

  /** Nothing is known any more: the next message begins anew. */
  forget(channel: string): void {
    this.#places.delete(channel);
  }

  /** Last position received; null if there is none yet. */
  position(channel: string): Position | null {
    const place = this.#places.get(channel);
    return place === undefined ? null : { epoch: place.epoch, sequence: place.sequence };
  }

  /** Least recently active first. */
  positions(): { channel: string; epoch: number; sequence: number }[] {
    return [...this.#places].map(([channel, { epoch, sequence }]) => ({ channel, epoch, sequence }));
  }

  judge(channel: string, epoch: number, sequence: number): Verdict {
    const place = this.#places.get(channel);
    if (place === undefined) return 'new';
    if (place.epoch === 0) return sequence === 1 ? 'new' : 'hole';
    if (place.epoch !== epoch) return place.open || sequence === place.sequence + 1 ? 'new' : 'other_epoch';
    if (sequence <= place.sequence) return 'repeat';
    return sequence <= (place.open ? place.head : place.sequence) + 1 ? 'new' : 'hole';
  }

  /** The message at this position was taken. */
  advance(channel: string, epoch: number, sequence: number): void {
    const place = this.#places.get(channel);
    if (place === undefined) {
      this.#places.set(channel, { epoch, sequence, open: false, head: sequence });
      return;
    }
    place.epoch = epoch;
    place.sequence = sequence;
    place.open = false;
  }

  /** The server said that nothing up to `to` will come. False if that is old news. */
  skip(channel: string, epoch: number, to: number): boolean {
    const place = this.#places.get(channel);
    if (place !== undefined && place.epoch === epoch && to <= place.sequence) return false;
    this.advance(channel, epoch, to);
    return true;
  }

  #put(channel: string, place: Place): void {
    this.#places.delete(channel);
    this.#places.set(channel, place);
  }
}
