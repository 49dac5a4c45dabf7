/** What `GET /v1/status` answers, gathered from those who know. */
import type { StatusView } from '../admin/status-view.js';
import type { Clock } from '../base/clock.js';
import { wire } from '../protocol/codec.js';
import type { ServerFacts } from '../pipeline/ports.js';
import type { HotCounters } from '../telemetry/events.js';
import type { Transport } from '../transport/websocket-server.js';
import type { Bus } from './bus.js';
import type { ServerInspection } from './inspection.js';
import type { Observability } from './observability.js';

const DURABILITY_NAMES = {
  [wire.Durability.NONE]: 'NONE',
  [wire.Durability.MEMORY]: 'MEMORY',
  [wire.Durability.STORED]: 'STORED',
} as const;

export function describeStatus(parts: {
  readonly facts: ServerFacts;
  readonly startedAtMonotonicMs: number;
  readonly clock: Clock;
  readonly counters: HotCounters;
  readonly bus: Bus;
  readonly transport: Transport;
  readonly draining: boolean;
  readonly listeners: StatusView['listeners'];
  readonly observability: Observability;
  readonly inspection: ServerInspection;
}): StatusView {
  const { facts, clock, bus, transport } = parts;
  const log = bus.log.stats();
  const router = bus.router.stats();
  const memory = process.memoryUsage();
  return {
    boot_id: facts.bootId,
    node_id: facts.nodeId,
    version: facts.serverVersion,
    uptime_ms: Math.round(clock.monotonicMs() - parts.startedAtMonotonicMs),
    draining: parts.draining,
    listeners: parts.listeners,
    connections: transport.connectionCount,
    sessions: router.clients,
    channels: log.channels,
    subscriptions: router.subscriptions,
    entries: log.entries,
    bytes: log.bytes,
    durability: DURABILITY_NAMES[bus.log.durability],
    storage: { type: 'memory', note: 'history lives in memory and ends with the process' },
    casil: parts.inspection.describe(),
    counters: { ...parts.counters },
    memory: { resident_bytes: memory.rss, heap_used_bytes: memory.heapUsed, external_bytes: memory.external },
    event_loop_lag_p99_ms: parts.observability.lag.read().p99Ms,
    clock_ms: clock.nowMs(),
  };
}
