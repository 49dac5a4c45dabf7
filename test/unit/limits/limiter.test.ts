import { beforeEach, describe, expect, it } from 'vitest';
import type { Culprit } from '../../../src/limits/bans.js';
import { Limiter } from '../../../src/limits/limiter.js';
import { Waits } from '../../../src/limits/waits.js';
import type { TelemetryEvent } from '../../../src/telemetry/events.js';
import { FakeClock } from '../../support/fake-clock.js';

const OFF = { messagesPerSecond: 0, bytesPerSecond: 0, burstMs: 1000 };
const ALICE = { tenant: 'acme', subject: 'alice' };
const ALICE_IS_BAD: Culprit = { what: 'subject', ...ALICE };

let clock: FakeClock;
let events: TelemetryEvent[];
let limiter: Limiter;
beforeEach(() => {
  clock = new FakeClock();
  events = [];
  limiter = new Limiter(
    {
      rates: { connection: OFF, subject: OFF, tenant: OFF, senderPerChannel: OFF, entriesMax: 16 },
      connections: { connectionsMax: 10, perAddressMax: 2, perTenantMax: 3, shares: { shareMin: 0, tenants: 1 } },
      bans: { strikesMax: 2, windowMs: 60_000, durationMs: 10_000, durationMaxMs: 10_000, entriesMax: 16 },
      neverBanned: (address) => address === '10.9.9.9',
    },
    { clock, telemetry: { emit: (event) => events.push(event) } },
  );
});

describe('connections and sessions [T-LIM-1]', () => {
  it('are refused one past a limit, by its name', () => {
    expect([1, 2].map(() => limiter.openConnection('10.0.0.1'))).toEqual([null, null]);
    expect(limiter.openConnection('10.0.0.1')).toEqual({
      limit: 'limits.connections_per_address_max',
      retryAfterMs: 0,
    });
    expect([1, 2, 3].map(() => limiter.openSession(ALICE))).toEqual([null, null, null]);
    expect(limiter.openSession(ALICE)).toMatchObject({
      name: 'LIMIT_EXCEEDED',
      field: 'limits.connections_per_tenant_max',
    });
    expect(events.map((event) => (event.type === 'limit.exceeded' ? [event.limit, event.tenant] : null))).toEqual([
      ['limits.connections_per_address_max', ''],
      ['limits.connections_per_tenant_max', 'acme'],
    ]);
  });

  it('come back when they end', () => {
    for (let count = 0; count < 3; count += 1) limiter.openSession(ALICE);
    limiter.closeSession('acme');
    expect(limiter.openSession(ALICE)).toBeNull();
    limiter.openConnection('10.0.0.1');
    limiter.closeConnection('10.0.0.1');
    expect(limiter.connections.open).toBe(0);
  });
});

describe('strikes [T-LIM-2]', () => {
  it('ban an address before its handshake, tell it once, and say how long', () => {
    const culprit: Culprit = { what: 'address', address: '10.0.0.1' };
    expect([1, 2, 3].map(() => limiter.strike(culprit))).toEqual([false, true, true]);
    expect(events).toEqual([
      {
        type: 'access.banned',
        what: 'address',
        tenant: '',
        name: '10.0.0.1',
        untilMs: clock.nowMs() + 10_000,
        durationMs: 10_000,
      },
    ]);
    clock.advance(4_000);
    expect(limiter.openConnection('10.0.0.1')).toEqual({ limit: 'bans.duration', retryAfterMs: 6_000 });
    expect(limiter.openConnection('10.0.0.2')).toBeNull();
    clock.advance(6_000);
    expect(limiter.openConnection('10.0.0.1')).toBeNull();
  });

  it('ban a subject from new sessions until it is over or lifted', () => {
    limiter.strike(ALICE_IS_BAD);
    limiter.strike(ALICE_IS_BAD);
    expect(limiter.openSession(ALICE)).toMatchObject({
      name: 'RATE_LIMITED',
      field: 'bans.duration',
      retryAfterMs: 10_240,
    });
    expect(limiter.openSession({ ...ALICE, tenant: 'other' })).toBeNull();
    expect(limiter.bans()).toHaveLength(1);
    expect(limiter.liftBan(ALICE_IS_BAD)).toBe(true);
    expect(limiter.openSession(ALICE)).toBeNull();
  });

  it('never ban an address that others stand behind', () => {
    for (let count = 0; count < 10; count += 1) {
      expect(limiter.strike({ what: 'address', address: '10.9.9.9' })).toBe(false);
    }
    expect(limiter.openConnection('10.9.9.9')).toBeNull();
  });
});

describe('what operators learn [T-LIM-1] [P8]', () => {
  it('is exact in counts, and a few events a second that add up', () => {
    const refused = new Waits('limits.rates.subject').for(100);
    const flood = () => {
      for (let count = 0; count < 1000; count += 1) limiter.reportRefused(refused, { tenant: 'acme', clientId: 'c1' });
    };
    const told = () => events.map((event) => (event.type === 'limit.exceeded' ? event.count : 0));
    flood();
    expect(told()).toEqual([1, 1, 1, 1, 1]);
    clock.advance(1000);
    flood();
    expect(told()).toEqual([1, 1, 1, 1, 1, 996, 1, 1, 1, 1]);
    expect(events[0]).toEqual({
      type: 'limit.exceeded',
      limit: 'limits.rates.subject',
      tenant: 'acme',
      clientId: 'c1',
      retryAfterMs: 112,
      count: 1,
    });
    expect(limiter.figures()).toEqual({ limited: new Map([['limits.rates.subject', 2000]]), bans: 0 });
  });

  it('counts bans', () => {
    for (let count = 0; count < 5; count += 1) limiter.strike(ALICE_IS_BAD);
    expect(limiter.figures().bans).toBe(1);
  });
});
