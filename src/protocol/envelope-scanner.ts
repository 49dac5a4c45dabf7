/**
 * One bounds-checked pass over the bytes of a client's envelope: finds its fields and refuses everything a strict
 * decoder would refuse, so that what is relayed untouched can be decoded by every peer, and in one way only.
 * [S-PROTO-2] [S-PROTO-3] [P8] [P9]
 *
 * On success nothing is allocated. Faults are reported in the order of the bytes; what can only be judged at the end
 * (missing fields, the body) comes last. Rare fields are in rare-fields.ts, commands in nested-validator.ts.
 */
import { refuseIncomplete } from './completeness.js';
import { EnvelopeView } from './envelope-view.js';
import { envelopeFieldName, isServerField, UNKNOWN_FIELD } from './field-table.js';
import { scanHeader } from './header-scanner.js';
import { isIdentifierBytes, isPrintableAscii } from './identifier-bytes.js';
import { readableId } from './readable-id.js';
import { scanRareField } from './rare-fields.js';
import { rejection, type Rejection } from './rejection.js';
import { isUtf8 } from './utf8.js';
import { UINT32_MAX, varintEnd, varintValue } from './varint.js';
import { PROTOCOL_MAJOR } from './version.js';

export { EnvelopeView };

export interface ScanLimits {
  /** Bytes of one payload, at most. */
  readonly payloadBytesMax: number;
}

/** Bytes of content_type and traceparent, at most. */
export const PRINTABLE_BYTES_MAX = 128;

/** Clients may send types 1 (EVENT) to 6 (COMMAND). */
const CLIENT_TYPE_MAX = 6;

const WIRE_VARINT = 0;
const WIRE_BYTES = 2;

/**
 * Scans bytes[start..end) into `view`. Returns why it is refused, or null. After a refusal `view` holds the id alone,
 * if it can be read without doubt, so that the error can name it.
 */
export function scanEnvelope(
  bytes: Buffer,
  start: number,
  end: number,
  limits: ScanLimits,
  view: EnvelopeView,
): Rejection | null {
  const refused = scanFields(bytes, start, end, limits, view);
  if (refused !== null) readableId(bytes, start, end, view);
  return refused;
}

function scanFields(
  bytes: Buffer,
  start: number,
  end: number,
  limits: ScanLimits,
  view: EnvelopeView,
): Rejection | null {
  view.reset(bytes, start, end);
  // Bit n is set when field n (below 32) was seen.
  let seen = 0;
  let pos = start;
  while (pos < end) {
    // Positions and numbers stay 32-bit integers; only the rare long varints are wider.
    const tag = bytes[pos] as number;
    let number = tag >>> 3;
    let wireType = tag & 7;
    let valueStart = pos + 1;
    if (tag >= 0x80) {
      valueStart = varintEnd(bytes, pos, end);
      if (valueStart < 0) return rejection('MALFORMED_ENVELOPE', UNKNOWN_FIELD);
      const wideTag = varintValue(bytes, pos, valueStart);
      if (wideTag > UINT32_MAX) return rejection('MALFORMED_ENVELOPE', UNKNOWN_FIELD);
      number = wideTag >>> 3;
      wireType = wideTag & 7;
    }

    if (wireType === WIRE_BYTES) {
      if (valueStart >= end) return malformed(number);
      let length = bytes[valueStart] as number;
      let contentStart = valueStart + 1;
      if (length >= 0x80) {
        const second = valueStart + 1 < end ? (bytes[valueStart + 1] as number) : 0;
        if (second > 0 && second < 0x80) {
          // Two bytes: most payloads.
          contentStart = valueStart + 2;
          length = (length & 0x7f) | (second << 7);
        } else {
          contentStart = varintEnd(bytes, valueStart, end);
          if (contentStart < 0) return malformed(number);
          const wideLength = varintValue(bytes, valueStart, contentStart);
          if (wideLength > end) return malformed(number);
          length = wideLength | 0;
        }
      }
      const contentEnd = contentStart + length;
      if (contentEnd > end) return malformed(number);
      pos = contentEnd;
      if (number > 20 || number === 0 || (number >= 11 && number <= 15)) {
        const refused = scanRareField(bytes, number, wireType, contentStart, contentEnd, view);
        if (refused !== null) return refused;
        continue;
      }
      if (number !== 8) {
        const bit = 1 << number;
        if ((seen & bit) !== 0) return rejection('REPEATED_FIELD', envelopeFieldName(number));
        seen |= bit;
      }
      switch (number) {
        case 3:
          if (!isIdentifierBytes(bytes, contentStart, contentEnd)) return notIdentifier(number);
          view.idStart = contentStart;
          view.idEnd = contentEnd;
          break;
        case 4:
          if (!isIdentifierBytes(bytes, contentStart, contentEnd)) return notIdentifier(number);
          view.roomStart = contentStart;
          view.roomEnd = contentEnd;
          break;
        case 5:
          if (!isIdentifierBytes(bytes, contentStart, contentEnd)) return notIdentifier(number);
          view.channelStart = contentStart;
          view.channelEnd = contentEnd;
          break;
        case 6:
          if (length > limits.payloadBytesMax) return rejection('PAYLOAD_TOO_LARGE', 'payload');
          view.payloadStart = contentStart;
          view.payloadEnd = contentEnd;
          break;
        case 7:
          if (!isPrintableAscii(bytes, contentStart, contentEnd, PRINTABLE_BYTES_MAX)) {
            return notPrintable(bytes, contentStart, contentEnd, number);
          }
          view.contentTypeStart = contentStart;
          view.contentTypeEnd = contentEnd;
          break;
        case 8: {
          const refused = scanHeader(bytes, contentStart, contentEnd, view);
          if (refused !== null) return refused;
          break;
        }
        case 9:
          if (!isIdentifierBytes(bytes, contentStart, contentEnd)) return notIdentifier(number);
          view.correlationStart = contentStart;
          view.correlationEnd = contentEnd;
          break;
        case 16:
          if (!isIdentifierBytes(bytes, contentStart, contentEnd)) return notIdentifier(number);
          view.targetStart = contentStart;
          view.targetEnd = contentEnd;
          break;
        case 17:
          if (!isIdentifierBytes(bytes, contentStart, contentEnd)) return notIdentifier(number);
          view.causationStart = contentStart;
          view.causationEnd = contentEnd;
          break;
        case 20:
          if (!isPrintableAscii(bytes, contentStart, contentEnd, PRINTABLE_BYTES_MAX)) {
            return notPrintable(bytes, contentStart, contentEnd, number);
          }
          view.traceparentStart = contentStart;
          view.traceparentEnd = contentEnd;
          break;
        default:
          // A number (version, type, want_ack, hop_count, ttl_ms) written as bytes.
          return malformed(number);
      }
      continue;
    }

    if (wireType !== WIRE_VARINT) {
      const next = skipFixed(wireType, valueStart, end);
      if (next < 0) return malformed(number);
      pos = next;
      const refused = scanRareField(bytes, number, wireType, valueStart, next, view);
      if (refused !== null) return refused;
      continue;
    }

    if (valueStart >= end) return malformed(number);
    let value = bytes[valueStart] as number;
    pos = valueStart + 1;
    if (value >= 0x80) {
      pos = varintEnd(bytes, valueStart, end);
      if (pos < 0) return malformed(number);
      value = varintValue(bytes, valueStart, pos);
    }
    if (number <= 20) {
      const bit = 1 << number;
      if ((seen & bit) !== 0 && !isServerField(number)) {
        return rejection('REPEATED_FIELD', envelopeFieldName(number));
      }
      seen |= bit;
    }
    switch (number) {
      case 1:
        if (value !== PROTOCOL_MAJOR) return rejection('UNSUPPORTED_VERSION', 'version');
        break;
      case 2:
        if (value < 1 || value > CLIENT_TYPE_MAX) return rejection('UNKNOWN_TYPE', 'type');
        view.type = value | 0;
        break;
      case 10:
        if (value > 1) return rejection('INVALID_ARGUMENT', 'want_ack');
        view.wantAck = value === 1;
        break;
      case 18:
        if (value > UINT32_MAX) return rejection('INVALID_ARGUMENT', 'hop_count');
        view.hopCount = value;
        break;
      case 19:
        if (value > UINT32_MAX) return rejection('INVALID_ARGUMENT', 'ttl_ms');
        view.ttlMs = value;
        break;
      default: {
        const refused = scanRareField(bytes, number, wireType, valueStart, pos, view);
        if (refused !== null) return refused;
      }
    }
  }
  return refuseIncomplete(seen, view);
}

/** End of a value of wire type 1 or 5; -1 when it is truncated, or the wire type is a group's or none. */
function skipFixed(wireType: number, valueStart: number, end: number): number {
  const size = wireType === 1 ? 8 : wireType === 5 ? 4 : -1;
  return size > 0 && valueStart + size <= end ? valueStart + size : -1;
}

/** A server's field is refused as such, however it is written. */
function malformed(number: number): Rejection {
  const code = isServerField(number) ? 'FORBIDDEN_FIELD' : 'MALFORMED_ENVELOPE';
  return rejection(code, envelopeFieldName(number));
}

function notIdentifier(number: number): Rejection {
  return rejection('INVALID_IDENTIFIER', envelopeFieldName(number));
}

function notPrintable(bytes: Buffer, start: number, end: number, number: number): Rejection {
  return rejection(isUtf8(bytes, start, end) ? 'INVALID_ARGUMENT' : 'MALFORMED_ENVELOPE', envelopeFieldName(number));
}
