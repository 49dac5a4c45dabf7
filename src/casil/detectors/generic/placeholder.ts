/**
 * Values that stand for a secret instead of being one: templates (`${TOKEN}`, `{{token}}`, `<token>`, `%s`), masks
 * (`***`), references to the environment, and words of documentation.
 */
import { asciiBytes, byteAt, LETTER, standsAt } from '../byte-text.js';
import { isPlaceholder as isMadeUpToken } from '../secrets/placeholder.js';
import { WordList } from '../word-list.js';

/** Anywhere in the value. */
const MARKS = new WordList([
  '${',
  '{{',
  '}}',
  '#{',
  '***',
  '...',
  '%3c',
  'change_me',
  'change-me',
  'replace',
  'fake',
  'process.env',
  'os.environ',
  'getenv',
  '_here',
  '-here',
  '[redacted',
  '[masked',
  '[hidden',
]);
/** The whole value. */
const WORDS = new WordList([
  'password',
  'passwd',
  'passwort',
  'pass',
  'pwd',
  'secret',
  'token',
  'key',
  'user',
  'null',
  'xxx',
]);
const BULLET = asciiBytes('\u00e2\u0080\u00a2');
const DOLLAR = 0x24;
const PERCENT = 0x25;
const LESS = 0x3c;
const GREATER = 0x3e;

/** Looks at bytes[start..end) a few times. */
export function isPlaceholder(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] as number;
  const second = byteAt(bytes, start + 1, start, end);
  const last = bytes[end - 1] as number;
  if (first === DOLLAR && (LETTER[second] === 1 || second === 0x5f || second === 0x28)) return true;
  if (first === PERCENT && (last === PERCENT || second === 0x28 || end - start === 2)) return true;
  if ((first === 0x7b && last === 0x7d) || (first === 0x5b && last === 0x5d)) return true;
  if (first === LESS || last === GREATER) return true;
  if (standsAt(bytes, BULLET, start, end)) return true;
  return WORDS.isWhole(bytes, start, end) || MARKS.isWithin(bytes, start, end) || isMadeUpToken(bytes, start, end);
}
