/** Frames as the SDK joins and splits them. [S-PROTO-1] */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { framedBytes, joinFrame, splitFrame } from '../../../src/protocol/compact-frame.js';

test('[S-PROTO-1] splitting gives back what was joined, and joined Frames concatenate', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 }), (envelopes) => {
      const frame = joinFrame(envelopes);
      expect(frame.length).toBe(envelopes.reduce((sum, envelope) => sum + framedBytes(envelope.length), 0));
      expect(splitFrame(frame).map((view) => [...view])).toEqual(envelopes.map((envelope) => [...envelope]));
      expect(splitFrame(Uint8Array.from([...frame, ...frame]))).toHaveLength(envelopes.length * 2);
    }),
  );
});

test('[S-PROTO-1] the generated codec reads the same Frame', () => {
  const envelopes = ['a', 'b'].map((id) => wire.Envelope.encode({ id }).finish());
  expect(wire.Frame.decode(joinFrame(envelopes)).envelopes.map(({ id }) => id)).toEqual(['a', 'b']);
});

test.each([
  ['another field', [0x12, 0x00]],
  ['a length past the end', [0x0a, 0x05, 0x00]],
  ['no length', [0x0a]],
  ['an endless length', [0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]],
])('[P8] broken framing throws: %s', (_, bytes) => {
  expect(() => splitFrame(Uint8Array.from(bytes))).toThrow(RangeError);
});
