/**
 * How an SDK reads and writes Frames: envelope by envelope, so that one that cannot be decoded costs that one and not
 * the batch. Client-safe: no platform imports.
 */
import { wire } from '../../../src/protocol/codec.js';
import { FrameCursor } from '../../../src/protocol/frame-cursor.js';

export interface ReadFailure {
  /** Place of the envelope in its Frame, from 0. */
  readonly index: number;
  readonly error: Error;
}

export interface ReadEnvelopes {
  readonly envelopes: wire.Envelope[];
  readonly failures: ReadFailure[];
}

/**
 * Decodes one binary WebSocket message. Payloads share memory with `bytes`.
 * @throws RangeError when the outer framing is broken: the connection cannot be trusted further.
 */
export function readFrame(bytes: Uint8Array): ReadEnvelopes {
  const cursor = new FrameCursor();
  cursor.reset(bytes);
  if (cursor.malformed) throw new RangeError('the message is not a Frame');
  const result: ReadEnvelopes = { envelopes: [], failures: [] };
  while (cursor.next()) readInto(result, cursor.index, bytes.subarray(cursor.start, cursor.end));
  return result;
}

/** One Frame of these envelopes. */
export function writeFrame(envelopes: readonly wire.IEnvelope[]): Uint8Array {
  return wire.Frame.encode({ envelopes: [...envelopes] }).finish();
}

/** Decodes the stored envelopes of a history page, in its order. */
export function readHistoryEnvelopes(result: wire.IHistoryResult): ReadEnvelopes {
  const read: ReadEnvelopes = { envelopes: [], failures: [] };
  for (const [index, bytes] of (result.envelopes ?? []).entries()) readInto(read, index, bytes);
  return read;
}

function readInto(result: ReadEnvelopes, index: number, bytes: Uint8Array): void {
  try {
    result.envelopes.push(wire.Envelope.decode(bytes));
  } catch (error) {
    result.failures.push({ index, error: error instanceof Error ? error : new Error(String(error)) });
  }
}
