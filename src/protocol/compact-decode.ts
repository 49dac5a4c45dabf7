/**
 * Decodes one message of the schema by its table. What a peer may not send throws: truncation, a field in another
 * encoding than the schema's, groups, bad UTF-8, 64-bit numbers from 2^53. Unknown fields are skipped.
 */
import {
  COMPACT_TYPES,
  FieldKind,
  WireType,
  wireTypeOf,
  type CompactField,
  type CompactName,
} from './compact-fields.js';
import type { CompactMessages } from './generated/compact-schema.js';
import { varintEnd, varintValue } from './varint.js';

/** Where a decoder stands; one object per message on the wire, so that positions need no tuples. */
interface Cursor {
  readonly bytes: Uint8Array;
  pos: number;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Up to this many bytes joining characters is faster than calling the decoder. */
const SHORT_STRING_BYTES_MAX = 48;

/**
 * The message in `bytes`. Byte fields are views of them: copy what outlives the caller's buffer.
 * @throws RangeError when the bytes are not such a message.
 */
export function decodeCompact<N extends CompactName>(name: N, bytes: Uint8Array): CompactMessages[N] {
  return readMessage(name, { bytes, pos: 0 }, bytes.length) as CompactMessages[N];
}

function readMessage(name: CompactName, cursor: Cursor, end: number): object {
  const type = COMPACT_TYPES[name];
  if (type === undefined) throw new RangeError(`no message ${name}`);
  const message = Object.create(type.defaults) as Record<string, unknown>;
  while (cursor.pos < end) {
    const tag = readVarint(cursor, end);
    const field = type.byNumber[tag >>> 3];
    if (field === undefined) skipField(cursor, tag & 7, end);
    else if ((tag & 7) !== wireTypeOf(field.kind)) throw new RangeError(`${field.name} has another wire type`);
    else storeField(message, field, cursor, end);
  }
  return message;
}

function storeField(message: Record<string, unknown>, field: CompactField, cursor: Cursor, end: number): void {
  const { name } = field;
  const own = Object.hasOwn(message, name);
  if (field.kind === FieldKind.map) {
    if (!own) message[name] = {};
    readMapEntry(message[name] as Record<string, string>, cursor, readEnd(cursor, end));
    return;
  }
  const value = readValue(field, cursor, end);
  if (!field.repeated) message[name] = value;
  else if (own) (message[name] as unknown[]).push(value);
  else message[name] = [value];
}

function readValue(field: CompactField, cursor: Cursor, end: number): unknown {
  switch (field.kind) {
    case FieldKind.uint32:
    case FieldKind.enum:
    case FieldKind.uint64:
      return readVarint(cursor, end);
    case FieldKind.bool:
      return readVarint(cursor, end) !== 0;
    case FieldKind.fixed32:
      return readFixed32(cursor, end);
    case FieldKind.string:
      return readString(cursor, readEnd(cursor, end));
    case FieldKind.bytes: {
      const start = readEnd(cursor, end);
      const from = cursor.pos;
      cursor.pos = start;
      return cursor.bytes.subarray(from, start);
    }
    case FieldKind.message:
      return readMessage(field.message as CompactName, cursor, readEnd(cursor, end));
    case FieldKind.map:
      throw new RangeError('a map is read entry by entry');
  }
}

/** Reads a length; returns where what it measures ends. */
function readEnd(cursor: Cursor, end: number): number {
  const length = readVarint(cursor, end);
  if (length > end - cursor.pos) throw new RangeError('truncated');
  return cursor.pos + length;
}

function readVarint(cursor: Cursor, end: number): number {
  const first = cursor.bytes[cursor.pos] as number;
  if (cursor.pos < end && first < 0x80) {
    cursor.pos += 1;
    return first;
  }
  const next = varintEnd(cursor.bytes, cursor.pos, end);
  if (next < 0) throw new RangeError('bad varint');
  const value = varintValue(cursor.bytes, cursor.pos, next);
  if (!Number.isSafeInteger(value)) throw new RangeError('a 64-bit field is past 2^53');
  cursor.pos = next;
  return value;
}

function readFixed32(cursor: Cursor, end: number): number {
  const { bytes, pos } = cursor;
  if (pos + 4 > end) throw new RangeError('truncated');
  cursor.pos += 4;
  const at = (offset: number): number => bytes[pos + offset] as number;
  return (at(0) | (at(1) << 8) | (at(2) << 16) | (at(3) << 24)) >>> 0;
}

function readString(cursor: Cursor, end: number): string {
  const { bytes, pos } = cursor;
  cursor.pos = end;
  if (end - pos <= SHORT_STRING_BYTES_MAX) {
    let text = '';
    let index = pos;
    while (index < end && (bytes[index] as number) < 0x80) {
      text += String.fromCharCode(bytes[index] as number);
      index += 1;
    }
    if (index === end) return text;
  }
  return utf8.decode(bytes.subarray(pos, end));
}

/** A map entry is a message of its own: key 1, value 2, both optional. */
function readMapEntry(map: Record<string, string>, cursor: Cursor, end: number): void {
  let key = '';
  let value = '';
  while (cursor.pos < end) {
    const tag = readVarint(cursor, end);
    if (tag === 0x0a) key = readString(cursor, readEnd(cursor, end));
    else if (tag === 0x12) value = readString(cursor, readEnd(cursor, end));
    else skipField(cursor, tag & 7, end);
  }
  // Defined, not assigned: a key such as __proto__ must stay a key.
  Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
}

function skipField(cursor: Cursor, wireType: number, end: number): void {
  switch (wireType) {
    case WireType.varint:
      cursor.pos = varintEnd(cursor.bytes, cursor.pos, end);
      if (cursor.pos < 0) throw new RangeError('bad varint');
      return;
    case WireType.bytes:
      cursor.pos = readEnd(cursor, end);
      return;
    case WireType.fixed32:
    case WireType.fixed64:
      cursor.pos += wireType === WireType.fixed32 ? 4 : 8;
      if (cursor.pos > end) throw new RangeError('truncated');
      return;
    default:
      throw new RangeError('groups are not part of the protocol');
  }
}
