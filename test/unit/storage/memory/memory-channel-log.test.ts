import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShareRule } from '../../../../src/base/shared-budget.js';
import type { ChannelAddress } from '../../../../src/protocol/address.js';
import type { AppendOutcome } from '../../../../src/storage/channel-log.js';
import { createMemoryChannelLog } from '../../../../src/storage/memory/memory-channel-log.js';
import { address, draft } from '../../../support/drafts.js';
import { FakeClock } from '../../../support/fake-clock.js';
import { accept, create, headOf, list, readPage, remove } from '../../../support/promised-log.js';

const WINDOW_MS = 120_000;

function setUp(overrides: { memoryBytesMax?: number; shares?: ShareRule } = {}) {
  const clock = new FakeClock();
  const reclaimed: ChannelAddress[] = [];
  const log = createMemoryChannelLog({
    clock,
    dedupeWindowMs: WINDOW_MS,
    dedupeIdsPerSubjectMax: 1000,
    memoryBytesMax: 10_000_000,
    channelsPerTenantMax: 100_000,
    channelsMax: 1_000_000,
    shares: { shareMin: 0, tenants: 1 },
    persistCasil: true,
    ...overrides,
  });
  log.onReclaimed = (each) => reclaimed.push(each);
  return { clock, log, reclaimed };
}

describe('memory log: calling back', () => {
  it('settles before append returns, the entry first, draft by draft', () => {
    const { log } = setUp();
    const events: string[] = [];
    log.watch(address());
    log.onEntry = ({ sequence }) => events.push(`entry ${sequence}`);
    log.append([draft(address()), draft(address())], (_, outcome: AppendOutcome) => events.push(outcome.status));
    expect(events).toEqual(['entry 1', 'accepted', 'entry 2', 'accepted']);
  });
});

describe('memory log: time', () => {
  it('never lets timestamps of a channel go back with the clock [P2]', async () => {
    const { clock, log } = setUp();
    const before = await accept(log, draft(address()));
    clock.jumpWallClock(-60_000);
    const after = await accept(log, draft(address()));
    expect(after.timestampMs).toBe(before.timestampMs);
  });

  it('does not bring expired messages back when the clock goes back [S-LOG-3]', async () => {
    const { clock, log } = setUp();
    await accept(log, draft(address(), { ttlMs: 1000 }));
    clock.advance(1500);
    await accept(log, draft(address(), { text: 'later' }));
    clock.jumpWallClock(-1500);
    expect((await readPage(log, { address: address() })).entries).toHaveLength(1);
  });

  it('keeps ids for the window although the wall clock jumps ahead [P4]', async () => {
    const { clock, log } = setUp();
    await accept(log, draft(address(), { id: 'same' }));
    clock.jumpWallClock(10 * WINDOW_MS);
    clock.advance(WINDOW_MS - 1);
    expect((await accept(log, draft(address(), { id: 'same' }))).duplicate).toBe(true);
  });
});

describe('memory log: budget [P8] [S-LOG-3]', () => {
  it('stays within memoryBytesMax, taking the oldest of the channels that were quiet longest', async () => {
    const { log } = setUp({ memoryBytesMax: 100_000 });
    const text = 'x'.repeat(1000);
    await accept(log, draft(address('quiet'), { text }));
    for (let index = 0; index < 300; index += 1) {
      await accept(log, draft(address('busy'), { text }));
      expect(log.stats().bytes).toBeLessThan(100_000);
    }
    expect((await headOf(log, address('quiet'))).retainedCount).toBe(0);
    const busy = await headOf(log, address('busy'));
    expect(busy.retainedCount).toBeGreaterThan(20);
    expect(busy.sequence).toBe(300);
    expect(log.stats().entries).toBe(busy.retainedCount);
  });

  it('says NONE where a message is larger than the whole budget', async () => {
    const { log } = setUp({ memoryBytesMax: 2000 });
    const outcome = await accept(log, draft(address(), { text: 'x'.repeat(3000) }));
    expect(outcome.durability).toBe(0);
    expect(log.stats()).toMatchObject({ entries: 0, bytes: 0 });
  });

  it('counts message ids too: many subjects cannot pass the budget with ids alone', async () => {
    const { log } = setUp({ memoryBytesMax: 100_000 });
    for (let index = 0; index < 3000; index += 1) {
      await accept(log, draft(address(), { subject: `user:${index}`, retention: { countMax: 0 } }));
    }
    expect(log.stats().dedupeIds).toBeLessThan(200);
  });
});

describe('memory log: shares of tenants [T-TEN-2] [P7]', () => {
  const text = 'x'.repeat(1000);
  /** Of 100 kB half is promised to history: 5 kB for each tenant. */
  const shares = { shareMin: 0.5, tenants: 5 };
  const of = (tenant: string, channel = 'c') => address(channel, 'chat', tenant);

  it('keeps what a tenant retains within its share while another floods, to the last message', async () => {
    const { log } = setUp({ memoryBytesMax: 100_000, shares });
    const modest = of('modest');
    for (let index = 0; index < 3; index += 1) await accept(log, draft(modest, { text }));
    for (let index = 0; index < 500; index += 1) {
      await accept(log, draft(of('greedy', `c${index % 7}`), { text }));
    }
    expect(await headOf(log, modest)).toMatchObject({ retainedCount: 3, firstSequence: 1 });
    expect((await headOf(log, of('greedy', 'c0'))).retainedCount).toBeGreaterThan(3);

    // What it holds beyond its share is anyone's again, but less so than what others hold beyond theirs.
    for (let index = 0; index < 20; index += 1) await accept(log, draft(modest, { text }));
    for (let index = 0; index < 500; index += 1) await accept(log, draft(of('greedy'), { text }));
    expect((await headOf(log, modest)).retainedCount).toBeGreaterThan(3);
  });

  it('takes from those who hold most, not from whom the next message is', async () => {
    const { log } = setUp({ memoryBytesMax: 100_000, shares });
    for (let index = 0; index < 200; index += 1) await accept(log, draft(of('hoarder'), { text }));
    const hoarded = (await headOf(log, of('hoarder'))).retainedCount;
    for (let index = 0; index < 20; index += 1) {
      const { sequence } = await accept(log, draft(of('late'), { text }));
      expect((await headOf(log, of('late'))).retainedCount).toBe(sequence);
    }
    expect((await headOf(log, of('hoarder'))).retainedCount).toBeLessThan(hoarded - 10);
  });

  it("keeps a tenant's ids while another has more subjects than fit [P4]", async () => {
    const { log } = setUp({ memoryBytesMax: 100_000, shares });
    await accept(log, draft(of('modest'), { id: 'mine' }));
    for (let index = 0; index < 500; index += 1) {
      await accept(log, draft(of('greedy'), { subject: `s${index}` }));
      expect(log.stats().dedupeIds).toBeLessThan(60);
    }
    expect((await accept(log, draft(of('modest'), { id: 'mine' }))).duplicate).toBe(true);
  });

  it('keeps them, and the newest ids of the other, where that is a single busy subject [P4]', async () => {
    const { log } = setUp({ memoryBytesMax: 24_000, shares: { shareMin: 0.5, tenants: 2 } });
    for (const subject of ['a', 'b']) await accept(log, draft(of('modest'), { id: 'mine', subject }));
    for (let index = 0; index < 2_000; index += 1) {
      await accept(log, draft(of('greedy'), { id: `id${index}` }));
      expect((await accept(log, draft(of('greedy'), { id: `id${index}` }))).duplicate).toBe(true);
    }
    for (const subject of ['a', 'b']) {
      expect((await accept(log, draft(of('modest'), { id: 'mine', subject }))).duplicate).toBe(true);
    }
  });

  it('forgets a tenant with its last channel, and what it held with it', async () => {
    const { log } = setUp({ memoryBytesMax: 100_000, shares });
    for (let life = 0; life < 3; life += 1) {
      for (let index = 0; index < 100; index += 1) await accept(log, draft(of('a', `c${index % 3}`), { text }));
      for (let channel = 0; channel < 3; channel += 1) await remove(log, of('a', `c${channel}`));
      expect(log.stats()).toEqual({ channels: 0, entries: 0, bytes: 0, dedupeIds: 0 });
    }
  });

  it('keeps each share and the whole budget under any program', async () => {
    const step = fc.record({
      tenant: fc.integer({ min: 0, max: 3 }),
      channel: fc.integer({ min: 0, max: 2 }),
      bytes: fc.integer({ min: 0, max: 3_000 }),
      count: fc.integer({ min: 1, max: 12 }),
      removes: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
    });
    const memoryBytesMax = 60_000;
    const share = (memoryBytesMax / 2) * 0.2;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { log } = setUp({ memoryBytesMax, shares: { shareMin: 1, tenants: 5 } });
        // Not more than its share, so it may never go.
        const kept = await accept(log, draft(of('t9'), { text: 'x'.repeat(share - 600) }));
        for (const { tenant, channel, bytes, count, removes } of steps) {
          const to = of(`t${tenant}`, `c${channel}`);
          if (removes) await remove(log, to);
          for (let index = 0; index < count; index += 1) await accept(log, draft(to, { text: 'x'.repeat(bytes) }));
          const { bytes: retained, entries } = log.stats();
          expect(retained + entries * 256).toBeLessThanOrEqual(memoryBytesMax);
        }
        expect(await headOf(log, of('t9'))).toMatchObject({ sequence: kept.sequence, retainedCount: 1 });
      }),
      { seed: 5, numRuns: 60 },
    );
  });
});

describe('memory log: reclaim [S-LOG-4]', () => {
  const AGE_MS = 300_000;
  const retention = { ageMaxMs: AGE_MS };

  it('ends a channel that is empty, unwatched and idle past retention and window; the next life is another', async () => {
    const { clock, log, reclaimed } = setUp();
    const { epoch } = await accept(log, draft(address(), { retention }));
    clock.advance(AGE_MS - 1000);
    expect(log.stats().channels).toBe(1);
    clock.advance(5000);
    expect(reclaimed.map(({ key }) => key)).toEqual(['acme/chat/general']);
    expect(log.stats()).toEqual({ channels: 0, entries: 0, bytes: 0, dedupeIds: 0 });
    expect((await headOf(log, address())).epoch).toBe(0);
    expect(log.wasRemoved(address(), epoch)).toBe(false);
    expect((await accept(log, draft(address()))).epoch).not.toBe(epoch);
  });

  it('waits for the dedupe window where that is longer than retention', async () => {
    const { clock, log } = setUp();
    await accept(log, draft(address(), { retention: { countMax: 0, ageMaxMs: 1000 } }));
    clock.advance(WINDOW_MS - 1000);
    expect(log.stats().channels).toBe(1);
    clock.advance(10_000);
    expect(log.stats().channels).toBe(0);
  });

  it('leaves watched channels alone, by channel and by room', async () => {
    const { clock, log } = setUp();
    await accept(log, draft(address('a'), { retention }));
    await accept(log, draft(address('b', 'other'), { retention }));
    log.watch(address('a'));
    log.watchRoom({ tenant: 'acme', room: 'other' });
    clock.advance(AGE_MS * 3);
    expect(log.stats()).toMatchObject({ channels: 2, entries: 0 });
    log.unwatch(address('a'));
    log.unwatchRoom({ tenant: 'acme', room: 'other' });
    clock.advance(5000);
    expect(log.stats().channels).toBe(0);
  });

  it('leaves a channel alone that still retains something', async () => {
    const { clock, log } = setUp();
    await accept(log, draft(address(), { retention }));
    clock.advance(AGE_MS - 5000);
    await accept(log, draft(address(), { retention }));
    clock.advance(AGE_MS - 5000);
    expect(log.stats()).toMatchObject({ channels: 1, entries: 1 });
  });

  it('ends channels that were created and never used', async () => {
    const { clock, log } = setUp();
    await create(log, address());
    clock.advance(WINDOW_MS + 5000);
    expect(log.stats().channels).toBe(0);
  });

  it('gets to every one of many channels, and stops its timer when none is left', async () => {
    const { clock, log, reclaimed } = setUp();
    for (let index = 0; index < 2000; index += 1) {
      await accept(log, draft(address(`c${index}`), { retention: { countMax: 0, ageMaxMs: 1000 } }));
    }
    clock.advance(WINDOW_MS + 30_000);
    expect(reclaimed).toHaveLength(2000);
    expect(clock.timersPending).toBe(0);
  });

  it('applies age to channels nobody touches', async () => {
    const { clock, log } = setUp();
    await accept(log, draft(address(), { retention: { ageMaxMs: 10_000 } }));
    clock.advance(12_000);
    expect(log.stats()).toMatchObject({ entries: 0, bytes: 0 });
  });
});

describe('memory log: deleted epochs', () => {
  it('remembers 10000 of them and forgets the oldest of one more', async () => {
    const { log } = setUp();
    const epochs: number[] = [];
    for (let life = 0; life <= 10_000; life += 1) {
      epochs.push((await create(log, address())).epoch);
      await remove(log, address());
    }
    expect(log.wasRemoved(address(), epochs[0] ?? 0)).toBe(false);
    expect(log.wasRemoved(address(), epochs[1] ?? 0)).toBe(true);
    expect(log.wasRemoved(address(), epochs[10_000] ?? 0)).toBe(true);
  });
});

describe('memory log: listing', () => {
  it('pages through everything exactly once', async () => {
    const { log } = setUp();
    const names = Array.from({ length: 57 }, (_, index) => `c${(index * 31) % 57}`);
    for (const name of names) await create(log, address(name));
    const seen: string[] = [];
    for (let afterKey = '', more = true; more;) {
      const page = await list(log, { tenant: 'acme', room: 'chat', afterKey, countMax: 10 });
      seen.push(...page.channels.map((channel) => channel.address.channel));
      afterKey = page.channels.at(-1)?.address.key ?? '';
      more = page.more;
    }
    expect(seen).toEqual([...names].sort());
  });
});
