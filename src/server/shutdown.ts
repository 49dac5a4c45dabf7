/** The two ways a server ends: a drain, which hurts nobody, and a stop, which waits for nobody. [P10] */
import type { Clock } from '../base/clock.js';
import type { Config } from '../config/schema.js';
import type { Transport } from '../transport/websocket-server.js';
import type { RunningAdmin } from './admin.js';
import type { RunningAuthenticator } from './authenticators.js';
import type { Bus } from './bus.js';
import { drainConnections } from './drain.js';
import type { Observability } from './observability.js';

export interface Shutdown {
  readonly draining: boolean;
  /** Closed last, so that operators can watch a drain. */
  admin: RunningAdmin | null;
  /** Set when the server serves; one that never did has no end to announce. */
  started: boolean;
  drain(): Promise<void>;
  stopNow(): Promise<void>;
  readonly closed: Promise<void>;
}

export function createShutdown(parts: {
  readonly config: Config;
  readonly clock: Clock;
  readonly bus: Bus;
  readonly transport: Transport;
  readonly observability: Observability;
  readonly authentication: RunningAuthenticator;
}): Shutdown {
  const { config, clock, bus, transport, observability, authentication } = parts;
  const { telemetry } = observability;
  let drained: Promise<void> | null = null;
  let stopped: Promise<void> | null = null;
  let settleClosed: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    settleClosed = resolve;
  });

  async function drain(): Promise<void> {
    const window = {
      deadlineMs: config.server.drain_timeout,
      retryMinMs: config.server.drain_retry_min,
      retryMaxMs: config.server.drain_retry_max,
    };
    telemetry.emit({
      type: 'server.draining',
      deadlineMs: window.deadlineMs,
      connections: transport.connectionCount,
    });
    await drainConnections(
      {
        clock,
        stopAccepting: () => transport.stopAccepting(),
        connections: () => transport.connections(),
        closeLog: (onClosed) => bus.log.close(onClosed),
      },
      window,
    );
    await shutdown.stopNow();
  }

  async function stop(): Promise<void> {
    await transport.close();
    authentication.stop();
    await new Promise<void>((resolve) => bus.log.close(resolve));
    await new Promise<void>((resolve) => bus.roster.close(resolve));
    await new Promise<void>((resolve) => bus.nodeLink.close(resolve));
    await shutdown.admin?.close();
    if (shutdown.started) telemetry.emit({ type: 'server.stopped', code: 0 });
    await observability.close();
    settleClosed();
  }

  const shutdown: Shutdown = {
    admin: null,
    started: false,
    closed,
    get draining() {
      return drained !== null || stopped !== null;
    },
    drain: () => (drained ??= stopped ?? keepAlive(drain)),
    stopNow: () => (stopped ??= keepAlive(stop)),
  };
  return shutdown;
}

/** Our timers never keep the process alive, but a shutdown that began must reach its end. */
async function keepAlive(run: () => Promise<void>): Promise<void> {
  const hold = setInterval(() => undefined, 1000);
  try {
    await run();
  } finally {
    clearInterval(hold);
  }
}
