/**
 * A key set that is fetched when it is needed and kept while it is good. [T-AUTH-2]
 *
 * Promises: at most one attempt at a time and one per cooldown, however many ask; a set is refreshed in the background
 * before it expires; nobody waits for a source that is known to fail; while it fails the known keys serve until
 * `staleMaxMs` after they were last confirmed, and then none do. Time is monotonic: a jump of the wall clock neither
 * keeps old keys nor drops good ones. There are no timers: whoever asks drives it.
 */
import type { Clock } from '../../base/clock.js';
import type { KeySet, KeySetProblem, LoadKeySet } from './key-set.js';

export interface RefreshRules {
  /** How long a set is used without asking again. Milliseconds, as all here. */
  readonly cacheMs: number;
  /** Least time from one attempt to the next. */
  readonly cooldownMs: number;
  /** How long a set may be used while it cannot be confirmed. */
  readonly staleMaxMs: number;
}

/** Part of the cache time after which the next one who asks starts a refresh without waiting for it. */
const REFRESH_AFTER = 0.8;

export class RefreshedKeys {
  #set: KeySet | null = null;
  #confirmedAtMs = -Infinity;
  #attemptedAtMs = -Infinity;
  #problem: KeySetProblem | null = null;
  #attempt: Promise<void> | null = null;

  constructor(
    private readonly load: LoadKeySet,
    private readonly rules: RefreshRules,
    private readonly clock: Pick<Clock, 'monotonicMs'>,
    /** Told when other keys are in use (null), or why an attempt failed, once per reason. */
    private readonly onChange: (problem: KeySetProblem | null) => void = () => {},
  ) {}

  /** The keys to judge by now; null when they cannot be had. */
  async current(): Promise<KeySet | null> {
    const expired = this.#ageMs() >= this.rules.cacheMs;
    if (this.#usable() === null || (expired && this.#problem === null)) await this.#refresh();
    else this.poke();
    return this.#usable();
  }

  /** The same after asking once more, because a key was missing. Within the cooldown it is what is known. */
  async currentAfterMiss(): Promise<KeySet | null> {
    await this.#refresh();
    return this.#usable();
  }

  /** Starts a refresh in the background if one is due. Cheap: for callers that ask every second. */
  poke(): void {
    if (this.#ageMs() >= this.rules.cacheMs * REFRESH_AFTER) void this.#refresh();
  }

  /** The last set that could be read, however old: an unreachable source removes nobody. */
  lastSet(): KeySet | null {
    return this.#set;
  }

  /** Why the last attempt failed; null if it did not. */
  problem(): KeySetProblem | null {
    return this.#problem;
  }

  #ageMs(): number {
    return this.clock.monotonicMs() - this.#confirmedAtMs;
  }

  #usable(): KeySet | null {
    return this.#ageMs() < this.rules.staleMaxMs ? this.#set : null;
  }

  #refresh(): Promise<void> {
    if (this.#attempt !== null) return this.#attempt;
    const nowMs = this.clock.monotonicMs();
    if (nowMs - this.#attemptedAtMs < this.rules.cooldownMs) return Promise.resolve();
    this.#attemptedAtMs = nowMs;
    this.#attempt = this.#try().finally(() => {
      this.#attempt = null;
    });
    return this.#attempt;
  }

  async #try(): Promise<void> {
    const answer = await this.load(this.#set);
    const before = this.#problem;
    this.#problem = answer.ok ? null : answer.error;
    if (!answer.ok) {
      if (before !== answer.error) this.onChange(answer.error);
      return;
    }
    const isNew = before !== null || (this.#set !== null && !holdsSameKeys(this.#set, answer.value));
    this.#set = answer.value;
    this.#confirmedAtMs = this.clock.monotonicMs();
    if (isNew) this.onChange(null);
  }
}

/** A key that did not change stays the same object. */
function holdsSameKeys(before: KeySet, after: KeySet): boolean {
  return before.keys.size === after.keys.size && [...after.keys].every(([kid, key]) => before.keys.get(kid) === key);
}
