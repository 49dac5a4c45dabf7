import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { EnvelopeView, scanEnvelope } from '../../../src/protocol/envelope-scanner.js';
import { compareScanner } from '../../support/protocol/compare-scanner.js';

const identifier = fc.stringMatching(/^[A-Za-z0-9._-]{1,128}$/);
const printable = fc.stringMatching(/^[ -~]{0,128}$/);
const uint32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const utf8Text = (bytesMax: number) =>
  fc.string({ unit: 'grapheme', maxLength: bytesMax }).filter((text) => Buffer.byteLength(text) <= bytesMax);

/** Everything a client may say in an envelope without a body, inside its bounds. */
const optionalFields = fc.record(
  {
    payload: fc.uint8Array({ maxLength: 4096 }),
    contentType: printable,
    headers: fc.dictionary(identifier, utf8Text(1024), { maxKeys: 32 }),
    wantAck: fc.boolean(),
    causationId: identifier,
    hopCount: uint32,
    ttlMs: uint32,
    traceparent: printable,
    capabilities: fc.array(utf8Text(128), { maxLength: 64 }),
    intent: utf8Text(256),
    embedding: fc
      .record({ model: utf8Text(128), dimensions: fc.integer({ min: 0, max: 100 }) })
      .map((embedding) => ({ ...embedding, values: new Uint8Array(4 * embedding.dimensions).fill(9) })),
  },
  { requiredKeys: [] },
);

const addressed = fc.record({ room: identifier, channel: identifier });
const direct = fc.record({ target: identifier });
const envelope = fc
  .tuple(
    fc.record({ version: fc.constant(1), id: identifier }),
    fc.oneof(
      addressed.map((fields) => ({ type: wire.MessageType.EVENT, ...fields })),
      addressed.map((fields) => ({ type: wire.MessageType.TELEMETRY, ...fields })),
      addressed.map((fields) => ({ type: wire.MessageType.REQUEST, ...fields })),
      direct.map((fields) => ({ type: wire.MessageType.REQUEST, ...fields })),
      direct.map((fields) => ({ type: wire.MessageType.DIRECT, ...fields })),
      fc
        .record({ target: identifier, correlationId: identifier })
        .map((fields) => ({ type: wire.MessageType.REPLY, ...fields })),
    ),
    optionalFields,
  )
  .map(([head, typed, rest]): wire.IEnvelope => ({ ...head, ...typed, ...rest }));

describe('any envelope inside its bounds [S-PROTO-2] [S-PROTO-3]', { timeout: 60_000 }, () => {
  it('is accepted, and the view says what the full decoder says', () => {
    fc.assert(
      fc.property(envelope, (message) => {
        expect(compareScanner(Buffer.from(wire.Envelope.encode(message).finish()))).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('is accepted wherever it lies, whatever is around it', () => {
    const view = new EnvelopeView();
    fc.assert(
      fc.property(envelope, fc.uint8Array(), fc.uint8Array(), (message, before, after) => {
        const bytes = Buffer.from(wire.Envelope.encode(message).finish());
        const around = Buffer.concat([before, bytes, after]);
        const end = before.length + bytes.length;
        expect(scanEnvelope(around, before.length, end, { payloadBytesMax: 4096 }, view)).toBeNull();
        expect([view.id(), view.start, view.end]).toEqual([message.id, before.length, end]);
      }),
      { numRuns: 100 },
    );
  });
});
