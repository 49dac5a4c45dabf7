/**
 * Base64url read strictly (RFC 4648, sections 3.5 and 5; RFC 7515, section 2): no padding, no other alphabet, no
 * whitespace and no bits left over, so that bytes have exactly one text. Node's own decoder forgives all of these.
 */

const ALPHABET = /^[A-Za-z0-9_-]+$/;

/** Null when the text is not the one canonical encoding of some bytes; the empty text is none. */
export function decodeBase64url(text: string): Buffer | null {
  if (!ALPHABET.test(text)) return null;
  const bytes = Buffer.from(text, 'base64url');
  // A lenient reading does not come back as it was: bits left over, or a last character that holds no byte.
  return bytes.toString('base64url') === text ? bytes : null;
}
