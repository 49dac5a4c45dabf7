/**
 * How many events of inspection leave per second. What does not fit is counted and told as one number once the second
 * is over, so that a flood of findings cannot become a flood of telemetry. [C-TEL-1] [P8] [CON VIII.3]
 */
export interface EventGateOptions {
  /** Monotonic milliseconds. */
  readonly clock: () => number;
  readonly eventsPerSecondMax: number;
}

export interface EventGate {
  /**
   * Whether one more event may leave in this second; if not, it is counted as dropped.
   * @param share of the rate this sort of event may use up, 0 to 1; what remains is kept for the more important ones
   */
  admit(share: number): boolean;
  /** Events dropped in seconds that are over and were not taken yet. */
  takeDropped(): number;
  /** Events dropped since the start. */
  readonly dropped: number;
}

const SECOND_MS = 1000;

export function createEventGate({ clock, eventsPerSecondMax }: EventGateOptions): EventGate {
  let startedMs = -Infinity;
  let passed = 0;
  /** In this second, and in those before that nobody asked for yet. */
  let dropping = 0;
  let untold = 0;
  let dropped = 0;

  function turn(): void {
    const nowMs = clock();
    if (nowMs - startedMs < SECOND_MS) return;
    startedMs = nowMs;
    passed = 0;
    untold += dropping;
    dropping = 0;
  }

  return {
    admit(share) {
      turn();
      if (passed < Math.max(1, Math.floor(eventsPerSecondMax * share))) {
        passed += 1;
        return true;
      }
      dropping += 1;
      dropped += 1;
      return false;
    },
    takeDropped() {
      turn();
      const count = untold;
      untold = 0;
      return count;
    },
    get dropped() {
      return dropped;
    },
  };
}
