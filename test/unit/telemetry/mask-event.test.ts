import { describe, expect, it } from 'vitest';
import { InvariantError } from '../../../src/base/invariant.js';
import type { TelemetryEvent } from '../../../src/telemetry/events.js';
import { maskEvent } from '../../../src/telemetry/mask-event.js';
import { createTelemetry, type TelemetrySink } from '../../../src/telemetry/telemetry.js';
import { sampleEvents } from '../../support/telemetry/sample-events.js';

const SECRET = 'open-sesame';
const HIDDEN = '[masked:test]';
const mask = (text: string) => text.replaceAll(SECRET, HIDDEN);

/** Who chose these texts is the bus, its operator or the network, whatever a test plants there. */
const OURS = ['clientId', 'remoteAddress', 'error', 'field', 'action', 'command', 'where', 'reason'];

function recorder(): TelemetrySink & { events: TelemetryEvent[] } {
  const events: TelemetryEvent[] = [];
  return { name: 'recorder', events, accept: (event) => void events.push(event) };
}

describe('masking of events [C-LOG-1]', () => {
  it.each(Object.values(sampleEvents(SECRET)))('hides what others chose in $type', (event) => {
    const masked = maskEvent(event, mask) as unknown as Readonly<Record<string, unknown>>;
    const showing = Object.entries(masked).filter(([, value]) => typeof value === 'string' && value.includes(SECRET));
    expect(showing.map(([field]) => field).filter((field) => !OURS.includes(field))).toEqual([]);
  });

  it.each(['room', 'channel', 'tenant', 'subject'] as const)('hides the %s of a decision', (field) => {
    const event = { ...sampleEvents('fine')['casil.decision'], [field]: `room-${SECRET}-x` };
    const masked = maskEvent(event, mask);
    expect(masked).toEqual({ ...event, [field]: `room-${HIDDEN}-x` });
    expect(event[field]).toContain(SECRET);
  });

  it('hides the name of a repeated violation and the reason of a refused credential', () => {
    const samples = sampleEvents(SECRET);
    expect(maskEvent(samples['casil.repeated_violations'], mask)).toMatchObject({ name: HIDDEN, tenant: HIDDEN });
    expect(maskEvent(samples['auth.failed'], mask)).toMatchObject({ reason: HIDDEN });
  });

  it('copies no event in which nothing is to be hidden', () => {
    for (const event of Object.values(sampleEvents('plain'))) {
      if (event.type !== 'internal.error') expect(maskEvent(event, mask)).toBe(event);
    }
  });

  it('asks for no text of events that are frequent and hold none', () => {
    const asked: string[] = [];
    const listen = (text: string) => (asked.push(text), text);
    const samples = sampleEvents(SECRET);
    expect(maskEvent(samples['connection.opened'], listen)).toBe(samples['connection.opened']);
    expect(asked).toEqual([]);
  });

  it('asks for the tenant alone of those that every client causes', () => {
    const asked: string[] = [];
    const listen = (text: string) => (asked.push(text), text);
    const samples = sampleEvents('plain');
    for (const type of ['connection.closed', 'message.rejected'] as const) maskEvent(samples[type], listen);
    expect(asked).toEqual(['plain', 'plain']);
  });

  it('hides message, stack and causes of an error, keeps its class, and drops what else it holds', () => {
    const deepest = new Error(`deep ${SECRET}`);
    const error = new InvariantError(`bad ${SECRET}`, { cause: new TypeError(`cause ${SECRET}`, { cause: deepest }) });
    Object.assign(error, { args: [SECRET] });
    const masked = maskEvent({ type: 'internal.error', where: 'x', error }, mask);
    if (masked.type !== 'internal.error') throw new Error('another event');
    expect(masked.error).toBeInstanceOf(InvariantError);
    expect(masked.error.name).toBe('InvariantError');
    expect(masked.error.message).toBe(`bad ${HIDDEN}`);
    expect(masked.error.stack).toContain('mask-event.test');
    expect(masked.error.stack).not.toContain(SECRET);
    const cause = masked.error.cause as Error;
    expect(cause).toBeInstanceOf(TypeError);
    expect(cause.message).toBe(`cause ${HIDDEN}`);
    expect((cause.cause as Error).message).toBe(`deep ${HIDDEN}`);
    expect(Object.keys(masked.error)).toEqual([]);
    expect(error.message).toContain(SECRET);
  });

  it('follows a circle of causes only so far [P8]', () => {
    const error = new Error('round');
    error.cause = error;
    expect(() => maskEvent({ type: 'internal.error', where: 'x', error }, mask)).not.toThrow();
  });
});

describe('telemetry with a mask [C-LOG-1]', () => {
  const created: TelemetryEvent = { type: 'channel.created', tenant: 't', room: SECRET, channel: 'c' };

  it('masks before every sink, and what a failing sink says', () => {
    const [before, after] = [recorder(), recorder()];
    const failing: TelemetrySink = {
      name: 'failing',
      accept(event) {
        throw new Error(`cannot take ${SECRET} of ${JSON.stringify(event)}`);
      },
    };
    const telemetry = createTelemetry([before, failing, after], mask);
    telemetry.emit(created);
    for (const { events } of [before, after]) {
      expect(events.map(({ type }) => type).sort()).toEqual(['channel.created', 'internal.error']);
      for (const event of events) {
        expect(JSON.stringify(event)).not.toContain(SECRET);
        if (event.type === 'internal.error') expect(event.error.message).toContain(`cannot take ${HIDDEN}`);
      }
    }
  });

  it('loses an event it cannot mask rather than show it; counts all, reports once, quotes nothing', () => {
    const sink = recorder();
    const telemetry = createTelemetry([sink], (text) => {
      throw new RangeError(`cannot mask ${text}`);
    });
    for (let index = 0; index < 3; index += 1) telemetry.emit(created);
    expect(sink.events.map(({ type }) => type)).toEqual(['internal.error']);
    const [report] = sink.events;
    if (report?.type !== 'internal.error') throw new Error('no report');
    expect(report.error.message).toBe('masking an event threw RangeError');
    expect(telemetry.failures()).toEqual(new Map([['mask', 3]]));
  });

  it('hands on the very event where no mask is given', () => {
    const sink = recorder();
    createTelemetry([sink]).emit(created);
    expect(sink.events[0]).toBe(created);
  });
});
