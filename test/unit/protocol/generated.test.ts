import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findBreakingChanges, readReleased } from '../../../scripts/check-breaking-changes.mjs';
import { generateErrorCatalogue } from '../../../scripts/generate-error-catalogue.mjs';
import { generateNestedRules } from '../../../scripts/generate-nested-rules.mjs';
import { generateProtocolDocs } from '../../../scripts/generate-protocol-docs.mjs';
import { generateProtocol } from '../../../scripts/generate-protocol.mjs';
import { describeSchema, type SchemaDescription } from '../../../scripts/lib/describe-schema.mjs';
import { loadSchema } from '../../../scripts/lib/load-schema.mjs';

function read(path: string): string {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
}

describe('generated files are what the schema says [S-PROTO-5]', () => {
  it('codec', { timeout: 60_000 }, () => {
    const { js, dts } = generateProtocol();
    expect(js === read('src/protocol/generated/codec.js')).toBe(true);
    expect(dts === read('src/protocol/generated/codec.d.ts')).toBe(true);
  });

  it('error catalogue', () => {
    expect(generateErrorCatalogue()).toBe(read('src/protocol/generated/error-catalogue.ts'));
  });

  it('nested rules', () => {
    expect(generateNestedRules()).toBe(read('src/protocol/generated/nested-rules.ts'));
  });

  it('docs/protocol.md', () => {
    const text = read('docs/protocol.md');
    expect(generateProtocolDocs(text)).toBe(text);
    // The check itself notices a row that was edited by hand, and a part that was removed.
    const edited = text.replace('| 5 | `channel` | `string` |', '| 5 | `channel` | `bytes` |');
    expect(edited).not.toBe(text);
    expect(generateProtocolDocs(edited)).toBe(text);
    expect(() => generateProtocolDocs(text.replace('<!-- generated: errors -->', ''))).toThrow(/errors/);
  });
});

describe('breaking changes of the schema fail [S-PROTO-5]', () => {
  const current = describeSchema(loadSchema());

  /** What is found when the schema changes like this after the release. */
  function after(change: (schema: SchemaDescription) => void): string[] {
    const changed = structuredClone(current);
    change(changed);
    return findBreakingChanges(current, changed);
  }

  function fieldsOf(schema: SchemaDescription, message: string) {
    return schema.messages[message] as NonNullable<SchemaDescription['messages'][string]>;
  }

  function fieldOf(schema: SchemaDescription, message: string, field: string) {
    return fieldsOf(schema, message)[field] as NonNullable<ReturnType<typeof fieldsOf>[string]>;
  }

  it('there are none since the last release', () => {
    expect(findBreakingChanges(readReleased(), current)).toEqual([]);
  });

  it('additions are fine', () => {
    expect(
      after((schema) => {
        schema.messages['NewMessage'] = { text: { number: 1, type: 'string' } };
        fieldsOf(schema, 'Hello')['language'] = { number: 7, type: 'string' };
        (schema.enums['GapReason'] as Record<string, number>)['NEW_REASON'] = 6;
        fieldOf(schema, 'Hello', 'sdk').bytes_max = 128;
      }),
    ).toEqual([]);
  });

  it.each<[string, (schema: SchemaDescription) => void, RegExp]>([
    ['a removed message', (schema) => delete schema.messages['Gap'], /message Gap is gone/],
    ['a removed field', (schema) => delete fieldsOf(schema, 'Ack')['duplicate'], /Ack\.duplicate is gone/],
    ['a new number', (schema) => (fieldOf(schema, 'Ack', 'epoch').number = 9), /Ack\.epoch: number was 2 and is 9/],
    ['a new type', (schema) => (fieldOf(schema, 'Ack', 'epoch').type = 'uint32'), /type was fixed32 and is uint32/],
    ['a field that repeats now', (schema) => (fieldOf(schema, 'Gap', 'from').type = 'repeated uint64'), /Gap\.from/],
    ['a field that left its oneof', (schema) => delete fieldOf(schema, 'Envelope', 'ack').oneof, /oneof was body/],
    ['a new owner', (schema) => (fieldOf(schema, 'Envelope', 'room').owner = 'OWNER_SERVER'), /room: owner/],
    ['a new requirement', (schema) => (fieldOf(schema, 'Envelope', 'payload').required = true), /became required/],
    [
      'a requirement of one more type',
      (schema) => (fieldOf(schema, 'Envelope', 'room').required_for = 'EVENT,TELEMETRY,DIRECT'),
      /became required for DIRECT/,
    ],
    ['a tighter bound', (schema) => (fieldOf(schema, 'Envelope', 'intent').bytes_max = 255), /bytes_max was 256/],
    ['a first bound', (schema) => (fieldOf(schema, 'JoinCommand', 'group').bytes_max = 9), /was unbounded and is 9/],
    ['a removed enum', (schema) => delete schema.enums['Retry'], /enum Retry is gone/],
    ['a removed value', (schema) => delete schema.enums['ErrorCode']?.['INTERNAL'], /INTERNAL was 71 and is gone/],
    [
      'a renumbered value',
      (schema) => ((schema.enums['Durability'] as Record<string, number>)['STORED'] = 3),
      /STORED was 2 and is 3/,
    ],
    [
      'a new field that is required',
      (schema) => (fieldsOf(schema, 'Envelope')['extra'] = { number: 21, type: 'string', required: true }),
      /Envelope\.extra is new and required/,
    ],
    [
      'a new field on a released number',
      (schema) => (fieldsOf(schema, 'Ack')['extra'] = { number: 4, type: 'string' }),
      /took number 4 of duplicate/,
    ],
  ])('finds %s', (_name, change, problem) => {
    expect(after(change).join('\n')).toMatch(problem);
  });
});
