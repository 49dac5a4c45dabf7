/**
 * Events as log lines. A flood of one kind (someone trying tokens, a client in a loop) is cut to a number of lines per
 * second, and the log says how many it left out. [P8]
 */
import type { Clock } from '../base/clock.js';
import { describeEvent } from './event-log-lines.js';
import type { TelemetryEventType } from './events.js';
import type { Logger } from './logger.js';
import type { TelemetrySink } from './telemetry.js';

const WINDOW_MS = 1000;
const LINES_PER_WINDOW_MAX = 100;

interface Window {
  startedMs: number;
  lines: number;
  suppressed: number;
}

export function createLogSink(
  logger: Logger,
  clock: Clock,
  linesPerWindowMax: number = LINES_PER_WINDOW_MAX,
): TelemetrySink {
  const windows = new Map<TelemetryEventType, Window>();

  function windowOf(type: TelemetryEventType): Window {
    const nowMs = clock.monotonicMs();
    let window = windows.get(type);
    if (window === undefined || nowMs - window.startedMs >= WINDOW_MS) {
      window = { startedMs: nowMs, lines: 0, suppressed: 0 };
      windows.set(type, window);
    }
    return window;
  }

  function suppress(type: TelemetryEventType, window: Window): void {
    window.suppressed += 1;
    if (window.suppressed > 1) return;
    clock.setTimer(WINDOW_MS, () => {
      const count = window.suppressed;
      const msg = `left out ${count} more lines of ${type}; metrics count them all`;
      logger.log({ level: 'warn', event: 'log.suppressed', msg, fields: { suppressed_event: type, count } });
    });
  }

  return {
    name: 'log',
    accept(event) {
      const window = windowOf(event.type);
      window.lines += 1;
      if (window.lines > linesPerWindowMax) suppress(event.type, window);
      else logger.log(describeEvent(event));
    },
  };
}
