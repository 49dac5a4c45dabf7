/** Packs what one turn of the event loop sends into as few Frames as the server's limits allow. [S-SDK-1] */
import { framedBytes, joinFrame } from '../protocol/compact-frame.js';

export interface FrameLimits {
  readonly frameBytesMax: number;
  readonly envelopesPerFrameMax: number;
}

export interface FramePackerOptions {
  readonly limits: () => FrameLimits;
  /** Runs its argument once, after the present turn. */
  readonly schedule: (fn: () => void) => void;
  readonly send: (frame: Uint8Array) => void;
}

export class FramePacker {
  readonly #options: FramePackerOptions;
  #waiting: Uint8Array[] = [];
  #scheduled = false;

  constructor(options: FramePackerOptions) {
    this.#options = options;
  }

  /** @param envelope serialized, and small enough for a Frame of its own. */
  add(envelope: Uint8Array): void {
    this.#waiting.push(envelope);
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#options.schedule(() => {
      this.#scheduled = false;
      this.flush();
    });
  }

  flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    const { frameBytesMax, envelopesPerFrameMax } = this.#options.limits();
    let first = 0;
    let bytes = 0;
    for (let index = 0; index < waiting.length; index += 1) {
      const size = framedBytes((waiting[index] as Uint8Array).length);
      if (index > first && (bytes + size > frameBytesMax || index - first >= envelopesPerFrameMax)) {
        this.#options.send(joinFrame(waiting.slice(first, index)));
        first = index;
        bytes = 0;
      }
      bytes += size;
    }
    if (first < waiting.length) this.#options.send(joinFrame(waiting.slice(first)));
  }

  /** Forgets what was not sent: the connection it was meant for is gone. */
  clear(): void {
    this.#waiting = [];
  }
}
