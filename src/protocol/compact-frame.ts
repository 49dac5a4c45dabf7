/**
 * Frames for the SDK: one WebSocket message is one Frame, which is its envelopes, each behind field 1 and a length.
 * Split envelope by envelope, so that one that cannot be read never takes the others along. Client-safe.
 */
import { varintBytes, varintEnd, varintValue, writeVarint } from './varint.js';

/** Field 1, length-delimited: what precedes every envelope of a Frame. */
const ENVELOPE_TAG = 0x0a;

/** Bytes the serialized envelope takes inside a Frame. */
export function framedBytes(envelopeBytes: number): number {
  return 1 + varintBytes(envelopeBytes) + envelopeBytes;
}

/** One Frame of these serialized envelopes. */
export function joinFrame(envelopes: readonly Uint8Array[]): Uint8Array {
  let total = 0;
  for (const envelope of envelopes) total += framedBytes(envelope.length);
  const frame = new Uint8Array(total);
  let pos = 0;
  for (const envelope of envelopes) {
    frame[pos] = ENVELOPE_TAG;
    pos = writeVarint(frame, pos + 1, envelope.length);
    frame.set(envelope, pos);
    pos += envelope.length;
  }
  return frame;
}

/**
 * The serialized envelopes of a Frame, as views of its bytes.
 * @throws RangeError when the outer framing is broken; then nothing of it can be trusted.
 */
export function splitFrame(frame: Uint8Array): Uint8Array[] {
  const envelopes: Uint8Array[] = [];
  let pos = 0;
  while (pos < frame.length) {
    if (frame[pos] !== ENVELOPE_TAG) throw new RangeError('not a Frame');
    const start = varintEnd(frame, pos + 1, frame.length);
    const end = start < 0 ? -1 : start + varintValue(frame, pos + 1, start);
    if (end < 0 || end > frame.length) throw new RangeError('truncated Frame');
    envelopes.push(frame.subarray(start, end));
    pos = end;
  }
  return envelopes;
}
