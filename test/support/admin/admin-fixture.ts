import type { AdminPorts } from '../../../src/admin/admin-ports.js';
import { createAdminServer, type AdminTimeouts } from '../../../src/admin/admin-server.js';
import type { StatusView } from '../../../src/admin/status-view.js';
import type { TelemetryEvent } from '../../../src/telemetry/events.js';

export const TOKEN = 'token-of-the-admin-tests';

export const STATUS: StatusView = {
  boot_id: 'b1',
  node_id: 'n1',
  version: '9.9.9',
  uptime_ms: 1234,
  draining: false,
  listeners: [{ name: 'bus', url: 'ws://127.0.0.1:7410' }],
  connections: 3,
  sessions: 2,
  channels: 4,
  subscriptions: 5,
  entries: 6,
  bytes: 700,
  durability: 'MEMORY',
  storage: { type: 'memory', note: 'ends with the process' },
  casil: {
    enabled: false,
    mode: 'monitor',
    policies: [],
    inspected: 0,
    redacted: 0,
    blocked: 0,
    internal_errors: 0,
  },
  counters: { published: 8 },
  memory: { resident_bytes: 1, heap_used_bytes: 2, external_bytes: 3 },
  event_loop_lag_p99_ms: 0.5,
  clock_ms: 1_760_000_000_000,
};

export function adminPorts(over: Partial<AdminPorts> = {}): { ports: AdminPorts; events: TelemetryEvent[] } {
  const events: TelemetryEvent[] = [];
  const ports: AdminPorts = {
    version: '9.9.9',
    status: () => STATUS,
    metricsText: () => Promise.resolve('# HELP arqonbus_connections Open connections.\narqonbus_connections 3\n'),
    ready: () => ({ ready: true, reasons: [] }),
    telemetry: { emit: (event) => void events.push(event) },
    ...over,
  };
  return { ports, events };
}

/** A listening admin server; `get` asks it with the right token unless told otherwise. */
export async function startAdmin(over: Partial<AdminPorts> = {}, timeouts: Partial<AdminTimeouts> = {}) {
  const { ports, events } = adminPorts(over);
  const server = createAdminServer({ host: '127.0.0.1', port: 0, token: TOKEN, ports, timeouts });
  const { url, port } = await server.listen();
  return {
    server,
    url,
    port,
    events,
    get(path: string, init: RequestInit = {}): Promise<Response> {
      return fetch(url + path, { headers: { authorization: `Bearer ${TOKEN}` }, ...init });
    },
  };
}
