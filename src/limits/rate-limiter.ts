/**
 * How fast envelopes may come: of one connection, of all connections of a subject, of all of a tenant, and of a subject
 * in one channel. Asking costs a few additions and allocates nothing; a rate of 0 is no limit and costs nothing at all.
 * [T-LIM-1] [P8]
 *
 * An envelope passes all of its buckets or takes from none of them. Time is read once per WebSocket message, by `tick`,
 * and stands still within it.
 */
import type { Clock } from '../base/clock.js';
import type { Rejection } from '../protocol/rejection.js';
import { BucketPool } from './bucket-pool.js';
import { CommandTime } from './command-time.js';
import { SharedBucket } from './shared-bucket.js';
import { BucketRate, isUnlimited, TrafficBucket, type TrafficRate } from './traffic-bucket.js';
import { Waits } from './waits.js';

export interface RateRules {
  readonly connection: TrafficRate;
  readonly subject: TrafficRate;
  readonly tenant: TrafficRate;
  /** Of a subject in one channel. */
  readonly senderPerChannel: TrafficRate;
  /** Of the commands of a subject, what they take of our time: its messages are milliseconds. By default no limit. */
  readonly commandTime?: TrafficRate;
  /** Subjects, tenants and senders in channels that are remembered, each. */
  readonly entriesMax: number;
}

export const RATE_LIMITS = {
  connection: 'limits.rates.connection',
  subject: 'limits.rates.subject',
  tenant: 'limits.rates.tenant',
  senderPerChannel: 'limits.rates.sender_per_channel',
  commandTime: 'limits.rates.command_time',
} as const;

type PoolName = 'subject' | 'tenant' | 'senderPerChannel' | 'commandTime';

const NO_LIMIT: TrafficRate = { messagesPerSecond: 0, bytesPerSecond: 0, burstMs: 1 };

/** What the rates need of a session. */
export interface Sender {
  readonly tenant: string;
  readonly subject: string;
}

export class RateLimiter {
  readonly #rules: RateRules;
  readonly #clock: Clock;
  readonly #limitsSessions: boolean;
  readonly #limitsChannels: boolean;
  readonly #connectionRate: BucketRate;
  readonly #limitsCommands: boolean;
  readonly #pools: { readonly [K in PoolName]: BucketPool };
  readonly waits = {
    connection: new Waits(RATE_LIMITS.connection),
    subject: new Waits(RATE_LIMITS.subject),
    tenant: new Waits(RATE_LIMITS.tenant),
    senderPerChannel: new Waits(RATE_LIMITS.senderPerChannel),
    commandTime: new Waits(RATE_LIMITS.commandTime),
  };
  /** Milliseconds of the clock at the last `tick`. Public: its readers are in this file. */
  nowMs: number;

  constructor(rules: RateRules, clock: Clock) {
    const commandTime = rules.commandTime ?? NO_LIMIT;
    this.#rules = rules;
    this.#clock = clock;
    this.#limitsSessions = ![rules.connection, rules.subject, rules.tenant].every(isUnlimited);
    this.#limitsChannels = !isUnlimited(rules.senderPerChannel);
    this.#limitsCommands = !isUnlimited(commandTime);
    this.#connectionRate = new BucketRate(rules.connection);
    this.#pools = {
      subject: new BucketPool(rules.subject, rules.entriesMax),
      tenant: new BucketPool(rules.tenant, rules.entriesMax),
      senderPerChannel: new BucketPool(rules.senderPerChannel, rules.entriesMax),
      commandTime: new BucketPool(commandTime, rules.entriesMax),
    };
    this.nowMs = clock.monotonicMs();
  }

  /** Once per WebSocket message. */
  tick(): void {
    if (this.#limitsSessions || this.#limitsChannels || this.#limitsCommands) this.nowMs = this.#clock.monotonicMs();
  }

  /** For one connection; null where nothing is limited. */
  ofSession({ tenant, subject }: Sender): SessionRates | null {
    if (!this.#limitsSessions) return null;
    return new SessionRates(this, new TrafficBucket(this.#connectionRate, this.nowMs), {
      subject: isUnlimited(this.#rules.subject) ? null : this.#hold('subject', `${tenant}\0${subject}`),
      tenant: isUnlimited(this.#rules.tenant) ? null : this.#hold('tenant', tenant),
    });
  }

  /** For one subject in one channel; null where that is not limited. @param channelKey names tenant, room and channel */
  ofChannel(channelKey: string, { subject }: Sender): ChannelRate | null {
    if (!this.#limitsChannels) return null;
    return new ChannelRate(this, this.#hold('senderPerChannel', `${channelKey}\0${subject}`));
  }

  /** For the commands of one subject; null where their time is not limited. */
  ofCommands({ tenant, subject }: Sender): CommandTime | null {
    if (!this.#limitsCommands) return null;
    return new CommandTime(this, this.#hold('commandTime', `${tenant}\0${subject}`));
  }

  /** Entries remembered in all pools. */
  get size(): number {
    const { subject, tenant, senderPerChannel, commandTime } = this.#pools;
    return subject.size + tenant.size + senderPerChannel.size + commandTime.size;
  }

  #hold(pool: PoolName, key: string): SharedBucket {
    const from = this.#pools[pool];
    return new SharedBucket(from, from.get(key, this.nowMs));
  }
}

/** The rates an envelope of one connection has to pass, whatever it is. */
export class SessionRates {
  readonly #limiter: RateLimiter;
  readonly #connection: TrafficBucket;
  readonly #subject: SharedBucket | null;
  readonly #tenant: SharedBucket | null;

  constructor(
    limiter: RateLimiter,
    connection: TrafficBucket,
    shared: { readonly subject: SharedBucket | null; readonly tenant: SharedBucket | null },
  ) {
    this.#limiter = limiter;
    this.#connection = connection;
    this.#subject = shared.subject;
    this.#tenant = shared.tenant;
  }

  /** Counts one envelope. @returns null, or the limit it is over with the time to wait; it was not counted then */
  take(bytes: number): Rejection | null {
    const { nowMs } = this.#limiter;
    const subject = this.#subject === null ? null : this.#subject.at(nowMs);
    const tenant = this.#tenant === null ? null : this.#tenant.at(nowMs);
    const connectionMs = this.#connection.waitMs(1, bytes, nowMs);
    const subjectMs = subject === null ? 0 : subject.waitMs(1, bytes, nowMs);
    const tenantMs = tenant === null ? 0 : tenant.waitMs(1, bytes, nowMs);
    if (connectionMs > 0 || subjectMs > 0 || tenantMs > 0) return this.#refuse(connectionMs, subjectMs, tenantMs);
    this.#connection.charge(1, bytes);
    if (subject !== null) subject.charge(1, bytes);
    if (tenant !== null) tenant.charge(1, bytes);
    return null;
  }

  /** Names the limit that takes longest to wait for. */
  #refuse(connectionMs: number, subjectMs: number, tenantMs: number): Rejection {
    const { waits } = this.#limiter;
    if (tenantMs >= subjectMs && tenantMs >= connectionMs) return waits.tenant.for(tenantMs);
    return subjectMs >= connectionMs ? waits.subject.for(subjectMs) : waits.connection.for(connectionMs);
  }
}

/** What one subject may publish to one channel, on all its connections together. */
export class ChannelRate {
  readonly #limiter: RateLimiter;
  readonly #shared: SharedBucket;

  constructor(limiter: RateLimiter, shared: SharedBucket) {
    this.#limiter = limiter;
    this.#shared = shared;
  }

  /** Counts one message. @returns null, or RATE_LIMITED with the time to wait */
  take(bytes: number): Rejection | null {
    const { nowMs } = this.#limiter;
    const waitMs = this.#shared.at(nowMs).take(1, bytes, nowMs);
    return waitMs === 0 ? null : this.#limiter.waits.senderPerChannel.for(waitMs);
  }
}
