import { describe, expect, it } from 'vitest';
import { address } from '../../support/drafts.js';
import { RoutingBench } from '../../support/routing-bench.js';

describe('leaving', () => {
  it('hands over what is pending first; nothing of the channel follows', () => {
    const bench = new RoutingBench();
    const client = bench.client();
    bench.join(client, 'general');
    bench.append('general');
    expect(bench.router.leave(client, 'chat', 'general')).toBeNull();
    expect(client.takeShort()).toEqual(['1']);
    bench.publish('general', 2);
    expect(client.take()).toEqual([]);
  });

  it('refuses what was not joined: other text, other room, twice', () => {
    const bench = new RoutingBench();
    const client = bench.client();
    bench.join(client, 'general');
    expect(bench.router.leave(client, 'chat', '*')?.name).toBe('NOT_JOINED');
    expect(bench.router.leave(client, 'other', 'general')?.name).toBe('NOT_JOINED');
    expect(bench.router.leave(client, 'chat', 'general')).toBeNull();
    expect(bench.router.leave(client, 'chat', 'general')?.name).toBe('NOT_JOINED');
  });

  it('stays a member as long as another subscription matches [S-ROUTE-2]', () => {
    const bench = new RoutingBench();
    const client = bench.client();
    for (const text of ['eu.a', '*', 'eu.*']) bench.join(client, text);
    const received: string[][] = [];
    for (const text of ['eu.a', '*', 'eu.*']) {
      bench.publish('eu.a');
      bench.router.leave(client, 'chat', text);
      received.push(client.takeShort());
    }
    bench.publish('eu.a');
    expect(received).toEqual([['1'], ['2'], ['3']]);
    expect(client.take()).toEqual([]);
    expect(bench.memberships.map(({ joined }) => joined)).toEqual([true, false]);
  });

  it('ends a replay', () => {
    const bench = new RoutingBench({ router: { replayPageCount: 1 } });
    const { epoch } = bench.publish('general', 5);
    const slow = bench.client(10);
    bench.join(slow, 'general', { recover: [{ channel: 'general', epoch, sequence: 0 }] });
    bench.router.leave(slow, 'chat', 'general');
    slow.take();
    slow.drain();
    expect(slow.take()).toEqual([]);
    expect(bench.router.stats()).toMatchObject({ channels: 0, replaying: 0 });
  });

  it('stops watching the log, so that the channel can be reclaimed [S-LOG-4]', () => {
    const bench = new RoutingBench();
    const client = bench.client();
    bench.publish('general', 1, { retention: { countMax: 0, ageMaxMs: 1000 } });
    bench.join(client, 'general');
    bench.join(client, '*');
    bench.clock.advance(300_000);
    expect(bench.log.stats().channels).toBe(1);
    bench.router.leave(client, 'chat', 'general');
    bench.router.removeClient(client);
    bench.clock.advance(300_000);
    expect(bench.log.stats().channels).toBe(0);
  });
});

describe('membership [S-ROUTE-5]', () => {
  it('is told with the first subscription that matches and the last that ends', () => {
    const bench = new RoutingBench();
    const client = bench.client();
    bench.join(client, 'general');
    bench.join(client, '*');
    bench.publish('later');
    bench.router.leave(client, 'chat', 'general');
    expect(bench.router.memberCount(address('general'))).toBe(1);
    bench.router.removeClient(client);
    const told = bench.memberships.map((change) => `${change.joined ? '+' : '-'}${change.address.channel}`);
    expect(told.sort()).toEqual(['+general', '+later', '-general', '-later']);
    expect(bench.memberships.every(({ clientId }) => clientId === client.clientId)).toBe(true);
  });

  it('finds clients of the tenant and no other [P7]', () => {
    const bench = new RoutingBench();
    const client = bench.client();
    expect(bench.router.findClient('acme', client.clientId)).toBe(client);
    expect(bench.router.findClient('other', client.clientId)).toBeNull();
    bench.router.removeClient(client);
    expect(bench.router.findClient('acme', client.clientId)).toBeNull();
  });

  it('announces a frame to every member once', () => {
    const bench = new RoutingBench();
    const [a, b, other] = [bench.client(), bench.client(), bench.client()];
    bench.join(a, 'general');
    bench.join(a, '*');
    bench.join(b, 'general', { group: 'workers' });
    bench.join(other, 'other');
    bench.router.announce(address('general'), Uint8Array.of(0x0a, 2, 8, 1));
    expect([a, b, other].map((client) => client.takeShort())).toEqual([['frame'], ['frame'], []]);
  });

  it('flushes a channel on demand', () => {
    const bench = new RoutingBench();
    const client = bench.client();
    bench.join(client, 'general');
    bench.append('general');
    bench.router.flushChannel(address('general'));
    expect(client.takeShort()).toEqual(['1']);
    bench.tick();
    expect(client.take()).toEqual([]);
  });
});
