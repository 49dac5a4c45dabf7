/** Keys of one issuer at one time, and what can go wrong in getting them. */
import type { Result } from '../../base/result.js';
import type { VerificationKey } from './verification-key.js';

export interface KeySet {
  readonly keys: ReadonlyMap<string, VerificationKey>;
  /** How many keys of the document were left out: private, symmetric, weak, unnamed or for something else. */
  readonly ignored: number;
}

/** Stable words for operators; nothing of what was read. */
export type KeySetProblem =
  | 'unreachable'
  | 'timeout'
  /** Any HTTP answer but 200, redirects included. */
  | 'refused'
  | 'too_large'
  | 'not_a_key_set'
  | 'too_many_keys'
  | 'duplicate_kid';

/** Gets the set anew. Never rejects. */
export type LoadKeySet = (previous: KeySet | null) => Promise<Result<KeySet, KeySetProblem>>;

/** A set's document may not be longer: a hundred keys of 4096 bits take less. */
export const KEY_SET_BYTES_MAX = 262_144;
