import { describe, expect, it } from 'vitest';
import { createLogSink } from '../../../src/telemetry/log-sink.js';
import type { LogLine } from '../../../src/telemetry/logger.js';
import { FakeClock } from '../../support/fake-clock.js';
import { sampleEvents } from '../../support/telemetry/sample-events.js';

function setUp(linesPerWindowMax: number) {
  const clock = new FakeClock();
  const lines: LogLine[] = [];
  const logger = {
    log: (line: LogLine) => void lines.push(line),
    droppedLines: () => 0,
    close: () => Promise.resolve(),
  };
  return { clock, lines, sink: createLogSink(logger, clock, linesPerWindowMax) };
}

const EVENTS = sampleEvents('x');

describe('log sink [P8]', () => {
  it('writes up to the bound per second and type, then says how many it left out', () => {
    const { clock, lines, sink } = setUp(3);
    for (let index = 0; index < 10; index += 1) sink.accept(EVENTS['auth.failed']);
    sink.accept(EVENTS['server.started']);
    expect(lines.map(({ event }) => event)).toEqual(['auth.failed', 'auth.failed', 'auth.failed', 'server.started']);
    clock.advance(1000);
    expect(lines.at(-1)).toMatchObject({
      event: 'log.suppressed',
      fields: { suppressed_event: 'auth.failed', count: 7 },
    });
  });

  it('says nothing at the bound, and begins anew each second', () => {
    const { clock, lines, sink } = setUp(2);
    for (let second = 0; second < 3; second += 1) {
      for (let index = 0; index < 2; index += 1) sink.accept(EVENTS['auth.failed']);
      clock.advance(1000);
    }
    expect(lines.map(({ event }) => event)).toEqual(Array.from({ length: 6 }, () => 'auth.failed'));
  });
});
