import { describe, expect, it } from 'vitest';
import type { Inspection } from '../../../../src/casil/inspection.js';
import { createReporter, type ReporterOptions } from '../../../../src/casil/report/reporter.js';
import type { CasilFigures } from '../../../../src/telemetry/casil-figures.js';
import type { TelemetryEvent } from '../../../../src/telemetry/events.js';
import { BLOCKED, CLEAN, FACTS, REDACTED, TAGGED } from '../../../support/casil/sample-inspections.js';

function setUp(overrides: Partial<ReporterOptions> = {}) {
  const time = { nowMs: 0 };
  const events: TelemetryEvent[] = [];
  const reporter = createReporter({
    telemetry: { emit: (event) => void events.push(event) },
    clock: () => time.nowMs,
    mode: 'enforce',
    policies: [
      { name: 'block-secrets', rules: [{ id: 'block-secret' }] },
      { name: 'house', rules: [{ id: 'mask-email' }, { id: 'block-secret' }] },
    ],
    violations: { windowMs: 1000, threshold: 1000, entriesMax: 100 },
    ...overrides,
  });
  return { time, events, reporter, types: () => events.map(({ type }) => type) };
}

describe('reporter [C-TEL-1]', () => {
  it('tells nothing of a clean message but its counts', () => {
    const { events, reporter } = setUp();
    reporter.inspected(CLEAN, FACTS);
    reporter.inspected({ ...CLEAN, flags: ['opaque_payload'], kind: 'opaque' }, FACTS);
    expect(events).toEqual([]);
    expect(reporter.figures()).toMatchObject({ inspected: 2, inspectedBytes: 200, workUnits: 20 });
  });

  it('counts, and does not tell, a rule that is about every message of a room', () => {
    const { events, reporter } = setUp();
    const always: Inspection = { ...CLEAN, reason: 'CASIL_POLICY_TAGGED', ruleIds: ['hide'], observability: 'omit' };
    reporter.inspected(always, FACTS);
    expect(events).toEqual([]);
    expect(reporter.figures().rules.get('hide')).toBe(1);
    expect(reporter.figures().reasons.get('CASIL_POLICY_TAGGED')).toBe(1);
    reporter.inspected({ ...always, risk: 'medium' }, FACTS);
    reporter.inspected({ ...always, kind: 'secure_room' }, FACTS);
    expect(events).toHaveLength(2);
  });

  it('tells who, where, what, which rules of which policies, and why', () => {
    const { events, reporter } = setUp();
    reporter.inspected(BLOCKED, FACTS);
    expect(events).toEqual([
      {
        type: 'casil.decision',
        tenant: 't',
        clientId: 'n1.c',
        subject: 'ada',
        room: 'lab',
        channel: 'done',
        messageType: 'EVENT',
        messageId: 'm1',
        mode: 'enforce',
        outcome: 'block',
        wouldBe: 'block',
        reasonCode: 'CASIL_POLICY_BLOCKED_SECRET',
        kind: 'secret',
        riskLevel: 'high',
        flags: ['contains_probable_secret'],
        ruleIds: ['block-secret'],
        policies: ['block-secrets', 'house'],
        part: 'payload',
        bytes: 100,
        work: 10,
        payloadState: 'inspected',
      },
    ]);
  });

  it.each([
    ['a tag', TAGGED],
    ['a redaction', REDACTED],
    ['a block', BLOCKED],
    ['what monitor let through', { ...BLOCKED, outcome: 'allow', reason: 'CASIL_MONITOR_MODE' }],
    ['an oversize message that is allowed', { ...CLEAN, flags: ['oversize_payload'] }],
    ['an inspection that was cut short', { ...CLEAN, flags: ['opaque_payload', 'inspection_truncated'] }],
  ] as const)('tells %s once', (_what, inspection) => {
    const { types, reporter } = setUp();
    reporter.inspected(inspection, FACTS);
    expect(types()).toEqual(['casil.decision']);
  });

  it.each([
    ['shows', {}, 'inspected'],
    ['omits, where a rule says so,', { observability: 'omit' }, 'omitted'],
    ['omits, where not all was looked at,', { flags: ['inspection_truncated'] }, 'omitted'],
    ['omits, where work ran out,', { flags: ['work_limit_reached'] }, 'omitted'],
    ['omits, where it was too large,', { flags: ['oversize_payload'] }, 'omitted'],
  ] as const)('%s a payload on operator surfaces [C-RED-2]', (_what, overrides: Partial<Inspection>, payloadState) => {
    const { events, reporter } = setUp();
    reporter.inspected({ ...TAGGED, ...overrides }, FACTS);
    expect(events[0]).toMatchObject({ payloadState });
  });

  it('tells a failure by class and place, and counts the message as well [C-CHAIN-5] [P9]', () => {
    const { events, reporter } = setUp();
    const failed: Inspection = { ...CLEAN, reason: 'CASIL_INTERNAL_BLOCK', outcome: 'block', wouldBe: 'block' };
    reporter.failed(new RangeError('content: open-sesame'), failed, FACTS);
    expect(events).toEqual([
      {
        type: 'casil.internal_error',
        tenant: 't',
        clientId: 'n1.c',
        room: 'lab',
        channel: 'done',
        outcome: 'block',
        error: 'RangeError',
        where: expect.stringMatching(/^reporter\.test\.ts:\d+:\d+$/) as string,
      },
    ]);
    const figures = reporter.figures();
    expect(figures.internalErrors.get('block')).toBe(1);
    expect(figures.reasons.get('CASIL_INTERNAL_BLOCK')).toBe(1);
    expect(figures.inspected).toBe(1);
  });

  it('says `allow` of a failure that was let through, and counts no violation for it', () => {
    const { types, events, reporter } = setUp({ violations: { windowMs: 1000, threshold: 1, entriesMax: 9 } });
    reporter.failed('text', { ...CLEAN, reason: 'CASIL_INTERNAL_ALLOW', wouldBe: 'block' }, FACTS);
    expect(types()).toEqual(['casil.internal_error']);
    expect(events[0]).toMatchObject({ outcome: 'allow', error: 'string' });
  });

  it('warns of repeated blocks and redactions, in monitor too [C-DEC-2]', () => {
    const { events, types, reporter } = setUp({ violations: { windowMs: 1000, threshold: 2, entriesMax: 9 } });
    reporter.inspected(REDACTED, { ...FACTS, room: '', channel: '' });
    for (let index = 0; index < 9; index += 1) reporter.inspected(TAGGED, FACTS);
    expect(types()).not.toContain('casil.repeated_violations');
    reporter.inspected(
      { ...BLOCKED, outcome: 'allow', reason: 'CASIL_MONITOR_MODE' },
      { ...FACTS, room: '', channel: '' },
    );
    expect(events.filter(({ type }) => type === 'casil.repeated_violations')).toEqual([
      {
        type: 'casil.repeated_violations',
        dimension: 'sender',
        tenant: 't',
        name: 'ada',
        clientId: 'n1.c',
        count: 2,
        windowMs: 1000,
      },
    ]);
    expect([...reporter.figures().repeatedViolations]).toEqual([
      ['sender', 1],
      ['room', 0],
      ['channel', 0],
    ]);
  });

  it('drops events past the rate, says how many, and counts everything [P8]', () => {
    const { time, events, types, reporter } = setUp({ eventsPerSecondMax: 10 });
    for (let index = 0; index < 100; index += 1) reporter.inspected(BLOCKED, FACTS);
    expect(types()).toEqual(Array.from({ length: 9 }, () => 'casil.decision'));
    expect(reporter.figures().outcomes.get('block')).toBe(100);
    time.nowMs = 1000;
    reporter.inspected(BLOCKED, FACTS);
    expect(events.slice(9).map(({ type }) => type)).toEqual(['casil.events_dropped', 'casil.decision']);
    expect(events[9]).toEqual({ type: 'casil.events_dropped', count: 91 });
    expect(reporter.figures().eventsDropped).toBe(91);
  });

  it('tells what was dropped when figures are read, if nothing else happens', () => {
    const { time, types, reporter } = setUp({ eventsPerSecondMax: 1 });
    for (let index = 0; index < 3; index += 1) reporter.inspected(BLOCKED, FACTS);
    reporter.figures();
    expect(types()).toEqual(['casil.decision']);
    time.nowMs = 1000;
    reporter.figures();
    reporter.figures();
    expect(types()).toEqual(['casil.decision', 'casil.events_dropped']);
  });

  it('keeps room for blocks among tags, and for failures among blocks', () => {
    const { types, reporter } = setUp({ eventsPerSecondMax: 10 });
    for (let index = 0; index < 50; index += 1) reporter.inspected(TAGGED, FACTS);
    for (let index = 0; index < 50; index += 1) reporter.inspected(BLOCKED, FACTS);
    reporter.failed(new Error('x'), CLEAN, FACTS);
    expect(types().filter((type) => type === 'casil.decision')).toHaveLength(9);
    expect(types().at(-1)).toBe('casil.internal_error');
  });

  it('hands telemetry the figures it asks for', () => {
    const figures: CasilFigures = setUp({ mode: 'monitor' }).reporter.figures();
    expect(figures.mode).toBe('monitor');
    expect([...figures.rules.keys()]).toEqual(['block-secret', 'mask-email']);
  });

  it('names every type of message a client may send, and survives one it does not know', () => {
    const { events, reporter } = setUp();
    for (let messageType = 1; messageType <= 6; messageType += 1)
      reporter.inspected(BLOCKED, { ...FACTS, messageType });
    reporter.inspected(BLOCKED, { ...FACTS, messageType: 15 });
    const named = events.flatMap((event) => (event.type === 'casil.decision' ? [event.messageType] : []));
    expect(named).toEqual(['EVENT', 'TELEMETRY', 'DIRECT', 'REQUEST', 'REPLY', 'COMMAND', 'UNKNOWN']);
  });
});
