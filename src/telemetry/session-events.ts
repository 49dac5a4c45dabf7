/** What sessions do and what becomes of them: the events the audit log is made of. [T-AUD-1] */

/** Who did it. */
export interface Someone {
  readonly clientId: string;
  readonly tenant: string;
  readonly subject: string;
  /** Which key vouched for it; never the key itself. */
  readonly keyId: string;
  readonly remoteAddress: string;
}

export type SessionEvent =
  /** A session opened (`hello`), or a credential was replaced in an open one (`refresh`). */
  | (Someone & { readonly type: 'auth.accepted'; readonly how: 'hello' | 'refresh' })
  /** `action` is a grant's name, `command <name>`, or `direct`, `request`, `reply`. */
  | (Someone & {
      readonly type: 'auth.denied';
      readonly action: string;
      readonly room: string;
      readonly channel: string;
    })
  | (Someone & {
      readonly type: 'session.closed';
      /** WebSocket close code. */
      readonly code: number;
      /** Why the bus ended it; `closed` where it did not, or for a reason the code tells. */
      readonly reason: 'closed' | 'expired' | 'revoked' | 'denied';
    })
  | (Someone & { readonly type: 'subscription.opened'; readonly room: string; readonly channel: string })
  /** Not told of those that end with their session. */
  | (Someone & {
      readonly type: 'subscription.closed';
      readonly room: string;
      readonly channel: string;
      readonly reason: 'left' | 'grant_lost';
    })
  /** An operator put another deny list in force; how many it names. */
  | {
      readonly type: 'access.deny_replaced';
      readonly subjects: number;
      readonly keyIds: number;
      readonly addresses: number;
    }
  /** The audit log loses lines, told once until it works again. */
  | { readonly type: 'audit.failing'; readonly reason: string };
