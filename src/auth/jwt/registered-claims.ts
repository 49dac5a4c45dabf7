/**
 * For whom and when a token is meant: `aud`, `exp`, `nbf`, `iat` (RFC 7519, section 4.1). Times are whole seconds;
 * anything else is refused rather than rounded. `iss` was judged when the key was chosen.
 */
import { err, ok, type Result } from '../../base/result.js';
import type { AuthFailure, AuthFailureReason } from '../authenticator.js';
import { memberOf, type JsonObject } from './strict-json.js';

export interface TimeRules {
  /** How far the issuer's clock may be from ours, in either direction. Milliseconds. */
  readonly clockToleranceMs: number;
  /** Longest time from `iat` to `exp`; without `iat`, from now to `exp`. Milliseconds. */
  readonly lifetimeMsMax: number;
}

const AUDIENCES_MAX = 64;

/** The end of the year 9999: what lies behind it is a mistake of units, not a date. */
const SECONDS_MAX = 253_402_300_799;

/**
 * @returns when the credential ends, tolerance included, in milliseconds since 1970: whoever is let in within the
 * tolerance is not thrown out again at once.
 */
export function judgeRegisteredClaims(
  claims: JsonObject,
  audience: string,
  rules: TimeRules,
  nowMs: number,
): Result<{ expiresAtMs: number }, AuthFailure> {
  const audiences = readAudiences(memberOf(claims, 'aud'));
  if (audiences === null) return refuse('bad_claims');
  if (!audiences.includes(audience)) return refuse('wrong_audience');

  const times = readTimes(claims);
  if (times === null) return refuse('bad_claims');
  const expiresAtMs = times.expiresAtMs + rules.clockToleranceMs;
  if (nowMs >= expiresAtMs) return refuse('expired');
  const latestStartMs = nowMs + rules.clockToleranceMs;
  const issuedAtMs = times.issuedAtMs ?? nowMs;
  if (times.notBeforeMs > latestStartMs || issuedAtMs > latestStartMs) return refuse('not_yet_valid');
  return times.expiresAtMs - issuedAtMs > rules.lifetimeMsMax ? refuse('bad_claims') : ok({ expiresAtMs });
}

interface TokenTimes {
  readonly expiresAtMs: number;
  readonly notBeforeMs: number;
  /** Null where the token does not say. */
  readonly issuedAtMs: number | null;
}

/** `exp` must be there; `nbf` and `iat` may be absent, but not null. */
function readTimes(claims: JsonObject): TokenTimes | null {
  const expiresAt = memberOf(claims, 'exp');
  const notBefore = memberOf(claims, 'nbf');
  const issuedAt = memberOf(claims, 'iat');
  if (!isSeconds(expiresAt)) return null;
  if (notBefore !== undefined && !isSeconds(notBefore)) return null;
  if (issuedAt !== undefined && !isSeconds(issuedAt)) return null;
  return {
    expiresAtMs: expiresAt * 1000,
    notBeforeMs: (notBefore ?? 0) * 1000,
    issuedAtMs: issuedAt === undefined ? null : issuedAt * 1000,
  };
}

/** One audience or a list of them; null when it is neither. */
function readAudiences(value: unknown): readonly string[] | null {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value) || value.length > AUDIENCES_MAX) return null;
  return value.every((each): each is string => typeof each === 'string') ? value : null;
}

function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= SECONDS_MAX;
}

function refuse(reason: AuthFailureReason): Result<never, AuthFailure> {
  return err({ reason });
}
