/** Metrics that are read from their source at each scrape. */
import { Counter, Gauge, type Registry } from 'prom-client';
import type { HotCounters } from './events.js';
import type { MetricsPorts } from './metrics-ports.js';

/** One row per hot counter, so that a new one cannot be forgotten. */
const HOT_COUNTERS: { readonly [K in keyof HotCounters]: readonly [name: string, help: string] } = {
  framesIn: ['arqonbus_frames_in_total', 'WebSocket messages received.'],
  bytesIn: ['arqonbus_bytes_in_total', 'Bytes of WebSocket messages received.'],
  envelopesIn: ['arqonbus_envelopes_in_total', 'Envelopes received.'],
  published: ['arqonbus_messages_published_total', 'Messages accepted into channels.'],
  duplicates: ['arqonbus_messages_duplicate_total', 'Publishes whose id was accepted before.'],
  acksOut: ['arqonbus_acks_out_total', 'Acknowledgements sent.'],
  rejected: ['arqonbus_envelopes_rejected_total', 'Envelopes refused.'],
  deliveries: ['arqonbus_deliveries_total', 'Messages queued for subscribers.'],
  batchesOut: ['arqonbus_batches_out_total', 'Batches written to connections.'],
  writes: ['arqonbus_socket_writes_total', 'Writes to client sockets.'],
  bytesOut: ['arqonbus_bytes_out_total', 'Bytes written to client sockets.'],
};

export function readOnScrape(
  registry: Registry,
  ports: MetricsPorts,
  build: { readonly version: string; readonly nodeId: string },
): void {
  const registers = [registry];

  function counter(name: string, help: string, read: () => number): void {
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  }

  function gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  }

  for (const key of Object.keys(HOT_COUNTERS) as (keyof HotCounters)[]) {
    const [name, help] = HOT_COUNTERS[key];
    counter(name, help, () => ports.counters[key]);
  }
  gauge('arqonbus_connections', 'Open connections.', () => ports.connections());
  gauge('arqonbus_sessions', 'Connections with a session.', () => ports.sessions());
  gauge('arqonbus_subscribed_channels', 'Channels with subscribers here.', () => ports.routerStats().channels);
  gauge('arqonbus_subscriptions', 'Subscriptions.', () => ports.routerStats().subscriptions);
  gauge('arqonbus_replays', 'Subscriptions that are being replayed to.', () => ports.routerStats().replaying);
  gauge('arqonbus_channels', 'Channels in the log.', () => ports.logStats().channels);
  gauge('arqonbus_history_messages', 'Messages retained.', () => ports.logStats().entries);
  gauge('arqonbus_history_bytes', 'Bytes of retained messages.', () => ports.logStats().bytes);
  gauge('arqonbus_dedupe_ids', 'Message ids remembered.', () => ports.logStats().dedupeIds);
  gauge('arqonbus_event_loop_lag_p50_seconds', 'Median event-loop lag.', () => ports.eventLoopLag().p50Ms / 1000);
  gauge(
    'arqonbus_event_loop_lag_p99_seconds',
    '99th percentile of event-loop lag.',
    () => ports.eventLoopLag().p99Ms / 1000,
  );
  gauge('arqonbus_event_loop_lag_max_seconds', 'Longest event-loop lag.', () => ports.eventLoopLag().maxMs / 1000);
  gauge('arqonbus_process_resident_bytes', 'Memory of the process.', () => process.memoryUsage.rss());
  gauge('arqonbus_process_heap_used_bytes', 'Heap in use.', () => process.memoryUsage().heapUsed);
  gauge('arqonbus_process_external_bytes', 'Memory in buffers outside the heap.', () => process.memoryUsage().external);
  gauge('arqonbus_process_uptime_seconds', 'Age of the process.', () => process.uptime());
  counter('arqonbus_process_cpu_seconds_total', 'Processor time of the process.', cpuSeconds);
  counter('arqonbus_log_lines_dropped_total', 'Log lines lost because nobody read them.', () =>
    ports.droppedLogLines(),
  );
  counter(
    'arqonbus_audit_lines_lost_total',
    'Lines of the audit log lost to its file.',
    () => ports.lostAuditLines?.() ?? 0,
  );

  new Counter({
    name: 'arqonbus_telemetry_failures_total',
    help: 'Events a telemetry sink failed to take.',
    labelNames: ['sink'],
    registers,
    collect() {
      this.reset();
      for (const [sink, count] of ports.telemetryFailures()) this.inc({ sink }, count);
    },
  });
  new Counter({
    name: 'arqonbus_limited_total',
    help: 'Connections, sessions and messages refused for a limit.',
    labelNames: ['limit'],
    registers,
    collect() {
      this.reset();
      for (const [limit, count] of ports.limits?.().limited ?? []) this.inc({ limit }, count);
    },
  });
  counter('arqonbus_bans_total', 'Addresses and subjects banned for a time.', () => ports.limits?.().bans ?? 0);
  const info = new Gauge({
    name: 'arqonbus_build_info',
    help: 'Always 1; the labels say what runs.',
    labelNames: ['version', 'node_id', 'node_version'],
    registers,
  });
  info.set({ version: build.version, node_id: build.nodeId, node_version: process.version }, 1);
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
