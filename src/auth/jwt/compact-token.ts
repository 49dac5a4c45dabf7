/**
 * The text of a token taken apart (RFC 7515, section 7.1), strictly and before any library sees it: three canonical
 * base64url segments, two of them unambiguous JSON objects, and a header that asks for nothing we would have to trust
 * it for. What comes out is still only what a stranger wrote: it chooses a key and nothing else.
 */
import { err, ok, type Result } from '../../base/result.js';
import type { AuthFailure, AuthFailureReason } from '../authenticator.js';
import { decodeBase64url } from './base64url.js';
import { parseJsonObject, memberOf, type JsonObject } from './strict-json.js';
import { isKeyName } from './text-rules.js';

export interface UnverifiedToken {
  readonly algorithm: string;
  /** Null where the header names no key. */
  readonly kid: string | null;
  readonly claims: JsonObject;
}

/** RFC 7519, 5.1, and RFC 9068, 2.1; media types know no case. */
const TYPES: ReadonlySet<string> = new Set(['jwt', 'at+jwt', 'application/at+jwt']);

/**
 * Header members that bring or fetch a key (`jwk`, `jku`, `x5c`, `x5u`), change what is signed (`b64`, `zip`, `enc`),
 * or demand extensions we do not know (`crit`). Ignoring them would be legal for some; nobody honest sends them.
 */
const REFUSED_MEMBERS = ['jwk', 'jku', 'x5c', 'x5u', 'b64', 'zip', 'enc', 'crit'] as const;

/** @param token the caller has bounded its length */
export function parseCompactToken(token: string): Result<UnverifiedToken, AuthFailure> {
  const segments = token.split('.', 4);
  const [headerText, claimsText, signatureText] = segments;
  if (segments.length !== 3 || headerText === undefined || claimsText === undefined) return refuse('malformed');
  const header = parseSegment(headerText);
  if (header === null) return refuse('malformed');
  const algorithm = memberOf(header, 'alg');
  if (typeof algorithm !== 'string') return refuse('malformed');
  // An unsigned token has no signature segment to look at: it is told apart before that.
  if (algorithm.toLowerCase() === 'none') return refuse('wrong_algorithm');
  const claims = parseSegment(claimsText);
  if (claims === null || decodeBase64url(signatureText ?? '') === null) return refuse('malformed');
  if (REFUSED_MEMBERS.some((name) => Object.hasOwn(header, name)) || !isKnownType(header)) return refuse('malformed');
  const kid = memberOf(header, 'kid');
  if (kid !== undefined && !isKeyName(kid)) return refuse('malformed');
  return ok({ algorithm, kid: kid ?? null, claims });
}

function parseSegment(text: string): JsonObject | null {
  const bytes = decodeBase64url(text);
  return bytes === null ? null : parseJsonObject(bytes);
}

function isKnownType(header: JsonObject): boolean {
  const type = memberOf(header, 'typ');
  return type === undefined || (typeof type === 'string' && TYPES.has(type.toLowerCase()));
}

function refuse(reason: AuthFailureReason): Result<never, AuthFailure> {
  return err({ reason });
}
