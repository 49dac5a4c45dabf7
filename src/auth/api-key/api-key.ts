/**
 * API keys: `aqk_` and 43 characters of base64url, which hold 256 random bits. The server keeps only their SHA-256. A
 * slow hash would protect guessable secrets; there are none among 2^256, and no salt is needed where no two keys are
 * alike. The prefix lets scanners of source code find a key that was committed. [T-AUTH-3]
 */
import { createHash, randomBytes } from 'node:crypto';

export const API_KEY_PREFIX = 'aqk_';
const KEY_BYTES = 32;
const FORM = /^aqk_[A-Za-z0-9_-]{43}$/;

export interface NewApiKey {
  /** To be shown once and kept nowhere. */
  readonly key: string;
  /** For the file of keys: 64 lower-case hex digits. */
  readonly sha256: string;
}

/** @param random bytes for tests; of the system's generator otherwise */
export function generateApiKey(random: (count: number) => Uint8Array = randomBytes): NewApiKey {
  const key = `${API_KEY_PREFIX}${Buffer.from(random(KEY_BYTES)).toString('base64url')}`;
  return { key, sha256: digestOfApiKey(key) };
}

/** Long enough to hold 256 bits; shorter texts are not even looked up. */
export function isApiKey(text: string): boolean {
  return FORM.test(text);
}

/** Of the text as presented: what two texts decode to does not matter, so there is no second spelling of a key. */
export function digestOfApiKey(key: string): string {
  return createHash('sha256').update(key, 'utf8').digest('hex');
}
