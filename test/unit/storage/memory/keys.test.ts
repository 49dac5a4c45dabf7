/** What log and roster keep things by: whatever one tenant does, nothing of another's changes. [T-TEN-1] [P7] */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { channelAddress, type ChannelAddress } from '../../../../src/protocol/address.js';
import { createMemoryRoster } from '../../../../src/storage/memory/memory-roster.js';
import { Tombstones } from '../../../../src/storage/memory/tombstones.js';
import { WatchBoard } from '../../../../src/storage/memory/watch-board.js';
import { FakeClock } from '../../../support/fake-clock.js';
import { createMemoryBus } from '../../../support/memory-bus.js';
import { distinctPairs, identifier } from '../../../support/trust/names.js';

const place = fc.record({ tenant: identifier, room: identifier, channel: identifier });
const twoChannels = distinctPairs(place).map(([a, b]) => [channelAddress(a), channelAddress(b)] as const);

it('two channels of the log never are one, and are listed with their own tenant and room alone', () => {
  fc.assert(
    fc.property(twoChannels, ([a, b]) => {
      const { log } = createMemoryBus({ clock: new FakeClock() }).bus;
      const created: boolean[] = [];
      for (const address of [a, b]) log.create(address, (result) => created.push(result.created));
      expect(created).toEqual([true, true]);
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const) {
        const isSameRoom = one.tenant === other.tenant && one.room === other.room;
        expect(log.channelCount(one.tenant)).toBe(one.tenant === other.tenant ? 2 : 1);
        const listed: string[] = [];
        log.list({ tenant: one.tenant, room: one.room, countMax: 10 }, ({ channels }) => {
          listed.push(...channels.map(({ address }) => address.key));
        });
        expect(listed.sort()).toEqual((isSameRoom ? [one.key, other.key] : [one.key]).sort());
      }
      log.remove(a, () => undefined);
      log.head(b, ({ epoch }) => expect(epoch).not.toBe(0));
      expect(log.wasRemoved(b, 1)).toBe(false);
      log.close(() => undefined);
    }),
    { numRuns: 60 },
  );
});

it('two channels are never watched, deleted or entered as one', () => {
  const node = { nodeId: 'n', bootId: 'x', startedAtMs: 0 };
  const member = { clientId: 'c', tenant: '', subject: 's', clientType: 4, screenName: '', capabilities: [] };
  fc.assert(
    fc.property(twoChannels, ([a, b]) => {
      const board = new WatchBoard();
      board.watch(a);
      expect([board.watchersOf(a), board.watchersOf(b)]).toEqual([1, 0]);
      const tombstones = new Tombstones();
      tombstones.add(a, 7);
      expect([tombstones.has(a, 7), tombstones.has(b, 7)]).toEqual([true, false]);
      const roster = createMemoryRoster({ clock: new FakeClock(), node });
      roster.enter(a, { ...member, tenant: a.tenant });
      const counts: number[] = [];
      for (const address of [a, b]) roster.count(address, (count) => counts.push(count));
      expect(counts).toEqual([1, 0]);
    }),
  );
});

it('two rooms are never watched as one', () => {
  const room = fc.record({ tenant: identifier, room: identifier });
  const channelIn = (of: { tenant: string; room: string }): ChannelAddress => channelAddress({ ...of, channel: 'c' });
  fc.assert(
    fc.property(distinctPairs(room), ([a, b]) => {
      const board = new WatchBoard();
      board.watchRoom(a);
      expect([board.enterRoom(channelIn(a)).watchers, board.enterRoom(channelIn(b)).watchers]).toEqual([1, 0]);
    }),
  );
});
