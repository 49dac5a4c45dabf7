/**
 * Strict validation of the messages inside an envelope (hello, commands, embedding) by tables generated from the
 * proto. What passes can be decoded by every Protobuf library, and in one way only. [S-PROTO-2]
 */
import { rejection, type Rejection } from './rejection.js';
import { isUtf8 } from './utf8.js';
import { UINT32_MAX, varintEnd, varintValue } from './varint.js';

export interface NestedField {
  /** Dotted name from the envelope, as in `command.join.room`. */
  readonly path: string;
  readonly kind: 'string' | 'bytes' | 'varint' | 'fixed32' | 'message';
  readonly repeated: boolean;
  /** Its oneof's bit, or 0. Members of a oneof exclude one another. */
  readonly oneofBit: number;
  /** Largest value of a varint: enums, bools, uint32, and 2^53-1 for uint64. */
  readonly valueMax: number;
  /** Bytes of a string or bytes value, at most; Infinity where only the Frame bounds it. */
  readonly bytesMax: number;
  /** Characters of a string, at most; Infinity where bytes are what counts. */
  readonly charactersMax: number;
  /** Occurrences of a repeated field, at most. */
  readonly countMax: number;
  readonly message: NestedRules | null;
}

export interface NestedRules {
  readonly path: string;
  /** By field number; numbers are below 31, so that one word of bits remembers which were seen. */
  readonly fields: readonly (NestedField | null)[];
}

const WIRE_TYPES = { varint: 0, string: 2, bytes: 2, message: 2, fixed32: 5 } as const;
const FIXED32_BYTES = 4;

/** Checks the message bytes[start..end). Recursion is as deep as the tables are: they hold no cycle. */
export function validateNested(bytes: Uint8Array, start: number, end: number, rules: NestedRules): Rejection | null {
  let seen = 0;
  let seenOneofs = 0;
  let pos = start;
  while (pos < end) {
    const valueStart = varintEnd(bytes, pos, end);
    if (valueStart < 0) return rejection('MALFORMED_ENVELOPE', rules.path);
    const tag = varintValue(bytes, pos, valueStart);
    if (tag > UINT32_MAX || tag < 8) return rejection('MALFORMED_ENVELOPE', rules.path);
    const field = rules.fields[tag >>> 3] ?? null;
    // The number is the client's choice, so it is not repeated back: names of rejections stay a bounded set. [P8]
    if (field === null) return rejection('FORBIDDEN_FIELD', `${rules.path}.(unknown)`);
    if ((tag & 7) !== WIRE_TYPES[field.kind]) return rejection('MALFORMED_ENVELOPE', field.path);

    const bit = 1 << (tag >>> 3);
    if ((seen & bit) !== 0) {
      if (!field.repeated) return rejection('REPEATED_FIELD', field.path);
    } else if ((seenOneofs & field.oneofBit) !== 0) {
      return rejection('REPEATED_FIELD', rules.path);
    }
    seen |= bit;
    seenOneofs |= field.oneofBit;

    if (field.kind === 'varint') {
      pos = varintEnd(bytes, valueStart, end);
      if (pos < 0) return rejection('MALFORMED_ENVELOPE', field.path);
      if (varintValue(bytes, valueStart, pos) > field.valueMax) return rejection('INVALID_ARGUMENT', field.path);
      continue;
    }
    if (field.kind === 'fixed32') {
      pos = valueStart + FIXED32_BYTES;
      if (pos > end) return rejection('MALFORMED_ENVELOPE', field.path);
      continue;
    }
    const contentStart = varintEnd(bytes, valueStart, end);
    if (contentStart < 0) return rejection('MALFORMED_ENVELOPE', field.path);
    pos = contentStart + varintValue(bytes, valueStart, contentStart);
    if (pos > end) return rejection('MALFORMED_ENVELOPE', field.path);
    const refused = validateContent(bytes, contentStart, pos, field);
    if (refused !== null) return refused;
  }
  return refuseTooMany(bytes, start, end, rules, seen);
}

function validateContent(bytes: Uint8Array, start: number, end: number, field: NestedField): Rejection | null {
  if (field.message !== null) return validateNested(bytes, start, end, field.message);
  if (field.kind === 'string') {
    if (!isUtf8(bytes, start, end)) return rejection('MALFORMED_ENVELOPE', field.path);
    if (charactersOf(bytes, start, end) > field.charactersMax) return rejection('INVALID_ARGUMENT', field.path);
  }
  return end - start > field.bytesMax ? rejection('INVALID_ARGUMENT', field.path) : null;
}

/** Characters (code points) of valid UTF-8: every byte that does not continue one begins one. */
function charactersOf(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let index = start; index < end; index += 1) if (((bytes[index] as number) & 0xc0) !== 0x80) count += 1;
  return count;
}

/** Counts repeated fields of a message that is otherwise valid. */
function refuseTooMany(
  bytes: Uint8Array,
  start: number,
  end: number,
  rules: NestedRules,
  seen: number,
): Rejection | null {
  for (const [number, field] of rules.fields.entries()) {
    if (field === null || field.countMax === Infinity || (seen & (1 << number)) === 0) continue;
    if (countField(bytes, start, end, number) > field.countMax) return rejection('INVALID_ARGUMENT', field.path);
  }
  return null;
}

function countField(bytes: Uint8Array, start: number, end: number, number: number): number {
  let count = 0;
  let pos = start;
  while (pos < end) {
    const valueStart = varintEnd(bytes, pos, end);
    const tag = varintValue(bytes, pos, valueStart);
    if (tag >>> 3 === number) count += 1;
    const wireType = tag & 7;
    const next = wireType === WIRE_TYPES.fixed32 ? valueStart + FIXED32_BYTES : varintEnd(bytes, valueStart, end);
    pos = wireType === WIRE_TYPES.bytes ? next + varintValue(bytes, valueStart, next) : next;
  }
  return count;
}
