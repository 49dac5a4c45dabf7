/** JSON Lines for programs: one object per line, and nothing in it that a terminal would obey. [S-CLI-1] [P9] */

/** Every kind of record starts with these two. `v` changes only when a field changes its meaning. */
export interface OutputRecord {
  readonly v: 1;
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Controls, format characters (bidi, zero-width), separators and private use; JSON itself leaves them as they are. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/gu;

export function jsonLine(record: OutputRecord, fields: readonly string[] | null = null): string {
  return `${escapeUnsafe(JSON.stringify(fields === null ? record : pickFields(record, fields)))}\n`;
}

/** Escapes inside the text of a JSON document, so that it stays the same document. */
export function escapeUnsafe(json: string): string {
  return json.replace(UNSAFE, (char) => {
    let escaped = '';
    for (let index = 0; index < char.length; index += 1) {
      escaped += `\\u${char.charCodeAt(index).toString(16).padStart(4, '0')}`;
    }
    return escaped;
  });
}

/** `ts`, `payload.text`: a dot goes one level down. A field that is not there is left out. */
function pickFields(record: OutputRecord, fields: readonly string[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const field of fields) {
    const value = lookUp(record, field.split('.'));
    if (value !== undefined) picked[field] = value;
  }
  return picked;
}

function lookUp(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return lookUp((value as Record<string, unknown>)[step], rest);
}
