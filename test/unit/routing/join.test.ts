import { describe, expect, it } from 'vitest';
import type { JoinOutcome } from '../../../src/routing/router.js';
import type { Received } from '../../support/recording-subscriber.js';
import { RoutingBench } from '../../support/routing-bench.js';

function joinedOf(outcome: JoinOutcome) {
  if (!outcome.ok) throw new Error(outcome.rejection.name);
  return outcome.channels;
}

describe('joining a channel [P1] [S-ROUTE-1]', () => {
  it('answers the position, then goes live from there', () => {
    const bench = new RoutingBench();
    const { epoch } = bench.publish('general', 3);
    const client = bench.client();
    expect(joinedOf(bench.join(client, 'general'))).toEqual([
      { channel: 'general', epoch, sequence: 3, recovered: false, failure: null },
    ]);
    bench.publish('general', 2);
    expect(client.takeShort()).toEqual(['4', '5']);
  });

  it('does not hand the newcomer what was pending for others', () => {
    const bench = new RoutingBench();
    const [early, late] = [bench.client(), bench.client()];
    bench.join(early, 'general');
    bench.append('general');
    expect(joinedOf(bench.join(late, 'general'))[0]?.sequence).toBe(1);
    expect(early.takeShort()).toEqual(['1']);
    bench.publish('general');
    expect(late.takeShort()).toEqual(['2']);
  });

  it('answers epoch 0 for a channel that does not exist, and delivers its first message', () => {
    const bench = new RoutingBench();
    const client = bench.client();
    expect(joinedOf(bench.join(client, 'general'))[0]).toMatchObject({ epoch: 0, sequence: 0 });
    bench.publish('general');
    expect(client.takeShort()).toEqual(['1']);
  });

  it('lets what the answer queues precede everything of the channel', () => {
    const bench = new RoutingBench();
    const { epoch } = bench.publish('general', 3);
    const client = bench.client();
    const order: (number | string)[] = [];
    const request = bench.request(client, 'general', { recover: [{ channel: 'general', epoch, sequence: 1 }] });
    bench.router.join(request, () => order.push('answer', client.take().length));
    order.push(...client.takeShort());
    expect(order).toEqual(['answer', 0, '2', '3']);
  });

  it('joins the same text twice as one subscription, and replays again only when asked', () => {
    const bench = new RoutingBench();
    const { epoch } = bench.publish('general', 2);
    const client = bench.client();
    bench.join(client, 'general');
    bench.join(client, 'general');
    bench.publish('general');
    expect(client.takeShort()).toEqual(['3']);
    bench.join(client, 'general', { recover: [{ channel: 'general', epoch, sequence: 1 }] });
    bench.publish('general');
    expect(client.takeShort()).toEqual(['2', '3', '4']);
    expect(bench.router.subscriptionCount(client)).toBe(1);
    expect(bench.memberships).toHaveLength(1);
  });
});

describe('recovery [P1] [S-ROUTE-1]', () => {
  const from = (epoch: number, sequence: number) => ({ recover: [{ channel: 'general', epoch, sequence }] });

  it('replays everything after the position and meets live delivery', () => {
    const bench = new RoutingBench();
    const { epoch } = bench.publish('general', 10);
    const client = bench.client();
    expect(joinedOf(bench.join(client, 'general', from(epoch, 4)))[0]).toMatchObject({
      recovered: true,
      failure: null,
    });
    bench.publish('general');
    expect(client.takeShort()).toEqual(['5', '6', '7', '8', '9', '10', '11']);
  });

  it('takes sequence 0 of the current epoch as the beginning', () => {
    const bench = new RoutingBench();
    const { epoch } = bench.publish('general', 3);
    const client = bench.client();
    bench.join(client, 'general', from(epoch, 0));
    expect(client.takeShort()).toEqual(['1', '2', '3']);
  });

  it('gives a client that joined before the channel existed all of it', () => {
    const bench = new RoutingBench();
    bench.publish('general', 3);
    const client = bench.client();
    expect(joinedOf(bench.join(client, 'general', from(0, 0)))[0]?.recovered).toBe(true);
    expect(client.takeShort()).toEqual(['1', '2', '3']);
  });

  it('is complete at the head even where nothing is retained', () => {
    const bench = new RoutingBench();
    const { epoch } = bench.publish('general', 3, { retention: { countMax: 0 } });
    const client = bench.client();
    expect(joinedOf(bench.join(client, 'general', from(epoch, 3)))[0]).toMatchObject({ recovered: true });
    expect(client.take()).toEqual([]);
  });

  it('RECOVER_TRIMMED: announces what is gone, then replays the rest', () => {
    const bench = new RoutingBench();
    const { epoch } = bench.publish('general', 10, { retention: { countMax: 3 } });
    const [inTime, late] = [bench.client(), bench.client()];
    expect(joinedOf(bench.join(inTime, 'general', from(epoch, 7)))[0]?.recovered).toBe(true);
    expect(inTime.takeShort()).toEqual(['8', '9', '10']);
    const [joined] = joinedOf(bench.join(late, 'general', from(epoch, 6)));
    expect(joined).toMatchObject({ recovered: false, failure: 'RECOVER_TRIMMED' });
    expect(late.takeShort()).toEqual(['gap 7-7 TRIMMED', '8', '9', '10']);
  });

  it('TAIL_LOST: a position past the end of its epoch', () => {
    const bench = new RoutingBench();
    const { epoch } = bench.publish('general', 3);
    const client = bench.client();
    const [joined] = joinedOf(bench.join(client, 'general', from(epoch, 4)));
    expect(joined).toMatchObject({ recovered: false, failure: 'TAIL_LOST', sequence: 3 });
    bench.publish('general');
    expect(client.takeShort()).toEqual(['4']);
  });

  it('DELETED and EPOCH_FORK: a life that was ended, and one that never was', () => {
    const bench = new RoutingBench();
    const { epoch } = bench.publish('general', 3);
    bench.remove('general');
    const [a, b, c] = [bench.client(), bench.client(), bench.client()];
    expect(joinedOf(bench.join(a, 'general', from(epoch, 2)))[0]).toMatchObject({ failure: 'DELETED', epoch: 0 });
    const next = bench.publish('general', 2);
    expect(joinedOf(bench.join(b, 'general', from(epoch, 2)))[0]).toMatchObject({ failure: 'DELETED', sequence: 2 });
    const never = next.epoch === 7 || epoch === 7 ? 8 : 7;
    expect(joinedOf(bench.join(c, 'general', from(never, 1)))[0]).toMatchObject({ failure: 'EPOCH_FORK' });
    bench.publish('general');
    expect([b.takeShort(), c.takeShort()]).toEqual([['3'], ['3']]);
  });

  it('announces expired messages as one gap per run, and stays recovered', () => {
    const bench = new RoutingBench();
    const ttls = [0, 100, 100, 0, 100];
    let epoch = 0;
    for (const ttlMs of ttls) epoch = bench.publish('general', 1, { ttlMs }).epoch;
    bench.clock.advance(200);
    const client = bench.client();
    expect(joinedOf(bench.join(client, 'general', from(epoch, 0)))[0]?.recovered).toBe(true);
    expect(client.takeShort()).toEqual(['1', 'gap 2-3 EXPIRED', '4', 'gap 5-5 EXPIRED']);
    bench.publish('general');
    expect(client.takeShort()).toEqual(['6']);
  });

  it('coalesces an expired run that is longer than a page', () => {
    const bench = new RoutingBench({ router: { replayPageCount: 2 } });
    const { epoch } = bench.publish('general', 2);
    bench.publish('general', 9, { ttlMs: 100 });
    bench.publish('general', 1);
    bench.clock.advance(200);
    const client = bench.client();
    bench.join(client, 'general', from(epoch, 0));
    expect(client.takeShort()).toEqual(['1', '2', 'gap 3-11 EXPIRED', '12']);
  });
});

describe('rewind', () => {
  it('replays the last N retained, without a gap before them', () => {
    const bench = new RoutingBench({ router: { replayPageCount: 3 } });
    bench.publish('general', 20, { retention: { countMax: 12 } });
    const [last, ten, all] = [bench.client(), bench.client(), bench.client()];
    bench.join(last, 'general', { rewind: 1 });
    bench.join(ten, 'general', { rewind: 10 });
    bench.join(all, 'general', { rewind: 1000 });
    bench.publish('general', 1, { retention: { countMax: 12 } });
    expect(last.takeShort()).toEqual(['20', '21']);
    expect(ten.takeShort()).toEqual(Array.from({ length: 11 }, (_, index) => `${index + 11}`));
    expect(all.takeShort()).toEqual(Array.from({ length: 13 }, (_, index) => `${index + 9}`));
  });

  it('counts only what can still be read, and announces holes inside', () => {
    const bench = new RoutingBench();
    for (const ttlMs of [0, 100, 0, 100]) bench.publish('general', 1, { ttlMs });
    bench.clock.advance(200);
    const client = bench.client();
    bench.join(client, 'general', { rewind: 2 });
    expect(client.takeShort()).toEqual(['1', 'gap 2-2 EXPIRED', '3', 'gap 4-4 EXPIRED']);
  });

  it('is nothing where nothing is retained', () => {
    const bench = new RoutingBench();
    const client = bench.client();
    bench.join(client, 'nowhere', { rewind: 5 });
    bench.publish('general', 3, { retention: { countMax: 0 } });
    bench.join(client, 'general', { rewind: 5 });
    expect(client.take()).toEqual([]);
    bench.publish('nowhere');
    bench.publish('general');
    expect(client.takeShort(true)).toEqual(['nowhere 1', 'general 4']);
  });
});

describe('replay at the pace of the connection [P5]', () => {
  it('queues a page, waits for the queue to drain, and splices live without a seam', () => {
    const bench = new RoutingBench({ router: { replayPageCount: 2 } });
    const { epoch } = bench.publish('general', 9);
    const slow = bench.client(100);
    bench.join(slow, 'general', { recover: [{ channel: 'general', epoch, sequence: 0 }] });
    expect(slow.takeShort()).toEqual(['1', '2']);
    expect(bench.router.stats().replaying).toBe(1);
    bench.publish('general', 3);
    expect(slow.take()).toEqual([]);
    const pages: string[][] = [];
    for (let drains = 0; drains < 5; drains += 1) {
      slow.drain();
      pages.push(slow.takeShort());
    }
    expect(pages).toEqual([
      ['3', '4'],
      ['5', '6'],
      ['7', '8'],
      ['9', '10'],
      ['11', '12'],
    ]);
    slow.drain();
    expect(bench.router.stats().replaying).toBe(0);
    bench.publish('general');
    expect(slow.takeShort()).toEqual(['13']);
  });

  it('announces what retention dropped while it was replaying', () => {
    const bench = new RoutingBench({ router: { replayPageCount: 2 } });
    const retention = { countMax: 6 };
    const { epoch } = bench.publish('general', 6, { retention });
    const slow = bench.client(100);
    bench.join(slow, 'general', { recover: [{ channel: 'general', epoch, sequence: 0 }] });
    bench.publish('general', 4, { retention });
    const seen = slow.takeShort();
    for (let drains = 0; drains < 6; drains += 1) {
      slow.drain();
      seen.push(...slow.takeShort());
    }
    expect(seen).toEqual(['1', '2', 'gap 3-4 TRIMMED', '5', '6', '7', '8', '9', '10']);
  });

  it('does not deepen the stack with the length of the history', () => {
    const bench = new RoutingBench({ router: { replayPageCount: 1 } });
    const { epoch } = bench.publish('general', 20_000);
    const client = bench.client();
    bench.join(client, 'general', { recover: [{ channel: 'general', epoch, sequence: 0 }] });
    expect(client.received).toHaveLength(20_000);
    const rewinding = bench.client();
    bench.join(rewinding, 'general', { rewind: 20_000 });
    expect(rewinding.received).toHaveLength(20_000);
  });
});

describe('wildcard joins [P1] [S-ROUTE-2]', () => {
  it('answers positions of the channels that exist and match', () => {
    const bench = new RoutingBench();
    for (const channel of ['eu.a', 'eu.b', 'us.a']) bench.publish(channel, 2);
    const [eu, all] = [bench.client(), bench.client()];
    expect(joinedOf(bench.join(eu, 'eu.*')).map(({ channel, sequence }) => [channel, sequence])).toEqual([
      ['eu.a', 2],
      ['eu.b', 2],
    ]);
    expect(joinedOf(bench.join(all, '*'))).toHaveLength(3);
  });

  it('answers at most wildcardChannelsMax and says so: all at the bound, truncated past it', () => {
    const bench = new RoutingBench({ router: { wildcardChannelsMax: 3 } });
    for (const channel of ['eu.a', 'eu.b', 'eu.c', 'us.a']) bench.publish(channel);
    expect(bench.join(bench.client(), 'eu.*')).toMatchObject({ ok: true, truncated: false });
    const outcome = bench.join(bench.client(), '*');
    expect(outcome).toMatchObject({ ok: true, truncated: true });
    expect(joinedOf(outcome)).toHaveLength(3);
  });

  it('recovers the channels that are named and joins the others live', () => {
    const bench = new RoutingBench();
    const a = bench.publish('a', 5);
    bench.publish('b', 5);
    const client = bench.client();
    const outcome = bench.join(client, '*', { recover: [{ channel: 'a', epoch: a.epoch, sequence: 3 }] });
    expect(joinedOf(outcome).map(({ channel, recovered }) => [channel, recovered])).toEqual([
      ['a', true],
      ['b', false],
    ]);
    bench.publish('a');
    bench.publish('b');
    expect(client.takeShort(true)).toEqual(['a 4', 'a 5', 'a 6', 'b 6']);
  });

  it('recovers a channel named beyond those listed', () => {
    const bench = new RoutingBench({ router: { wildcardChannelsMax: 2 } });
    for (const channel of ['a', 'b', 'c']) bench.publish(channel, 2);
    const z = bench.publish('z', 3);
    const client = bench.client();
    const outcome = bench.join(client, '*', { recover: [{ channel: 'z', epoch: z.epoch, sequence: 1 }] });
    expect(joinedOf(outcome).map(({ channel }) => channel)).toEqual(['z', 'a']);
    expect(client.takeShort(true)).toEqual(['z 2', 'z 3']);
  });

  it('rewinds each channel', () => {
    const bench = new RoutingBench();
    bench.publish('a', 5);
    bench.publish('b', 5);
    const client = bench.client();
    bench.join(client, '*', { rewind: 1 });
    expect(client.takeShort(true)).toEqual(['a 5', 'b 5']);
  });
});

describe('what a join may ask for', () => {
  const position = { channel: 'general', epoch: 1, sequence: 1 };
  const refusal = (text: string, fields: Parameters<RoutingBench['join']>[2]) => {
    const bench = new RoutingBench();
    const outcome = bench.join(bench.client(), text, fields);
    return outcome.ok ? null : `${outcome.rejection.name} ${outcome.rejection.field}`;
  };

  it('refuses what makes no sense, naming the argument', () => {
    expect(refusal('*', { group: 'workers' })).toBe('INVALID_ARGUMENT command.join.group');
    expect(refusal('general', { group: 'workers', recover: [position] })).toBe('INVALID_ARGUMENT command.join.recover');
    expect(refusal('general', { group: 'workers', rewind: 1 })).toBe('INVALID_ARGUMENT command.join.rewind');
    expect(refusal('general', { recover: [position], rewind: 1 })).toBe('INVALID_ARGUMENT command.join.rewind');
    expect(refusal('general', { recover: [position, position] })).toBe('INVALID_ARGUMENT command.join.recover');
    expect(refusal('other', { recover: [position] })).toBe('INVALID_ARGUMENT command.join.recover');
    expect(refusal('eu.*', { recover: [position] })).toBe('INVALID_ARGUMENT command.join.recover');
  });

  it('takes as many positions as channels it would list, and not one more', () => {
    const recover = Array.from({ length: 257 }, (_, index) => ({ ...position, channel: `c${index}` }));
    expect(refusal('*', { recover: recover.slice(0, 256) })).toBe(null);
    expect(refusal('*', { recover })).toBe('INVALID_ARGUMENT command.join.recover');
  });

  it('answers a connection that is gone', () => {
    const bench = new RoutingBench();
    const client = bench.client();
    bench.router.removeClient(client);
    expect(bench.join(client, 'general')).toMatchObject({ ok: false, rejection: { name: 'NOT_JOINED' } });
  });
});

describe('epochs and deletion, live [P1]', () => {
  const reasons = (received: Received[]) =>
    received.map((each) => (each.kind === 'gap' ? each.reason : each.kind === 'message' ? each.sequence : 'frame'));

  it('announces the deletion, then the next life before its first message', () => {
    const bench = new RoutingBench();
    const [exact, wildcard] = [bench.client(), bench.client()];
    bench.join(exact, 'general');
    bench.join(wildcard, '*');
    const { epoch } = bench.publish('general', 2);
    bench.append('general');
    bench.remove('general');
    const next = bench.publish('general');
    for (const client of [exact, wildcard]) {
      const received = client.take();
      expect(reasons(received)).toEqual([1, 2, 3, 'CHANNEL_DELETED', 'EPOCH_CHANGED', 1]);
      expect(received[3]).toMatchObject({ epoch, from: 0, to: 0 });
      expect(received[4]).toMatchObject({ epoch: next.epoch });
    }
  });

  it('tells wildcard subscribers of a deletion although nothing of the channel was live', () => {
    const bench = new RoutingBench();
    bench.publish('general', 2);
    const client = bench.client();
    bench.join(client, '*');
    bench.remove('general');
    bench.publish('general');
    expect(reasons(client.take())).toEqual(['CHANNEL_DELETED', 'EPOCH_CHANGED', 1]);
  });

  it('announces the epoch of a channel that was created again, at once to those who wait', () => {
    const bench = new RoutingBench();
    const [old, newcomer] = [bench.client(), bench.client()];
    bench.join(old, 'general');
    bench.publish('general');
    bench.remove('general');
    bench.log.create({ tenant: 'acme', room: 'chat', channel: 'general', key: 'acme/chat/general' }, () => undefined);
    bench.join(newcomer, 'general');
    bench.publish('general');
    expect(reasons(old.take())).toEqual([1, 'CHANNEL_DELETED', 'EPOCH_CHANGED', 1]);
    expect(reasons(newcomer.take())).toEqual([1]);
  });

  it('ends a replay of what was deleted, and goes on with the next life', () => {
    const bench = new RoutingBench({ router: { replayPageCount: 1 } });
    const { epoch } = bench.publish('general', 5);
    const slow = bench.client(10);
    bench.join(slow, 'general', { recover: [{ channel: 'general', epoch, sequence: 0 }] });
    bench.remove('general');
    slow.drain();
    bench.publish('general');
    expect(reasons(slow.take())).toEqual([1, 'CHANNEL_DELETED', 'EPOCH_CHANGED', 1]);
    expect(bench.router.stats().replaying).toBe(0);
  });
});
