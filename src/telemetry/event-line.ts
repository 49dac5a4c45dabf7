import type { TelemetryEvent, TelemetryEventType } from './events.js';
import type { LogLine } from './logger.js';

export type EventOf<T extends TelemetryEventType> = Extract<TelemetryEvent, { type: T }>;

/** Makes what operators read of an event of this type. */
export type LineOf<T extends TelemetryEventType> = (event: EventOf<T>) => Omit<LogLine, 'event'>;
