/** What the pipeline is given by the composition root: every other layer as a port, time and limits as values. */
import type { Authenticator } from '../auth/authenticator.js';
import type { DenyList } from '../auth/deny-list.js';
import type { Clock } from '../base/clock.js';
import type { Inspector } from '../casil/inspection.js';
import type { CommandPorts } from '../commands/command.js';
import type { Limiter } from '../limits/limiter.js';
import type { ResolveRoomPolicy } from '../routing/room-policy.js';
import type { Router } from '../routing/router.js';
import type { ChannelLog } from '../storage/channel-log.js';
import type { NodeLink } from '../storage/node-link.js';
import type { HotCounters, Telemetry } from '../telemetry/events.js';
import type { StrikeBounds } from './strikes.js';

export interface PipelineLimits {
  readonly payloadBytesMax: number;
  readonly frameBytesMax: number;
  readonly envelopesPerFrameMax: number;
  readonly subscriptionsPerConnectionMax: number;
  readonly historyPageMax: number;
  readonly maxHops: number;
  readonly strikes: StrikeBounds;
}

/** What a welcome tells a client about this server. */
export interface ServerFacts {
  readonly nodeId: string;
  readonly bootId: string;
  readonly serverVersion: string;
  readonly helloTimeoutMs: number;
  readonly pingIntervalMs: number;
  readonly pongDeadlineMs: number;
}

export interface PipelinePorts {
  readonly clock: Clock;
  readonly counters: HotCounters;
  readonly telemetry: Telemetry;
  /** Refuses whom the deny list names. */
  readonly authenticator: Authenticator;
  /** What open sessions are judged by when it changes. */
  readonly denyList: DenyList;
  /** The pass-through where content inspection is off. */
  readonly inspector: Inspector;
  /** Whether clients see what inspection said. */
  readonly exposeMetadata: boolean;
  readonly log: ChannelLog;
  readonly router: Router;
  readonly nodeLink: NodeLink;
  readonly roomPolicy: ResolveRoomPolicy;
  readonly commands: CommandPorts;
  readonly limits: PipelineLimits;
  readonly limiter: Limiter;
  readonly facts: ServerFacts;
}
