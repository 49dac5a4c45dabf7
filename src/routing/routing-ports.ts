/** What routing is given: the log it reads, the loop it flushes in, time, and where it counts. */
import type { Clock } from '../base/clock.js';
import type { FlushLoop } from '../base/flush-loop.js';
import type { Telemetry } from '../telemetry/events.js';
import type { LogReader } from './log-reader.js';
import type { ResolveRoomPolicy } from './room-policy.js';

export interface RouterOptions {
  /** Bytes of one shared batch; one larger message still makes a batch of its own. */
  readonly batchBytesMax: number;
  /** Messages and bytes that one replay step reads and queues. */
  readonly replayPageCount: number;
  readonly replayPageBytes: number;
  /** Channels whose position a wildcard join answers. */
  readonly wildcardChannelsMax: number;
}

export interface RoutingPorts {
  readonly log: LogReader;
  readonly flushLoop: FlushLoop;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly roomPolicy: ResolveRoomPolicy;
  readonly options: RouterOptions;
}
