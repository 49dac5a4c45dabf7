/** How a credential becomes a Principal. One file per scheme; `server` picks one from configuration. */
import type { Result } from '../base/result.js';
import type { Principal } from './principal.js';

export const AUTH_FAILURE_REASONS = [
  /** No credential at all. */
  'missing',
  /** Not readable as a credential of this scheme: wrong shape, lenient base64url, duplicate claims, too long. */
  'malformed',
  /** No key, issuer or API key of this name. */
  'unknown',
  /** The algorithm is not the one this key is for, `none` included. */
  'wrong_algorithm',
  'bad_signature',
  'wrong_issuer',
  'wrong_audience',
  'expired',
  'not_yet_valid',
  /** A claim is missing, of the wrong type, or names grants that are none. */
  'bad_claims',
  /** Good, but denied: by access.deny, by where it comes from, or beyond what its gateway may assert. */
  'not_allowed',
  /** Two different credentials in one handshake. */
  'ambiguous',
  /** The keys cannot be had now. */
  'unavailable',
] as const;
export type AuthFailureReason = (typeof AUTH_FAILURE_REASONS)[number];

/** What a peer presents. */
export interface AuthRequest {
  /** As presented; null if none was. */
  readonly credential: string | null;
  readonly remoteAddress: string;
  /** Of the client certificate of a verified mTLS connection: SHA-256 fingerprint, 64 lower-case hex digits; else null. */
  readonly peerCertificateSha256: string | null;
  /** Content of the `arqonbus-principal` header: what a gateway says of the client behind it; else null. */
  readonly assertedPrincipal: string | null;
}

/** A stable word for metrics and logs; the client always gets the same UNAUTHENTICATED. */
export interface AuthFailure {
  readonly reason: AuthFailureReason;
}

export interface Authenticator {
  readonly scheme: string;
  /** @param credential as presented; null if none was. Never logged, never part of the answer. Never rejects. */
  authenticate(request: AuthRequest): Promise<Result<Principal, AuthFailure>>;
  /**
   * Whether what once authenticated this principal would still be accepted: its key was neither removed nor denied.
   * Asked about every open session each second, so it must be cheap; expiry is judged elsewhere. [T-AUTH-6]
   */
  stillVouchesFor(principal: Principal): boolean;
}
