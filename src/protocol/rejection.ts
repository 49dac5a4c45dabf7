/**
 * Why an envelope was refused, as a value. Preallocated per (code, field): refusing costs no allocation, so garbage
 * is cheaper for us than for its sender. [P8]
 */
import type { wire } from './codec.js';
import { ERROR_CATALOGUE } from './generated/error-catalogue.js';

export type ErrorCode = wire.ErrorCode;
export type ErrorName = keyof typeof ERROR_CATALOGUE;

export interface Rejection {
  readonly code: ErrorCode;
  readonly name: ErrorName;
  /** What, where and what to do, for people; never holds client data. */
  readonly message: string;
  readonly retry: wire.Retry;
  /** Envelope field, command argument or limit that is wrong; empty where none is. */
  readonly field: string;
  /** Milliseconds; 0 if it does not matter. */
  readonly retryAfterMs: number;
  /** Serialized field `casil` for the sender, where inspection refused and the server shows what it says. */
  readonly casil: Uint8Array | null;
}

const cache = new Map<string, Rejection>();

/** The one Rejection of this code and field. `field` must come from our own code, never from a client. */
export function rejection(name: ErrorName, field = ''): Rejection {
  const key = `${name}/${field}`;
  let found = cache.get(key);
  if (found === undefined) {
    const { code, message, retry } = ERROR_CATALOGUE[name];
    found = Object.freeze({ code, name, message, retry, field, retryAfterMs: 0, casil: null });
    cache.set(key, found);
  }
  return found;
}
