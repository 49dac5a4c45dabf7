/**
 * All limits of a server as one thing to ask: how many may connect, how fast envelopes may come, and who is banned for
 * a time. It counts and decides; whoever asks refuses. It holds no timer and no connection, and every list in it is
 * bounded. [T-LIM-1] [T-LIM-2] [T-TEN-2] [P7] [P8]
 */
import type { Clock } from '../base/clock.js';
import { rejection, type Rejection } from '../protocol/rejection.js';
import type { Telemetry } from '../telemetry/events.js';
import { Bans, type Ban, type BanRules, type Culprit } from './bans.js';
import { ConnectionCounts, type ConnectionBounds, type ConnectionLimit } from './connection-counts.js';
import { LimitReports } from './limit-reports.js';
import { RateLimiter, type RateRules, type Sender } from './rate-limiter.js';
import { Waits } from './waits.js';

export interface LimiterOptions {
  readonly rates: RateRules;
  readonly connections: ConnectionBounds;
  readonly bans: BanRules;
  /** Addresses that are never banned: those that others stand behind, as a proxy on this machine. */
  readonly neverBanned: (address: string) => boolean;
}

/** Why a connection is refused before its handshake. */
export interface ConnectionRefusal {
  readonly limit: ConnectionLimit | typeof BANNED;
  /** 0 where nobody can say. */
  readonly retryAfterMs: number;
}

export interface LimitFigures {
  /** Refusals by name of the limit. */
  readonly limited: ReadonlyMap<string, number>;
  readonly bans: number;
}

/** What a ban's refusals name. */
export const BANNED = 'bans.duration';

export class Limiter {
  readonly rates: RateLimiter;
  readonly connections: ConnectionCounts;
  readonly #bans: Bans;
  readonly #reports: LimitReports;
  readonly #telemetry: Telemetry;
  readonly #neverBanned: (address: string) => boolean;
  readonly #banWaits = new Waits(BANNED);
  #banCount = 0;

  constructor(options: LimiterOptions, ports: { readonly clock: Clock; readonly telemetry: Telemetry }) {
    const { clock, telemetry } = ports;
    this.rates = new RateLimiter(options.rates, clock);
    this.connections = new ConnectionCounts(options.connections);
    this.#bans = new Bans(options.bans, clock);
    this.#reports = new LimitReports(telemetry, clock);
    this.#telemetry = telemetry;
    this.#neverBanned = options.neverBanned;
  }

  /** Counts a connection before its handshake. @returns null, or why it is refused and was not counted */
  openConnection(address: string): ConnectionRefusal | null {
    const retryAfterMs = this.#bans.remainingMs({ what: 'address', address });
    const limit = retryAfterMs > 0 ? BANNED : this.connections.openConnection(address);
    if (limit === null) return null;
    this.#reports.count(limit, { tenant: '', clientId: '', retryAfterMs });
    return { limit, retryAfterMs };
  }

  closeConnection(address: string): void {
    this.connections.closeConnection(address);
  }

  /** Counts a session. @returns null, or why it is refused and was not counted */
  openSession({ tenant, subject }: Sender): Rejection | null {
    const refused = this.#judgeSession(tenant, subject);
    if (refused !== null) {
      this.#reports.count(refused.field, { tenant, clientId: '', retryAfterMs: refused.retryAfterMs });
    }
    return refused;
  }

  closeSession(tenant: string): void {
    this.connections.closeSession(tenant);
  }

  /** An envelope was refused for a limit, which is its field: counted, and told now and then. */
  reportRefused(refused: Rejection, sender: { readonly tenant: string; readonly clientId: string }): void {
    const { tenant, clientId } = sender;
    this.#reports.count(refused.field, { tenant, clientId, retryAfterMs: refused.retryAfterMs });
  }

  /** One more thing an address or a subject did wrong. @returns whether it is banned now */
  strike(culprit: Culprit): boolean {
    if (culprit.what === 'address' && this.#neverBanned(culprit.address)) return false;
    const ban = this.#bans.strike(culprit);
    if (ban === null) return this.#bans.remainingMs(culprit) > 0;
    this.#banCount += 1;
    const { what, tenant, name, untilMs, durationMs } = ban;
    this.#telemetry.emit({ type: 'access.banned', what, tenant, name, untilMs, durationMs });
    return true;
  }

  bans(): readonly Ban[] {
    return this.#bans.list();
  }

  /** @returns whether there was a ban to lift */
  liftBan(culprit: Culprit): boolean {
    return this.#bans.lift(culprit);
  }

  figures(): LimitFigures {
    return { limited: this.#reports.counts(), bans: this.#banCount };
  }

  #judgeSession(tenant: string, subject: string): Rejection | null {
    const bannedMs = this.#bans.remainingMs({ what: 'subject', tenant, subject });
    if (bannedMs > 0) return this.#banWaits.for(bannedMs);
    const limit = this.connections.openSession(tenant);
    return limit === null ? null : rejection('LIMIT_EXCEEDED', limit);
  }
}
