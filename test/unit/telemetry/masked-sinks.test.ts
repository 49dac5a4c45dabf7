import { describe, expect, it } from 'vitest';
import { detectorsNamed } from '../../../src/casil/detectors/catalogue.js';
import { createScanner } from '../../../src/casil/engine/create-scanner.js';
import { createIdentifierMask } from '../../../src/casil/identifiers/mask-identifiers.js';
import { createHotCounters } from '../../../src/telemetry/events.js';
import { createLogSink } from '../../../src/telemetry/log-sink.js';
import { createLogger } from '../../../src/telemetry/logger.js';
import { createMetrics } from '../../../src/telemetry/metrics.js';
import { createTelemetry } from '../../../src/telemetry/telemetry.js';
import { FakeClock } from '../../support/fake-clock.js';
import { sampleEvents } from '../../support/telemetry/sample-events.js';

const SECRETS = detectorsNamed(['secrets']).detectors;
const GITHUB = SECRETS.find(({ id }) => id === 'github-token');

/** A small generator (Lehmer) of integers in [0, below). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 0x7fff_ffff;
    return Math.floor((state / 0x7fff_ffff) * below);
  };
}

function setUp() {
  const clock = new FakeClock();
  const lines: string[] = [];
  const destination = {
    write: (line: string) => void lines.push(line),
    droppedLines: () => 0,
    close: () => Promise.resolve(),
  };
  const logger = createLogger({ level: 'debug', format: 'json', destination, clock });
  const metrics = createMetrics(
    {
      counters: createHotCounters(),
      connections: () => 0,
      sessions: () => 0,
      routerStats: () => ({ channels: 0, subscriptions: 0, replaying: 0 }),
      logStats: () => ({ channels: 0, entries: 0, bytes: 0, dedupeIds: 0 }),
      eventLoopLag: () => ({ p50Ms: 0, p99Ms: 0, maxMs: 0 }),
      telemetryFailures: () => new Map(),
      droppedLogLines: () => 0,
    },
    { build: { version: '9.9.9', nodeId: 'n1' }, roomsMax: 9 },
  );
  const mask = createIdentifierMask(createScanner(SECRETS));
  const telemetry = createTelemetry([createLogSink(logger, clock), metrics.sink], mask);
  return { lines, metrics, telemetry };
}

describe('a token used as a name [C-LOG-1]', () => {
  it('reaches neither a log line nor a metric', async () => {
    const token = GITHUB?.sample(numbersFrom(7)) ?? '';
    expect(token.length).toBeGreaterThan(30);
    const { lines, metrics, telemetry } = setUp();
    const place = { tenant: 't', room: `room-${token}-x`, channel: token };
    telemetry.emit({ type: 'channel.created', ...place });
    const someone = { clientId: 'n1.c', subject: `svc.${token}`, keyId: 'k1', remoteAddress: '127.0.0.1' };
    telemetry.emit({ type: 'auth.denied', ...someone, action: 'publish', ...place });
    telemetry.emit({ type: 'gap.announced', ...place, reason: 'TRIMMED', count: 1 });
    telemetry.emit({ type: 'auth.accepted', ...someone, tenant: 't', how: 'hello' });
    telemetry.emit({ type: 'internal.error', where: 'x', error: new Error(`no route to ${token}`) });
    telemetry.emit({ ...sampleEvents('fine')['casil.decision'], ...place });
    const written = lines.join('') + (await metrics.text());
    expect(written).not.toContain(token);
    expect(written).not.toContain(token.slice(4, 20));
    expect(lines[0]).toContain('room-[masked:github-token]');
    expect(written).toMatch(/arqonbus_channels_created_total\{tenant="t",room="room-\[masked:github-token\]-x"\} 1/);
  });
});
