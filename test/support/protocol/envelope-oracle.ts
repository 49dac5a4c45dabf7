/**
 * A second opinion on client envelopes: slow, written from the schema and its options instead of by hand, sharing no
 * code with the scanner. It collects every violation it can name; the scanner must name one of them, or none exist.
 */
import { Enum, Type, type Field } from 'protobufjs';
import { loadSchema } from '../../../scripts/lib/load-schema.mjs';
import { readRawFields, type RawField } from './raw-reader.js';

/** `CODE field`, as in `MISSING_FIELD room`. */
export type Violation = string;

const schema = loadSchema();
const envelopeType = schema.lookupType('arqonbus.v1.Envelope');
const messageTypes = schema.lookupEnum('arqonbus.v1.MessageType').valuesById;
const IDENTIFIER = /^[A-Za-z0-9._-]{1,128}$/;
const IDENTIFIERS = ['id', 'room', 'channel', 'correlation_id', 'target', 'causation_id'];
const PRINTABLE = ['content_type', 'traceparent'];
const CLIENT_BODIES = ['hello', 'command'];

export function findViolations(bytes: Buffer, payloadBytesMax: number): Violation[] {
  const found: Violation[] = [];
  const { fields, broken } = readRawFields(bytes);
  const seen = new Map<string, RawField[]>();
  for (const field of fields) {
    const rule = envelopeType.fieldsById[field.number];
    if (isServerNumber(field.number)) {
      found.push(`FORBIDDEN_FIELD ${nameOf(field.number)}`);
    } else if (rule !== undefined) {
      const earlier = seen.get(rule.name) ?? [];
      if (earlier.length > 0 && !rule.repeated && !rule.map) found.push(`REPEATED_FIELD ${rule.name}`);
      seen.set(rule.name, [...earlier, field]);
      found.push(...judgeField(rule, field, payloadBytesMax));
    }
  }
  found.push(...judgeHeaders(seen.get('headers') ?? []));
  if (CLIENT_BODIES.every((name) => seen.has(name))) found.push('REPEATED_FIELD body');
  if ((seen.get('capabilities') ?? []).length > optionOf('capabilities', 'count_max')) {
    found.push('INVALID_ARGUMENT capabilities');
  }
  if (broken !== null) {
    const code = isServerNumber(broken.number) ? 'FORBIDDEN_FIELD' : 'MALFORMED_ENVELOPE';
    found.push(`${code} ${nameOf(broken.number)}`);
    return found;
  }
  found.push(...judgeWhole(seen));
  return found;
}

function judgeField(rule: Field, field: RawField, payloadBytesMax: number): Violation[] {
  const { name } = rule;
  if (field.wireType !== wireTypeOf(rule)) return [`MALFORMED_ENVELOPE ${name}`];
  if (name === 'version') return field.number64 === 1n ? [] : ['UNSUPPORTED_VERSION version'];
  if (name === 'type') return field.number64 >= 1n && field.number64 <= 6n ? [] : ['UNKNOWN_TYPE type'];
  if (IDENTIFIERS.includes(name)) {
    return IDENTIFIER.test(field.content.toString('latin1')) ? [] : [`INVALID_IDENTIFIER ${name}`];
  }
  if (name === 'payload') return field.content.length > payloadBytesMax ? ['PAYLOAD_TOO_LARGE payload'] : [];
  if (name === 'headers') return [];
  if (rule.resolvedType instanceof Type) return judgeMessage(rule.resolvedType, field.content, name);
  const problems = judgeScalar(rule, field, name);
  if (problems.length === 0 && PRINTABLE.includes(name) && !/^[ -~]*$/.test(field.content.toString('latin1'))) {
    return [`INVALID_ARGUMENT ${name}`];
  }
  return problems;
}

function judgeScalar(rule: Field, field: RawField, path: string): Violation[] {
  if (rule.type === 'string' && decodeUtf8(field.content) === null) return [`MALFORMED_ENVELOPE ${path}`];
  const characters = rule.type === 'string' ? [...(decodeUtf8(field.content) as string)].length : 0;
  const tooLong = field.content.length > option(rule, 'bytes_max') || characters > option(rule, 'characters_max');
  return tooLong || field.number64 > largest(rule) ? [`INVALID_ARGUMENT ${path}`] : [];
}

function judgeMessage(type: Type, bytes: Buffer, path: string): Violation[] {
  const found: Violation[] = [];
  const counts = new Map<string, number>();
  const oneofs = new Map<string, string>();
  const { fields, broken } = readRawFields(bytes);
  for (const field of fields) {
    const rule = type.fieldsById[field.number];
    if (rule === undefined) {
      found.push(`FORBIDDEN_FIELD ${path}.(unknown)`);
      continue;
    }
    const name = `${path}.${rule.name}`;
    if (field.wireType !== wireTypeOf(rule)) {
      found.push(`MALFORMED_ENVELOPE ${name}`);
      continue;
    }
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (count > 1 && !rule.repeated) found.push(`REPEATED_FIELD ${name}`);
    if (count > option(rule, 'count_max')) found.push(`INVALID_ARGUMENT ${name}`);
    if (rule.partOf) {
      const other = oneofs.get(rule.partOf.name);
      if (other !== undefined && other !== name) found.push(`REPEATED_FIELD ${path}`);
      oneofs.set(rule.partOf.name, name);
    }
    found.push(
      ...(rule.resolvedType instanceof Type
        ? judgeMessage(rule.resolvedType, field.content, name)
        : judgeScalar(rule, field, name)),
    );
  }
  if (broken !== null) {
    const rule = type.fieldsById[broken.number];
    // The number is read before the value: an unknown one is refused as such, whatever follows it.
    if (rule !== undefined) {
      const name = `${path}.${rule.name}`;
      found.push(`MALFORMED_ENVELOPE ${name}`);
      if (counts.has(name) && !rule.repeated) found.push(`REPEATED_FIELD ${name}`);
      if (rule.partOf && oneofs.size > 0) found.push(`REPEATED_FIELD ${path}`);
    } else found.push(broken.number > 0 ? `FORBIDDEN_FIELD ${path}.(unknown)` : `MALFORMED_ENVELOPE ${path}`);
  } else if (path === 'embedding' && found.length === 0) {
    const dimensions = fields.find(({ number }) => number === 2)?.number64 ?? 0n;
    const values = fields.find(({ number }) => number === 3)?.content.length ?? 0;
    if (BigInt(values) !== dimensions * 4n) found.push('INVALID_ARGUMENT embedding.values');
  } else if (path === 'command' && fields.length === 0) {
    found.push('MISSING_FIELD command');
  }
  return found;
}

function judgeHeaders(entries: readonly RawField[]): Violation[] {
  const found: Violation[] = [];
  const keys = new Set<string>();
  if (entries.length > optionOf('headers', 'count_max')) found.push('INVALID_ARGUMENT headers');
  for (const entry of entries.filter(({ wireType }) => wireType === 2)) {
    const { fields, broken } = readRawFields(entry.content);
    const keyFields = fields.filter(({ number }) => number === 1);
    const valueFields = fields.filter(({ number }) => number === 2);
    if (broken !== null || fields.some(({ number, wireType }) => number > 2 || wireType !== 2)) {
      found.push('MALFORMED_ENVELOPE headers');
    }
    if (keyFields.length > 1 || valueFields.length > 1) found.push('REPEATED_FIELD headers');
    for (const { content } of valueFields) {
      if (content.length > 1024) found.push('INVALID_ARGUMENT headers');
      if (decodeUtf8(content) === null) found.push('MALFORMED_ENVELOPE headers');
    }
    const key = keyFields[0]?.content.toString('latin1') ?? '';
    if (keyFields.some(({ content }) => !IDENTIFIER.test(content.toString('latin1'))) || key === '') {
      found.push('INVALID_IDENTIFIER headers');
    }
    if (keys.has(key)) found.push('REPEATED_FIELD headers');
    keys.add(key);
  }
  return found;
}

function judgeWhole(seen: ReadonlyMap<string, RawField[]>): Violation[] {
  const found: Violation[] = [];
  const typeName = messageTypes[Number(seen.get('type')?.[0]?.number64 ?? 0n)];
  for (const rule of envelopeType.fieldsArray) {
    const requiredFor = String(rule.options?.['(required_for)'] ?? '').split(',');
    const required =
      rule.options?.['(required)'] === true || (typeName !== undefined && requiredFor.includes(typeName));
    if (required && !seen.has(rule.name)) found.push(`MISSING_FIELD ${rule.name}`);
  }
  if (typeName === 'REQUEST' && !seen.has('target')) {
    if (!seen.has('room') && !seen.has('channel')) found.push('MISSING_FIELD target');
    else for (const name of ['room', 'channel']) if (!seen.has(name)) found.push(`MISSING_FIELD ${name}`);
  }
  const bodies = CLIENT_BODIES.filter((name) => seen.has(name));
  if (typeName === 'COMMAND' && bodies.length === 0) found.push('MISSING_FIELD body');
  if (typeName !== 'COMMAND') for (const name of bodies) found.push(`FORBIDDEN_FIELD ${name}`);
  return found;
}

/** The ranges as the comment on Envelope has them. */
function isServerNumber(number: number): boolean {
  const rule = envelopeType.fieldsById[number];
  if (rule !== undefined && rule.partOf === null) return rule.options?.['(owner)'] === 'OWNER_SERVER';
  if (rule !== undefined) return !CLIENT_BODIES.includes(rule.name);
  return (number >= 11 && number <= 15) || (number >= 32 && number <= 39) || (number >= 48 && number <= 63);
}

function nameOf(number: number): string {
  return envelopeType.fieldsById[number]?.name ?? (number > 0 && number < 64 ? String(number) : '(unknown)');
}

function wireTypeOf(rule: Field): number {
  if (rule.map || rule.resolvedType instanceof Type || rule.type === 'string' || rule.type === 'bytes') return 2;
  return rule.type === 'fixed32' ? 5 : 0;
}

function largest(rule: Field): bigint {
  if (rule.resolvedType instanceof Enum) return BigInt(Math.max(...Object.values(rule.resolvedType.values)));
  if (rule.type === 'bool') return 1n;
  return rule.type === 'uint64' ? 2n ** 53n - 1n : 2n ** 32n - 1n;
}

function option(rule: Field, name: string): number {
  return (rule.options?.[`(${name})`] as number | undefined) ?? Infinity;
}

function optionOf(fieldName: string, name: string): number {
  return option(envelopeType.fields[fieldName] as Field, name);
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch (error) {
    // Node throws this TypeError (ERR_ENCODING_INVALID_ENCODED_DATA) and nothing else for bad UTF-8.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
