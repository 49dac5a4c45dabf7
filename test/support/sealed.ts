/** Sealed entries without a log: what an append would have made of a draft. */
import { channelAddress } from '../../src/protocol/address.js';
import type { LogEntry } from '../../src/protocol/entry.js';
import { sealEntry, type SealSource } from '../../src/protocol/sealed-entry.js';
import { varintEnd } from '../../src/protocol/varint.js';

const ADDRESS = channelAddress({ tenant: 't', room: 'r', channel: 'c' });

export function sealed(
  draft: Omit<SealSource, 'address' | 'ttlMs' | 'casil'> & Partial<SealSource>,
  sequence: number,
  epoch: number,
  timestampMs: number,
): LogEntry {
  return sealEntry({ address: ADDRESS, ttlMs: 0, casil: null, ...draft }, sequence, epoch, timestampMs);
}

export function sealFrame(...args: Parameters<typeof sealed>): Buffer {
  return Buffer.from(sealed(...args).frame);
}

/** An entry of any bytes at all, where only its place and size matter. */
export function entryOf(fields: Partial<LogEntry> & { readonly frame: Uint8Array }): LogEntry {
  const { frame } = fields;
  return {
    address: ADDRESS,
    sequence: 1,
    epoch: 1,
    timestampMs: 1,
    expiresAtMs: Infinity,
    casil: null,
    frameBytes: frame.length,
    copyFrame: (target, pos) => target.set(frame, pos),
    ...fields,
  };
}

/** The envelope inside a one-envelope Frame; shares its memory. */
export function frameEnvelope(frame: Uint8Array): Uint8Array {
  return frame.subarray(varintEnd(frame, 1, frame.length));
}
