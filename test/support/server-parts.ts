/** The parts of a server as the composition root makes them, on a fake clock and without a listening socket. */
import { createFlushLoop } from '../../src/base/flush-loop.js';
import { configSchema, type Config } from '../../src/config/schema.js';
import { startObservability, type Observability } from '../../src/server/observability.js';
import { transportOptions } from '../../src/server/transport-options.js';
import { createTransport, type Transport } from '../../src/transport/websocket-server.js';
import { FakeClock } from './fake-clock.js';
import { createMemoryBus, type MemoryBus } from './memory-bus.js';

export interface ServerParts {
  readonly clock: FakeClock;
  readonly config: Config;
  readonly memoryBus: MemoryBus;
  readonly transport: Transport;
  readonly observability: Observability;
  /** Lines of the log so far, parsed. */
  readonly logLines: Record<string, unknown>[];
}

export function createServerParts(config: Record<string, unknown> = {}): ServerParts {
  const clock = new FakeClock();
  const rooms = [{ match: '*', auto_create: true }];
  const parsed = configSchema.parse({ rooms, logging: { level: 'debug', format: 'json' }, ...config });
  const memoryBus = createMemoryBus({ clock, config: parsed });
  const logLines: Record<string, unknown>[] = [];
  const { bus, counters } = memoryBus;
  const observability = startObservability({
    config: parsed,
    clock,
    counters,
    build: { version: '0.0.0', nodeId: 'test-node' },
    logDestination: {
      write: (line) => void logLines.push(JSON.parse(line) as Record<string, unknown>),
      droppedLines: () => 0,
      close: () => Promise.resolve(),
    },
    figures: {
      connections: () => 0,
      sessions: () => bus.router.stats().clients,
      routerStats: () => bus.router.stats(),
      logStats: () => bus.log.stats(),
      casil: () => null,
    },
  });
  return {
    clock,
    config: parsed,
    memoryBus,
    observability,
    logLines,
    transport: createTransport(
      { ...transportOptions(parsed), host: '127.0.0.1', port: 0 },
      { clock, telemetry: observability.telemetry, counters, flushLoop: createFlushLoop(), openSink: bus.openSink },
    ),
  };
}
