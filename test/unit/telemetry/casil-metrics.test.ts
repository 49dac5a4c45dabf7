import { describe, expect, it } from 'vitest';
import type { CasilFigures } from '../../../src/telemetry/casil-figures.js';
import { createHotCounters } from '../../../src/telemetry/events.js';
import { createMetrics } from '../../../src/telemetry/metrics.js';

const FIGURES: CasilFigures = {
  mode: 'monitor',
  inspected: 101,
  outcomes: new Map([
    ['allow', 103],
    ['block', 0],
  ]),
  wouldBe: new Map([['block', 104]]),
  kinds: new Map([['secret', 105]]),
  risks: new Map([['high', 106]]),
  flags: new Map([['oversize_payload', 107]]),
  rules: new Map([['block-secret', 108]]),
  reasons: new Map([['CASIL_MONITOR_MODE', 109]]),
  internalErrors: new Map([['allow', 110]]),
  repeatedViolations: new Map([['sender', 111]]),
  eventsDropped: 112,
  inspectedBytes: 113,
  workUnits: 114,
};

const SERIES = {
  arqonbus_casil_inspected_total: 101,
  'arqonbus_casil_outcomes_total{outcome="allow",mode="monitor"}': 103,
  'arqonbus_casil_outcomes_total{outcome="block",mode="monitor"}': 0,
  'arqonbus_casil_would_be_total{outcome="block"}': 104,
  'arqonbus_casil_kinds_total{kind="secret"}': 105,
  'arqonbus_casil_risk_total{risk="high"}': 106,
  'arqonbus_casil_flags_total{flag="oversize_payload"}': 107,
  'arqonbus_casil_rules_total{rule="block-secret"}': 108,
  'arqonbus_casil_reasons_total{reason="CASIL_MONITOR_MODE"}': 109,
  'arqonbus_casil_internal_errors_total{action="allow"}': 110,
  'arqonbus_casil_repeated_violations_total{dimension="sender"}': 111,
  arqonbus_casil_events_dropped_total: 112,
  arqonbus_casil_inspected_bytes_total: 113,
  arqonbus_casil_work_units_total: 114,
};

function createMetricsWith(casil?: () => CasilFigures | null) {
  return createMetrics(
    {
      counters: createHotCounters(),
      connections: () => 0,
      sessions: () => 0,
      routerStats: () => ({ channels: 0, subscriptions: 0, replaying: 0 }),
      logStats: () => ({ channels: 0, entries: 0, bytes: 0, dedupeIds: 0 }),
      eventLoopLag: () => ({ p50Ms: 0, p99Ms: 0, maxMs: 0 }),
      telemetryFailures: () => new Map(),
      droppedLogLines: () => 0,
      ...(casil === undefined ? {} : { casil }),
    },
    { build: { version: '9.9.9', nodeId: 'n1' }, roomsMax: 2 },
  );
}

function seriesOf(text: string): Record<string, number> {
  const lines = text.split('\n').filter((line) => line.startsWith('arqonbus_casil_'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

describe('metrics of inspection [C-TEL-1]', () => {
  it('shows every figure, and nothing else', async () => {
    expect(seriesOf(await createMetricsWith(() => FIGURES).text())).toEqual(SERIES);
  });

  it('reads them anew at each scrape', async () => {
    let inspected = 1;
    const metrics = createMetricsWith(() => ({ ...FIGURES, inspected, rules: new Map([[`rule-${inspected}`, 1]]) }));
    await metrics.text();
    inspected = 2;
    const series = seriesOf(await metrics.text());
    expect(series['arqonbus_casil_inspected_total']).toBe(2);
    expect(Object.keys(series).filter((name) => name.includes('rules_total'))).toEqual([
      'arqonbus_casil_rules_total{rule="rule-2"}',
    ]);
  });

  it.each([
    ['is disabled', () => null],
    ['is not built in', undefined],
  ])('has none of these series where inspection %s', async (_when, casil) => {
    const text = await createMetricsWith(casil).text();
    expect(text).not.toContain('casil');
    expect(text).toContain('arqonbus_connections 0');
  });

  it('follows the text format: one newline at the end, HELP and TYPE before the first series', async () => {
    const text = await createMetricsWith(() => FIGURES).text();
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).toMatch(
      /\n\n# HELP arqonbus_casil_inspected_total .+\n# TYPE arqonbus_casil_inspected_total counter\n/,
    );
  });
});
