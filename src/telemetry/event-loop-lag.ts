import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Clock, Timer } from '../base/clock.js';

/** How long the event loop keeps others waiting: the first thing to look at when latency grows. Milliseconds. */
export interface EventLoopLag {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

export interface EventLoopLagMeter {
  /** Of the last full window; of the current one until the first is full. */
  read(): EventLoopLag;
  stop(): void;
}

/** How often the probe's timer fires; what it measures above this is lag. */
const RESOLUTION_MS = 10;
const WINDOW_MS = 10_000;
const NANOSECONDS_PER_MS = 1e6;

export function startEventLoopLagMeter(clock: Clock): EventLoopLagMeter {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  let lastWindow: EventLoopLag | null = null;
  let timer: Timer = clock.setTimer(WINDOW_MS, turnWindow);

  function current(): EventLoopLag {
    if (histogram.count === 0) return { p50Ms: 0, p99Ms: 0, maxMs: 0 };
    const lagMs = (nanoseconds: number) => Math.max(0, nanoseconds / NANOSECONDS_PER_MS - RESOLUTION_MS);
    return {
      p50Ms: lagMs(histogram.percentile(50)),
      p99Ms: lagMs(histogram.percentile(99)),
      maxMs: lagMs(histogram.max),
    };
  }

  function turnWindow(): void {
    lastWindow = current();
    histogram.reset();
    timer = clock.setTimer(WINDOW_MS, turnWindow);
  }

  return {
    read: () => lastWindow ?? current(),
    stop() {
      timer.cancel();
      histogram.disable();
    },
  };
}
