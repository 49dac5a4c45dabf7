/**
 * The messages of the schema as lookup tables: what the compact codec (compact-decode.ts, compact-encode.ts) walks.
 *
 * The SDK carries this instead of the generated codec of the server: interpreting a table costs a little time per
 * field and saves most of the bytes a browser would have to load. Client-safe: no platform imports, no code
 * generation at run time (works under a strict Content-Security-Policy).
 */
import { COMPACT_SCHEMA, type CompactMessages } from './generated/compact-schema.js';

export type CompactName = keyof CompactMessages;

/** How a field travels; the numbers are those of scripts/generate-compact-schema.mjs. */
export const FieldKind = {
  uint32: 0,
  enum: 1,
  bool: 2,
  uint64: 3,
  fixed32: 4,
  string: 5,
  bytes: 6,
  message: 7,
  map: 8,
} as const;

export type FieldKind = (typeof FieldKind)[keyof typeof FieldKind];

const REPEATED = 16;
const OPTIONAL = 32;

export interface CompactField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly repeated: boolean;
  /** Field number and wire type, as written before each value. */
  readonly tag: number;
  /** Message the field holds; undefined for scalars. */
  readonly message: CompactName | undefined;
}

export interface CompactType {
  readonly fields: readonly CompactField[];
  readonly byNumber: readonly (CompactField | undefined)[];
  /** Prototype of decoded messages: holds the default of every field, so that only what is present is stored. */
  readonly defaults: object;
}

/** Wire types of the Protobuf encoding. */
export const WireType = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;

export function wireTypeOf(kind: FieldKind): number {
  if (kind <= FieldKind.uint64) return WireType.varint;
  return kind === FieldKind.fixed32 ? WireType.fixed32 : WireType.bytes;
}

export const COMPACT_TYPES: Readonly<Record<string, CompactType>> = Object.fromEntries(
  Object.entries(COMPACT_SCHEMA).map(([name, words]) => [name, compile(words)]),
);

function compile(words: string): CompactType {
  const byNumber: (CompactField | undefined)[] = [];
  const fields: CompactField[] = [];
  const defaults: Record<string, unknown> = {};
  let number = 0;
  for (const [, jump, name = '', flagsText, message] of words.matchAll(/(\d*)([a-z]+)(\d+)(?::(\w+))?/gi)) {
    const flags = Number(flagsText);
    const kind = (flags % REPEATED) as FieldKind;
    const repeated = (flags & REPEATED) !== 0;
    number = jump === '' ? number + 1 : Number(jump);
    const tag = number * 8 + wireTypeOf(kind);
    const field = { name, kind, repeated, tag, message: message as CompactName | undefined };
    byNumber[number] = field;
    fields.push(field);
    defaults[name] = (flags & OPTIONAL) !== 0 ? undefined : defaultOf(kind, repeated);
  }
  return { fields, byNumber, defaults };
}

function defaultOf(kind: FieldKind, repeated: boolean): unknown {
  if (repeated) return Object.freeze([]);
  switch (kind) {
    case FieldKind.bool:
      return false;
    case FieldKind.string:
      return '';
    case FieldKind.bytes:
      return new Uint8Array(0);
    case FieldKind.message:
      return undefined;
    case FieldKind.map:
      return Object.freeze({});
    default:
      return 0;
  }
}
