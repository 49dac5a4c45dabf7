/**
 * Generates src/protocol/generated/compact-schema.ts: the messages of proto/arqonbus/v1 as data, for the small codec
 * that the client SDK carries into browsers (src/protocol/compact-codec.ts), with their decoded types.
 *
 * `--check` writes nothing and fails when the checked-in file differs from what the schema says.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadSchema } from './lib/load-schema.mjs';

const target = fileURLToPath(new URL('../src/protocol/generated/compact-schema.ts', import.meta.url));

/** How a field travels; the numbers are those of FieldKind in compact-codec.ts. */
const KINDS = { uint32: 0, enum: 1, bool: 2, uint64: 3, fixed32: 4, string: 5, bytes: 6, message: 7, map: 8 };
const TYPES = {
  uint32: 'number',
  bool: 'boolean',
  uint64: 'number',
  fixed32: 'number',
  string: 'string',
  bytes: 'Uint8Array',
};
const REPEATED = 16;
const OPTIONAL = 32;

/** The text of the generated file for the schema as it is now. */
export function generateCompactSchema() {
  const schema = loadSchema();
  const messages = reachable(schema.lookupType('arqonbus.v1.Envelope'));
  const enums = ['MessageType'].map((name) => schema.lookupEnum(`arqonbus.v1.${name}`));
  return `// Generated from proto/arqonbus/v1 by scripts/generate-compact-schema.mjs. Do not edit.

${enums.map(enumText).join('\n')}
${messages.map(interfaceText).join('\n')}
/** Decoded messages by name. */
export interface CompactMessages {
${messages.map((type) => `  ${type.name}: ${type.name};`).join('\n')}
}

/**
 * Per message its fields as words: name, kind (plus 16 repeated, 32 optional), and for messages a colon and which.
 * Fields count up from 1; a number before a word says where it goes on. Short, because browsers load it.
 */
export const COMPACT_SCHEMA: Record<keyof CompactMessages, string> = {
${messages.map((type) => `  ${type.name}: '${wordsText(type)}',`).join('\n')}
};
`;
}

/** The message and everything it is made of, in the order of first use. */
function reachable(root) {
  const found = new Set([root]);
  for (const type of found) {
    for (const field of type.fieldsArray) if (field.resolvedType?.fields !== undefined) found.add(field.resolvedType);
  }
  return [...found];
}

function kindName(field) {
  if (field.map) return 'map';
  if (field.resolvedType?.fields !== undefined) return 'message';
  if (field.resolvedType !== null) return 'enum';
  return field.type;
}

function wordsText(type) {
  let expected = 1;
  const words = [...type.fieldsArray]
    .sort((a, b) => a.id - b.id)
    .map((field) => {
      const jump = field.id === expected ? '' : `${field.id}`;
      expected = field.id + 1;
      return jump + wordText(field);
    });
  return words.join(' ');
}

function wordText(field) {
  const name = kindName(field);
  const kind = KINDS[name];
  if (kind === undefined) throw new Error(`${field.fullName}: the compact codec has no ${field.type}`);
  if (name === 'map' && (field.keyType !== 'string' || field.type !== 'string')) {
    throw new Error(`${field.fullName}: only map<string, string> is supported`);
  }
  if (field.repeated && !['string', 'bytes', 'message'].includes(name)) {
    throw new Error(`${field.fullName}: packed fields are not supported`);
  }
  const flags = (field.repeated ? REPEATED : 0) + (isOptional(field) ? OPTIONAL : 0);
  const message = name === 'message' ? `:${field.resolvedType.name}` : '';
  return `${camelCase(field.name)}${kind + flags}${message}`;
}

function isOptional(field) {
  return field.options?.proto3_optional === true;
}

function interfaceText(type) {
  const lines = type.fieldsArray.map((field) => {
    const kind = kindName(field);
    const single =
      kind === 'message'
        ? field.resolvedType.name
        : kind === 'enum'
          ? 'number'
          : kind === 'map'
            ? 'Readonly<Record<string, string>>'
            : TYPES[kind];
    const text = field.repeated ? `readonly ${single}[]` : single;
    const absent = (kind === 'message' && !field.repeated) || isOptional(field) ? ' | undefined' : '';
    return `  readonly ${camelCase(field.name)}: ${text}${absent};`;
  });
  return `export interface ${type.name} {\n${lines.join('\n')}\n}\n`;
}

function enumText(type) {
  const lines = Object.entries(type.values).map(([name, number]) => `  ${name}: ${number},`);
  return `export const ${type.name} = {\n${lines.join('\n')}\n} as const;\n`;
}

function camelCase(name) {
  return name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = generateCompactSchema();
  if (!process.argv.includes('--check')) writeFileSync(target, text);
  else if (readFileSync(target, 'utf8') !== text) {
    console.error('compact-schema.ts is not what proto/ says; run: node scripts/generate-compact-schema.mjs');
    process.exitCode = 1;
  }
}
