/** Log, metrics and the port that feeds them, as one thing the composition root can start and stop. [S-TEL-1] */
import type { Clock } from '../base/clock.js';
import { DETECTORS } from '../casil/detectors/catalogue.js';
import { createScanner } from '../casil/engine/create-scanner.js';
import { createIdentifierMask } from '../casil/identifiers/mask-identifiers.js';
import type { Config } from '../config/schema.js';
import type { CasilFigures } from '../telemetry/casil-figures.js';
import { startEventLoopLagMeter, type EventLoopLagMeter } from '../telemetry/event-loop-lag.js';
import type { HotCounters, Telemetry, TelemetryEvent } from '../telemetry/events.js';
import { createLogSink } from '../telemetry/log-sink.js';
import { createLogger, type Logger } from '../telemetry/logger.js';
import { createMetrics, type Metrics } from '../telemetry/metrics.js';
import { createTelemetry } from '../telemetry/telemetry.js';
import type { LineWriter } from '../telemetry/line-writer.js';
import { startAudit } from './audit.js';

export interface Observability {
  readonly telemetry: Telemetry;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly lag: EventLoopLagMeter;
  /** The audit log was moved away: goes on in a new file of its name. */
  reopenAudit(): void;
  close(): Promise<void>;
}

/** Figures that exist only once the bus does; asked when metrics are scraped. */
export interface LateFigures {
  connections(): number;
  sessions(): number;
  routerStats(): { readonly channels: number; readonly subscriptions: number; readonly replaying: number };
  logStats(): {
    readonly channels: number;
    readonly entries: number;
    readonly bytes: number;
    readonly dedupeIds: number;
  };
  /** null where content inspection is off. */
  casil(): CasilFigures | null;
  /** Refusals by name of the limit, and bans. */
  readonly limits?: () => { readonly limited: ReadonlyMap<string, number>; readonly bans: number };
}

const LOG_FLUSH_TIMEOUT_MS = 1000;

/** @throws AuditFileError */
export function startObservability(options: {
  readonly config: Config;
  readonly clock: Clock;
  readonly counters: HotCounters;
  readonly build: { readonly version: string; readonly nodeId: string };
  readonly logDestination: number | LineWriter;
  readonly figures: LateFigures;
}): Observability {
  const { config, clock, counters, build, figures } = options;
  const logger = createLogger({
    level: config.logging.level,
    format: config.logging.format,
    destination: options.logDestination,
    clock,
  });
  const audit = startAudit(config.audit.file, clock, (reason) => {
    telemetry.emit({ type: 'audit.failing', reason });
  });
  const lag = startEventLoopLagMeter(clock);
  // Metrics report the telemetry's own failures, and the telemetry feeds metrics: the arrow back is a late one.
  let failures: () => ReadonlyMap<string, number> = () => new Map();
  const metrics = createMetrics(
    {
      counters,
      ...figures,
      eventLoopLag: () => lag.read(),
      telemetryFailures: () => failures(),
      droppedLogLines: () => logger.droppedLines(),
      lostAuditLines: () => audit.lostLines(),
    },
    { build, roomsMax: config.telemetry.metrics_rooms_max },
  );
  const maskText = createIdentifierMask(createScanner(DETECTORS.filter(({ group }) => group === 'secrets')));
  const telemetry = createTelemetry(
    [createLogSink(logger, clock), metrics.sink, ...(audit.sink === null ? [] : [audit.sink])],
    maskText,
  );
  failures = () => telemetry.failures();
  return {
    telemetry: { emit: (event: TelemetryEvent) => telemetry.emit(event) },
    logger,
    metrics,
    lag,
    reopenAudit: () => audit.reopen(),
    close: async () => {
      lag.stop();
      await audit.close(LOG_FLUSH_TIMEOUT_MS);
      await logger.close(LOG_FLUSH_TIMEOUT_MS);
    },
  };
}
