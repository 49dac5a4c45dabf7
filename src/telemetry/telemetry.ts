/**
 * The way of an event to those who want it. Emitting never throws, never waits and costs the emitter one loop over a
 * few sinks: a sink that fails loses its event, is counted, and is reported once. [S-TEL-1] [CON VIII.3]
 */
import { InvariantError } from '../base/invariant.js';
import type { Telemetry, TelemetryEvent } from './events.js';
import { maskEvent, type MaskText } from './mask-event.js';

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

/** Under this name the failures of masking are counted. */
const MASK = 'mask';

/** @param maskText Hides credentials in text that others chose, before any sink sees it. [C-LOG-1] */
export function createTelemetry(sinks: readonly TelemetrySink[], maskText: MaskText | null = null): IsolatingTelemetry {
  const failures = new Map<string, number>();

  function offer(sink: TelemetrySink, event: TelemetryEvent): void {
    try {
      sink.accept(event);
    } catch (error) {
      if (countFailure(sink.name) === 1) report(sink, error);
    }
  }

  /** To the others only: the one that failed would fail again. */
  function report(failed: TelemetrySink, cause: unknown): void {
    const error = cause instanceof Error ? cause : new InvariantError(String(cause));
    const event = mask({ type: 'internal.error', where: `telemetry sink ${failed.name}`, error });
    if (event === null) return;
    for (const sink of sinks) if (sink !== failed) offer(sink, event);
  }

  /** null where masking failed: the event is lost then, because nothing may get out unmasked. */
  function mask(event: TelemetryEvent): TelemetryEvent | null {
    if (maskText === null) return event;
    try {
      return maskEvent(event, maskText);
    } catch (error) {
      if (countFailure(MASK) === 1) reportMask(error);
      return null;
    }
  }

  /** The name alone: its message could quote what was to be masked. */
  function reportMask(cause: unknown): void {
    const error = new InvariantError(`masking an event threw ${cause instanceof Error ? cause.name : typeof cause}`);
    for (const sink of sinks) offer(sink, { type: 'internal.error', where: 'telemetry mask', error });
  }

  function countFailure(name: string): number {
    const count = (failures.get(name) ?? 0) + 1;
    failures.set(name, count);
    return count;
  }

  return {
    emit(event) {
      const masked = mask(event);
      if (masked === null) return;
      for (const sink of sinks) offer(sink, masked);
    },
    failures: () => failures,
  };
}
