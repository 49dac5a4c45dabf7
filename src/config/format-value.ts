/** Configuration values as people write them in YAML. */
import type { FieldNode } from '../documents/schema-tree.js';
import { formatByteCount, formatDuration } from '../documents/values.js';

const PLAIN_TEXT = /^[A-Za-z0-9/][A-Za-z0-9._/-]*$/;
/** Plain words YAML would read as something else than text. */
const SPECIAL_WORDS = /^(true|false|null|yes|no|on|off|\d+(\.\d*)?(e\d+)?|0[xo][\da-fA-F]+)$/i;

export function formatValue(value: unknown, field: Pick<FieldNode, 'type'>): string {
  if (value === undefined) return '';
  if (field.type === 'duration' && typeof value === 'number') return formatDuration(value);
  if (field.type === 'size' && typeof value === 'number') return formatByteCount(value);
  if (Array.isArray(value)) return `[${value.map((item) => formatText(String(item))).join(', ')}]`;
  return typeof value === 'string' ? formatText(value) : JSON.stringify(value);
}

/** JSON strings are YAML strings. */
function formatText(text: string): string {
  return PLAIN_TEXT.test(text) && !SPECIAL_WORDS.test(text) ? text : JSON.stringify(text);
}
