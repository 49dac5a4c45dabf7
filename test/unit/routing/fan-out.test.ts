import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../src/protocol/entry.js';
import { address } from '../../support/drafts.js';
import { RoutingBench } from '../../support/routing-bench.js';

describe('fan-out [P2] [P5]', () => {
  it('joins a tick into one batch that all members share', () => {
    const bench = new RoutingBench();
    const [a, b] = [bench.client(), bench.client()];
    bench.join(a, 'general');
    bench.join(b, 'general');
    for (let index = 0; index < 3; index += 1) bench.append('general');
    expect(a.batches).toEqual([]);
    bench.tick();
    expect(a.batches).toHaveLength(1);
    expect(a.batches[0]).toBe(b.batches[0]);
    expect(a.batches[0]).toMatchObject({ first: 1, last: 3, slowConsumer: 'disconnect' });
    expect(a.takeShort()).toEqual(['1', '2', '3']);
  });

  it('keeps a batch within batchBytesMax: full at the bound, a new one past it', () => {
    const probe = new RoutingBench();
    const member = probe.client();
    probe.join(member, 'general');
    probe.publish('general', 1, { text: 'x'.repeat(500), id: 'id-000' });
    const frameBytes = member.batches[0]?.newest.length ?? 0;

    const bench = new RoutingBench({ router: { batchBytesMax: frameBytes * 3 } });
    const client = bench.client();
    bench.join(client, 'general');
    for (let index = 100; index < 107; index += 1)
      bench.append('general', { text: 'x'.repeat(500), id: `id-${index}` });
    expect(client.batches.map(({ first, last }) => [first, last])).toEqual([
      [1, 3],
      [4, 6],
    ]);
    bench.tick();
    expect(client.batches.at(-1)).toMatchObject({ first: 7, last: 7 });
  });

  it('delivers once per connection whatever the number of matching subscriptions [S-ROUTE-2] [P1]', () => {
    const bench = new RoutingBench();
    const client = bench.client();
    bench.join(client, '*');
    bench.join(client, 'eu.*');
    bench.join(client, 'eu.news');
    bench.publish('eu.news');
    bench.publish('other');
    expect(client.takeShort(true)).toEqual(['eu.news 1', 'other 1']);
  });

  it('brings wildcard subscribers channels that are born later, matching ones only', () => {
    const bench = new RoutingBench();
    const [all, eu] = [bench.client(), bench.client()];
    bench.join(all, '*');
    bench.join(eu, 'eu.*');
    for (const channel of ['eu.a', 'us.a', 'eu']) bench.publish(channel);
    expect(all.takeShort(true)).toEqual(['eu.a 1', 'us.a 1', 'eu 1']);
    expect(eu.takeShort(true)).toEqual(['eu.a 1']);
  });

  it('keeps rooms and tenants apart [P7]', () => {
    const bench = new RoutingBench();
    const other = bench.client(null, 'other');
    const elsewhere = bench.client();
    bench.join(other, '*');
    bench.join(elsewhere, '*', { room: 'elsewhere' });
    bench.publish('general');
    expect([other.take(), elsewhere.take()]).toEqual([[], []]);
  });

  it('survives members that are cut while a batch is handed out, and reaches everybody else once', () => {
    const bench = new RoutingBench();
    const clients = Array.from({ length: 9 }, () => bench.client());
    for (const client of clients) bench.join(client, 'general');
    for (const index of [0, 3, 8]) {
      const victim = clients[index];
      if (victim) victim.onBatch = () => bench.router.removeClient(victim);
    }
    bench.publish('general');
    bench.publish('general');
    const lengths = clients.map((client) => client.takeShort().length);
    expect(lengths).toEqual([1, 2, 2, 1, 2, 2, 2, 2, 1]);
    expect(bench.router.memberCount(address('general'))).toBe(6);
  });

  it('turns what expired before fan-out into one gap per run [S-LOG-3]', () => {
    const bench = new RoutingBench();
    const client = bench.client();
    bench.join(client, 'general');
    const ttls = [0, 100, 100, 5000, 100, 0];
    for (const ttlMs of ttls) bench.append('general', { ttlMs });
    bench.clock.advance(200);
    bench.tick();
    expect(client.takeShort()).toEqual(['1', 'gap 2-3 EXPIRED', '4', 'gap 5-5 EXPIRED', '6']);
    expect(bench.events.filter(({ type }) => type === 'gap.announced')).toHaveLength(2);
  });

  it('forgets channels that nobody listens to', () => {
    const bench = new RoutingBench();
    const client = bench.client();
    bench.join(client, 'general');
    bench.join(client, '*');
    bench.publish('other');
    expect(bench.router.stats()).toEqual({ clients: 1, channels: 2, subscriptions: 2, replaying: 0 });
    client.take();
    bench.router.removeClient(client);
    expect(bench.router.stats()).toEqual({ clients: 0, channels: 0, subscriptions: 0, replaying: 0 });
    bench.publish('general');
    expect(client.take()).toEqual([]);
  });
});

describe('fan-out when the log misses a wake-up [P1]', () => {
  /** Lets through only some of what the log tells. */
  function withLosses(lost: ReadonlySet<number>) {
    const bench = new RoutingBench();
    bench.log.onEntry = (entry: LogEntry) => {
      if (!lost.has(entry.sequence)) bench.router.deliver(entry);
    };
    return bench;
  }

  it('reads the hole before it goes on', () => {
    const bench = withLosses(new Set([3, 4, 5]));
    const [a, b] = [bench.client(), bench.client()];
    bench.join(a, 'general');
    bench.join(b, 'general');
    bench.publish('general', 7);
    expect(a.takeShort()).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(b.takeShort()).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  it('announces the hole where the log does not have it any more', () => {
    const bench = withLosses(new Set([2, 3]));
    const client = bench.client();
    bench.join(client, 'general');
    bench.publish('general', 5, { retention: { countMax: 0 } });
    expect(client.takeShort()).toEqual(['1', 'gap 2-3 TRIMMED', '4', '5']);
  });

  it('notices a hole at the very beginning of a channel that was joined before it existed', () => {
    const bench = withLosses(new Set([1, 2]));
    const client = bench.client();
    bench.join(client, 'general');
    bench.publish('general', 3);
    expect(client.takeShort()).toEqual(['1', '2', '3']);
  });

  it('drops what the log tells twice', () => {
    const bench = new RoutingBench();
    const client = bench.client();
    bench.log.onEntry = (entry) => {
      bench.router.deliver(entry);
      bench.router.deliver(entry);
    };
    bench.join(client, 'general');
    bench.publish('general', 3);
    expect(client.takeShort()).toEqual(['1', '2', '3']);
  });
});
