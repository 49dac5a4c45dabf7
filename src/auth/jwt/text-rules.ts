/**
 * Alphabets of names that come from outside and end up in logs, deny lists and keys: printable ASCII, so that two names
 * that look the same are the same. No control, bidi, invisible or look-alike characters, no normalization.
 */

const NAME_CHARS_MAX = 200;
const WORD = /^[\x21-\x7e]+$/;
/** Spaces inside, as in a distinguished name, not around. */
const PHRASE = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/** Issuer and `kid`: 1 to 200 printable ASCII characters without spaces, so that a space can stand between the two. */
export function isKeyName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= NAME_CHARS_MAX && WORD.test(value);
}

/** `sub`: 1 to 200 printable ASCII characters (OpenID Connect Core, section 2, wants ASCII too), no space around. */
export function isSubject(value: unknown): value is string {
  return isPhrase(value, NAME_CHARS_MAX);
}

/** Printable ASCII, at least one character and no space around. */
export function isPhrase(value: unknown, charsMax: number): value is string {
  return typeof value === 'string' && value.length <= charsMax && PHRASE.test(value);
}
