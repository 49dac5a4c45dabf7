/** A socket whose kernel takes only as many bytes as the test allows, with the buffering rules of Node's streams. */
import type { SocketWriter } from '../../../src/transport/socket-writer.js';

const HIGH_WATER_MARK_BYTES = 16_384;

export class FakeSocket implements SocketWriter {
  /** Every buffer passed to `write`, in order. */
  readonly written: Uint8Array[] = [];
  /** Writes as the kernel sees them: what is written while corked is one. */
  systemWrites = 0;
  writableLength = 0;
  writableNeedDrain = false;
  #corked = 0;
  #corkedBytes = 0;
  #drainListeners: (() => void)[] = [];

  /** @param capacityBytes what the kernel takes before it wants `takeMore`. */
  constructor(public capacityBytes = Number.POSITIVE_INFINITY) {}

  write(bytes: Uint8Array): boolean {
    this.written.push(bytes);
    this.writableLength += bytes.length;
    const below = this.writableLength < HIGH_WATER_MARK_BYTES;
    if (!below) this.writableNeedDrain = true;
    if (this.#corked > 0) {
      this.#corkedBytes += bytes.length;
    } else {
      this.systemWrites += 1;
      this.#flow();
    }
    return below;
  }

  cork(): void {
    this.#corked += 1;
  }

  uncork(): void {
    this.#corked -= 1;
    if (this.#corked > 0 || this.#corkedBytes === 0) return;
    this.#corkedBytes = 0;
    this.systemWrites += 1;
    this.#flow();
  }

  once(_event: 'drain', listener: () => void): void {
    this.#drainListeners.push(listener);
  }

  /** The peer reads: the kernel takes this much more. */
  takeMore(bytes: number): void {
    this.capacityBytes += bytes;
    this.#flow();
    if (this.writableLength > 0 || !this.writableNeedDrain) return;
    this.writableNeedDrain = false;
    const listeners = this.#drainListeners;
    this.#drainListeners = [];
    for (const listener of listeners) listener();
  }

  /** Everything written so far as one stream. */
  get stream(): Buffer {
    return Buffer.concat(this.written);
  }

  #flow(): void {
    const taken = Math.min(this.writableLength, this.capacityBytes);
    this.writableLength -= taken;
    this.capacityBytes -= taken;
  }
}
