/** The envelope's fields off the hot path: agent hooks, bodies, the server's ranges and what the protocol leaves open. */
import { scanEmbedding } from './embedding-scanner.js';
import type { EnvelopeView } from './envelope-view.js';
import { ENVELOPE_FIELD_NAMES, HELLO_FIELD, UNKNOWN_FIELD, envelopeFieldName, isServerField } from './field-table.js';
import { COMMAND_RULES, HELLO_RULES } from './generated/nested-rules.js';
import { validateNested } from './nested-validator.js';
import { rejection, type Rejection } from './rejection.js';
import { isUtf8 } from './utf8.js';

/** Capability descriptors, and bytes of each, at most; bytes of intent, at most. */
export const CAPABILITIES_COUNT_MAX = 64;
export const CAPABILITY_BYTES_MAX = 128;
export const INTENT_BYTES_MAX = 256;

const WIRE_BYTES = 2;

/** Checks one field whose value is bytes[start..end): the content of a length-delimited one, else the value itself. */
export function scanRareField(
  bytes: Buffer,
  number: number,
  wireType: number,
  start: number,
  end: number,
  view: EnvelopeView,
): Rejection | null {
  if (number === 0) return rejection('MALFORMED_ENVELOPE', UNKNOWN_FIELD);
  if (isServerField(number)) return rejection('FORBIDDEN_FIELD', envelopeFieldName(number));
  // Unassigned or the application's own: well-formed is all it has to be. [S-PROTO-3]
  if (ENVELOPE_FIELD_NAMES[number] === undefined) return null;
  if (wireType !== WIRE_BYTES) return rejection('MALFORMED_ENVELOPE', envelopeFieldName(number));
  switch (number) {
    case 40:
      return scanCapability(bytes, start, end, view);
    case 41:
      if (isRepeated(view, number)) return rejection('REPEATED_FIELD', 'intent');
      if (!isUtf8(bytes, start, end)) return rejection('MALFORMED_ENVELOPE', 'intent');
      return end - start > INTENT_BYTES_MAX ? rejection('INVALID_ARGUMENT', 'intent') : null;
    case 42:
      if (isRepeated(view, number)) return rejection('REPEATED_FIELD', 'embedding');
      return scanEmbedding(bytes, start, end);
    default:
      // What is left of the named client fields is 48 and 50; the scanner keeps those below 21 to itself.
      return scanBody(bytes, number, start, end, view);
  }
}

function scanCapability(bytes: Buffer, start: number, end: number, view: EnvelopeView): Rejection | null {
  view.capabilitiesCount += 1;
  if (view.capabilitiesCount > CAPABILITIES_COUNT_MAX) return rejection('INVALID_ARGUMENT', 'capabilities');
  if (!isUtf8(bytes, start, end)) return rejection('MALFORMED_ENVELOPE', 'capabilities');
  return end - start > CAPABILITY_BYTES_MAX ? rejection('INVALID_ARGUMENT', 'capabilities') : null;
}

function scanBody(bytes: Buffer, number: number, start: number, end: number, view: EnvelopeView): Rejection | null {
  if (view.bodyField !== 0) {
    return rejection('REPEATED_FIELD', view.bodyField === number ? envelopeFieldName(number) : 'body');
  }
  view.bodyField = number;
  view.bodyStart = start;
  view.bodyEnd = end;
  if (number === HELLO_FIELD) return validateNested(bytes, start, end, HELLO_RULES);
  return start === end ? rejection('MISSING_FIELD', 'command') : validateNested(bytes, start, end, COMMAND_RULES);
}

/** Marks field `number` (32 to 63) as seen; true when it was before. */
function isRepeated(view: EnvelopeView, number: number): boolean {
  const bit = 1 << (number - 32);
  const repeated = (view.seenHigh & bit) !== 0;
  view.seenHigh |= bit;
  return repeated;
}
