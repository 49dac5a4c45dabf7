/**
 * The one schema of the configuration: what keys exist, what they mean, what they default to. The loader, the
 * reference page, the JSON Schema and `config init` are all made from it. [CON III.3, VIII.4]
 */
import { z } from 'zod';
import { accessSchema, auditSchema, commandsSchema, disabledEndpoints } from './access-schema.js';
import { authSchema } from './auth-schema.js';
import { casilSchema } from './casil-schema.js';
import { bansSchema, channelsMax, connectionLimits, ratesSchema } from './rates-schema.js';
import { tlsSchema, trustedProxies } from './tls-schema.js';
import { byteCount, duration, filePath, identifier, text, TIMER_MS_MAX, waitingTime } from '../documents/values.js';

const MIB = 1_048_576;

const retention = z
  .strictObject({
    count: z.int().min(0).max(1_000_000).default(1000).describe('Messages kept per channel; 0 keeps none.'),
    bytes: byteCount().default(1_048_576).describe('Bytes kept per channel.'),
    age: duration().default(3_600_000).describe('How long a message is kept.'),
  })
  .prefault({});

const room = z.strictObject({
  match: text(/^(\*|[A-Za-z0-9._-]{1,128}\*?)$/, 'a room, prefix* or *').describe(
    'Rooms this row is for: a name, `prefix*` or `*`. The first row that matches counts.',
  ),
  retention: retention.describe('What channels of the room remember.'),
  slow_consumer: z
    .enum(['disconnect', 'conflate'])
    .default('disconnect')
    .describe(
      'What happens to a subscriber whose queue passes its bound: disconnect it (it recovers by position), or keep only the newest message and announce the gap.',
    ),
  presence: z.boolean().default(true).describe('Whether the presence command answers for this room.'),
  join_leave_events: z.boolean().default(false).describe('Whether members hear of others coming and going.'),
  ttl: duration().default(0).describe('Default time to live of messages; 0 means for ever.'),
  minimum_durability: z
    .enum(['none', 'memory', 'stored'])
    .default('none')
    .describe('Publishes that cannot reach this durability are refused.'),
  auto_create: z
    .boolean()
    .default(false)
    .describe('Whether publishing to or joining a missing channel creates it (the session needs the create grant).'),
});

export const configSchema = z.strictObject({
  server: z
    .strictObject({
      host: z
        .string()
        .min(1)
        .default('127.0.0.1')
        .describe('Address to bind. Beyond loopback the bus needs authentication, and TLS or a trusted proxy.'),
      port: z.int().min(0).max(65535).default(7410).describe('Port of the bus; 0 takes a free one.'),
      node_id: identifier(32).optional().describe('Name of this node; random if unset.'),
      allowed_origins: z
        .array(text(/^[a-z][a-z0-9+.-]*:\/\/[^\s/]+$/, 'an origin such as https://app.example, without a path'))
        .max(1000)
        .default([])
        .describe(
          'Browser origins that may connect, exactly as the browser sends them (`https://app.example`). Requests without an Origin header are not browsers and always pass.',
        ),
      trusted_proxies: trustedProxies,
      drain_timeout: duration({ max: TIMER_MS_MAX })
        .default(10_000)
        .describe('How long shutdown waits for queues to empty.'),
      drain_retry_min: duration({ max: TIMER_MS_MAX })
        .default(500)
        .describe('Lower end of the reconnect window told to clients at shutdown.'),
      drain_retry_max: duration({ max: TIMER_MS_MAX })
        .default(5_000)
        .describe('Upper end of the reconnect window told to clients at shutdown.'),
    })
    .prefault({})
    .describe('Where the bus listens and how it stops.'),
  transport: z
    .strictObject({
      hello_timeout: waitingTime().default(5_000).describe('A connection without a session is closed after this.'),
      ping_interval: waitingTime().default(25_000).describe('How often the server pings.'),
      pong_deadline: waitingTime()
        .default(10_000)
        .describe('A connection that does not answer a ping in this time is closed.'),
      headers_timeout: waitingTime().default(5_000).describe('Time a client has to send its HTTP headers.'),
      request_timeout: waitingTime().default(10_000).describe('Time a client has to send its whole HTTP request.'),
      close_timeout: waitingTime().default(5_000).describe('A peer that ignores a close is cut after this.'),
    })
    .prefault({})
    .describe('Timeouts of connections.'),
  limits: z
    .strictObject({
      connections_max: z.int().min(1).max(1_000_000).default(20_000).describe('Open connections.'),
      ...connectionLimits,
      payload_bytes_max: byteCount({ min: 1, max: 16 * MIB })
        .default(65_536)
        .describe('Bytes of one payload.'),
      frame_bytes_max: byteCount({ min: 1024, max: 64 * MIB })
        .default(262_144)
        .describe('Bytes of one WebSocket message.'),
      envelopes_per_frame_max: z.int().min(1).max(4096).default(512).describe('Envelopes in one Frame.'),
      subscriptions_per_connection_max: z
        .int()
        .min(1)
        .max(100_000)
        .default(256)
        .describe('Subscriptions of one connection.'),
      channels_max: channelsMax,
      channels_per_tenant_max: z.int().min(1).max(10_000_000).default(100_000).describe('Channels of one tenant.'),
      history_page_max: z.int().min(1).max(10_000).default(1000).describe('Messages in one history page or rewind.'),
      max_hops: z
        .int()
        .min(1)
        .max(1000)
        .default(16)
        .describe('Derivations a message may lie behind before it counts as a loop.'),
      batch_bytes_max: byteCount({ min: 1024, max: 16 * MIB })
        .default(65_536)
        .describe('Bytes of one shared batch.'),
      outbox_bytes_max: byteCount({ min: 1024 })
        .default(1_048_576)
        .describe('Bytes queued for one connection before the slow-consumer policy acts.'),
      outbox_age_max: waitingTime()
        .default(10_000)
        .describe('Age of the oldest queued batch before the slow-consumer policy acts.'),
      inbound_bytes_max: byteCount({ min: 1024 })
        .default(67_108_864)
        .describe(
          'Bytes of unfinished inbound messages on all connections together. Beyond it the tenant that holds most of them loses its largest connection; connections without a session count as one tenant.',
        ),
      malformed_strikes_max: z
        .int()
        .min(1)
        .max(1_000_000)
        .default(100)
        .describe('Refused envelopes in a minute before a connection is closed.'),
      rates: ratesSchema,
    })
    .prefault({})
    .describe('Bounds. Every one has a typed error.'),
  bans: bansSchema,
  rooms: z
    .array(room)
    .max(1000)
    .default([])
    .describe('How rooms behave, first match first. Rooms that no row matches get the defaults of a row.'),
  storage: z
    .strictObject({
      type: z.enum(['memory']).default('memory').describe('Where channels live.'),
      dedupe_window: duration().default(120_000).describe('How long a message id is remembered.'),
      dedupe_ids_per_subject_max: z
        .int()
        .min(16)
        .max(1_000_000)
        .default(10_000)
        .describe('Ids remembered per subject and channel.'),
      memory_bytes_max: byteCount()
        .default(268_435_456)
        .describe(
          'Bytes of history and message ids kept in memory by all channels together, ids at most half of it. The oldest of the tenant furthest beyond its share go first.',
        ),
    })
    .prefault({})
    .describe('The log behind every channel.'),
  auth: authSchema,
  tls: tlsSchema('the bus', 'Clients are asked for one; the bus takes them for gateways only.'),
  access: accessSchema,
  commands: commandsSchema,
  audit: auditSchema,
  casil: casilSchema,
  admin: z
    .strictObject({
      enabled: z.boolean().default(false).describe('Whether the admin API listens. It needs a token.'),
      host: z.string().min(1).default('127.0.0.1').describe('Address to bind; beyond loopback it needs admin.tls.'),
      port: z.int().min(0).max(65535).default(7411).describe('Port of the admin API; 0 takes a free one.'),
      token_file: filePath()
        .optional()
        .describe('File that holds the bearer token of the admin API, readable by its owner only.'),
      disabled_endpoints: disabledEndpoints,
      tls: tlsSchema('the admin API', 'Then nobody gets in without one.'),
    })
    .prefault({})
    .describe('The JSON admin API, on a port of its own.'),
  logging: z
    .strictObject({
      level: z
        .enum(['debug', 'info', 'warn', 'error', 'silent'])
        .default('info')
        .describe('Least serious level to log.'),
      format: z
        .enum(['auto', 'json', 'pretty'])
        .default('auto')
        .describe('`auto` is pretty on a terminal and JSON elsewhere.'),
    })
    .prefault({})
    .describe('The log on stderr.'),
  telemetry: z
    .strictObject({
      metrics_rooms_max: z
        .int()
        .min(0)
        .max(1000)
        .default(20)
        .describe('Rooms, each of one tenant, with metrics labels of their own; the rest of a tenant share `other`.'),
    })
    .prefault({})
    .describe('What metrics show.'),
});

export type Config = z.output<typeof configSchema>;
