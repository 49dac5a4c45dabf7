/**
 * What operators learn of limits: exact counts, and an event for some of the refusals, so that a flood of refusals does
 * not become a flood of events. [T-LIM-1] [P8]
 */
import type { Clock } from '../base/clock.js';
import type { Telemetry } from '../telemetry/events.js';

/** Events of one limit in a second. */
const EVENTS_PER_SECOND_MAX = 5;

interface Gate {
  startedAtMs: number;
  passed: number;
  /** Refusals since the last event. */
  untold: number;
}

export class LimitReports {
  readonly #telemetry: Telemetry;
  readonly #clock: Clock;
  readonly #gates = new Map<string, Gate>();
  readonly #counts = new Map<string, number>();

  constructor(telemetry: Telemetry, clock: Clock) {
    this.#telemetry = telemetry;
    this.#clock = clock;
  }

  /** Refusals by limit since the start. */
  counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  /** @param limit name of a setting: ours, so there are few. @param tenant and clientId empty where not known yet */
  count(limit: string, about: { tenant: string; clientId: string; retryAfterMs: number }): void {
    this.#counts.set(limit, (this.#counts.get(limit) ?? 0) + 1);
    const gate = this.#gateOf(limit);
    gate.untold += 1;
    if (gate.passed >= EVENTS_PER_SECOND_MAX) return;
    gate.passed += 1;
    const { tenant, clientId, retryAfterMs } = about;
    this.#telemetry.emit({ type: 'limit.exceeded', limit, tenant, clientId, retryAfterMs, count: gate.untold });
    gate.untold = 0;
  }

  #gateOf(limit: string): Gate {
    const nowMs = this.#clock.monotonicMs();
    let gate = this.#gates.get(limit);
    if (gate === undefined) {
      gate = { startedAtMs: nowMs, passed: 0, untold: 0 };
      this.#gates.set(limit, gate);
    } else if (nowMs - gate.startedAtMs >= 1000) {
      gate.startedAtMs = nowMs;
      gate.passed = 0;
    }
    return gate;
  }
}
