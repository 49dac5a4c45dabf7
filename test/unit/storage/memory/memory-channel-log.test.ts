import { describe, expect, it } from 'vitest';
import type { ChannelAddress } from '../../../../src/protocol/address.js';
import type { AppendOutcome } from '../../../../src/storage/channel-log.js';
import { createMemoryChannelLog } from '../../../../src/storage/memory/memory-channel-log.js';
import { address, draft } from '../../../support/drafts.js';
import { FakeClock } from '../../../support/fake-clock.js';
import { accept, create, headOf, list, readPage, remove } from '../../../support/promised-log.js';

const WINDOW_MS = 120_000;

function setUp(overrides: { memoryBytesMax?: number } = {}) {
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
