import { beforeEach, describe, expect, it } from 'vitest';
import { RateLimiter, type RateRules } from '../../../src/limits/rate-limiter.js';
import { FakeClock } from '../../support/fake-clock.js';

const OFF = { messagesPerSecond: 0, bytesPerSecond: 0, burstMs: 1000 };
const messages = (messagesPerSecond: number) => ({ ...OFF, messagesPerSecond });
const NOTHING: RateRules = { connection: OFF, subject: OFF, tenant: OFF, senderPerChannel: OFF, entriesMax: 100 };

let clock: FakeClock;
beforeEach(() => {
  clock = new FakeClock();
});

function create(rules: Partial<RateRules>): RateLimiter {
  return new RateLimiter({ ...NOTHING, ...rules }, clock);
}

/** How many of `tries` pass now, and what the first of the others is told. */
function drain(rates: { take(bytes: number): { field: string; retryAfterMs: number } | null } | null, tries: number) {
  let passed = 0;
  let refused: string | null = null;
  for (let count = 0; count < tries; count += 1) {
    const answer = rates?.take(100) ?? null;
    if (answer === null) passed += 1;
    else refused ??= `${answer.field} ${answer.retryAfterMs}`;
  }
  return { passed, refused };
}

const ALICE = { tenant: 'acme', subject: 'alice' };
const BOB = { tenant: 'acme', subject: 'bob' };
const EVE = { tenant: 'other', subject: 'alice' };

describe('the rate limiter [T-LIM-1]', () => {
  it('is nothing at all where nothing is limited', () => {
    const limiter = create({});
    expect(limiter.ofSession(ALICE)).toBeNull();
    expect(limiter.ofChannel('acme/r/c', ALICE)).toBeNull();
    expect(limiter.size).toBe(0);
  });

  it('limits each connection by itself', () => {
    const limiter = create({ connection: messages(5) });
    const [first, second] = [limiter.ofSession(ALICE), limiter.ofSession(ALICE)];
    expect(drain(first, 6)).toEqual({ passed: 5, refused: 'limits.rates.connection 224' });
    expect(drain(second, 5).passed).toBe(5);
  });

  it('limits a subject on all its connections together, and the same name of two tenants apart [T-TEN-1]', () => {
    const limiter = create({ subject: messages(5) });
    drain(limiter.ofSession(ALICE), 3);
    expect(drain(limiter.ofSession(ALICE), 3)).toEqual({ passed: 2, refused: 'limits.rates.subject 224' });
    expect(drain(limiter.ofSession(BOB), 5).passed).toBe(5);
    expect(drain(limiter.ofSession(EVE), 5).passed).toBe(5);
  });

  it('limits a tenant, and leaves the others alone [P7]', () => {
    const limiter = create({ tenant: messages(5) });
    drain(limiter.ofSession(ALICE), 3);
    expect(drain(limiter.ofSession(BOB), 3)).toEqual({ passed: 2, refused: 'limits.rates.tenant 224' });
    expect(drain(limiter.ofSession(EVE), 5).passed).toBe(5);
  });

  it('limits bytes: one past the bound is told when', () => {
    const limiter = create({ tenant: { messagesPerSecond: 0, bytesPerSecond: 1000, burstMs: 1000 } });
    expect(drain(limiter.ofSession(ALICE), 11)).toEqual({ passed: 10, refused: 'limits.rates.tenant 112' });
  });

  it('limits a subject in one channel, whatever connection it comes from and however often it is asked anew', () => {
    const limiter = create({ senderPerChannel: messages(5) });
    expect(limiter.ofSession(ALICE)).toBeNull();
    drain(limiter.ofChannel('acme/r/c', ALICE), 3);
    const refused = 'limits.rates.sender_per_channel 224';
    expect(drain(limiter.ofChannel('acme/r/c', ALICE), 3)).toEqual({ passed: 2, refused });
    expect(drain(limiter.ofChannel('acme/r/d', ALICE), 5).passed).toBe(5);
    expect(drain(limiter.ofChannel('acme/r/c', BOB), 5).passed).toBe(5);
  });

  it('takes from all buckets or from none', () => {
    const limiter = create({ connection: messages(10), tenant: messages(4) });
    const alice = limiter.ofSession(ALICE);
    expect(drain(alice, 50).passed).toBe(4);
    clock.advance(1000);
    limiter.tick();
    // Had refusals cost the connection, it would be empty now.
    expect(drain(alice, 50).passed).toBe(4);
  });

  it('names the limit that takes longest to wait for', () => {
    const limiter = create({ connection: messages(10), subject: messages(2), tenant: messages(100) });
    expect(drain(limiter.ofSession(ALICE), 3).refused).toBe('limits.rates.subject 512');
  });

  it('stands still within a message and goes on with the clock', () => {
    const limiter = create({ connection: messages(5) });
    const rates = limiter.ofSession(ALICE);
    drain(rates, 5);
    clock.advance(400);
    expect(drain(rates, 1).passed).toBe(0);
    limiter.tick();
    expect(drain(rates, 3).passed).toBe(2);
  });

  it('goes on limiting those whose bucket was forgotten, in bounded memory [P8]', () => {
    const limiter = create({ subject: messages(5), senderPerChannel: messages(5), entriesMax: 16 });
    const alice = limiter.ofSession(ALICE);
    const channel = limiter.ofChannel('acme/r/c', ALICE);
    drain(alice, 5);
    drain(channel, 5);
    for (let index = 0; index < 1000; index += 1) {
      const other = { tenant: 'acme', subject: `s${index}` };
      drain(limiter.ofSession(other), 5);
      drain(limiter.ofChannel('acme/r/c', other), 5);
    }
    expect(limiter.size).toBe(32);
    expect(drain(alice, 10).passed).toBe(0);
    expect(drain(channel, 10).passed).toBe(0);
    clock.advance(60_000);
    limiter.tick();
    // Two holders of one subject share again.
    expect(drain(alice, 3).passed + drain(limiter.ofSession(ALICE), 10).passed).toBe(5);
  });

  it('leaves a tenant its rate whatever another sends [T-TEN-2]', () => {
    const limiter = create({ connection: messages(50), subject: messages(20), tenant: messages(30) });
    const quiet = limiter.ofSession(EVE);
    const noisy = Array.from({ length: 50 }, (_, index) => limiter.ofSession({ tenant: 'acme', subject: `s${index}` }));
    let [quietPassed, noisyPassed] = [0, 0];
    for (let second = 0; second < 20; second += 1) {
      for (const rates of noisy) noisyPassed += drain(rates, 40).passed;
      quietPassed += drain(quiet, 10).passed;
      clock.advance(1000);
      limiter.tick();
    }
    expect(quietPassed).toBe(200);
    expect(noisyPassed).toBe(600);
  });

  it('allocates nothing on the hot path [P8]', () => {
    const limiter = create({ connection: messages(1e8), subject: messages(1e8), tenant: messages(1e8) });
    const rates = limiter.ofSession(ALICE);
    const channel = create({ senderPerChannel: messages(1e8) }).ofChannel('acme/r/c', ALICE);
    const turn = (count: number): number => {
      let refused = 0;
      for (let index = 0; index < count; index += 1) {
        if (rates?.take(128) !== null) refused += 1;
        if (channel?.take(128) !== null) refused += 1;
      }
      return refused;
    };
    turn(1_000_000);
    const growthBytes = (count: number): number => {
      const before = process.memoryUsage().heapUsed;
      expect(turn(count)).toBe(0);
      return Math.abs(process.memoryUsage().heapUsed - before);
    };
    const smallest = Math.min(...Array.from({ length: 20 }, () => growthBytes(50_000)));
    // One boxed number for each of the 100,000 would be more than a megabyte.
    expect(smallest).toBeLessThan(100_000);
  });
});

describe('the time of commands [T-LIM-1]', () => {
  /** A quarter of the time, 50 ms at once. */
  const QUARTER = { messagesPerSecond: 250, bytesPerSecond: 0, burstMs: 200 };

  it('is not limited where nothing is set', () => {
    expect(create({}).ofCommands(ALICE)).toBeNull();
  });

  it('lets a command begin while any of it is left, and not when it is used up', () => {
    const limiter = create({ commandTime: QUARTER });
    const time = limiter.ofCommands(ALICE);
    for (const tookMs of [10, 10, 10, 10, 9.9]) time?.charge(tookMs);
    expect(time?.judge()).toBeNull();
    time?.charge(0.1);
    expect(time?.judge()).toMatchObject({
      name: 'RATE_LIMITED',
      field: 'limits.rates.command_time',
      retryAfterMs: 1,
    });
  });

  it('comes back at its rate, what was taken beyond it included', () => {
    const limiter = create({ commandTime: QUARTER });
    const time = limiter.ofCommands(ALICE);
    for (const tookMs of [10, 10, 10, 10, 9, 9]) time?.charge(tookMs);
    expect(time?.judge()?.retryAfterMs).toBe(40);
    clock.advance(32);
    limiter.tick();
    expect(time?.judge()).not.toBeNull();
    clock.advance(1);
    limiter.tick();
    expect(time?.judge()).toBeNull();
  });

  it('is not what the process was stopped for: no one command is charged more than 10 ms', () => {
    const limiter = create({ commandTime: QUARTER });
    const time = limiter.ofCommands(ALICE);
    for (let count = 0; count < 4; count += 1) time?.charge(5_000);
    expect(time?.judge()).toBeNull();
    time?.charge(5_000);
    expect(time?.judge()).not.toBeNull();
  });

  it('is one for all connections of a subject, and of nobody else', () => {
    const limiter = create({ commandTime: QUARTER });
    for (let count = 0; count < 5; count += 1) limiter.ofCommands(ALICE)?.charge(10);
    expect(limiter.ofCommands(ALICE)?.judge()).not.toBeNull();
    expect(limiter.ofCommands(BOB)?.judge()).toBeNull();
    expect(limiter.ofCommands(EVE)?.judge()).toBeNull();
  });
});
