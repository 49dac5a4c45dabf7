/** What the corpus of leaks is made of. */
import type { Rng } from './rng.js';

/** One way in which somebody would leak one of the vendor's credentials: the payload of a message. */
export type Leak = (rng: Rng) => string;

export interface VendorLeaks {
  readonly vendor: string;
  /** The page whose examples the leaks are modelled on. */
  readonly page: string;
  readonly leaks: readonly Leak[];
}

/** A payload as applications send it. */
export function json(value: unknown): string {
  return JSON.stringify(value);
}
