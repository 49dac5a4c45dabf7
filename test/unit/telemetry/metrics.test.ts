import { describe, expect, it } from 'vitest';
import { createHotCounters, type TelemetryEvent } from '../../../src/telemetry/events.js';
import { createMetrics } from '../../../src/telemetry/metrics.js';
import { sampleEvents } from '../../support/telemetry/sample-events.js';

function setUp(roomsMax = 2) {
  const counters = createHotCounters();
  const failures = new Map<string, number>();
  const metrics = createMetrics(
    {
      counters,
      connections: () => 7,
      sessions: () => 6,
      routerStats: () => ({ channels: 3, subscriptions: 9, replaying: 1 }),
      logStats: () => ({ channels: 4, entries: 50, bytes: 6000, dedupeIds: 70 }),
      eventLoopLag: () => ({ p50Ms: 1, p99Ms: 20, maxMs: 300 }),
      telemetryFailures: () => failures,
      droppedLogLines: () => 5,
      limits: () => ({ limited: new Map([['limits.rates.tenant', 12]]), bans: 2 }),
    },
    { build: { version: '9.9.9', nodeId: 'n1' }, roomsMax },
  );
  /** Value of a series by its exact text. */
  async function value(series: string): Promise<number | undefined> {
    const line = (await metrics.text()).split('\n').find((text) => text.startsWith(`${series} `));
    return line === undefined ? undefined : Number(line.slice(series.length + 1));
  }
  return { counters, failures, metrics, value, emit: (event: TelemetryEvent) => metrics.sink.accept(event) };
}

describe('metrics [CON VIII.1]', () => {
  it('reads hot counters when scraped, each time anew', async () => {
    const { counters, value } = setUp();
    counters.published = 41;
    expect(await value('arqonbus_messages_published_total')).toBe(41);
    counters.published += 1;
    expect(await value('arqonbus_messages_published_total')).toBe(42);
  });

  it('shows every hot counter', async () => {
    const { counters, metrics } = setUp();
    for (const [index, name] of (Object.keys(counters) as (keyof typeof counters)[]).entries())
      counters[name] = 1000 + index;
    const text = await metrics.text();
    for (const count of Object.values(counters))
      expect(text).toMatch(new RegExp(`^arqonbus_\\w+_total ${count}$`, 'm'));
  });

  it('reads gauges from the ports', async () => {
    const { value, failures } = setUp();
    failures.set('log', 3);
    expect(await value('arqonbus_connections')).toBe(7);
    expect(await value('arqonbus_sessions')).toBe(6);
    expect(await value('arqonbus_subscriptions')).toBe(9);
    expect(await value('arqonbus_channels')).toBe(4);
    expect(await value('arqonbus_history_bytes')).toBe(6000);
    expect(await value('arqonbus_event_loop_lag_p99_seconds')).toBe(0.02);
    expect(await value('arqonbus_log_lines_dropped_total')).toBe(5);
    expect(await value('arqonbus_limited_total{limit="limits.rates.tenant"}')).toBe(12);
    expect(await value('arqonbus_bans_total')).toBe(2);
    expect(await value('arqonbus_telemetry_failures_total{sink="log"}')).toBe(3);
    expect(await value(`arqonbus_build_info{version="9.9.9",node_id="n1",node_version="${process.version}"}`)).toBe(1);
    expect(await value('arqonbus_process_resident_bytes')).toBeGreaterThan(1e6);
  });

  it('counts events', async () => {
    const { emit, value } = setUp();
    const command = { type: 'command.handled', clientId: 'c', tenant: 't', command: 'join', durationMs: 2 } as const;
    emit({ ...command, error: null });
    emit({ ...command, error: 'NOT_FOUND' });
    emit({ type: 'message.rejected', clientId: null, tenant: 't', connectionId: 1, error: 'NOT_FOUND', field: '' });
    emit({ type: 'auth.failed', remoteAddress: '::1', reason: 'expired', tenant: null, clientId: null });
    emit({ type: 'connection.closed', connectionId: 1, clientId: null, tenant: null, code: 4002 });
    emit({ type: 'gap.announced', tenant: 't', room: 'r', channel: 'c', reason: 'TRIMMED', count: 12 });
    expect(await value('arqonbus_commands_total{command="join",outcome="ok"}')).toBe(1);
    expect(await value('arqonbus_commands_total{command="join",outcome="NOT_FOUND"}')).toBe(1);
    expect(await value('arqonbus_errors_total{code="NOT_FOUND"}')).toBe(2);
    expect(await value('arqonbus_tenant_errors_total{tenant="t",code="NOT_FOUND"}')).toBe(2);
    expect(await value('arqonbus_auth_total{outcome="failed",reason="expired"}')).toBe(1);
    expect(await value('arqonbus_connections_closed_total{code="4002"}')).toBe(1);
    expect(await value('arqonbus_gaps_total{reason="TRIMMED",tenant="t",room="r"}')).toBe(1);
    expect(await value('arqonbus_gap_messages_total{reason="TRIMMED",tenant="t",room="r"}')).toBe(12);
    expect(await value('arqonbus_command_duration_seconds_bucket{le="0.0025",command="join"}')).toBe(2);
    expect(await value('arqonbus_command_duration_seconds_bucket{le="0.001",command="join"}')).toBe(0);
  });

  it('gives the first rooms a label of their own and the rest `other` [P8]', async () => {
    const { emit, value } = setUp(2);
    const created = (room: string) => emit({ type: 'channel.created', tenant: 't', room, channel: 'c' });
    for (const room of ['a', 'b', 'c', 'd', 'a']) created(room);
    expect(await value('arqonbus_channels_created_total{tenant="t",room="a"}')).toBe(2);
    expect(await value('arqonbus_channels_created_total{tenant="t",room="b"}')).toBe(1);
    expect(await value('arqonbus_channels_created_total{tenant="t",room="other"}')).toBe(2);
    expect(await value('arqonbus_channels_created_total{tenant="t",room="c"}')).toBeUndefined();
  });

  it('keeps rooms of the same name of two tenants apart, also past the labels [T-TEN-1]', async () => {
    const { emit, value } = setUp(3);
    const created = (tenant: string, room: string) => emit({ type: 'channel.created', tenant, room, channel: 'c' });
    for (const [tenant, room] of [
      ['a', 'chat'],
      ['b', 'chat'],
      ['a', 'chat'],
      ['a', 'made-up-1'],
      ['a', 'made-up-2'],
      ['a', 'made-up-3'],
      ['b', 'more'],
    ] as const)
      created(tenant, room);
    const of = (tenant: string, room: string) =>
      value(`arqonbus_channels_created_total{tenant="${tenant}",room="${room}"}`);
    expect([await of('a', 'chat'), await of('b', 'chat')]).toEqual([2, 1]);
    expect([await of('a', 'other'), await of('b', 'other')]).toEqual([2, 1]);
  });

  it('counts errors per tenant, and those before anyone was known only together [T-TEN-1]', async () => {
    const { emit, metrics, value } = setUp();
    const rejected = {
      type: 'message.rejected',
      clientId: null,
      connectionId: 1,
      error: 'RATE_LIMITED',
      field: '',
    } as const;
    for (const tenant of ['a', 'a', 'b', null]) emit({ ...rejected, tenant });
    expect(await value('arqonbus_errors_total{code="RATE_LIMITED"}')).toBe(4);
    expect(await value('arqonbus_tenant_errors_total{tenant="a",code="RATE_LIMITED"}')).toBe(2);
    expect(await value('arqonbus_tenant_errors_total{tenant="b",code="RATE_LIMITED"}')).toBe(1);
    expect(await metrics.text()).not.toContain('tenant=""');
  });

  it('does not grow with what clients make up [P8]', async () => {
    const { emit, metrics } = setUp(20);
    for (let index = 0; index < 3000; index += 1) {
      for (const event of Object.values(sampleEvents(`made-up-${index}`))) emit(event);
      emit({ type: 'connection.closed', connectionId: index, clientId: null, tenant: null, code: 1000 + index });
    }
    expect((await metrics.text()).split('\n').length).toBeLessThan(9000);
    const series = (await metrics.text()).split('\n').length;
    for (const event of Object.values(sampleEvents('one-more'))) emit(event);
    expect((await metrics.text()).split('\n').length).toBe(series);
  });

  it('counts an event of every type without failing', () => {
    const { emit } = setUp();
    for (const event of Object.values(sampleEvents('x'))) expect(() => emit(event)).not.toThrow();
  });

  it('keeps two servers of one process apart', async () => {
    const [first, second] = [setUp(), setUp()];
    first.emit({ type: 'connection.opened', connectionId: 1, remoteAddress: '::1' });
    expect(await first.value('arqonbus_connections_opened_total')).toBe(1);
    expect(await second.value('arqonbus_connections_opened_total')).toBe(0);
  });
});
