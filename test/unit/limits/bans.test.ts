import { beforeEach, describe, expect, it } from 'vitest';
import { Bans, type BanRules, type Culprit } from '../../../src/limits/bans.js';
import { FakeClock } from '../../support/fake-clock.js';

const RULES: BanRules = {
  strikesMax: 3,
  windowMs: 60_000,
  durationMs: 10_000,
  durationMaxMs: 35_000,
  entriesMax: 16,
};
const ADDRESS: Culprit = { what: 'address', address: '10.0.0.1' };
const SUBJECT: Culprit = { what: 'subject', tenant: 'acme', subject: 'alice' };

let clock: FakeClock;
let bans: Bans;
beforeEach(() => {
  clock = new FakeClock();
  bans = new Bans(RULES, clock);
});

function strikes(culprit: Culprit, count: number) {
  return Array.from({ length: count }, () => bans.strike(culprit)).at(-1) ?? null;
}

describe('bans [T-LIM-2]', () => {
  it.each([ADDRESS, SUBJECT])('come with the last strike of a window and not before: $what', (culprit) => {
    expect(strikes(culprit, 2)).toBeNull();
    expect(bans.remainingMs(culprit)).toBe(0);
    expect(bans.strike(culprit)).toMatchObject({ durationMs: 10_000, untilMs: clock.nowMs() + 10_000 });
    expect(bans.remainingMs(culprit)).toBe(10_000);
  });

  it('end by the clock, whatever the wall clock does', () => {
    strikes(ADDRESS, 3);
    clock.jumpWallClock(3_600_000);
    clock.advance(9_999);
    expect(bans.remainingMs(ADDRESS)).toBe(1);
    clock.advance(1);
    expect(bans.remainingMs(ADDRESS)).toBe(0);
    expect(bans.list()).toEqual([]);
  });

  it('forget strikes older than the window', () => {
    strikes(ADDRESS, 2);
    clock.advance(60_000);
    expect(strikes(ADDRESS, 2)).toBeNull();
    clock.advance(20_000);
    expect(bans.strike(ADDRESS)).not.toBeNull();
  });

  it('see strikes on both sides of a half window', () => {
    clock.advance(29_000);
    strikes(ADDRESS, 2);
    clock.advance(2_000);
    expect(bans.strike(ADDRESS)).not.toBeNull();
  });

  it('last twice as long each time, up to the bound', () => {
    const durations = Array.from({ length: 4 }, () => {
      const ban = strikes(ADDRESS, 3);
      clock.advance(ban?.durationMs ?? 0);
      return ban?.durationMs;
    });
    expect(durations).toEqual([10_000, 20_000, 35_000, 35_000]);
  });

  it('are as short as the first again after the longest time without one', () => {
    strikes(ADDRESS, 3);
    clock.advance(10_000 + 35_000);
    expect(strikes(ADDRESS, 3)?.durationMs).toBe(20_000);
    clock.advance(20_000 + 35_001);
    expect(strikes(ADDRESS, 3)?.durationMs).toBe(10_000);
  });

  it('are not made longer by strikes while they last', () => {
    strikes(ADDRESS, 3);
    clock.advance(5_000);
    expect(strikes(ADDRESS, 10)).toBeNull();
    expect(bans.remainingMs(ADDRESS)).toBe(5_000);
  });

  it('are for one /64, and for one subject of one tenant [P7]', () => {
    strikes({ what: 'address', address: '2001:db8::1' }, 3);
    expect(bans.remainingMs({ what: 'address', address: '2001:db8::ffff' })).toBe(10_000);
    expect(bans.remainingMs({ what: 'address', address: '2001:db8:0:1::1' })).toBe(0);
    strikes(SUBJECT, 3);
    expect(bans.remainingMs({ what: 'subject', tenant: 'other', subject: 'alice' })).toBe(0);
    expect(bans.remainingMs({ what: 'subject', tenant: 'acme', subject: 'bob' })).toBe(0);
  });

  it('are listed, and can be lifted with all that led to them', () => {
    strikes(ADDRESS, 3);
    clock.advance(10_000);
    strikes(ADDRESS, 3);
    strikes(SUBJECT, 3);
    const untilMs = clock.nowMs();
    expect(bans.list()).toEqual([
      { what: 'address', tenant: '', name: '10.0.0.1', durationMs: 20_000, untilMs: untilMs + 20_000 },
      { what: 'subject', tenant: 'acme', name: 'alice', durationMs: 10_000, untilMs: untilMs + 10_000 },
    ]);
    expect(bans.lift(ADDRESS)).toBe(true);
    expect(bans.lift(ADDRESS)).toBe(false);
    expect(bans.remainingMs(ADDRESS)).toBe(0);
    expect(bans.list().map(({ what }) => what)).toEqual(['subject']);
    expect(strikes(ADDRESS, 2)).toBeNull();
    expect(bans.strike(ADDRESS)?.durationMs).toBe(10_000);
  });

  it('have nothing to lift once they are over', () => {
    strikes(ADDRESS, 3);
    clock.advance(10_000);
    expect(bans.lift(ADDRESS)).toBe(false);
  });

  it('are off at 0 strikes', () => {
    bans = new Bans({ ...RULES, strikesMax: 0 }, clock);
    expect(strikes(ADDRESS, 100)).toBeNull();
    expect(bans.size).toBe(0);
  });

  it('hold no more than their bound of each kind, and a flood of addresses forgets no subject [P8]', () => {
    strikes(SUBJECT, 3);
    for (let index = 0; index < 5_000; index += 1) {
      const culprit: Culprit = { what: 'address', address: `10.${index >> 8}.${index & 255}.1` };
      strikes(culprit, index % 2 === 0 ? 3 : 1);
    }
    expect(bans.size).toBe(16 + 16 + 1);
    expect(bans.list()).toHaveLength(17);
    expect(bans.remainingMs(SUBJECT)).toBe(10_000);
  });
});
