/** Spreads sends evenly at a rate, measured from the first, so that a pause is caught up and not lost. */
import type { Clock } from '../../base/clock.js';

export interface Pacer {
  /** Resolves when the next one is due. */
  next(): Promise<void>;
}

export function createPacer(clock: Clock, ratePerSecond: number | null): Pacer {
  if (ratePerSecond === null) return { next: async () => undefined };
  let startMs: number | null = null;
  let count = 0;
  return {
    async next() {
      startMs ??= clock.monotonicMs();
      const waitMs = startMs + (count * 1000) / ratePerSecond - clock.monotonicMs();
      count += 1;
      if (waitMs > 1) await new Promise<void>((resolve) => void setTimeout(resolve, waitMs));
    },
  };
}
