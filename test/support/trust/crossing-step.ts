/** What generated programs are made of: steps of the sessions of two tenants. */
import type { wire } from '../../../src/protocol/codec.js';

export type Tenant = 'a' | 'b';

/** How a step names what exists only when it runs. `theirs` is the other tenant's; made up where that is absent. */
export interface Names {
  client(whose: Whose, index: number): string;
  /** An epoch the tenant's sessions have heard of: one that place has or had, where they know any. */
  epoch(whose: Whose, nth: number, place?: { readonly room: string; readonly channel: string }): number;
  /** A credential of the session; `theirs` is that of the same session of the other tenant. */
  token(whose: Whose, kind: string): string;
  /** What the tenants are called. */
  tenant(whose: Whose): string;
}

export type Whose = 'own' | 'theirs';

/** What one session does, or a stretch of time. Choices were made when it was generated; names are looked up late. */
export interface Step {
  readonly tenant: Tenant;
  readonly session: number;
  /** For the reader of a failure. */
  readonly label: string;
  readonly act: Act;
}

export type MakeEnvelope = (names: Names) => wire.IEnvelope;

export type Act =
  | { readonly kind: 'send'; readonly make: MakeEnvelope; /** Envelopes of one Frame. */ readonly copies: number }
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'reconnect'; readonly token: string; readonly hello: wire.IHello }
  /** More connections of the session's subject, until one is refused; or none of them any more. */
  | { readonly kind: 'crowd'; readonly connections: number }
  | { readonly kind: 'wait'; readonly ms: number };

export type Choice = Pick<Step, 'label' | 'act'>;

export const SESSIONS_PER_TENANT = 2;

/** Content of A's holds it, and nothing else does: whoever reads it where B is was shown what is not theirs. */
export const MARK_OF_A = 'only-of-a';

export function send(label: string, make: MakeEnvelope, copies = 1): Choice {
  return { label, act: { kind: 'send', make, copies } };
}
