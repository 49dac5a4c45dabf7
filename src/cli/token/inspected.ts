import type { JsonObject, SignatureVerdict, TokenContent } from '../../auth/jwt-tools.js';

/** A token looked into. */
export interface Inspected extends TokenContent {
  readonly signature: SignatureVerdict | 'not_checked';
  /** By this machine's clock; `unknown` where the token does not say when it ends. */
  readonly times: 'in_time' | 'expired' | 'not_yet_valid' | 'unknown';
  /** ISO 8601; null where it does not say. */
  readonly expiresAt: string | null;
}

/** The last second a date can be made of (ECMA-262, 21.4.1.1). */
const SECONDS_MAX = 8_640_000_000_000;

export function judgeTimes(claims: JsonObject, nowMs: number): Pick<Inspected, 'times' | 'expiresAt'> {
  const expiresAtMs = milliseconds(claims['exp']);
  const notBeforeMs = milliseconds(claims['nbf']) ?? 0;
  if (expiresAtMs === null) return { times: 'unknown', expiresAt: null };
  const expiresAt = new Date(expiresAtMs).toISOString();
  if (nowMs >= expiresAtMs) return { times: 'expired', expiresAt };
  return { times: notBeforeMs > nowMs ? 'not_yet_valid' : 'in_time', expiresAt };
}

function milliseconds(seconds: unknown): number | null {
  return typeof seconds === 'number' && Math.abs(seconds) <= SECONDS_MAX ? seconds * 1000 : null;
}
