/** What every storage backend promises, clause by clause of src/storage/channel-log.ts. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ShareRule } from '../../src/base/shared-budget.js';
import { wire } from '../../src/protocol/codec.js';
import type { LogEntry } from '../../src/protocol/entry.js';
import type { AppendOutcome, ChannelLog } from '../../src/storage/channel-log.js';
import { address, decodeEntry, draft, textOf, type DraftFields } from '../support/drafts.js';
import {
  accept,
  appendAll,
  appendOne,
  create,
  headOf,
  list,
  readPage,
  remove,
  type Accepted,
} from '../support/promised-log.js';

export interface ChannelLogBackend {
  readonly log: ChannelLog;
  /** Lets the log's clock pass, and its housekeeping run. */
  passTime(ms: number): Promise<void>;
  /** After the test. */
  dispose(): Promise<void>;
}

export interface ChannelLogSettings {
  readonly dedupeWindowMs: number;
  readonly channelsPerTenantMax: number;
  /** Of all tenants together. */
  readonly channelsMax: number;
  readonly shares: ShareRule;
  /** Whether history keeps what inspection said. */
  readonly persistCasil: boolean;
}

export const CHANNEL_LOG_SETTINGS: ChannelLogSettings = {
  dedupeWindowMs: 2_000,
  channelsPerTenantMax: 8,
  channelsMax: 12,
  shares: { shareMin: 0.5, tenants: 2 },
  persistCasil: true,
};

/** @param makeBackend gives an empty log with the settings. */
export function describeChannelLog(
  name: string,
  makeBackend: (settings: ChannelLogSettings) => Promise<ChannelLogBackend>,
): void {
  describe(`channel log: ${name}`, () => {
    let backend: ChannelLogBackend;
    let log: ChannelLog;
    const general = address('general');

    beforeEach(async () => {
      backend = await makeBackend(CHANNEL_LOG_SETTINGS);
      log = backend.log;
    });
    afterEach(() => backend.dispose());

    const publish = (text: string, fields: DraftFields = {}) => accept(log, draft(general, { text, ...fields }));
    const sequences = (entries: readonly LogEntry[]) => entries.map(({ sequence }) => sequence);

    describe('order [P2] [S-LOG-1]', () => {
      it('gives contiguous sequences from 1 in one epoch that is not 0', async () => {
        const outcomes = [await publish('a'), await publish('b'), await publish('c')];
        expect(sequences(outcomes as unknown as LogEntry[])).toEqual([1, 2, 3]);
        expect(new Set(outcomes.map(({ epoch }) => epoch)).size).toBe(1);
        expect(outcomes[0]?.epoch).toBeGreaterThan(0);
        expect(outcomes.every(({ duplicate }) => !duplicate)).toBe(true);
      });

      it('sequences a batch, and successive calls, in call order', async () => {
        const first = appendAll(
          log,
          ['a', 'b'].map((text) => draft(general, { text })),
        );
        const second = appendAll(
          log,
          ['c', 'd'].map((text) => draft(general, { text })),
        );
        await Promise.all([first, second]);
        const { entries } = await readPage(log, { address: general });
        expect(entries.map(textOf)).toEqual(['a', 'b', 'c', 'd']);
        expect(sequences(entries)).toEqual([1, 2, 3, 4]);
      });

      it('counts each channel by itself, also within one batch', async () => {
        const drafts = ['x', 'y', 'x'].map((channel) => draft(address(channel)));
        const outcomes = (await appendAll(log, drafts)) as Accepted[];
        expect(outcomes.map(({ sequence }) => sequence)).toEqual([1, 1, 2]);
      });

      it('keeps the same bytes live and in history: the client fields and the stamp', async () => {
        const heard: LogEntry[] = [];
        log.onEntry = (entry) => heard.push(entry);
        log.watch(general);
        const accepted = await publish('hello', { id: 'the-id', subject: 'user:bob' });
        const { entries } = await readPage(log, { address: general });
        expect(Buffer.from(entries[0]?.frame ?? [])).toEqual(Buffer.from(heard[0]?.frame ?? []));
        const envelope = decodeEntry(entries[0] as LogEntry);
        expect(envelope).toMatchObject({
          id: 'the-id',
          subject: 'user:bob',
          sender: 'node1-client',
          epoch: accepted.epoch,
        });
        expect(Number(envelope.sequence)).toBe(1);
        expect(Number(envelope.timestampMs)).toBe(accepted.timestampMs);
      });

      it('keeps its own copy: the source may be overwritten when append has returned', async () => {
        const reused = draft(general, { text: 'before' });
        const settled = appendOne(log, reused);
        reused.source.fill(0xff);
        await settled;
        expect((await readPage(log, { address: general })).entries.map(textOf)).toEqual(['before']);
      });
    });

    describe('what inspection said [C-META-1]', () => {
      const casil = Uint8Array.of(0x82, 0x02, 0x02, 0x08, 0x01);

      async function publishInspected(to: ChannelLog) {
        const heard: LogEntry[] = [];
        to.onEntry = (entry) => heard.push(entry);
        to.watch(general);
        await accept(to, draft(general, { text: 'inspected', casil }));
        const { entries } = await readPage(to, { address: general });
        return { live: heard[0], kept: entries[0] };
      }

      it('is kept beside the message, whose bytes it does not change', async () => {
        const { live, kept } = await publishInspected(log);
        expect(Buffer.from(live?.casil ?? [])).toEqual(Buffer.from(casil));
        expect(Buffer.from(kept?.casil ?? [])).toEqual(Buffer.from(casil));
        expect(Buffer.from(kept?.frame ?? []).includes(Buffer.from(casil))).toBe(false);
        expect(Buffer.from(kept?.frame ?? [])).toEqual(Buffer.from(live?.frame ?? []));
      });

      it('is heard live, but not kept, where history is not to persist it', async () => {
        const other = await makeBackend({ ...CHANNEL_LOG_SETTINGS, persistCasil: false });
        const { live, kept } = await publishInspected(other.log);
        expect(Buffer.from(live?.casil ?? [])).toEqual(Buffer.from(casil));
        expect(kept?.casil).toBeNull();
        expect(Buffer.from(kept?.frame ?? [])).toEqual(Buffer.from(live?.frame ?? []));
        await other.dispose();
      });
    });

    describe('watching', () => {
      let events: string[];

      beforeEach(() => {
        events = [];
        log.onEntry = (entry) => events.push(`heard ${entry.address.channel} ${entry.sequence}`);
      });

      async function send(channel: string): Promise<void> {
        const outcome = await new Promise<AppendOutcome>((resolve) =>
          log.append([draft(address(channel))], (_, settled) => {
            events.push(`settled ${channel}`);
            resolve(settled);
          }),
        );
        expect(outcome.status).toBe('accepted');
      }

      it('tells of an entry once, in order, before the append settles', async () => {
        log.watch(general);
        await send('general');
        await send('general');
        expect(events).toEqual(['heard general 1', 'settled general', 'heard general 2', 'settled general']);
      });

      it('is silent about channels that nobody watches', async () => {
        log.watch(general);
        await send('other');
        expect(events).toEqual(['settled other']);
      });

      it('watches a room with the channels that do not exist yet, and hears once where both are watched', async () => {
        log.watchRoom({ tenant: 'acme', room: 'chat' });
        log.watch(general);
        await send('general');
        await send('later');
        expect(events.filter((event) => event.startsWith('heard'))).toEqual(['heard general 1', 'heard later 1']);
      });

      it('counts watches: as many unwatches end it', async () => {
        log.watch(general);
        log.watch(general);
        log.unwatch(general);
        await send('general');
        log.unwatch(general);
        await send('general');
        log.watchRoom({ tenant: 'acme', room: 'chat' });
        log.unwatchRoom({ tenant: 'acme', room: 'chat' });
        await send('general');
        expect(events.filter((event) => event.startsWith('heard'))).toEqual(['heard general 1']);
      });

      it('does not mix tenants or rooms [P7]', async () => {
        log.watchRoom({ tenant: 'acme', room: 'chat' });
        await accept(log, draft(address('general', 'chat', 'other')));
        await accept(log, draft(address('general', 'chatter')));
        expect(events).toEqual([]);
      });
    });

    describe('idempotence [P4] [S-LOG-2]', () => {
      const once: DraftFields = { id: 'same', text: 'one' };

      it('settles a repeated id with the first position and stores nothing', async () => {
        const heard: LogEntry[] = [];
        log.onEntry = (entry) => heard.push(entry);
        log.watch(general);
        const first = await accept(log, draft(general, once));
        await publish('between');
        const second = await accept(log, draft(general, once));
        expect(second).toEqual({ ...first, duplicate: true });
        expect((await headOf(log, general)).sequence).toBe(2);
        expect(sequences(heard)).toEqual([1, 2]);
      });

      it('knows a repeated id within one batch', async () => {
        const outcomes = (await appendAll(log, [draft(general, once), draft(general, once)])) as Accepted[];
        expect(outcomes.map(({ sequence, duplicate }) => [sequence, duplicate])).toEqual([
          [1, false],
          [1, true],
        ]);
      });

      it('refuses other content under the same id with ID_CONFLICT', async () => {
        await accept(log, draft(general, once));
        const outcome = await appendOne(log, draft(general, { ...once, text: 'two' }));
        expect(outcome).toMatchObject({ status: 'rejected', rejection: { name: 'ID_CONFLICT', field: 'id' } });
        expect((await headOf(log, general)).sequence).toBe(1);
      });

      it('keeps subjects and channels apart', async () => {
        await accept(log, draft(general, once));
        const bySubject = await accept(log, draft(general, { ...once, subject: 'user:bob', text: 'bob' }));
        const byChannel = await accept(log, draft(address('other'), { ...once, text: 'elsewhere' }));
        expect([bySubject, byChannel].map(({ duplicate }) => duplicate)).toEqual([false, false]);
      });

      it('remembers an id for the whole window and forgets it some time after', async () => {
        const { dedupeWindowMs } = CHANNEL_LOG_SETTINGS;
        await accept(log, draft(general, once));
        await backend.passTime(dedupeWindowMs - 200);
        expect((await accept(log, draft(general, once))).duplicate).toBe(true);
        await backend.passTime(dedupeWindowMs * 3);
        expect(await accept(log, draft(general, once))).toMatchObject({ duplicate: false, sequence: 2 });
      });

      it('starts afresh with the next life of a channel', async () => {
        await accept(log, draft(general, once));
        await remove(log, general);
        expect(await accept(log, draft(general, once))).toMatchObject({ duplicate: false, sequence: 1 });
      });
    });

    describe('retention [S-LOG-3]', () => {
      it('keeps at most countMax and says what is retained', async () => {
        for (const text of ['a', 'b', 'c', 'd']) await publish(text, { retention: { countMax: 3 } });
        const page = await readPage(log, { address: general });
        expect(page.entries.map(textOf)).toEqual(['b', 'c', 'd']);
        expect(page.head).toMatchObject({ sequence: 4, firstSequence: 2, retainedCount: 3 });
      });

      it('keeps at most bytesMax of frames: all at the bound, one less past it', async () => {
        await publish('x'.repeat(100));
        const { retainedBytes } = await headOf(log, general);
        const retention = { bytesMax: retainedBytes * 2 + 4 };
        await publish('y'.repeat(100), { retention });
        expect((await headOf(log, general)).retainedCount).toBe(2);
        await publish('z'.repeat(100), { retention });
        expect(await headOf(log, general)).toMatchObject({ retainedCount: 2, firstSequence: 2 });
      });

      it('keeps nothing older than ageMaxMs', async () => {
        await publish('old', { retention: { ageMaxMs: 1000 } });
        await backend.passTime(600);
        await publish('new', { retention: { ageMaxMs: 1000 } });
        await backend.passTime(600);
        const page = await readPage(log, { address: general });
        expect(page.entries.map(textOf)).toEqual(['new']);
        expect(page.head.firstSequence).toBe(2);
      });

      it('counts on where nothing is kept, acknowledging durability NONE', async () => {
        const kept = await publish('kept');
        expect(kept.durability).toBe(log.durability);
        const retention = { countMax: 0 };
        const outcomes = [await publish('a', { retention }), await publish('b', { retention })];
        expect(outcomes.map(({ sequence }) => sequence)).toEqual([2, 3]);
        expect(outcomes.map(({ durability }) => durability)).toEqual([wire.Durability.NONE, wire.Durability.NONE]);
        const page = await readPage(log, { address: general });
        expect(page.entries).toEqual([]);
        expect(page.head).toMatchObject({ sequence: 3, firstSequence: 4, retainedCount: 0 });
      });

      it('never returns what expired, though it still counts as retained', async () => {
        await publish('short', { ttlMs: 500 });
        await publish('long', { ttlMs: 60_000 });
        expect((await readPage(log, { address: general })).entries.map(textOf)).toEqual(['short', 'long']);
        await backend.passTime(600);
        const page = await readPage(log, { address: general });
        expect(page.entries.map(textOf)).toEqual(['long']);
        expect(page.head.firstSequence).toBe(1);
      });
    });

    describe('reading', () => {
      beforeEach(async () => {
        for (let index = 1; index <= 6; index += 1) await publish(`m${index}`);
      });

      it('pages forward and backward, saying whether there is more', async () => {
        const forward = await readPage(log, { address: general, from: 2, to: 5, countMax: 3 });
        expect(sequences(forward.entries)).toEqual([2, 3, 4]);
        expect(forward.more).toBe(true);
        const rest = await readPage(log, { address: general, from: 5, to: 5, countMax: 3 });
        expect([sequences(rest.entries), rest.more]).toEqual([[5], false]);
        const back = await readPage(log, { address: general, from: 2, to: 5, countMax: 3, direction: 'reverse' });
        expect([sequences(back.entries), back.more]).toEqual([[5, 4, 3], true]);
      });

      it('says there is no more when the page ends exactly at the range', async () => {
        const page = await readPage(log, { address: general, from: 1, to: 6, countMax: 6 });
        expect([page.entries.length, page.more]).toEqual([6, false]);
      });

      it('bounds a page by bytes, but returns one entry that is larger alone', async () => {
        const bytes = (await readPage(log, { address: general })).entries[0]?.frame.length ?? 0;
        const two = await readPage(log, { address: general, bytesMax: bytes * 2 });
        expect([sequences(two.entries), two.more]).toEqual([[1, 2], true]);
        const one = await readPage(log, { address: general, bytesMax: 1 });
        expect([sequences(one.entries), one.more]).toEqual([[1], true]);
      });

      it('selects by time: since is included, until is not', async () => {
        await backend.passTime(50);
        const { timestampMs } = await publish('later');
        const since = await readPage(log, { address: general, sinceMs: timestampMs });
        expect(sequences(since.entries)).toEqual([7]);
        const until = await readPage(log, { address: general, untilMs: timestampMs });
        expect(sequences(until.entries)).toEqual([1, 2, 3, 4, 5, 6]);
      });

      it('answers an empty page for a channel that does not exist', async () => {
        const page = await readPage(log, { address: address('nowhere') });
        expect(page).toEqual({
          entries: [],
          more: false,
          head: { epoch: 0, sequence: 0, firstSequence: 1, chain: [], retainedCount: 0, retainedBytes: 0 },
        });
      });

      it('ends the chain of a head with the current epoch', async () => {
        const head = await headOf(log, general);
        expect(head.chain.at(-1)?.epoch).toBe(head.epoch);
        expect(head.chain[0]?.firstSequence).toBe(1);
      });
    });

    describe('lives of a channel [S-LOG-4]', () => {
      it('refuses a draft for a missing channel that may not create it', async () => {
        const outcome = await appendOne(log, draft(general, { mayCreate: false }));
        expect(outcome).toMatchObject({ status: 'rejected', rejection: { name: 'NOT_FOUND' } });
        await create(log, general);
        await accept(log, draft(general, { mayCreate: false }));
      });

      it('creates once and keeps the epoch', async () => {
        const first = await create(log, general);
        expect(first.created).toBe(true);
        expect(await create(log, general)).toEqual({ created: false, epoch: first.epoch });
        expect(await publish('a')).toMatchObject({ sequence: 1, epoch: first.epoch });
      });

      it('removes, remembers that it did, and gives the next life another epoch', async () => {
        const { epoch } = await publish('a');
        expect(log.wasRemoved(general, epoch)).toBe(false);
        expect(await remove(log, general)).toEqual({ removed: true });
        expect(await remove(log, general)).toEqual({ removed: false });
        expect(log.wasRemoved(general, epoch)).toBe(true);
        expect((await headOf(log, general)).epoch).toBe(0);
        const next = await publish('b');
        expect(next.sequence).toBe(1);
        expect(next.epoch).not.toBe(epoch);
        expect(log.wasRemoved(general, next.epoch)).toBe(false);
      });

      it('goes on being watched over lives', async () => {
        const heard: LogEntry[] = [];
        log.onEntry = (entry) => heard.push(entry);
        log.watch(general);
        await publish('a');
        await remove(log, general);
        await publish('b');
        expect(heard.map(textOf)).toEqual(['a', 'b']);
      });

      it('allows channels up to the tenant limit and not one more', async () => {
        const { channelsPerTenantMax } = CHANNEL_LOG_SETTINGS;
        for (let index = 0; index < channelsPerTenantMax; index += 1) await accept(log, draft(address(`c${index}`)));
        const outcome = await appendOne(log, draft(address('one-more')));
        expect(outcome).toMatchObject({
          status: 'rejected',
          rejection: { name: 'LIMIT_EXCEEDED', field: 'limits.channels_per_tenant_max' },
        });
        const limit = 'limits.channels_per_tenant_max';
        expect(await create(log, address('one-more'))).toEqual({ created: false, epoch: 0, limit });
        await accept(log, draft(address('general', 'chat', 'other-tenant')));
        await accept(log, draft(address('c0')));
      });

      it('allows channels of all tenants up to their limit and not one more, with a share for each [T-TEN-2]', async () => {
        const { channelsMax, channelsPerTenantMax } = CHANNEL_LOG_SETTINGS;
        const of = (tenant: string, index: number) => address(`c${index}`, 'chat', tenant);
        for (let index = 0; index < channelsPerTenantMax; index += 1) await accept(log, draft(of('greedy', index)));
        const left = channelsMax - channelsPerTenantMax;
        for (let index = 0; index < left; index += 1) await accept(log, draft(of('modest', index)));
        for (const tenant of ['modest', 'late']) {
          expect(await appendOne(log, draft(of(tenant, left)))).toMatchObject({
            status: 'rejected',
            rejection: { name: 'LIMIT_EXCEEDED', field: 'limits.channels_max' },
          });
          const refused = { created: false, epoch: 0, limit: 'limits.channels_max' };
          expect(await create(log, of(tenant, left))).toEqual(refused);
        }
        await remove(log, of('greedy', 0));
        expect(await create(log, of('modest', left))).toMatchObject({ created: true });
      });
    });

    describe('listing [P7]', () => {
      it('lists in the order of keys, in pages, of one tenant or one room', async () => {
        const made = [address('b'), address('a'), address('a', 'chat-2'), address('c', 'chat', 'other')];
        for (const each of made) await create(log, each);
        const all = await list(log, { tenant: 'acme', countMax: 10 });
        expect(all.channels.map((channel) => channel.address.key)).toEqual([
          'acme/chat-2/a',
          'acme/chat/a',
          'acme/chat/b',
        ]);
        const page = await list(log, { tenant: 'acme', room: 'chat', countMax: 1 });
        expect([page.channels.map((channel) => channel.address.key), page.more]).toEqual([['acme/chat/a'], true]);
        const rest = await list(log, { tenant: 'acme', room: 'chat', afterKey: 'acme/chat/a', countMax: 1 });
        expect([rest.channels.map((channel) => channel.address.key), rest.more]).toEqual([['acme/chat/b'], false]);
        expect(log.channelCount('acme')).toBe(3);
        expect(log.channelCount('nobody')).toBe(0);
      });

      it('names positions', async () => {
        const { epoch } = await publish('a');
        const { channels } = await list(log, { tenant: 'acme', countMax: 10 });
        expect(channels).toMatchObject([{ epoch, sequence: 1 }]);
      });
    });

    it('counts what it holds', async () => {
      await publish('a');
      await publish('b', { subject: 'user:bob' });
      const { retainedBytes } = await headOf(log, general);
      expect(log.stats()).toEqual({ channels: 1, entries: 2, bytes: retainedBytes, dedupeIds: 2 });
      await remove(log, general);
      expect(log.stats()).toEqual({ channels: 0, entries: 0, bytes: 0, dedupeIds: 0 });
    });

    it('refuses appends after close [P10]', async () => {
      await publish('a');
      await new Promise<void>((resolve) => log.close(resolve));
      const outcome = await appendOne(log, draft(general));
      expect(outcome).toMatchObject({ status: 'rejected', rejection: { name: 'SHUTTING_DOWN' } });
    });
  });
}
