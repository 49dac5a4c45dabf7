/** A memory log and a router over it, stepped by hand: the part of the bus that P1 and P2 are about. */
import { createFlushLoop } from '../../src/base/flush-loop.js';
import { parseChannelPattern } from '../../src/protocol/address.js';
import { wire } from '../../src/protocol/codec.js';
import type { SlowConsumerPolicy } from '../../src/protocol/entry.js';
import { createRouter, type RouterOptions } from '../../src/routing/create-router.js';
import type { LogReader } from '../../src/routing/log-reader.js';
import type { JoinOutcome, JoinRequest, MembershipChange, Router } from '../../src/routing/router.js';
import type { ChannelLog } from '../../src/storage/channel-log.js';
import { createMemoryChannelLog } from '../../src/storage/memory/memory-channel-log.js';
import type { TelemetryEvent } from '../../src/telemetry/events.js';
import { address, draft, KEEP_ALL, type DraftFields } from './drafts.js';
import { FakeClock } from './fake-clock.js';
import { RecordingSubscriber } from './recording-subscriber.js';

export interface RoutingBenchOptions {
  readonly router?: Partial<RouterOptions>;
  readonly slowConsumer?: SlowConsumerPolicy;
  /** What the router reads, given the log; e.g. the same with answers that come later. */
  readonly readerOf?: (log: ChannelLog) => LogReader;
}

export type JoinFields = Partial<Omit<JoinRequest, 'subscriber' | 'pattern'>>;

export class RoutingBench {
  readonly clock = new FakeClock();
  readonly events: TelemetryEvent[] = [];
  readonly memberships: MembershipChange[] = [];
  readonly log: ChannelLog;
  readonly router: Router;
  #runs: (() => void)[] = [];
  #clients = 0;

  constructor(options: RoutingBenchOptions = {}) {
    this.log = createMemoryChannelLog({
      clock: this.clock,
      dedupeWindowMs: 120_000,
      dedupeIdsPerSubjectMax: 10_000,
      memoryBytesMax: 1_000_000_000,
      channelsPerTenantMax: 10_000,
      channelsMax: 1_000_000,
      shares: { shareMin: 0, tenants: 1 },
      persistCasil: true,
    });
    this.router = createRouter({
      log: options.readerOf?.(this.log) ?? this.log,
      flushLoop: createFlushLoop((run) => this.#runs.push(run)),
      clock: this.clock,
      telemetry: { emit: (event) => this.events.push(event) },
      roomPolicy: () => ({
        retention: KEEP_ALL,
        slowConsumer: options.slowConsumer ?? 'disconnect',
        presence: true,
        joinLeaveEvents: false,
        ttlMs: 0,
        minimumDurability: wire.Durability.NONE,
        autoCreate: true,
      }),
      options: {
        batchBytesMax: 65_536,
        replayPageCount: 4,
        replayPageBytes: 65_536,
        wildcardChannelsMax: 256,
        ...options.router,
      },
    });
    this.log.onEntry = (entry) => this.router.deliver(entry);
    this.router.onMembership = (change) => this.memberships.push(change);
  }

  /** Runs the flush loop as one event-loop tick would. */
  tick(): void {
    for (const run of this.#runs.splice(0)) run();
  }

  client(queueBytesMax: number | null = null, tenant = 'acme'): RecordingSubscriber {
    this.#clients += 1;
    const subscriber = new RecordingSubscriber(`c${this.#clients}`, tenant, queueBytesMax);
    this.router.addClient(subscriber);
    return subscriber;
  }

  /** Appends without flushing; returns the position. @throws when it is refused. */
  append(channel: string, fields: DraftFields = {}): { sequence: number; epoch: number } {
    let position: { sequence: number; epoch: number } | null = null;
    this.log.append([draft(address(channel), fields)], (_, outcome) => {
      if (outcome.status === 'accepted') position = outcome;
    });
    if (position === null) throw new Error('the append was not accepted');
    return position;
  }

  /** Appends `count` messages and runs a tick. Returns the last position. */
  publish(channel: string, count = 1, fields: DraftFields = {}): { sequence: number; epoch: number } {
    let position = { sequence: 0, epoch: 0 };
    for (let index = 0; index < count; index += 1) position = this.append(channel, fields);
    this.tick();
    return position;
  }

  request(subscriber: RecordingSubscriber, channelText: string, fields: JoinFields = {}): JoinRequest {
    const pattern = parseChannelPattern(channelText);
    if (pattern === null) throw new Error(`not a channel: ${channelText}`);
    const defaults = { room: 'chat', recover: [], rewind: 0, group: '', responder: false };
    return { ...defaults, subscriber, channelText, pattern, ...fields };
  }

  /** @throws when the answer has not come before this returns. */
  join(subscriber: RecordingSubscriber, channelText: string, fields: JoinFields = {}): JoinOutcome {
    const outcomes: JoinOutcome[] = [];
    this.router.join(this.request(subscriber, channelText, fields), (outcome) => outcomes.push(outcome));
    const [outcome, second] = outcomes;
    if (outcome === undefined || second !== undefined) throw new Error(`answered ${outcomes.length} times`);
    return outcome;
  }

  remove(channel: string): void {
    this.log.remove(address(channel), () => this.router.channelRemoved(address(channel)));
  }
}
