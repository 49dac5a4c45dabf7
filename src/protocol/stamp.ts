/**
 * The server's part of a message: fields appended to the client's bytes, which stay as they came. Encoded once per
 * message, whatever the number of its receivers. [P2] [S-PROTO-3]
 */
import { wire } from './codec.js';
import type { AppendDraft } from './entry.js';
import { varintBytes, varintEnd, writeVarint } from './varint.js';

/** What stamping needs of a draft: the client's envelope source[start..end), scanned and valid. */
export type StampSource = Pick<AppendDraft, 'source' | 'start' | 'end' | 'senderStamp'>;

const FRAME_ENVELOPES_TAG = 0x0a;
const SEQUENCE_TAG = 0x58;
const EPOCH_TAG = 0x65;
const TIMESTAMP_TAG = 0x70;
/** Tag and value of the fixed 32-bit epoch. */
const EPOCH_FIELD_BYTES = 5;

/** Serialized fields `sender` (13) and `subject` (15): encoded once per session. */
export function encodeSenderStamp(sender: string, subject: string): Uint8Array {
  return wire.Envelope.encode({ sender, subject }).finish();
}

/** Bytes of the one Frame that writeSealedFrame writes for the same arguments. */
export function sealedFrameBytes(draft: StampSource, sequence: number, timestampMs: number): number {
  const envelopeBytes = sealedEnvelopeBytes(draft, sequence, timestampMs);
  return 1 + varintBytes(envelopeBytes) + envelopeBytes;
}

function sealedEnvelopeBytes(draft: StampSource, sequence: number, timestampMs: number): number {
  const stampBytes =
    2 + varintBytes(sequence) + EPOCH_FIELD_BYTES + varintBytes(timestampMs) + draft.senderStamp.length;
  return draft.end - draft.start + stampBytes;
}

/**
 * Writes one complete Frame at `at`: the client's bytes, then sequence, epoch, timestamp and the sender stamp.
 * @param epoch unsigned 32-bit, not 0.
 * @param timestampMs integer milliseconds since 1970.
 */
export function writeSealedFrame(
  target: Buffer,
  at: number,
  draft: StampSource,
  sequence: number,
  epoch: number,
  timestampMs: number,
): void {
  target[at] = FRAME_ENVELOPES_TAG;
  let pos = writeVarint(target, at + 1, sealedEnvelopeBytes(draft, sequence, timestampMs));
  // `copy` makes no view of the source; `set` with a subarray costs three times as much for a small message.
  draft.source.copy(target, pos, draft.start, draft.end);
  pos += draft.end - draft.start;
  target[pos] = SEQUENCE_TAG;
  pos = writeVarint(target, pos + 1, sequence);
  target[pos] = EPOCH_TAG;
  target[pos + 1] = epoch & 0xff;
  target[pos + 2] = (epoch >>> 8) & 0xff;
  target[pos + 3] = (epoch >>> 16) & 0xff;
  target[pos + 4] = epoch >>> 24;
  pos += EPOCH_FIELD_BYTES;
  target[pos] = TIMESTAMP_TAG;
  pos = writeVarint(target, pos + 1, timestampMs);
  target.set(draft.senderStamp, pos);
}

/** The same without a position: for DIRECT, REQUEST and REPLY, which no log holds. */
export function stampUnsequenced(
  source: Uint8Array,
  start: number,
  end: number,
  senderStamp: Uint8Array,
  timestampMs: number,
): Buffer {
  const envelopeBytes = end - start + 1 + varintBytes(timestampMs) + senderStamp.length;
  const frame = Buffer.allocUnsafe(1 + varintBytes(envelopeBytes) + envelopeBytes);
  let pos = beginFrame(frame, envelopeBytes, source, start, end);
  frame[pos] = TIMESTAMP_TAG;
  pos = writeVarint(frame, pos + 1, timestampMs);
  frame.set(senderStamp, pos);
  return frame;
}

/** Serialized field `group` (33): encoded once per queue group. @param group an identifier. */
export function encodeGroupStamp(group: string): Uint8Array {
  return wire.Envelope.encode({ group }).finish();
}

/** A copy of a one-envelope Frame with more serialized fields at its end. */
export function appendToEnvelope(frame: Uint8Array, fields: Uint8Array): Buffer {
  const start = envelopeStart(frame);
  const envelopeBytes = frame.length - start + fields.length;
  const copy = Buffer.allocUnsafe(1 + varintBytes(envelopeBytes) + envelopeBytes);
  const pos = beginFrame(copy, envelopeBytes, frame, start, frame.length);
  copy.set(fields, pos);
  return copy;
}

function envelopeStart(frame: Uint8Array): number {
  return varintEnd(frame, 1, frame.length);
}

/** Writes tag, length and the client's bytes; returns the position after them. */
function beginFrame(frame: Buffer, envelopeBytes: number, source: Uint8Array, start: number, end: number): number {
  frame[0] = FRAME_ENVELOPES_TAG;
  const pos = writeVarint(frame, 1, envelopeBytes);
  frame.set(source.subarray(start, end), pos);
  return pos + end - start;
}
