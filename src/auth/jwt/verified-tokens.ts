/**
 * Tokens whose signature has been checked, so that a client that reconnects costs a hash. Keyed by the hash of the whole
 * token exactly as presented, never by anything read out of it: two tokens that mean the same are two entries, and
 * nobody becomes someone by resembling a token. The least recently used go first.
 */
import { createHash } from 'node:crypto';
import type { Principal } from '../principal.js';
import type { Issuer } from './issuer.js';
import type { VerificationKey } from './verification-key.js';

export interface VerifiedToken {
  readonly principal: Principal;
  readonly issuer: Issuer;
  readonly key: VerificationKey;
}

export class VerifiedTokens {
  /** In order of use, the oldest first. */
  readonly #entries = new Map<string, VerifiedToken>();

  constructor(private readonly countMax: number) {}

  get size(): number {
    return this.#entries.size;
  }

  find(token: string): VerifiedToken | null {
    const name = nameOf(token);
    const entry = this.#entries.get(name);
    if (entry === undefined) return null;
    this.#entries.delete(name);
    this.#entries.set(name, entry);
    return entry;
  }

  remember(token: string, entry: VerifiedToken): void {
    if (this.countMax === 0) return;
    const name = nameOf(token);
    this.#entries.delete(name);
    this.#entries.set(name, entry);
    if (this.#entries.size <= this.countMax) return;
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }

  forget(token: string): void {
    this.#entries.delete(nameOf(token));
  }
}

function nameOf(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('base64');
}
