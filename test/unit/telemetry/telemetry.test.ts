import { describe, expect, it } from 'vitest';
import type { TelemetryEvent } from '../../../src/telemetry/events.js';
import { createTelemetry, type TelemetrySink } from '../../../src/telemetry/telemetry.js';

const EVENT: TelemetryEvent = { type: 'connection.opened', connectionId: 1, remoteAddress: '127.0.0.1' };

function recorder(name: string): TelemetrySink & { events: TelemetryEvent[] } {
  const events: TelemetryEvent[] = [];
  return { name, events, accept: (event) => void events.push(event) };
}

function failing(name: string, thrown: unknown): TelemetrySink {
  return {
    name,
    accept() {
      throw thrown;
    },
  };
}

describe('telemetry [S-TEL-1]', () => {
  it('hands each event to each sink, in order', () => {
    const [a, b] = [recorder('a'), recorder('b')];
    const telemetry = createTelemetry([a, b]);
    telemetry.emit(EVENT);
    telemetry.emit({ type: 'server.stopped', code: 0 });
    expect(a.events.map(({ type }) => type)).toEqual(['connection.opened', 'server.stopped']);
    expect(b.events).toEqual(a.events);
    expect(telemetry.failures().size).toBe(0);
  });

  it('keeps a failing sink from the emitter and from the others; counts all, reports once', () => {
    const [before, after] = [recorder('before'), recorder('after')];
    const cause = new Error('disk full');
    const telemetry = createTelemetry([before, failing('broken', cause), after]);
    for (let index = 0; index < 5; index += 1) telemetry.emit(EVENT);
    for (const sink of [before, after]) {
      expect(sink.events.filter(({ type }) => type === 'connection.opened')).toHaveLength(5);
      const reports = sink.events.filter(({ type }) => type === 'internal.error');
      expect(reports).toEqual([{ type: 'internal.error', where: 'telemetry sink broken', error: cause }]);
    }
    expect(telemetry.failures()).toEqual(new Map([['broken', 5]]));
  });

  it('survives sinks that all fail, and sinks that throw what is no error', () => {
    const telemetry = createTelemetry([failing('a', 'text'), failing('b', undefined)]);
    expect(() => telemetry.emit(EVENT)).not.toThrow();
    expect([...telemetry.failures().keys()].sort()).toEqual(['a', 'b']);
  });
});
