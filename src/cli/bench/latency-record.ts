/** Latencies of a run, from the moment each message was due: a server that stalls delays what was due meanwhile, too. */
import { createHistogram } from 'node:perf_hooks';

export interface LatencySummary {
  readonly count: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

export interface LatencyRecord {
  /** Both from the same monotonic clock. */
  add(dueMs: number, receivedMs: number): void;
  summary(): LatencySummary;
}

export function createLatencyRecord(): LatencyRecord {
  // Whole microseconds, at least one: what the histogram takes.
  const histogram = createHistogram();
  return {
    add(dueMs, receivedMs) {
      histogram.record(Math.max(1, Math.round((receivedMs - dueMs) * 1000)));
    },
    summary() {
      const at = (percentile: number) => (histogram.count === 0 ? 0 : histogram.percentile(percentile) / 1000);
      const maxMs = histogram.count === 0 ? 0 : histogram.max / 1000;
      return { count: histogram.count, p50Ms: at(50), p95Ms: at(95), p99Ms: at(99), maxMs };
    },
  };
}
