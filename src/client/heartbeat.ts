/**
 * Notices a connection that died without a word: browsers see no WebSocket pings, and TCP may stay silent for a
 * quarter of an hour. After a silent interval a probe goes out; if nothing at all comes back in time, it is dead.
 */
import type { Clock, Timer } from '../base/clock.js';

export interface HeartbeatOptions {
  readonly clock: Clock;
  readonly intervalMs: number;
  readonly deadlineMs: number;
  /** Monotonic time of the latest sign of life. */
  readonly lastInboundMs: () => number;
  readonly probe: () => void;
  readonly onDead: () => void;
}

/** @returns what stops it. */
export function startHeartbeat(options: HeartbeatOptions): () => void {
  const { clock, intervalMs, deadlineMs } = options;
  let timer: Timer = clock.setTimer(intervalMs, check);

  function check(): void {
    const silentMs = clock.monotonicMs() - options.lastInboundMs();
    if (silentMs < intervalMs) {
      timer = clock.setTimer(intervalMs - silentMs, check);
      return;
    }
    const probedAtMs = clock.monotonicMs();
    timer = clock.setTimer(deadlineMs, () => {
      if (options.lastInboundMs() < probedAtMs) options.onDead();
      else check();
    });
    options.probe();
  }

  return () => timer.cancel();
}
