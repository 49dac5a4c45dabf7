/**
 * JSON objects that mean one thing to everyone: well-formed UTF-8 without a byte order mark, bounded nesting, and no
 * member name twice (RFC 8259, section 4, leaves open which one counts; RFC 7515, section 4, lets us refuse). Names are
 * compared after their escapes are read: `"exp"` and `"\u0065xp"` are the same.
 */

export type JsonObject = Readonly<Record<string, unknown>>;

/** Tokens and key sets nest three levels; more is there to cost something. */
const DEPTH_MAX = 16;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Null when the bytes are anything but one such object. */
export function parseJsonObject(bytes: Uint8Array): JsonObject | null {
  let text: string;
  let value: unknown;
  try {
    text = utf8.decode(bytes);
    value = JSON.parse(text);
  } catch {
    // Not UTF-8 or not JSON. The error's message quotes the text, so it goes no further.
    return null;
  }
  if (!isJsonObject(value) || !hasDistinctNames(text)) return null;
  return value;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of the object itself, never one that every object inherits; undefined if there is none. */
export function memberOf(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/**
 * Whether no object in the text has a name twice, and nesting stays within its bound.
 *
 * @param text valid JSON: the walk looks only for what opens, closes and separates.
 */
function hasDistinctNames(text: string): boolean {
  /** Names seen in each open object; null for an open array. */
  const open: (Set<string> | null)[] = [];
  let nameFollows = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    switch (char) {
      case '{':
      case '[':
        if (open.length === DEPTH_MAX) return false;
        nameFollows = char === '{';
        open.push(nameFollows ? new Set() : null);
        break;
      case '}':
      case ']':
        open.pop();
        nameFollows = false;
        break;
      case ',':
        nameFollows = open.at(-1) instanceof Set;
        break;
      case '"': {
        const end = endOfString(text, at);
        if (nameFollows) {
          const names = open.at(-1);
          const name: unknown = JSON.parse(text.slice(at, end + 1));
          if (names instanceof Set && typeof name === 'string') {
            if (names.has(name)) return false;
            names.add(name);
          }
          nameFollows = false;
        }
        at = end;
      }
    }
  }
  return true;
}

/** Index of the quote that closes the string opened at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
