/**
 * Events as lines of the audit log, one JSON object each. What strangers can cause without limit (guessed credentials,
 * refused connections, things tried that are not granted) is cut to a number of lines per second and action, and the
 * log says how many it left out; everything else is kept. [T-AUD-1] [P8]
 */
import type { Clock } from '../base/clock.js';
import { safeText } from '../base/safe-text.js';
import type { AuditFile } from './audit-file.js';
import { auditRecord, type AuditRecord } from './audit-record.js';
import type { TelemetrySink } from './telemetry.js';

const WINDOW_MS = 1000;
const LINES_PER_WINDOW_MAX = 100;
const CAUSED_BY_STRANGERS: ReadonlySet<string> = new Set(['failed_login', 'refused', 'denied']);

/** Subjects may have this many characters, and nothing else that is written is longer. */
const TEXT_CHARS_MAX = 512;

interface Window {
  readonly startedMs: number;
  lines: number;
}

export function createAuditSink(
  file: Pick<AuditFile, 'write'>,
  clock: Clock,
  linesPerWindowMax: number = LINES_PER_WINDOW_MAX,
): TelemetrySink {
  const windows = new Map<string, Window>();

  function write(record: Readonly<Record<string, string | number | null>>): void {
    const ts = new Date(clock.nowMs()).toISOString();
    file.write(`${JSON.stringify({ ts, ...record }, (_key, value: unknown) => safe(value))}\n`);
  }

  /** @returns whether the line must be left out */
  function isFlood(action: string): boolean {
    const nowMs = clock.monotonicMs();
    let window = windows.get(action);
    if (window === undefined || nowMs - window.startedMs >= WINDOW_MS) {
      window = { startedMs: nowMs, lines: 0 };
      windows.set(action, window);
    }
    window.lines += 1;
    if (window.lines === linesPerWindowMax + 1) reportLater(action, window);
    return window.lines > linesPerWindowMax;
  }

  function reportLater(action: string, window: Window): void {
    clock.setTimer(WINDOW_MS, () => {
      write({ action: 'left_out', count: window.lines - linesPerWindowMax, reason: action });
    });
  }

  return {
    name: 'audit',
    accept(event) {
      const record: AuditRecord | null = auditRecord(event);
      if (record === null || (CAUSED_BY_STRANGERS.has(record.action) && isFlood(record.action))) return;
      const { action, ...rest } = record;
      write({ action, ...rest });
    },
  };
}

function safe(value: unknown): unknown {
  return typeof value === 'string' ? safeText(value, TEXT_CHARS_MAX) : value;
}
