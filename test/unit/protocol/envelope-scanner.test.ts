import { describe, expect, it } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { EnvelopeView, scanEnvelope } from '../../../src/protocol/envelope-scanner.js';
import { ERROR_CATALOGUE } from '../../../src/protocol/generated/error-catalogue.js';
import { findViolations } from '../../support/protocol/envelope-oracle.js';
import { ENVELOPE_CORPUS } from '../../support/protocol/envelope-corpus.js';
import { bytesField, fixed32Field, tag, varintField } from '../../support/protocol/raw-fields.js';
import { REJECTED_ENVELOPES } from '../../support/protocol/rejected-envelopes.js';

const LIMITS = { payloadBytesMax: 4096 };
const view = new EnvelopeView();

function scan(bytes: Buffer): string | null {
  const refused = scanEnvelope(bytes, 0, bytes.length, LIMITS, view);
  return refused === null ? null : `${refused.name} ${refused.field}`;
}

/** A valid event around these fields. */
function event(...parts: Uint8Array[]): Buffer {
  return Buffer.concat([
    varintField(1, 1),
    varintField(2, 1),
    bytesField(3, 'msg-1'),
    bytesField(4, 'lobby'),
    bytesField(5, 'chat'),
    ...parts,
  ]);
}

describe('scanEnvelope refuses [S-PROTO-2]', () => {
  it.each(REJECTED_ENVELOPES)('$name: $code $field', ({ bytes, code, field }) => {
    expect(scan(bytes)).toBe(`${code} ${field}`);
    expect(findViolations(bytes, LIMITS.payloadBytesMax)).toContain(`${code} ${field}`);
  });

  it('with values that exist once each, so that garbage costs no memory [P8]', () => {
    const [first, second] = [event(varintField(11, 1)), event(varintField(11, 2))].map((bytes) =>
      scanEnvelope(bytes, 0, bytes.length, LIMITS, view),
    );
    expect(first).toBe(second);
    expect(first?.message).toBe(ERROR_CATALOGUE.FORBIDDEN_FIELD.message);
  });

  it('without repeating numbers that the client chose [P8]', () => {
    const fields = [7, 8, 30, 31, 1000, 536_870_911].map((number) => {
      return scan(Buffer.concat([varintField(1, 1), bytesField(48, varintField(number, 1))]));
    });
    expect(new Set(fields)).toEqual(new Set(['FORBIDDEN_FIELD hello.(unknown)']));
  });
});

describe('scanEnvelope accepts [S-PROTO-3]', () => {
  it.each([
    ['32 headers', event(...Array.from({ length: 32 }, (_, index) => bytesField(8, bytesField(1, `k${index}`))))],
    [
      'a header value of 1024 bytes',
      event(bytesField(8, Buffer.concat([bytesField(1, 'k'), bytesField(2, 'x'.repeat(1024))]))),
    ],
    ['64 capabilities of 128 bytes', event(...Array.from({ length: 64 }, () => bytesField(40, 'c'.repeat(128))))],
    ['an intent of 256 bytes', event(bytesField(41, 'x'.repeat(256)))],
    [
      'a content_type and traceparent of 128 bytes',
      event(bytesField(7, 'x'.repeat(128)), bytesField(20, 'y'.repeat(128))),
    ],
    ['a payload at the limit', event(bytesField(6, Buffer.alloc(4096)))],
    ['an empty embedding', event(bytesField(42, ''))],
    [
      'unknown fields with any bytes',
      event(bytesField(64, Buffer.from([0xff])), fixed32Field(21, 1), varintField(46, 5)),
    ],
  ])('%s', (_name, bytes) => {
    expect(scan(bytes)).toBeNull();
    expect(findViolations(bytes, LIMITS.payloadBytesMax)).toEqual([]);
  });

  it.each([127, 128, 16_383, 16_384, 65_536])(
    'a payload of %d bytes at a limit of as many, and not one more',
    (limit) => {
      const atLimit = event(bytesField(6, Buffer.alloc(limit, 1)), bytesField(7, 'a/b'));
      expect(scanEnvelope(atLimit, 0, atLimit.length, { payloadBytesMax: limit }, view)).toBeNull();
      expect([view.payloadEnd - view.payloadStart, view.contentType()]).toEqual([limit, 'a/b']);
      const past = event(bytesField(6, Buffer.alloc(limit + 1, 1)));
      expect(scanEnvelope(past, 0, past.length, { payloadBytesMax: limit }, view)?.name).toBe('PAYLOAD_TOO_LARGE');
    },
  );

  it('identifiers of 128 bytes', () => {
    const longest = 'x'.repeat(128);
    const parts = [varintField(1, 1), varintField(2, 1), ...[3, 4, 5, 9, 16, 17].map((n) => bytesField(n, longest))];
    expect(scan(Buffer.concat(parts))).toBeNull();
    expect([view.id(), view.room(), view.channel(), view.correlationId(), view.target(), view.causationId()]).toEqual(
      Array(6).fill(longest),
    );
  });

  it('and says where hello and command lie', () => {
    for (const { name, bytes } of ENVELOPE_CORPUS) {
      expect(scan(bytes), name).toBeNull();
      const { body, hello, command } = wire.Envelope.decode(bytes);
      const content = bytes.subarray(view.bodyStart, view.bodyEnd);
      expect(view.bodyField, name).toBe(body === 'hello' ? 48 : body === 'command' ? 50 : 0);
      if (hello) expect(wire.Hello.decode(content)).toEqual(hello);
      if (command) expect(wire.Command.decode(content)).toEqual(command);
    }
  });
});

describe('after a refusal the view', () => {
  const refusedAfterId = event(varintField(11, 1));

  it('holds the id and nothing else', () => {
    expect(scan(refusedAfterId)).toBe('FORBIDDEN_FIELD sequence');
    expect([view.id(), view.room(), view.type, view.bodyField]).toEqual(['msg-1', '', 0, 0]);
  });

  it('finds an id that comes after the fault', () => {
    expect(scan(Buffer.concat([varintField(1, 9), bytesField(70, 'x'), bytesField(3, 'late')]))).toBe(
      'UNSUPPORTED_VERSION version',
    );
    expect(view.id()).toBe('late');
  });

  it.each([
    ['there is none', Buffer.concat([varintField(1, 9)])],
    ['there are two', Buffer.concat([bytesField(3, 'a'), bytesField(3, 'b')])],
    ['it is no identifier', bytesField(3, 'a b')],
    ['it follows an unreadable byte', Buffer.concat([tag(64, 3), bytesField(3, 'a')])],
    ['it is cut short', Buffer.concat([varintField(1, 9), tag(3, 2), Buffer.from([9, 97])])],
    ['its tag is padded', Buffer.concat([varintField(1, 9), Buffer.from([0x9a, 0x00, 0x01, 0x61])])],
  ])('has no id when %s', (_name, bytes) => {
    expect(scan(bytes)).not.toBeNull();
    expect([view.idStart, view.idEnd, view.id()]).toEqual([0, 0, '']);
  });

  it('reads values of every size on the way to the id', () => {
    const fixed64 = Buffer.concat([tag(65, 1), Buffer.alloc(8)]);
    const parts = [
      varintField(1, 300),
      fixed64,
      fixed32Field(66, 1),
      bytesField(67, Buffer.alloc(200)),
      bytesField(3, 'z'),
    ];
    expect(scan(Buffer.concat(parts))).toBe('UNSUPPORTED_VERSION version');
    expect(view.id()).toBe('z');
  });
});
