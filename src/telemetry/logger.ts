/**
 * The log: one JSON object per line on stderr, for operators. Every line says what happened, to whom, and, where
 * something is wrong, what to do next. Text that came from outside is made safe before it is written. [CON VII.6] [P9]
 */
import { createRequire } from 'node:module';
import { isatty } from 'node:tty';
import { pino } from 'pino';
import type * as PinoPretty from 'pino-pretty';
import { systemClock, type Clock } from '../base/clock.js';
import { safeText } from '../base/safe-text.js';
import { openLineWriter, type LineWriter } from './line-writer.js';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'fatal';
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface LogLine {
  readonly level: LogLevel;
  /** Stable name of what happened, such as `auth.failed`; programs match on it. */
  readonly event: string;
  /** What happened, for people. */
  readonly msg: string;
  /** Names in snake_case: client_id, tenant, room, channel, command, correlation_id and the like. */
  readonly fields: LogFields;
}

export interface Logger {
  log(line: LogLine): void;
  droppedLines(): number;
  /** Flushes, within the deadline. Log nothing after it. */
  close(timeoutMs: number): Promise<void>;
}

export interface LoggerOptions {
  /** Least serious level to write. */
  readonly level: LogLevel | 'silent';
  /** `auto` is pretty on a terminal and JSON elsewhere; pretty without pino-pretty installed is JSON. */
  readonly format: 'auto' | 'json' | 'pretty';
  /** A file descriptor, or what takes the lines. */
  readonly destination: number | LineWriter;
  readonly clock?: Pick<Clock, 'nowMs'>;
}

const MESSAGE_CHARS_MAX = 512;
const FIELD_CHARS_MAX = 256;

export function createLogger({ level, format, destination, clock = systemClock }: LoggerOptions): Logger {
  const terminal = typeof destination === 'number' && isatty(destination);
  const writer = typeof destination === 'number' ? openLineWriter(destination) : destination;
  const pretty = format === 'pretty' || (format === 'auto' && terminal);
  const prettify = pretty ? loadPrettifier(terminal && wantsColour(process.env)) : null;

  const log = pino(
    {
      level,
      base: null,
      timestamp: () => `,"ts":"${new Date(clock.nowMs()).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => writer.write(prettify === null ? line : prettify(line)) },
  );

  return {
    log({ level: lineLevel, event, msg, fields }) {
      if (!log.isLevelEnabled(lineLevel)) return;
      log[lineLevel]({ event, ...safeFields(fields) }, safeText(msg, MESSAGE_CHARS_MAX));
    },
    droppedLines: () => writer.droppedLines(),
    close: (timeoutMs) => writer.close(timeoutMs),
  };
}

function safeFields(fields: LogFields): Record<string, string | number | boolean | null> {
  const safe: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(fields)) {
    safe[name] = typeof value === 'string' ? safeText(value, FIELD_CHARS_MAX) : value;
  }
  return safe;
}

/** https://no-color.org, and terminals that say they cannot. */
function wantsColour(env: NodeJS.ProcessEnv): boolean {
  return !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}

/** pino-pretty is an optional dependency, and only ever needed by a person at a terminal. */
function loadPrettifier(colorize: boolean): ((line: string) => string) | null {
  try {
    const { prettyFactory } = createRequire(import.meta.url)('pino-pretty') as typeof PinoPretty;
    return prettyFactory({
      colorize,
      timestampKey: 'ts',
      translateTime: 'HH:MM:ss.l',
      ignore: 'event',
      singleLine: true,
      // Our `error` is a name; shown as an error it would break the line.
      errorLikeObjectKeys: [],
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}
