/** Time as a port: production uses the system's, tests advance their own. */
export interface Clock {
  /** Wall clock, milliseconds since 1970-01-01T00:00:00Z. May jump. */
  nowMs(): number;
  /** Milliseconds from an arbitrary start; never goes back. */
  monotonicMs(): number;
  /** Calls `fn` once after `delayMs`. Timers never keep the process alive. */
  setTimer(delayMs: number, fn: () => void): Timer;
}

export interface Timer {
  cancel(): void;
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  setTimer(delayMs, fn) {
    // In browsers a timer is a number and has nothing to unref.
    const handle: { unref?: () => void } | number = setTimeout(fn, delayMs);
    if (typeof handle === 'object') handle.unref?.();
    return { cancel: () => clearTimeout(handle as ReturnType<typeof setTimeout>) };
  },
};
