/** `GET /v1/status`: the shape of the answer, and its documentation. */
import { z } from 'zod';

const count = () => z.int().min(0);

export const statusSchema = z.strictObject({
  boot_id: z.string().describe('Random per start of the process: a change means a restart, and counters began anew.'),
  node_id: z.string().describe('Name of this node.'),
  version: z.string().describe('Version of the program.'),
  uptime_ms: count().describe('Since the process started, in milliseconds.'),
  draining: z.boolean().describe('The server is going away and takes no new clients.'),
  listeners: z
    .array(z.strictObject({ name: z.enum(['bus', 'admin']), url: z.string() }))
    .describe('Where the server listens.'),
  connections: count().describe('Open connections.'),
  sessions: count().describe('Connections with a session.'),
  channels: count().describe('Channels in the log.'),
  subscriptions: count().describe('Subscriptions of this node.'),
  entries: count().describe('Messages retained.'),
  bytes: count().describe('Bytes of retained messages.'),
  durability: z.enum(['NONE', 'MEMORY', 'STORED']).describe('Best durability an ack can name now.'),
  storage: z.strictObject({
    type: z.string().describe('Storage backend.'),
    note: z.string().describe('What a crash may lose, in words; empty if nothing.'),
  }),
  casil: z
    .strictObject({
      enabled: z.boolean().describe('Messages are inspected.'),
      mode: z.enum(['monitor', 'enforce']),
      policies: z.array(z.string()).describe('Names of the policies, in order; none where inspection is off.'),
      inspected: count().describe('Messages inspected since start.'),
      redacted: count().describe('Of these, masked, or in monitor those that would have been.'),
      blocked: count().describe('Of these, blocked, or in monitor those that would have been.'),
      internal_errors: count().describe('Inspections that failed and ended as default_decision says.'),
    })
    .describe('Content inspection.'),
  counters: z.record(z.string(), count()).describe('Counters of the hot path since start, by name.'),
  memory: z.strictObject({
    resident_bytes: count(),
    heap_used_bytes: count(),
    external_bytes: count().describe('Buffers outside the heap.'),
  }),
  event_loop_lag_p99_ms: z.number().min(0).describe('99th percentile of event-loop lag, in milliseconds.'),
  clock_ms: count().describe("The server's clock, milliseconds since 1970."),
});

export type StatusView = z.output<typeof statusSchema>;
