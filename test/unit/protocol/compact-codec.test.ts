/** The SDK's small codec against the generated one: two readings of the same schema. [S-PROTO-5] [S-SDK-1] */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateCompactSchema } from '../../../scripts/generate-compact-schema.mjs';
import { readUint64, wire, type Uint64Field } from '../../../src/protocol/codec.js';
import { decodeCompact } from '../../../src/protocol/compact-decode.js';
import { encodeCompact } from '../../../src/protocol/compact-encode.js';
import { COMPACT_TYPES, FieldKind, type CompactName } from '../../../src/protocol/compact-fields.js';

/** A decoder or encoder of the generated codec. */
interface GeneratedType {
  encode(message: object): { finish(): Uint8Array };
  decode(bytes: Uint8Array): object;
}

function generatedType(name: CompactName): GeneratedType {
  return wire[name];
}

const NAMES = Object.keys(COMPACT_TYPES) as CompactName[];

/** Any message of the type, with any of its fields; values in proto3's plain form. */
function anyMessage(name: CompactName, depth = 0): fc.Arbitrary<Record<string, unknown>> {
  const fields: Record<string, fc.Arbitrary<unknown>> = {};
  for (const field of COMPACT_TYPES[name]?.fields ?? []) {
    if (field.message !== undefined && depth > 2) continue;
    const one = field.message === undefined ? anyScalar(field.kind) : anyMessage(field.message, depth + 1);
    fields[field.name] = field.repeated ? fc.array(one, { minLength: 1, maxLength: 3 }) : one;
  }
  return fc.record(fields, { requiredKeys: [] }).map((message) => withoutRivals(name, message));
}

/** Of a oneof only the last member counts, so a message has at most one. */
function withoutRivals(name: CompactName, message: Record<string, unknown>): Record<string, unknown> {
  const members = ONEOFS[name]?.filter((member) => member in message).slice(1) ?? [];
  return Object.fromEntries(Object.entries(message).filter(([key]) => !members.includes(key)));
}

const COMMANDS = COMPACT_TYPES['Command']?.fields.map((field) => field.name) ?? [];
const BODIES =
  COMPACT_TYPES['Envelope']?.fields.filter((field) => field.tag >> 3 >= 48).map((field) => field.name) ?? [];
const ONEOFS: Readonly<Record<string, readonly string[]>> = {
  Envelope: BODIES,
  Command: COMMANDS,
  CommandResult: COMMANDS,
};

function anyScalar(kind: FieldKind): fc.Arbitrary<unknown> {
  switch (kind) {
    case FieldKind.uint32:
    case FieldKind.fixed32:
      return fc.integer({ min: 0, max: 0xffff_ffff });
    case FieldKind.enum:
      return fc.integer({ min: 0, max: 80 });
    case FieldKind.bool:
      return fc.boolean();
    case FieldKind.uint64:
      return fc.maxSafeNat();
    case FieldKind.bytes:
      return fc.uint8Array({ maxLength: 40 });
    case FieldKind.map:
      return fc.dictionary(fc.string({ maxLength: 5 }), fc.string({ unit: 'grapheme', maxLength: 60 }), { maxKeys: 3 });
    default:
      return fc.string({ unit: 'grapheme', maxLength: 60 });
  }
}

/** Own and inherited values as plain data, so that messages of both codecs compare. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  // The generated decoder gives 64-bit numbers as objects.
  if ('low' in value) return readUint64(value as Uint64Field);
  // Empty lists and maps are the same as none.
  const present = Object.entries(value).filter(([key, item]) => !isEmptyList(key, item));
  return Object.fromEntries(present.map(([key, item]) => [key, plain(item)]));
}

function isEmptyList(key: string, value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : key === 'headers' && Object.keys(value as object).length === 0;
}

describe('[S-PROTO-5] compact codec', () => {
  test('the checked-in schema is what proto/ says', () => {
    const path = new URL('../../../src/protocol/generated/compact-schema.ts', import.meta.url);
    expect(readFileSync(path, 'utf8')).toBe(generateCompactSchema());
  });

  test.each(NAMES)('%s: what it writes, the generated codec reads, and writes the same bytes', (name) => {
    fc.assert(
      fc.property(anyMessage(name), (message) => {
        const bytes = encodeCompact(name, message);
        const decoded = generatedType(name).decode(bytes);
        expect(Buffer.from(generatedType(name).encode(decoded).finish()).equals(Buffer.from(bytes))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test.each(NAMES)('%s: what the generated codec writes, it reads the same', (name) => {
    fc.assert(
      fc.property(anyMessage(name), (message) => {
        const bytes = generatedType(name).encode(message).finish();
        const ours = decodeCompact(name, bytes);
        expect(plain(encodeCompact(name, ours))).toBe(Buffer.from(bytes).toString('hex'));
        expect(plain(ours)).toEqual(plain(generatedType(name).decode(bytes)));
      }),
      { numRuns: 60 },
    );
  });

  test('absent fields read as the defaults of proto3', () => {
    const envelope = decodeCompact('Envelope', new Uint8Array(0));
    expect(envelope).toMatchObject({ version: 0, id: '', sequence: 0, wantAck: false });
    expect(envelope.capabilities).toEqual([]);
    expect(envelope.headers).toEqual({});
    expect(envelope.payload).toHaveLength(0);
    expect(envelope.ack).toBeUndefined();
    expect(decodeCompact('Error', new Uint8Array(0)).envelopeIndex).toBeUndefined();
    expect(decodeCompact('Error', encodeCompact('Error', { envelopeIndex: 0 })).envelopeIndex).toBe(0);
  });

  test('fields it does not know are skipped, whatever their wire type', () => {
    const unknown = [0xa0, 0x06, 0x05, 0xa9, 0x06, 1, 2, 3, 4, 5, 6, 7, 8, 0xb5, 0x06, 1, 2, 3, 4, 0xba, 0x06, 1, 0x78];
    const known = encodeCompact('Envelope', { id: 'kept' });
    expect(decodeCompact('Envelope', Uint8Array.from([...unknown, ...known])).id).toBe('kept');
  });

  test('a header named like a property of objects stays a header', () => {
    const bytes = wire.Envelope.encode({ headers: { ['__proto__']: 'x', constructor: 'y' } }).finish();
    const { headers } = decodeCompact('Envelope', bytes);
    expect(Object.keys(headers).sort()).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(headers)).toBe(Object.prototype);
  });

  test('[P8] every truncation throws or reads as a shorter message, and never past the end', () => {
    const bytes = encodeCompact('Envelope', {
      id: 'some-id',
      payload: new Uint8Array(20),
      headers: { a: 'b' },
      epoch: 7,
      ack: { sequence: 2 ** 53 - 1, epoch: 1 },
    });
    for (let length = 0; length < bytes.length; length += 1) {
      let outcome: unknown;
      try {
        outcome = decodeCompact('Envelope', bytes.subarray(0, length));
      } catch (error) {
        outcome = error;
      }
      const whole = outcome instanceof RangeError || encodeCompact('Envelope', outcome as object).length === length;
      expect(whole, `cut at ${length}`).toBe(true);
    }
  });

  test.each([
    ['a group', [0x0b, 0x0c]],
    ['another wire type than the schema', [0x1d, 1, 2, 3, 4]],
    ['a length past the end', [0x1a, 0x7f, 0x41]],
    ['text that is not UTF-8', [0x1a, 0x02, 0xc3, 0x28]],
    ['a 64-bit number of 2^53', [0x58, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10]],
  ])('%s throws', (_, bytes) => {
    expect(() => decodeCompact('Envelope', Uint8Array.from(bytes))).toThrow();
  });

  test('2^53 - 1 is read exactly', () => {
    const bytes = encodeCompact('Envelope', { sequence: 2 ** 53 - 1 });
    expect(decodeCompact('Envelope', bytes).sequence).toBe(9_007_199_254_740_991);
  });

  test.each([-1, 1.5, 2 ** 32, Number.NaN])('a number a field cannot hold is refused: %s', (ttlMs) => {
    expect(() => encodeCompact('Envelope', { ttlMs })).toThrow(/ttlMs/);
  });
});
