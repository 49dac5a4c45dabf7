/** Masks ranges of bytes of a known form so that they keep it. */
import { contentFormOf } from '../surfaces/content-form.js';
import { WIRE_DEPTH_MAX, WireCursor } from '../surfaces/wire-walker.js';
import type { ContentForm } from '../vocabulary.js';
import { maskJson } from './mask-json.js';
import { maskText } from './mask-text.js';
import type { Ranges } from './ranges.js';

/** Masks what `ranges` cover of bytes[from..to), which are of this form. */
export function maskContent(
  bytes: Uint8Array,
  from: number,
  to: number,
  form: ContentForm,
  ranges: Ranges,
  depth = 0,
): void {
  switch (form) {
    case 'json':
      return maskJson(bytes, from, to, ranges);
    case 'text':
    case 'opaque':
      return maskText(bytes, from, to, ranges);
    case 'protobuf':
      return maskMessage(bytes, from, to, ranges, depth);
    case 'empty':
      return;
  }
}

/** Length-delimited values only, never tags, lengths and numbers: the message keeps its fields. */
function maskMessage(bytes: Uint8Array, from: number, to: number, ranges: Ranges, depth: number): void {
  if (depth > 2 * WIRE_DEPTH_MAX) return;
  const cursor = new WireCursor();
  cursor.reset(bytes, from, to);
  while (cursor.next()) {
    const { start, end } = cursor;
    if (!cursor.isBytes || ranges.meeting(start, end) === null) continue;
    maskContent(bytes, start, end, contentFormOf(bytes, start, end, end, 'none'), ranges, depth + 1);
  }
}
