import type { CasilFigures } from './casil-figures.js';
import type { EventLoopLag } from './event-loop-lag.js';
import type { HotCounters } from './events.js';

/** Where the figures of a scrape come from. All of them must be cheap: they are asked on the event loop. */
export interface MetricsPorts {
  readonly counters: HotCounters;
  /** Open connections, with and without a session. */
  connections(): number;
  sessions(): number;
  routerStats(): { readonly channels: number; readonly subscriptions: number; readonly replaying: number };
  logStats(): {
    readonly channels: number;
    readonly entries: number;
    readonly bytes: number;
    readonly dedupeIds: number;
  };
  eventLoopLag(): EventLoopLag;
  telemetryFailures(): ReadonlyMap<string, number>;
  droppedLogLines(): number;
  lostAuditLines?(): number;
  /** Absent or null where content is not inspected: then its series are absent too. */
  readonly casil?: () => CasilFigures | null;
  /** Refusals by name of the limit, and bans, since the start. Absent where nothing is limited. */
  readonly limits?: () => { readonly limited: ReadonlyMap<string, number>; readonly bans: number };
}
