/**
 * Acknowledgements, written by hand into one growing scratch: the busiest thing the server sends of its own. Each ack
 * is an envelope of its own, so the acks of a tick concatenate into one Frame. [S-TRANS-3] [P3]
 */
import type { wire } from './codec.js';
import type { AppendDraft } from './entry.js';
import { varintBytes, writeVarint } from './varint.js';

const FRAME_ENVELOPES_TAG = 0x0a;
/** version = 1 and type = ACK (16), then the tag of correlation_id. */
const PREAMBLE = Uint8Array.of(0x08, 0x01, 0x10, 0x10, 0x4a);
/** Field 52, length-delimited: 52 << 3 | 2 = 418. */
const ACK_TAG = [0xa2, 0x03] as const;
const SEQUENCE_TAG = 0x08;
const EPOCH_TAG = 0x15;
const DURABILITY_TAG = 0x18;
const DUPLICATE_TAG = 0x20;

/** Sizes that depend on nothing: see `append`. */
const EPOCH_FIELD_BYTES = 5;
const SMALL_FIELD_BYTES = 2;

/** The largest ack: an identifier of 128 bytes, a 53-bit sequence, every field present, and the framing. */
const ACK_BYTES_MAX = 192;
const SCRATCH_BYTES_MIN = 4096;
/** A scratch that a burst made larger than this is given back. */
const SCRATCH_BYTES_KEPT_MAX = 65_536;

/** Where the id of a publish lies: it is copied from there, so that an ack needs no string. */
export type PublishedId = Pick<AppendDraft, 'source' | 'idStart' | 'idEnd'>;

/** Reusable. Not for two connections at once: take what is written before another one's acks begin. */
export class AckWriter {
  #scratch = Buffer.allocUnsafeSlow(SCRATCH_BYTES_MIN);
  #used = 0;

  /** @param publish what is acknowledged; its id is an identifier. @param epoch 0 with sequence 0: no position. */
  append(publish: PublishedId, sequence: number, epoch: number, durability: wire.Durability, duplicate: boolean): void {
    if (this.#used + ACK_BYTES_MAX > this.#scratch.length) this.#grow();
    const scratch = this.#scratch;
    const { source, idStart } = publish;
    const idBytes = publish.idEnd - idStart;
    const level: number = durability;
    // proto3: a field with its default value is left out.
    const ackBytes =
      (sequence === 0 ? 0 : 1 + varintBytes(sequence)) +
      (epoch === 0 ? 0 : EPOCH_FIELD_BYTES) +
      (level === 0 ? 0 : SMALL_FIELD_BYTES) +
      (duplicate ? SMALL_FIELD_BYTES : 0);
    const envelopeBytes = PREAMBLE.length + varintBytes(idBytes) + idBytes + ACK_TAG.length + 1 + ackBytes;

    let pos = this.#used;
    scratch[pos] = FRAME_ENVELOPES_TAG;
    pos = writeVarint(scratch, pos + 1, envelopeBytes);
    for (let index = 0; index < PREAMBLE.length; index += 1) scratch[pos + index] = PREAMBLE[index] as number;
    pos = writeVarint(scratch, pos + PREAMBLE.length, idBytes);
    for (let index = 0; index < idBytes; index += 1) scratch[pos + index] = source[idStart + index] as number;
    pos += idBytes;
    scratch[pos] = ACK_TAG[0];
    scratch[pos + 1] = ACK_TAG[1];
    scratch[pos + 2] = ackBytes;
    pos += 3;
    if (sequence !== 0) {
      scratch[pos] = SEQUENCE_TAG;
      pos = writeVarint(scratch, pos + 1, sequence);
    }
    if (epoch !== 0) {
      scratch[pos] = EPOCH_TAG;
      scratch[pos + 1] = epoch & 0xff;
      scratch[pos + 2] = (epoch >>> 8) & 0xff;
      scratch[pos + 3] = (epoch >>> 16) & 0xff;
      scratch[pos + 4] = epoch >>> 24;
      pos += EPOCH_FIELD_BYTES;
    }
    if (level !== 0) {
      scratch[pos] = DURABILITY_TAG;
      scratch[pos + 1] = level;
      pos += SMALL_FIELD_BYTES;
    }
    if (duplicate) {
      scratch[pos] = DUPLICATE_TAG;
      scratch[pos + 1] = 1;
      pos += SMALL_FIELD_BYTES;
    }
    this.#used = pos;
  }

  /** A copy of what was written, as one Frame, and a fresh start; null when nothing was. */
  take(): Buffer | null {
    if (this.#used === 0) return null;
    const frame = Buffer.allocUnsafe(this.#used);
    this.#scratch.copy(frame, 0, 0, this.#used);
    this.#used = 0;
    if (this.#scratch.length > SCRATCH_BYTES_KEPT_MAX) this.#scratch = Buffer.allocUnsafeSlow(SCRATCH_BYTES_MIN);
    return frame;
  }

  #grow(): void {
    const larger = Buffer.allocUnsafeSlow(this.#scratch.length * 2);
    this.#scratch.copy(larger, 0, 0, this.#used);
    this.#scratch = larger;
  }
}
