/** Lets at most `rate` messages a second through and counts the rest; loss is always told. */
export interface RateGate {
  /** Whether this one may pass. */
  pass(nowMs: number): boolean;
  /** How many did not pass since the last call. */
  takeUnshown(): number;
}

/** A full second's worth may pass at once. */
export function createRateGate(rate: number): RateGate {
  let tokens = Math.max(1, rate);
  let lastMs: number | null = null;
  let unshown = 0;
  return {
    pass(nowMs) {
      if (lastMs !== null) tokens = Math.min(Math.max(1, rate), tokens + ((nowMs - lastMs) * rate) / 1000);
      lastMs = nowMs;
      if (tokens >= 1) {
        tokens -= 1;
        return true;
      }
      unshown += 1;
      return false;
    },
    takeUnshown() {
      const count = unshown;
      unshown = 0;
      return count;
    },
  };
}
