/**
 * Encodes one message of the schema by its table, as proto3 does: fields in the order of the schema, defaults left
 * out, messages written even when empty.
 */
import { COMPACT_TYPES, FieldKind, type CompactField, type CompactName } from './compact-fields.js';
import type { CompactMessages } from './generated/compact-schema.js';
import { writeVarint } from './varint.js';

/** A message to encode: every field may be left out, at every depth. */
export type CompactDraft<T> = {
  readonly [K in keyof T]?: T[K] extends Uint8Array | string | number | boolean
    ? T[K] | undefined
    : T[K] extends readonly (infer U)[]
      ? readonly (U extends object ? (U extends Uint8Array ? U : CompactDraft<U>) : U)[] | undefined
      : T[K] extends object | undefined
        ? CompactDraft<Exclude<T[K], undefined>> | undefined
        : T[K] | undefined;
};

const utf8 = new TextEncoder();
/** Bytes of a varint up to 2^53. */
const VARINT_BYTES_MAX = 8;

/** Output that grows; positions are indexes into `bytes`. */
interface Sink {
  bytes: Uint8Array;
  pos: number;
}

export function encodeCompact<N extends CompactName>(name: N, message: CompactDraft<CompactMessages[N]>): Uint8Array {
  const sink = { bytes: new Uint8Array(256), pos: 0 };
  writeMessage(sink, name, message);
  return sink.bytes.slice(0, sink.pos);
}

function writeMessage(sink: Sink, name: CompactName, message: object): void {
  const type = COMPACT_TYPES[name];
  if (type === undefined) throw new RangeError(`no message ${name}`);
  for (const field of type.fields) {
    const value = (message as Record<string, unknown>)[field.name];
    if (value === undefined) continue;
    if (field.kind === FieldKind.map) writeMap(sink, field, value as Record<string, string>);
    else if (field.repeated) for (const item of value as unknown[]) writeValue(sink, field, item);
    else if (!isDefault(value, (type.defaults as Record<string, unknown>)[field.name])) writeValue(sink, field, value);
  }
}

/** Optional fields have no default, so that their zero is written. */
function isDefault(value: unknown, byDefault: unknown): boolean {
  return value === byDefault || (value instanceof Uint8Array && value.length === 0);
}

function writeValue(sink: Sink, field: CompactField, value: unknown): void {
  reserve(sink, VARINT_BYTES_MAX * 2);
  put(sink, field.tag);
  switch (field.kind) {
    case FieldKind.uint32:
    case FieldKind.enum:
    case FieldKind.uint64:
      putChecked(sink, field, value as number);
      return;
    case FieldKind.bool:
      put(sink, 1);
      return;
    case FieldKind.fixed32: {
      const number = value as number;
      for (let shift = 0; shift < 32; shift += 8) sink.bytes[sink.pos + shift / 8] = number >>> shift;
      sink.pos += 4;
      return;
    }
    case FieldKind.string:
      writeString(sink, value as string);
      return;
    case FieldKind.bytes:
      writeBytes(sink, value as Uint8Array);
      return;
    case FieldKind.message:
      writeBytes(sink, encodeCompact(field.message as CompactName, value as object));
      return;
    case FieldKind.map:
      throw new RangeError('a map is written entry by entry');
  }
}

/** Numbers must be what the field can hold: a wrapped or rounded one would say something else. */
function putChecked(sink: Sink, field: CompactField, value: number): void {
  const max = field.kind === FieldKind.uint64 ? Number.MAX_SAFE_INTEGER : 0xffff_ffff;
  if (!Number.isInteger(value) || value < 0 || value > max) {
    throw new RangeError(`${field.name} must be an integer of 0 to ${max}`);
  }
  put(sink, value);
}

function writeMap(sink: Sink, field: CompactField, map: Record<string, string>): void {
  for (const [key, value] of Object.entries(map)) {
    const entry = { bytes: new Uint8Array(64), pos: 0 };
    put(entry, 0x0a);
    writeString(entry, key);
    reserve(entry, VARINT_BYTES_MAX);
    put(entry, 0x12);
    writeString(entry, value);
    reserve(sink, VARINT_BYTES_MAX);
    put(sink, field.tag);
    writeBytes(sink, entry.bytes.subarray(0, entry.pos));
  }
}

function writeString(sink: Sink, text: string): void {
  // Identifiers are short ASCII: written in place, without a call into the encoder.
  reserve(sink, text.length + VARINT_BYTES_MAX);
  const start = sink.pos;
  put(sink, text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0x80) {
      sink.pos = start;
      writeBytes(sink, utf8.encode(text));
      return;
    }
    sink.bytes[sink.pos] = code;
    sink.pos += 1;
  }
}

function writeBytes(sink: Sink, bytes: Uint8Array): void {
  reserve(sink, bytes.length + VARINT_BYTES_MAX);
  put(sink, bytes.length);
  sink.bytes.set(bytes, sink.pos);
  sink.pos += bytes.length;
}

function put(sink: Sink, value: number): void {
  sink.pos = writeVarint(sink.bytes, sink.pos, value);
}

function reserve(sink: Sink, count: number): void {
  if (sink.pos + count <= sink.bytes.length) return;
  const grown = new Uint8Array(Math.max(sink.bytes.length * 2, sink.pos + count));
  grown.set(sink.bytes.subarray(0, sink.pos));
  sink.bytes = grown;
}
