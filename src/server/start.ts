/**
 * The composition root: turns a configuration into a running server and a running server into a stopped one. Nothing
 * else in the program knows all layers.
 */
import type { StatusView } from '../admin/status-view.js';
import { createDenyList, type DenyListEntries } from '../auth/deny-list.js';
import { systemClock, type Clock } from '../base/clock.js';
import { createFlushLoop } from '../base/flush-loop.js';
import { randomName } from '../base/ids.js';
import type { CompiledPolicy } from '../casil/policy/compiled-policy.js';
import type { Config } from '../config/schema.js';
import type { ServerFacts } from '../pipeline/ports.js';
import { createHotCounters } from '../telemetry/events.js';
import type { LineWriter } from '../telemetry/line-writer.js';
import { createTransport, type Transport } from '../transport/websocket-server.js';
import { startAdmin } from './admin.js';
import { createAdmission } from './admission.js';
import { createAuthenticator, type RunningAuthenticator } from './authenticators.js';
import { createBus, deniedBy, type Bus } from './bus.js';
import type { Credentials } from './credentials.js';
import { startInspection } from './inspection.js';
import { startObservability, type Observability } from './observability.js';
import { packageVersion } from './package-version.js';
import { compileRoomPolicies } from './room-policies.js';
import { createShutdown } from './shutdown.js';
import { transportOptions } from './transport-options.js';
import { describeStatus } from './describe-status.js';
import { formatUrl } from './url.js';

export interface StartOptions {
  readonly config: Config;
  /** Development mode: clients need this token, and missing channels create themselves. */
  readonly dev: { readonly token: string } | null;
  /** What content inspection goes by; needed where `casil.enabled` (see loadConfiguredPolicies). */
  readonly policies: readonly CompiledPolicy[];
  /** Keys the configuration names, as they were judged (see loadCredentials). */
  readonly credentials: Credentials;
  /** Bearer token of the admin API; needed where `admin.enabled`. */
  readonly adminToken: string | null;
  /** Where log lines go: a file descriptor, by default stderr, or what takes the lines. */
  readonly logDestination?: number | LineWriter;
}

export interface RunningServer {
  readonly busUrl: string;
  /** Null where the admin API is not enabled. */
  readonly adminUrl: string | null;
  readonly nodeId: string;
  /** A planned stop within server.drain_timeout. Further calls return the same promise. [P10] */
  drain(): Promise<void>;
  /** Ends everything now, a drain under way included. */
  stopNow(): Promise<void>;
  /** The audit log goes on in a new file of its name, as after a rotation. */
  reopenAudit(): void;
  /** Denies these from now on, in open sessions too, and nobody else. [T-ACC-1] */
  replaceDenied(access: Pick<Config, 'access'>): void;
  /** Settles when the server has stopped, however it was asked to. */
  readonly closed: Promise<void>;
}

/**
 * @throws ListenError when an address cannot be bound, AuditFileError when the audit log cannot be opened,
 *   CredentialError or TlsFileError when keys or certificates cannot be used; nothing is left running then.
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { config } = options;
  const clock = systemClock;
  const startedAtMonotonicMs = clock.monotonicMs();
  const facts = describeServer(config);
  const counters = createHotCounters();
  const flushLoop = createFlushLoop();

  const observability = startObservability({
    config,
    clock,
    counters,
    build: { version: facts.serverVersion, nodeId: facts.nodeId },
    logDestination: options.logDestination ?? process.stderr.fd,
    figures: {
      connections: () => transport.connectionCount,
      sessions: () => bus.router.stats().clients,
      routerStats: () => bus.router.stats(),
      logStats: () => bus.log.stats(),
      casil: () => inspection.figures(),
      limits: () => bus.limiter.figures(),
    },
  });
  const { telemetry } = observability;
  const inspection = startInspection(config, options.policies, { clock, telemetry });

  const authentication = await authenticatorOrClose(options, observability, clock);
  const denyList = createDenyList(deniedBy(config));
  const bus: Bus = createBus(config, {
    denyList,
    clock,
    flushLoop,
    counters,
    telemetry,
    authenticator: authentication.authenticator,
    roomPolicy: compileRoomPolicies(config.rooms, { autoCreate: options.dev !== null }),
    facts,
    draining: () => shutdown.draining,
    inspection,
  });
  const transport: Transport = createTransport(transportOptions(config), {
    clock,
    telemetry,
    counters,
    flushLoop,
    openSink: bus.openSink,
    admission: createAdmission(bus.limiter),
  });
  const shutdown = createShutdown({ config, clock, bus, transport, observability, authentication });

  try {
    const bound = await transport.listen();
    const busUrl = formatUrl(config.tls.cert_file === undefined ? 'ws' : 'wss', bound);
    const listeners: StatusView['listeners'] = [{ name: 'bus', url: busUrl }];
    const admin = await startAdmin({
      config,
      token: options.adminToken,
      telemetry,
      metrics: observability.metrics,
      serverVersion: facts.serverVersion,
      draining: () => shutdown.draining,
      status: () =>
        describeStatus({
          facts,
          startedAtMonotonicMs,
          clock,
          counters,
          bus,
          transport,
          draining: shutdown.draining,
          listeners,
          observability,
          inspection,
        }),
    });
    if (admin !== null) listeners.push({ name: 'admin', url: admin.url });
    shutdown.admin = admin;
    shutdown.started = true;
    telemetry.emit({ type: 'server.started', nodeId: facts.nodeId, url: busUrl });
    return {
      busUrl,
      adminUrl: admin?.url ?? null,
      nodeId: facts.nodeId,
      drain: () => shutdown.drain(),
      stopNow: () => shutdown.stopNow(),
      reopenAudit: () => observability.reopenAudit(),
      replaceDenied: (access) => {
        const denied = deniedBy(access);
        denyList.replace(denied);
        telemetry.emit({ type: 'access.deny_replaced', ...countsOf(denied) });
      },
      closed: shutdown.closed,
    };
  } catch (error) {
    await shutdown.stopNow();
    throw error;
  }
}

function countsOf({ subjects, keyIds, addresses }: DenyListEntries) {
  return { subjects: subjects.length, keyIds: keyIds.length, addresses: addresses.length };
}

function describeServer(config: Config): ServerFacts {
  return {
    nodeId: config.server.node_id ?? randomName(8),
    bootId: randomName(16),
    serverVersion: packageVersion(),
    helloTimeoutMs: config.transport.hello_timeout,
    pingIntervalMs: config.transport.ping_interval,
    pongDeadlineMs: config.transport.pong_deadline,
  };
}

async function authenticatorOrClose(
  { config, dev, credentials }: StartOptions,
  observability: Observability,
  clock: Clock,
): Promise<RunningAuthenticator> {
  try {
    return createAuthenticator(config, dev, credentials, { clock, telemetry: observability.telemetry });
  } catch (error) {
    await observability.close();
    throw error;
  }
}
