import { describe, expect, it } from 'vitest';
import { createAuditSink } from '../../../src/telemetry/audit-sink.js';
import type { TelemetryEvent } from '../../../src/telemetry/events.js';
import { createTelemetry } from '../../../src/telemetry/telemetry.js';
import { FakeClock } from '../../support/fake-clock.js';
import { sampleEvents } from '../../support/telemetry/sample-events.js';

const FIELDS = [
  'ts',
  'action',
  'tenant',
  'subject',
  'client_id',
  'key_id',
  'remote_address',
  'room',
  'channel',
  'reason',
];

function setUp(linesPerSecondMax?: number) {
  const clock = new FakeClock();
  const lines: string[] = [];
  const sink = createAuditSink({ write: (line) => void lines.push(line) }, clock, linesPerSecondMax);
  const records = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { clock, lines, sink, records };
}

const someone = { clientId: 'n1.c', tenant: 'acme', subject: 'alice', keyId: 'k1', remoteAddress: '192.0.2.1' };

describe('the audit log [T-AUD-1]', () => {
  it('writes one object with all fields per line, null where there is nothing to say', () => {
    const { sink, records, lines } = setUp();
    sink.accept({ type: 'auth.accepted', ...someone, how: 'hello' });
    sink.accept({
      type: 'auth.failed',
      remoteAddress: '192.0.2.9',
      reason: 'bad_signature',
      tenant: null,
      clientId: null,
    });
    expect(records().map((record) => Object.keys(record))).toEqual([FIELDS, FIELDS]);
    expect(records()[0]).toMatchObject({
      ts: '2025-10-09T08:53:20.000Z',
      action: 'connect',
      tenant: 'acme',
      subject: 'alice',
      client_id: 'n1.c',
      key_id: 'k1',
      remote_address: '192.0.2.1',
      room: null,
      reason: null,
    });
    expect(records()[1]).toMatchObject({ action: 'failed_login', reason: 'bad_signature', tenant: null });
    expect(lines.every((line) => line.endsWith('}\n'))).toBe(true);
  });

  it.each<[string, TelemetryEvent, Record<string, unknown>]>([
    ['refresh', { type: 'auth.accepted', ...someone, how: 'refresh' }, { subject: 'alice' }],
    [
      'denied',
      { type: 'auth.denied', ...someone, action: 'publish', room: 'r', channel: 'c' },
      { room: 'r', channel: 'c', reason: 'publish' },
    ],
    [
      'denied',
      { type: 'auth.denied', ...someone, action: 'command history', room: '', channel: '' },
      { room: null, reason: 'command history' },
    ],
    ['join', { type: 'subscription.opened', ...someone, room: 'r', channel: '*' }, { room: 'r', channel: '*' }],
    [
      'leave',
      { type: 'subscription.closed', ...someone, room: 'r', channel: 'c', reason: 'grant_lost' },
      { reason: 'grant_lost' },
    ],
    [
      'disconnect',
      { type: 'session.closed', ...someone, code: 1006, reason: 'closed' },
      { reason: 'closed with 1006' },
    ],
    [
      'disconnect',
      { type: 'session.closed', ...someone, code: 4500, reason: 'revoked' },
      { reason: 'revoked', key_id: 'k1' },
    ],
    [
      'banned',
      { type: 'access.banned', what: 'address', tenant: '', name: '192.0.2.0', untilMs: 1, durationMs: 5 },
      { remote_address: '192.0.2.0', subject: null, tenant: null, reason: 'for 5 ms' },
    ],
    [
      'banned',
      { type: 'access.banned', what: 'subject', tenant: 'acme', name: 'alice', untilMs: 1, durationMs: 5 },
      { subject: 'alice', tenant: 'acme' },
    ],
    [
      'deny_list_replaced',
      { type: 'access.deny_replaced', subjects: 1, keyIds: 2, addresses: 3 },
      { reason: '1 subjects, 2 keys, 3 addresses' },
    ],
    ['server_draining', { type: 'server.draining', deadlineMs: 1, connections: 2 }, {}],
  ])('says %s', (action, event, fields) => {
    const { sink, records } = setUp();
    sink.accept(event);
    expect(records()).toMatchObject([{ action, ...fields }]);
  });

  it('says nothing of messages and figures', () => {
    const { sink, lines } = setUp();
    const samples = sampleEvents('x');
    for (const type of [
      'message.rejected',
      'command.handled',
      'casil.decision',
      'gap.announced',
      'internal.error',
    ] as const) {
      sink.accept(samples[type]);
    }
    expect(lines).toEqual([]);
  });

  it('lets no text of others break a line or fool its reader', () => {
    const { sink, lines } = setUp();
    for (const event of Object.values(sampleEvents('a\n{"action":"forged"}\u202e\u0000'))) sink.accept(event);
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) {
      expect(line.indexOf('\n')).toBe(line.length - 1);
      expect(line).not.toContain('\u202e');
      expect(line).not.toContain('\u0000');
      expect((JSON.parse(line) as { action: string }).action).not.toBe('forged');
    }
  });

  it('is written after the mask of the telemetry', () => {
    const { sink, records } = setUp();
    const telemetry = createTelemetry([sink], (text) => text.replaceAll('hush', '####'));
    telemetry.emit({ type: 'auth.accepted', ...someone, subject: 'svc-hush', keyId: 'hush', how: 'hello' });
    expect(records()).toMatchObject([{ subject: 'svc-####', key_id: '####' }]);
  });

  it('leaves out what strangers pile up past a number of lines per second, and says how much; never the rest', () => {
    const { clock, sink, records } = setUp(3);
    for (let count = 0; count < 10; count += 1) {
      sink.accept({ type: 'auth.failed', remoteAddress: '192.0.2.9', reason: 'unknown', tenant: null, clientId: null });
      sink.accept({ type: 'auth.accepted', ...someone, how: 'hello' });
    }
    clock.advance(1000);
    sink.accept({ type: 'auth.failed', remoteAddress: '192.0.2.9', reason: 'unknown', tenant: null, clientId: null });
    const counts = new Map<unknown, number>();
    for (const { action } of records()) counts.set(action, (counts.get(action) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ failed_login: 4, connect: 10, left_out: 1 });
    expect(records().find(({ action }) => action === 'left_out')).toMatchObject({ count: 7, reason: 'failed_login' });
  });
});
