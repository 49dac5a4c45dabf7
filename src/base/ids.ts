import { uuidv7obj } from 'uuidv7';

/** A UUIDv7 (RFC 9562) as 22 characters of base64url: sorts by time roughly, fits an identifier. */
export function createMessageId(): string {
  return base64url(uuidv7obj().bytes);
}

/** `length` random characters of a-z0-9, from the platform's cryptographic generator. */
export function randomName(length: number): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
  let name = '';
  while (name.length < length) {
    for (const byte of globalThis.crypto.getRandomValues(new Uint8Array(length * 2))) {
      // 252 is the largest multiple of 36 below 256: above it some letters would be likelier than others.
      if (byte < 252 && name.length < length) name += alphabet[byte % 36];
    }
  }
  return name;
}

/** A random epoch: an unsigned 32-bit number, never 0. */
export function randomEpoch(): number {
  const [value = 0] = globalThis.crypto.getRandomValues(new Uint32Array(1));
  return value === 0 ? 1 : value;
}

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function base64url(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const a = bytes[index] ?? 0;
    const b = bytes[index + 1];
    const c = bytes[index + 2];
    text += BASE64URL.charAt(a >> 2) + BASE64URL.charAt(((a & 3) << 4) | ((b ?? 0) >> 4));
    if (b !== undefined) text += BASE64URL.charAt(((b & 15) << 2) | ((c ?? 0) >> 6));
    if (c !== undefined) text += BASE64URL.charAt(c & 63);
  }
  return text;
}
