import { readFileSync } from 'node:fs';
import type { Enum, Field, ReflectionObject, Type } from 'protobufjs';
import protobuf from 'protobufjs';
import { describe, expect, it } from 'vitest';
import { loadSchema } from '../../../scripts/lib/load-schema.mjs';
import {
  COMMAND_FIELD,
  ENVELOPE_FIELD_NAMES,
  HELLO_FIELD,
  envelopeFieldName,
  isServerField,
} from '../../../src/protocol/field-table.js';
import { HEADERS_COUNT_MAX } from '../../../src/protocol/header-scanner.js';
import { PRINTABLE_BYTES_MAX } from '../../../src/protocol/envelope-scanner.js';
import { CAPABILITIES_COUNT_MAX, CAPABILITY_BYTES_MAX, INTENT_BYTES_MAX } from '../../../src/protocol/rare-fields.js';
import { PROTOCOL_MAJOR, SUBPROTOCOL } from '../../../src/protocol/version.js';

const schema = loadSchema();
const envelope = schema.lookupType('arqonbus.v1.Envelope');

function everything(): ReflectionObject[] {
  const namespace = schema.lookup('arqonbus.v1') as protobuf.Namespace;
  return namespace.nestedArray;
}

const messages = everything().filter((item): item is Type => item instanceof protobuf.Type);
const enums = everything().filter((item): item is Enum => item instanceof protobuf.Enum);

describe('schema and scanner tables agree [S-PROTO-2]', () => {
  it('knows every Envelope field by number and name, and no other', () => {
    const named = Object.fromEntries(envelope.fieldsArray.map((field) => [field.id, field.name]));
    expect(ENVELOPE_FIELD_NAMES).toEqual(named);
    expect(envelopeFieldName(35)).toBe('35');
    expect(envelopeFieldName(64)).toBe('(unknown)');
    expect(envelopeFieldName(536_870_911)).toBe('(unknown)');
  });

  it("gives every field the owner of its option; bodies are the server's but for hello and command", () => {
    for (const field of envelope.fieldsArray) {
      const owner = field.options?.['(owner)'] as string | undefined;
      if (field.partOf === null)
        expect(owner, field.name).toBe(isServerField(field.id) ? 'OWNER_SERVER' : 'OWNER_CLIENT');
      else expect(isServerField(field.id)).toBe(field.id !== HELLO_FIELD && field.id !== COMMAND_FIELD);
    }
    expect(envelope.fieldsById[HELLO_FIELD]?.name).toBe('hello');
    expect(envelope.fieldsById[COMMAND_FIELD]?.name).toBe('command');
  });

  it('keeps the bounds of the options', () => {
    const bound = (name: string, option: string): unknown => envelope.fields[name]?.options?.[`(${option})`];
    expect(PRINTABLE_BYTES_MAX).toBe(bound('content_type', 'bytes_max'));
    expect(PRINTABLE_BYTES_MAX).toBe(bound('traceparent', 'bytes_max'));
    expect(HEADERS_COUNT_MAX).toBe(bound('headers', 'count_max'));
    expect(CAPABILITIES_COUNT_MAX).toBe(bound('capabilities', 'count_max'));
    expect(CAPABILITY_BYTES_MAX).toBe(bound('capabilities', 'bytes_max'));
    expect(INTENT_BYTES_MAX).toBe(bound('intent', 'bytes_max'));
  });

  it('the package is the subprotocol, with the MAJOR in its name', () => {
    expect(SUBPROTOCOL).toBe(`arqonbus.v${PROTOCOL_MAJOR}`);
    expect(envelope.fullName).toBe(`.${SUBPROTOCOL}.Envelope`);
  });
});

describe('schema hygiene [S-PROTO-5]', () => {
  it('documents every message, field, enum and value', () => {
    expect(messages.length).toBeGreaterThan(40);
    for (const message of messages) {
      expect(message.comment, message.fullName).toBeTruthy();
      for (const field of message.fieldsArray) expect(field.comment, field.fullName).toBeTruthy();
    }
    for (const item of enums) {
      expect(item.comment, item.fullName).toBeTruthy();
      for (const name of Object.keys(item.values)) expect(item.comments[name], `${item.fullName}.${name}`).toBeTruthy();
    }
  });

  it('lets no client make a receiver decode packed 64-bit numbers', () => {
    const packed = (field: Field): boolean => field.repeated && /64$/.test(field.type);
    expect(messages.flatMap(({ fieldsArray }) => fieldsArray.filter(packed))).toEqual([]);
  });

  it("numbers of Envelope above 63 are nobody's, so that unknown fields can be relayed", () => {
    expect(Math.max(...envelope.fieldsArray.map(({ id }) => id))).toBeLessThan(64);
  });

  it('imports no platform in what browsers load', () => {
    for (const name of ['address', 'codec', 'rejection', 'close-code', 'version', 'frame-cursor', 'varint', 'utf8']) {
      const text = readFileSync(new URL(`../../../src/protocol/${name}.ts`, import.meta.url), 'utf8');
      expect(text, name).not.toMatch(/from 'node:|\bBuffer\b/);
    }
  });
});
