/**
 * A new credential before the present one expires, so that the session goes on: the provider is asked in time, and the
 * session refreshed in band. Where that fails the session ends at its expiry, and the next connection asks again. [P6]
 */
import type { Timer } from '../base/clock.js';
import type { BusError } from './errors.js';
import type { Settings } from './options.js';

/** Between half of this and all of it before the expiry, spread so that many clients do not ask at once. */
const EARLY_MS = 60_000;
/** A provider that keeps giving the old credential is not asked more often. */
const PAUSE_MS = 1_000;
/** Below the longest delay of a timer, which is 2^31 - 1; renewing sooner does no harm. */
const TIMER_MS_MAX = 2_000_000_000;

/**
 * @param firstExpiryMs milliseconds since 1970; 0 if the credential never expires
 * @param renew answers the next expiry
 * @param report told why it failed
 * @returns what stops it
 */
export function startRenewal(
  { clock, random }: Settings,
  firstExpiryMs: number,
  renew: () => Promise<number>,
  report: (error: unknown) => void,
): () => void {
  let timer: Timer | null = null;
  let stopped = false;

  function arm(expiresAtMs: number): void {
    const leftMs = expiresAtMs - clock.nowMs();
    if (stopped || leftMs < PAUSE_MS) return;
    const earlyMs = Math.min(EARLY_MS, leftMs / 2) * (1 - random() / 2);
    const delayMs = Math.min(Math.max(leftMs - earlyMs, PAUSE_MS), TIMER_MS_MAX);
    timer = clock.setTimer(delayMs, () => {
      renew().then(arm, (error: unknown) => {
        if (stopped) return;
        report(error);
        // Without the grant, or as somebody else, asking again changes nothing.
        if ((error as Partial<BusError>).retry !== 'never') arm(expiresAtMs);
      });
    });
  }

  arm(firstExpiryMs);
  return () => {
    stopped = true;
    timer?.cancel();
  };
}
