/** Who is speaking: the answer of an authenticator, and all that authorize() looks at. */
import type { wire } from '../protocol/codec.js';

/** Patterns over `room:channel` addresses (exact, `room:*`, `prefix*:*`, `*`), and over command names. */
export interface GrantSet {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
  readonly history: readonly string[];
  readonly create: readonly string[];
  readonly command: readonly string[];
}

export interface Principal {
  readonly tenant: string;
  readonly subject: string;
  /** What the credential says the client is; null where it leaves that to hello. */
  readonly clientType: wire.ClientType | null;
  readonly roles: readonly string[];
  readonly grants: GrantSet;
  readonly capabilities: readonly string[];
  /** Addresses the server joins for the session when it opens; each must be granted. [T-AUTH-7] */
  readonly subscriptions: readonly string[];
  /** Milliseconds since 1970; Infinity if never. */
  readonly expiresAtMs: number;
  /** Which key vouched for it; never the key itself. */
  readonly keyId: string;
}
