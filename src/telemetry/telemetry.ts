/**
 * The way of an event to those who want it. Emitting never throws, never waits and costs the emitter one loop over a
 * few sinks: a sink that fails loses its event, is counted, and is reported once. [S-TEL-1] [CON VIII.3]
 */
import { InvariantError } from '../base/invariant.js';
import type { Telemetry, TelemetryEvent } from './events.js';

/** Must not block; what it throws goes no further. Whatever it starts later must handle its own failures. */
export interface TelemetrySink {
  /** For the report of its failure, and as a metrics label. */
  readonly name: string;
  accept(event: TelemetryEvent): void;
}

export interface IsolatingTelemetry extends Telemetry {
  /** Events lost per sink since start; sinks that never failed are not in it. */
  failures(): ReadonlyMap<string, number>;
}

export function createTelemetry(sinks: readonly TelemetrySink[]): IsolatingTelemetry {
  const failures = new Map<string, number>();

  function offer(sink: TelemetrySink, event: TelemetryEvent): void {
    try {
      sink.accept(event);
    } catch (error) {
      const earlier = failures.get(sink.name) ?? 0;
      failures.set(sink.name, earlier + 1);
      if (earlier === 0) report(sink, error);
    }
  }

  /** To the others only: the one that failed would fail again. */
  function report(failed: TelemetrySink, cause: unknown): void {
    const error = cause instanceof Error ? cause : new InvariantError(String(cause));
    const event: TelemetryEvent = { type: 'internal.error', where: `telemetry sink ${failed.name}`, error };
    for (const sink of sinks) if (sink !== failed) offer(sink, event);
  }

  return {
    emit(event) {
      for (const sink of sinks) offer(sink, event);
    },
    failures: () => failures,
  };
}
