/** How a credential becomes a Principal. One file per scheme; `server` picks one from configuration. */
import type { Result } from '../base/result.js';
import type { Principal } from './principal.js';

/** A stable word for metrics and logs; the client always gets the same UNAUTHENTICATED. */
export interface AuthFailure {
  readonly reason: 'missing' | 'malformed' | 'unknown' | 'expired' | 'not_allowed' | 'unavailable';
}

export interface Authenticator {
  readonly scheme: string;
  /** @param credential as presented; null if none was. Never logged, never part of the answer. Never rejects. */
  authenticate(request: { credential: string | null; remoteAddress: string }): Promise<Result<Principal, AuthFailure>>;
}
