import { afterEach, describe, expect, it } from 'vitest';
import { statusSchema, type StatusView } from '../../../src/admin/status-view.js';
import { configSchema } from '../../../src/config/schema.js';
import { describeStatus } from '../../../src/server/describe-status.js';
import { startInspection } from '../../../src/server/inspection.js';
import { createServerParts, type ServerParts } from '../../support/server-parts.js';

const running: ServerParts[] = [];

afterEach(async () => {
  for (const { observability } of running.splice(0)) await observability.close();
});

function statusBench() {
  const parts = createServerParts();
  running.push(parts);
  const { clock, memoryBus, transport, observability } = parts;
  const listeners: StatusView['listeners'] = [{ name: 'bus', url: 'ws://127.0.0.1:7410' }];
  const startedAtMonotonicMs = clock.monotonicMs();
  return {
    ...parts,
    status: (draining = false) =>
      describeStatus({
        facts: {
          nodeId: 'n1',
          bootId: 'b1',
          serverVersion: '9.9.9',
          helloTimeoutMs: 1,
          pingIntervalMs: 1,
          pongDeadlineMs: 1,
        },
        startedAtMonotonicMs,
        clock,
        counters: memoryBus.counters,
        bus: memoryBus.bus,
        transport,
        draining,
        listeners,
        observability,
        inspection: startInspection(configSchema.parse({}), [], { clock, telemetry: observability.telemetry }),
      }),
  };
}

describe('status of the server [S-ADM-1]', () => {
  it('is what the admin API documents, for a server that has done nothing', () => {
    const { status } = statusBench();
    const view = status();
    expect(statusSchema.parse(view)).toEqual(view);
    expect(view).toMatchObject({
      boot_id: 'b1',
      node_id: 'n1',
      version: '9.9.9',
      uptime_ms: 0,
      draining: false,
      listeners: [{ name: 'bus' }],
      sessions: 0,
      channels: 0,
      entries: 0,
      bytes: 0,
      durability: 'MEMORY',
    });
  });

  it('counts what happened since, in whole numbers', async () => {
    const { status, memoryBus, clock } = statusBench();
    const ada = await memoryBus.join();
    ada.command({ join: { room: 'r', channel: 'c' } });
    ada.publish('r', 'c', 'one');
    ada.publish('r', 'd', 'two');
    clock.advance(1234);
    const view = statusSchema.parse(status(true));
    expect(view).toMatchObject({
      uptime_ms: 1234,
      draining: true,
      sessions: 1,
      channels: 2,
      subscriptions: 1,
      entries: 2,
    });
    expect(view.counters).toMatchObject({ published: 2 });
    expect(view.bytes).toBeGreaterThan(0);
  });

  it('is a snapshot: what happens later does not change it', async () => {
    const { status, memoryBus } = statusBench();
    const before = status();
    const frozen = structuredClone(before);
    (await memoryBus.join()).publish('r', 'c', 'one');
    expect(before).toEqual(frozen);
    expect(status().counters).not.toEqual(frozen.counters);
  });
});
