/**
 * A logged message as bytes in shared memory: client bytes + stamp, written once into a slab and copied from there
 * into batches and pages. A message has no Buffer object of its own, which would cost more than its bytes. [P2]
 */
import type { ChannelAddress } from './address.js';
import type { AppendDraft, LogEntry } from './entry.js';
import { Slab } from './slab.js';
import { sealedFrameBytes, writeSealedFrame } from './stamp.js';

export class SealedEntry implements LogEntry {
  readonly #memory: Buffer;
  readonly #start: number;

  constructor(
    readonly address: ChannelAddress,
    readonly sequence: number,
    readonly epoch: number,
    readonly timestampMs: number,
    readonly expiresAtMs: number,
    readonly frameBytes: number,
    readonly casil: Uint8Array | null,
    memory: Buffer,
    start: number,
  ) {
    this.#memory = memory;
    this.#start = start;
  }

  get frame(): Uint8Array {
    return this.#memory.subarray(this.#start, this.#start + this.frameBytes);
  }

  /** The same message without what inspection said; the bytes are shared. */
  withoutCasil(): SealedEntry {
    const { address, sequence, epoch, timestampMs, expiresAtMs, frameBytes } = this;
    return new SealedEntry(
      address,
      sequence,
      epoch,
      timestampMs,
      expiresAtMs,
      frameBytes,
      null,
      this.#memory,
      this.#start,
    );
  }

  copyFrame(target: Uint8Array, pos: number): void {
    this.#memory.copy(target, pos, this.#start, this.#start + this.frameBytes);
  }
}

const slab = new Slab();

/** What sealing needs of a draft. */
export type SealSource = Pick<AppendDraft, 'address' | 'ttlMs' | 'source' | 'start' | 'end' | 'senderStamp' | 'casil'>;

/** Gives the draft its position for good. @param epoch unsigned 32-bit, not 0. */
export function sealEntry(draft: SealSource, sequence: number, epoch: number, timestampMs: number): SealedEntry {
  const bytes = sealedFrameBytes(draft, sequence, timestampMs);
  slab.reserve(bytes);
  writeSealedFrame(slab.memory, slab.start, draft, sequence, epoch, timestampMs);
  const expiresAtMs = draft.ttlMs === 0 ? Infinity : timestampMs + draft.ttlMs;
  return new SealedEntry(
    draft.address,
    sequence,
    epoch,
    timestampMs,
    expiresAtMs,
    bytes,
    draft.casil,
    slab.memory,
    slab.start,
  );
}
