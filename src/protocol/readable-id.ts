/** The id of an envelope that was refused, so that its error can name it; the Frame's index must do where it has none. */
import type { EnvelopeView } from './envelope-view.js';
import { isIdentifierBytes } from './identifier-bytes.js';
import { UINT32_MAX, varintEnd, varintValue } from './varint.js';

const ID_TAG = 0x1a;
/** Sizes of values by wire type; 0 where the size is in the bytes, -1 where there is no such value. */
const FIXED_SIZES = [0, 8, 0, -1, -1, 4, -1, -1];

/** Leaves nothing on the view but the id: the one before the first unreadable byte, if there is exactly one. */
export function readableId(bytes: Buffer, start: number, end: number, view: EnvelopeView): void {
  view.reset(bytes, start, end);
  let pos = start;
  while (pos < end) {
    const valueStart = varintEnd(bytes, pos, end);
    if (valueStart < 0) return;
    const tag = varintValue(bytes, pos, valueStart);
    const next = tag > UINT32_MAX ? -1 : valueEnd(bytes, tag & 7, valueStart, end);
    if (next < 0) return;
    if (tag === ID_TAG) {
      const contentStart = varintEnd(bytes, valueStart, end);
      if (view.idEnd !== 0 || !isIdentifierBytes(bytes, contentStart, next)) {
        view.idStart = 0;
        view.idEnd = 0;
        return;
      }
      view.idStart = contentStart;
      view.idEnd = next;
    }
    pos = next;
  }
}

function valueEnd(bytes: Buffer, wireType: number, valueStart: number, end: number): number {
  if (wireType === 0) return varintEnd(bytes, valueStart, end);
  let next: number;
  if (wireType === 2) {
    const contentStart = varintEnd(bytes, valueStart, end);
    if (contentStart < 0) return -1;
    next = contentStart + varintValue(bytes, valueStart, contentStart);
  } else {
    const size = FIXED_SIZES[wireType] as number;
    if (size <= 0) return -1;
    next = valueStart + size;
  }
  return next <= end ? next : -1;
}
