/** The semantic vector: strict in shape, opaque in content. */
import { EMBEDDING_RULES } from './generated/nested-rules.js';
import { validateNested } from './nested-validator.js';
import { rejection, type Rejection } from './rejection.js';
import { varintEnd, varintValue } from './varint.js';

/** Bytes of one IEEE 754 single precision number. */
const BYTES_PER_DIMENSION = 4;

const DIMENSIONS_TAG = 0x10;
const VALUES_TAG = 0x1a;

/** Checks the Embedding bytes[start..end): `values` must hold 4 bytes per dimension. */
export function scanEmbedding(bytes: Buffer, start: number, end: number): Rejection | null {
  const refused = validateNested(bytes, start, end, EMBEDDING_RULES);
  if (refused !== null) return refused;
  // Validated: every field is known, singular and inside its bounds.
  let dimensions = 0;
  let valuesBytes = 0;
  let pos = start;
  while (pos < end) {
    const tag = bytes[pos] as number;
    const next = varintEnd(bytes, pos + 1, end);
    const number = varintValue(bytes, pos + 1, next);
    pos = tag === DIMENSIONS_TAG ? next : next + number;
    if (tag === DIMENSIONS_TAG) dimensions = number;
    if (tag === VALUES_TAG) valuesBytes = number;
  }
  return valuesBytes === dimensions * BYTES_PER_DIMENSION ? null : rejection('INVALID_ARGUMENT', 'embedding.values');
}
