/**
 * Looks at every open session once a second: those whose credential expired, whose key is no longer vouched for, or
 * whom the deny list names are ended. One timer for all; none while there is no session. [T-AUTH-6]
 *
 * It looks at the full seconds of the clock, whoever's session was first: otherwise the moment at which a tenant's
 * session ends would tell when others connected. [T-TEN-1] [P7]
 */
import type { Authenticator } from '../auth/authenticator.js';
import type { DenyList } from '../auth/deny-list.js';
import type { Clock, Timer } from '../base/clock.js';
import type { SessionEndReason } from './session-end.js';
import type { Session } from './session.js';

/** Well below the 5 s in which a lost credential must end what it allowed. [P6] */
const INTERVAL_MS = 1000;

/** After so many looked at, or so many ended, the others of the bus get a turn. */
const LOOKED_AT_PER_TURN_MAX = 2048;
const ENDED_PER_TURN_MAX = 256;

export interface SweepPorts {
  readonly clock: Clock;
  readonly authenticator: Authenticator;
  readonly denyList: DenyList;
  readonly end: (session: Session, reason: SessionEndReason) => void;
}

export class SessionSweep {
  readonly #ports: SweepPorts;
  readonly #sessions = new Set<Session>();
  #timer: Timer | null = null;
  /** Of the deny list, when all sessions were last judged by it. */
  #revision: number;

  constructor(ports: SweepPorts) {
    this.#ports = ports;
    this.#revision = ports.denyList.revision;
  }

  /** From now on the session is looked at. It has just been authenticated. */
  watch(session: Session): void {
    this.#sessions.add(session);
    this.#timer ??= this.#wait();
  }

  forget(session: Session): void {
    this.#sessions.delete(session);
    if (this.#sessions.size > 0) return;
    this.#timer?.cancel();
    this.#timer = null;
  }

  #wait(): Timer {
    const { clock } = this.#ports;
    return clock.setTimer(INTERVAL_MS - (clock.monotonicMs() % INTERVAL_MS), () => this.#begin());
  }

  #begin(): void {
    const { revision } = this.#ports.denyList;
    const isDenyListNew = revision !== this.#revision;
    this.#revision = revision;
    this.#continue(this.#sessions.values(), isDenyListNew);
  }

  /** @param sessions goes on where it was: a set's iterator survives that sessions end and begin. */
  #continue(sessions: SetIterator<Session>, isDenyListNew: boolean): void {
    const { clock, end } = this.#ports;
    this.#timer = null;
    const nowMs = clock.nowMs();
    let lookedAt = 0;
    let ended = 0;
    for (let next = sessions.next(); next.done !== true; next = sessions.next()) {
      const reason = this.#judge(next.value, nowMs, isDenyListNew);
      if (reason !== null) {
        end(next.value, reason);
        ended += 1;
      }
      lookedAt += 1;
      if (lookedAt === LOOKED_AT_PER_TURN_MAX || ended === ENDED_PER_TURN_MAX) {
        this.#timer = clock.setTimer(0, () => this.#continue(sessions, isDenyListNew));
        return;
      }
    }
    if (this.#sessions.size > 0) this.#timer = this.#wait();
  }

  #judge(session: Session, nowMs: number, isDenyListNew: boolean): SessionEndReason | null {
    const { authenticator, denyList } = this.#ports;
    const { principal } = session;
    if (nowMs >= principal.expiresAtMs) return 'expired';
    if (!authenticator.stillVouchesFor(principal)) return 'revoked';
    // Who came after the last change was judged when it authenticated.
    if (!isDenyListNew) return null;
    return denyList.deniesPrincipal(principal) || denyList.deniesAddress(session.remoteAddress) ? 'denied' : null;
  }
}
