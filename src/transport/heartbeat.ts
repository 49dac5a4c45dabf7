/**
 * Whether a peer is alive: it is pinged at an interval and must show a sign of life before a deadline. Any complete
 * message or control frame is one; bytes of an unfinished message are not. No timer of its own: it is asked.
 */
export type HeartbeatAction = 'none' | 'ping' | 'expired';

export interface HeartbeatTimes {
  readonly pingIntervalMs: number;
  readonly pongDeadlineMs: number;
}

export class Heartbeat {
  #pingDueAtMs: number;
  /** Infinity while no answer is owed. */
  #deadlineAtMs = Number.POSITIVE_INFINITY;
  #seen = false;

  /** @param share in [0, 1): spreads the first pings of connections that came together over half an interval. */
  constructor(times: HeartbeatTimes, nowMs: number, share: number) {
    this.#pingDueAtMs = nowMs + times.pingIntervalMs * (0.5 + share / 2);
  }

  /** A sign of life; costs one store. */
  see(): void {
    this.#seen = true;
  }

  /** What to do now. 'ping' is said once per interval, 'expired' at every call after the deadline. */
  check(times: HeartbeatTimes, nowMs: number): HeartbeatAction {
    if (this.#deadlineAtMs !== Number.POSITIVE_INFINITY) {
      if (this.#seen) this.#deadlineAtMs = Number.POSITIVE_INFINITY;
      else if (nowMs >= this.#deadlineAtMs) return 'expired';
    }
    if (nowMs < this.#pingDueAtMs || this.#deadlineAtMs !== Number.POSITIVE_INFINITY) return 'none';
    this.#pingDueAtMs = nowMs + times.pingIntervalMs;
    this.#deadlineAtMs = nowMs + times.pongDeadlineMs;
    this.#seen = false;
    return 'ping';
  }
}
