/**
 * The bus without sockets: log, roster, router and pipeline wired together. `start.ts` puts it behind a transport;
 * tests may put it behind anything that implements a connection.
 */
import type { Authenticator } from '../auth/authenticator.js';
import { createDenyList, denyFrom, type DenyList, type DenyListEntries } from '../auth/deny-list.js';
import type { Clock } from '../base/clock.js';
import type { Inspector } from '../casil/inspection.js';
import type { FlushLoop } from '../base/flush-loop.js';
import type { Config } from '../config/schema.js';
import { Limiter } from '../limits/limiter.js';
import { createInbound } from '../pipeline/inbound.js';
import type { ServerFacts } from '../pipeline/ports.js';
import type { ResolveRoomPolicy } from '../routing/room-policy.js';
import { createRouter } from '../routing/create-router.js';
import type { Router } from '../routing/router.js';
import type { ChannelLog } from '../storage/channel-log.js';
import { ExposedLog } from '../storage/exposed-log.js';
import { createMemoryChannelLog } from '../storage/memory/memory-channel-log.js';
import { createMemoryRoster } from '../storage/memory/memory-roster.js';
import { createLoopbackNodeLink } from '../storage/memory/loopback-node-link.js';
import type { NodeLink } from '../storage/node-link.js';
import type { Roster } from '../storage/roster.js';
import type { HotCounters, Telemetry } from '../telemetry/events.js';
import type { OpenSink } from '../transport/connection.js';
import { limiterOptions, shareRule } from './limiter-options.js';
import { connectNodeInbox } from './node-inbox.js';
import { connectPresence } from './presence.js';

export interface BusPorts {
  readonly clock: Clock;
  readonly flushLoop: FlushLoop;
  readonly counters: HotCounters;
  readonly telemetry: Telemetry;
  readonly authenticator: Authenticator;
  /** Replacing what it holds acts on open sessions too. By default what the configuration denies. */
  readonly denyList?: DenyList;
  /** By default what the configuration limits. */
  readonly limiter?: Limiter;
  readonly roomPolicy: ResolveRoomPolicy;
  readonly facts: ServerFacts;
  readonly draining: () => boolean;
  readonly inspection: BusInspection;
}

/** Content inspection as the bus sees it. */
export interface BusInspection {
  readonly inspector: Inspector;
  readonly exposeMetadata: boolean;
  readonly persistMetadata: boolean;
}

export interface Bus {
  readonly openSink: OpenSink;
  readonly log: ChannelLog;
  readonly roster: Roster;
  readonly router: Router;
  readonly nodeLink: NodeLink;
  readonly limiter: Limiter;
}

/** Replay reads pages of this size: small enough to interleave with live traffic, large enough to fill a batch. */
const REPLAY_PAGE_COUNT = 512;
const WILDCARD_CHANNELS_MAX = 256;

/** Whom the configuration denies. */
export function deniedBy({ access }: Pick<Config, 'access'>): DenyListEntries {
  const { subjects, key_ids: keyIds, addresses } = access.deny;
  return { subjects, keyIds, addresses };
}

export function createBus(config: Config, ports: BusPorts): Bus {
  const { clock, telemetry, counters, facts, inspection } = ports;
  const memoryLog = createMemoryChannelLog({
    clock,
    dedupeWindowMs: config.storage.dedupe_window,
    dedupeIdsPerSubjectMax: config.storage.dedupe_ids_per_subject_max,
    memoryBytesMax: config.storage.memory_bytes_max,
    channelsMax: config.limits.channels_max,
    channelsPerTenantMax: config.limits.channels_per_tenant_max,
    shares: shareRule(config),
    persistCasil: inspection.persistMetadata,
  });
  const log: ChannelLog = inspection.exposeMetadata ? new ExposedLog(memoryLog) : memoryLog;
  const roster = createMemoryRoster({
    clock,
    node: { nodeId: facts.nodeId, bootId: facts.bootId, startedAtMs: clock.nowMs() },
  });
  const nodeLink = createLoopbackNodeLink({ nodeId: facts.nodeId });
  const router = createRouter({
    log,
    flushLoop: ports.flushLoop,
    clock,
    telemetry,
    roomPolicy: ports.roomPolicy,
    options: {
      batchBytesMax: config.limits.batch_bytes_max,
      replayPageCount: REPLAY_PAGE_COUNT,
      replayPageBytes: config.limits.batch_bytes_max,
      wildcardChannelsMax: WILDCARD_CHANNELS_MAX,
    },
  });

  log.onEntry = (entry) => router.deliver(entry);
  memoryLog.onCreated = ({ tenant, room, channel }) =>
    telemetry.emit({ type: 'channel.created', tenant, room, channel });
  memoryLog.onReclaimed = ({ tenant, room, channel }) =>
    telemetry.emit({ type: 'channel.removed', tenant, room, channel, why: 'reclaimed' });
  connectPresence({ router, roster, roomPolicy: ports.roomPolicy });
  connectNodeInbox(nodeLink, router);

  const limiter = ports.limiter ?? new Limiter(limiterOptions(config), { clock, telemetry });
  const denyList = ports.denyList ?? createDenyList(deniedBy(config));
  const authenticator = denyFrom(ports.authenticator, denyList);
  const openSink = createInbound({
    clock,
    counters,
    telemetry,
    authenticator,
    denyList,
    inspector: inspection.inspector,
    exposeMetadata: inspection.exposeMetadata,
    log,
    router,
    nodeLink,
    roomPolicy: ports.roomPolicy,
    facts,
    limits: {
      payloadBytesMax: config.limits.payload_bytes_max,
      frameBytesMax: config.limits.frame_bytes_max,
      envelopesPerFrameMax: config.limits.envelopes_per_frame_max,
      subscriptionsPerConnectionMax: config.limits.subscriptions_per_connection_max,
      historyPageMax: config.limits.history_page_max,
      maxHops: config.limits.max_hops,
      strikes: { malformedMax: config.limits.malformed_strikes_max, rateRefusals: config.bans.rate_refusals },
    },
    limiter,
    commands: {
      log,
      roster,
      router,
      clock,
      authenticator,
      disabled: new Set(config.commands.disabled),
      roomPolicy: ports.roomPolicy,
      telemetry,
      limits: {
        subscriptionsPerConnectionMax: config.limits.subscriptions_per_connection_max,
        historyPageMax: config.limits.history_page_max,
        frameBytesMax: config.limits.frame_bytes_max,
        refreshTimeoutMs: config.transport.hello_timeout,
      },
      server: {
        version: facts.serverVersion,
        nodeId: facts.nodeId,
        startedAtMonotonicMs: clock.monotonicMs(),
        draining: ports.draining,
      },
    },
  });
  return { openSink, log, roster, router, nodeLink, limiter };
}
