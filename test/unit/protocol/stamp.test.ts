import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readUint64, wire } from '../../../src/protocol/codec.js';
import {
  appendToEnvelope,
  encodeGroupStamp,
  encodeSenderStamp,
  stampUnsequenced,
} from '../../../src/protocol/stamp.js';
import { ENVELOPE_CORPUS } from '../../support/protocol/envelope-corpus.js';
import { frameEnvelope, sealFrame } from '../../support/sealed.js';

const STAMP = encodeSenderStamp('n1.abc', 'agent-7');
const EVENT = ENVELOPE_CORPUS.find(({ name }) => name === 'event, every field')?.bytes as Buffer;

/** The envelope in the middle of a larger message, as it lies in a Frame. */
function draftOf(envelope: Uint8Array) {
  const source = Buffer.concat([Buffer.alloc(5, 0xaa), envelope, Buffer.alloc(5, 0xbb)]);
  return { source, start: 5, end: 5 + envelope.length, senderStamp: STAMP };
}

function decodeOnly(frame: Uint8Array): wire.Envelope {
  const { envelopes } = wire.Frame.decode(frame);
  expect(envelopes).toHaveLength(1);
  return envelopes[0] as wire.Envelope;
}

describe('sealing [P2] [S-PROTO-3]', () => {
  it.each(ENVELOPE_CORPUS)('keeps the client bytes and adds the stamp: $name', ({ bytes }) => {
    const frame = sealFrame(draftOf(bytes), 5, 0xdead_beef, 1_790_000_000_000);
    const sealed = frameEnvelope(frame);
    expect(Buffer.from(sealed.subarray(0, bytes.length))).toEqual(bytes);
    expect(wire.Envelope.decode(sealed.subarray(bytes.length))).toEqual(
      wire.Envelope.decode(
        wire.Envelope.encode({
          sequence: 5,
          epoch: 0xdead_beef,
          timestampMs: 1_790_000_000_000,
          sender: 'n1.abc',
          subject: 'agent-7',
        }).finish(),
      ),
    );
  });

  it('is one whole Frame for every position and size', () => {
    fc.assert(
      fc.property(
        fc.maxSafeNat(),
        fc.integer({ min: 1, max: 2 ** 32 - 1 }),
        fc.maxSafeNat(),
        fc.integer({ min: 0, max: 20_000 }),
        (sequence, epoch, timestampMs, payloadBytes) => {
          const envelope = wire.Envelope.encode({ id: 'a', payload: new Uint8Array(payloadBytes).fill(1) }).finish();
          const decoded = decodeOnly(sealFrame(draftOf(envelope), sequence, epoch, timestampMs));
          expect(readUint64(decoded.sequence)).toBe(sequence);
          expect(decoded.epoch).toBe(epoch);
          expect(readUint64(decoded.timestampMs)).toBe(timestampMs);
          expect(decoded.payload).toHaveLength(payloadBytes);
          expect([decoded.id, decoded.sender, decoded.subject]).toEqual(['a', 'n1.abc', 'agent-7']);
        },
      ),
    );
  });

  it('copies: changing the source later changes nothing, and Frames do not overlap', () => {
    const draft = draftOf(EVENT);
    const frames = Array.from({ length: 300 }, (_, index) => sealFrame(draft, index + 1, 1, 1000));
    const before = frames.map((frame) => frame.toString('hex'));
    draft.source.fill(0);
    expect(frames.map((frame) => frame.toString('hex'))).toEqual(before);
    expect(frames.map((frame) => readUint64(decodeOnly(frame).sequence))).toEqual(frames.map((_, index) => index + 1));
  });
});

describe('stampUnsequenced [S-ROUTE-4]', () => {
  it('names the sender and the time, and no position', () => {
    const { source, start, end } = draftOf(EVENT);
    const decoded = decodeOnly(stampUnsequenced(source, start, end, STAMP, 1234));
    expect([decoded.sender, decoded.subject, readUint64(decoded.timestampMs)]).toEqual(['n1.abc', 'agent-7', 1234]);
    expect([readUint64(decoded.sequence), decoded.epoch]).toEqual([0, 0]);
    expect(decoded.intent).toBe('ask for a review');
  });
});

describe('appendToEnvelope [S-ROUTE-3]', () => {
  it.each([1, 60, 100, 127, 128, 16_300, 16_384])(
    'adds the group to a Frame with %d bytes of payload',
    (payloadBytes) => {
      const envelope = wire.Envelope.encode({ id: 'a', payload: new Uint8Array(payloadBytes) }).finish();
      const frame = sealFrame(draftOf(envelope), 9, 1, 1);
      const copy = Buffer.from(frame);
      for (const group of ['g', 'w'.repeat(128)]) {
        const decoded = decodeOnly(appendToEnvelope(frame, encodeGroupStamp(group)));
        expect(decoded.group).toBe(group);
        expect(readUint64(decoded.sequence)).toBe(9);
        expect(decoded.payload).toHaveLength(payloadBytes);
      }
      expect(frame).toEqual(copy);
    },
  );
});
