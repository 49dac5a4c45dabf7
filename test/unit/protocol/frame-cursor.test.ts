import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { FrameCursor } from '../../../src/protocol/frame-cursor.js';
import { bytesField, fixed32Field, tag, varint, varintField } from '../../support/protocol/raw-fields.js';

function walk(bytes: Uint8Array): { envelopes: string[]; malformed: boolean; count: number } {
  const cursor = new FrameCursor();
  cursor.reset(bytes);
  const { malformed, count } = cursor;
  const envelopes: string[] = [];
  while (cursor.next()) {
    expect(cursor.index).toBe(envelopes.length);
    envelopes.push(Buffer.from(bytes.subarray(cursor.start, cursor.end)).toString('hex'));
  }
  expect(cursor.malformed).toBe(malformed);
  return { envelopes, malformed, count };
}

describe('FrameCursor [S-PROTO-1]', () => {
  it('gives out what was joined, and takes an empty message as a Frame without envelopes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), (contents) => {
        const bytes = Buffer.concat(contents.map((content) => bytesField(1, content)));
        expect(walk(bytes)).toEqual({
          envelopes: contents.map((content) => Buffer.from(content).toString('hex')),
          malformed: false,
          count: contents.length,
        });
      }),
    );
  });

  it('reads Frames of the generated codec, and concatenations of them', () => {
    const one = wire.Frame.encode({ envelopes: [{ version: 1, id: 'a' }, {}] }).finish();
    const two = wire.Frame.encode({ envelopes: [{ version: 1, id: 'b' }] }).finish();
    expect(walk(Buffer.concat([one, two])).envelopes).toEqual(['08011a0161', '', '08011a0162']);
  });

  it.each([
    ['another field', bytesField(2, 'x')],
    ['field 0', Buffer.from([0x02, 0x00])],
    ['a varint', varintField(1, 1)],
    ['a fixed value', fixed32Field(1, 1)],
    ['a group', Buffer.concat([tag(1, 3), tag(1, 4)])],
    ['a tag alone', Buffer.from([0x0a])],
    ['a tag not in its shortest form', Buffer.from([0x8a, 0x00, 0x00])],
    ['a length not in its shortest form', Buffer.concat([tag(1, 2), varint(1, 1), Buffer.from('x')])],
    ['a length past the end', Buffer.from([0x0a, 0x02, 0x08])],
    ['a length past 2^53', Buffer.concat([tag(1, 2), varint(2n ** 64n - 1n)])],
    ['text', Buffer.from('{"type":"hello"}')],
  ])('is malformed, and gives out nothing even of what came before: %s', (_name, broken) => {
    expect(walk(broken)).toEqual({ envelopes: [], malformed: true, count: 0 });
    expect(walk(Buffer.concat([bytesField(1, 'good'), broken]))).toEqual({ envelopes: [], malformed: true, count: 0 });
  });

  it('forgets the Frame before', () => {
    const cursor = new FrameCursor();
    cursor.reset(Buffer.from([0x0a, 0x05]));
    expect(cursor.malformed).toBe(true);
    cursor.reset(bytesField(1, 'x'));
    expect(cursor.malformed).toBe(false);
    expect(cursor.next()).toBe(true);
    cursor.reset(Buffer.alloc(0));
    expect([cursor.next(), cursor.malformed, cursor.index, cursor.count]).toEqual([false, false, -1, 0]);
  });
});
