/**
 * Generates src/protocol/generated/nested-rules.ts: what the scanner demands of hello, commands and embeddings, from
 * the fields and the options (bytes_max, characters_max, count_max) of proto/arqonbus/v1.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadSchema } from './lib/load-schema.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Field numbers must fit one word of bits (nested-validator.ts). */
const FIELD_NUMBER_MAX = 30;

export function generateNestedRules() {
  const schema = loadSchema();
  const tables = [
    ['HELLO_RULES', 'Hello', 'hello'],
    ['COMMAND_RULES', 'Command', 'command'],
    ['EMBEDDING_RULES', 'Embedding', 'embedding'],
  ].map(([constant, type, path]) => {
    const rules = describeMessage(schema.lookupType(`arqonbus.v1.${type}`), path, []);
    return `export const ${constant}: NestedRules = ${print(rules)};\n`;
  });
  return `// Generated from proto/arqonbus/v1 by scripts/generate-nested-rules.mjs. Do not edit.
import type { NestedRules } from '../nested-validator.js';

${tables.join('\n')}`;
}

function describeMessage(type, path, parents) {
  if (parents.includes(type.name)) throw new Error(`${path}: a client's message may not contain itself`);
  const fields = [];
  for (const field of type.fieldsArray) {
    if (field.id > FIELD_NUMBER_MAX) throw new Error(`${path}.${field.name}: numbers above ${FIELD_NUMBER_MAX}`);
    if (field.map) throw new Error(`${path}.${field.name}: maps are not described here`);
    while (fields.length < field.id) fields.push(null);
    fields[field.id] = describeField(type, field, `${path}.${field.name}`, [...parents, type.name]);
  }
  return { path, fields };
}

function describeField(type, field, path, parents) {
  const nested = field.resolvedType?.fields === undefined ? null : field.resolvedType;
  const kind = nested !== null ? 'message' : scalarKind(field);
  if (field.repeated && (kind === 'varint' || kind === 'fixed32')) throw new Error(`${path}: no packed numbers`);
  return {
    path,
    kind,
    repeated: field.repeated,
    oneofBit: field.partOf === null ? 0 : 1 << type.oneofsArray.indexOf(field.partOf),
    valueMax: kind === 'varint' ? largestValue(field) : Infinity,
    bytesMax: field.options?.['(bytes_max)'] ?? Infinity,
    charactersMax: field.options?.['(characters_max)'] ?? Infinity,
    countMax: field.options?.['(count_max)'] ?? Infinity,
    message: nested === null ? null : describeMessage(nested, path, parents),
  };
}

function scalarKind(field) {
  if (field.resolvedType?.values !== undefined) return 'varint';
  const kind = {
    string: 'string',
    bytes: 'bytes',
    uint32: 'varint',
    uint64: 'varint',
    bool: 'varint',
    fixed32: 'fixed32',
  };
  if (kind[field.type] === undefined) throw new Error(`${field.fullName}: no rule for ${field.type}`);
  return kind[field.type];
}

function largestValue(field) {
  if (field.resolvedType?.values !== undefined) {
    const numbers = Object.values(field.resolvedType.values).sort((a, b) => a - b);
    if (numbers.some((number, index) => number !== index)) throw new Error(`${field.fullName}: enum with holes`);
    return numbers.length - 1;
  }
  return { bool: 1, uint32: 0xffff_ffff, uint64: Number.MAX_SAFE_INTEGER }[field.type];
}

/** A literal with one field per line; JSON has no Infinity. */
function print(rules, indent = '  ') {
  const fields = rules.fields.map((field) => `${indent}  ${field === null ? 'null' : printField(field, indent)},\n`);
  return `{ path: '${rules.path}', fields: [\n${fields.join('')}${indent}] }`;
}

function printField({ message, ...scalars }, indent) {
  const members = Object.entries(scalars).map(([name, value]) => {
    return `${name}: ${typeof value === 'string' ? `'${value}'` : String(value)}`;
  });
  return `{ ${members.join(', ')}, message: ${message === null ? 'null' : print(message, `${indent}  `)} }`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(`${root}src/protocol/generated/nested-rules.ts`, generateNestedRules());
}
