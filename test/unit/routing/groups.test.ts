import { describe, expect, it } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { stampUnsequenced } from '../../../src/protocol/stamp.js';
import { address } from '../../support/drafts.js';
import type { RecordingSubscriber } from '../../support/recording-subscriber.js';
import { RoutingBench } from '../../support/routing-bench.js';

function sequencesOf(client: RecordingSubscriber): number[] {
  return client.take().flatMap((each) => (each.kind === 'message' ? [each.sequence] : []));
}

describe('queue groups [S-ROUTE-3]', () => {
  it('gives each message to one member of each group, and to every plain member', () => {
    const bench = new RoutingBench();
    const workers = [bench.client(), bench.client(), bench.client()];
    for (const worker of workers) bench.join(worker, 'jobs', { group: 'workers' });
    const auditor = bench.client();
    bench.join(auditor, 'jobs', { group: 'audit' });
    const plain = bench.client();
    bench.join(plain, 'jobs');
    bench.publish('jobs', 9);
    const shares = workers.map(sequencesOf);
    expect(shares.flat().sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(shares.map((share) => share.length)).toEqual([3, 3, 3]);
    expect(sequencesOf(auditor)).toHaveLength(9);
    expect(plain.batches).toHaveLength(1);
    expect(sequencesOf(plain)).toHaveLength(9);
  });

  it('names the group in what it delivers, each message a batch of its own', () => {
    const bench = new RoutingBench();
    const worker = bench.client();
    bench.join(worker, 'jobs', { group: 'workers' });
    bench.publish('jobs', 2);
    expect(worker.batches.map(({ first, last }) => [first, last])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(worker.take()).toMatchObject([{ group: 'workers' }, { group: 'workers' }]);
  });

  it('passes by members that have much queued', () => {
    const bench = new RoutingBench();
    const [busy, idle] = [bench.client(), bench.client()];
    bench.join(busy, 'jobs', { group: 'workers' });
    bench.join(idle, 'jobs', { group: 'workers' });
    busy.queuedBytes = 1_000_000;
    bench.publish('jobs', 5);
    expect([sequencesOf(busy).length, sequencesOf(idle).length]).toEqual([0, 5]);
  });

  it('goes on with the others when a member leaves', () => {
    const bench = new RoutingBench();
    const [a, b] = [bench.client(), bench.client()];
    bench.join(a, 'jobs', { group: 'workers' });
    bench.join(b, 'jobs', { group: 'workers' });
    bench.router.leave(a, 'chat', 'jobs');
    bench.publish('jobs', 3);
    expect([sequencesOf(a), sequencesOf(b)]).toEqual([[], [1, 2, 3]]);
    bench.router.removeClient(b);
    bench.publish('jobs');
    expect(bench.router.stats().channels).toBe(0);
  });

  it('lets nobody be plain and grouped, or in two groups, on one channel', () => {
    const bench = new RoutingBench();
    const conflicts = (joins: [string, string][]): string[] => {
      const client = bench.client();
      return joins.map(([text, group]) => {
        const outcome = bench.join(client, text, { group });
        return outcome.ok ? 'ok' : outcome.rejection.name;
      });
    };
    const refused = 'GROUP_CONFLICT';
    expect(
      conflicts([
        ['eu.jobs', 'w'],
        ['eu.jobs', ''],
      ]),
    ).toEqual(['ok', refused]);
    expect(
      conflicts([
        ['eu.jobs', ''],
        ['eu.jobs', 'w'],
      ]),
    ).toEqual(['ok', refused]);
    expect(
      conflicts([
        ['eu.jobs', 'w'],
        ['eu.jobs', 'v'],
      ]),
    ).toEqual(['ok', refused]);
    expect(
      conflicts([
        ['eu.jobs', 'w'],
        ['eu.*', ''],
      ]),
    ).toEqual(['ok', refused]);
    expect(
      conflicts([
        ['*', ''],
        ['eu.jobs', 'w'],
      ]),
    ).toEqual(['ok', refused]);
    expect(
      conflicts([
        ['eu.jobs', 'w'],
        ['us.*', ''],
        ['other', ''],
        ['eu.jobs', 'w'],
      ]),
    ).toEqual(['ok', 'ok', 'ok', 'ok']);
  });
});

describe('responders [S-ROUTE-4]', () => {
  const source = wire.Envelope.encode({
    version: 1,
    type: wire.MessageType.REQUEST,
    id: 'q1',
    room: 'chat',
    channel: 'eu.ask',
  }).finish();
  const request = stampUnsequenced(source, 0, source.length, new Uint8Array(0), 1_760_000_000_000);
  const groupsOf = (client: RecordingSubscriber) =>
    client.take().map((each) => (each.kind === 'frame' ? each.envelope.group : each.kind));

  it('asks every plain responder once and one of each group, never the asker', () => {
    const bench = new RoutingBench();
    const [plain, twice, asker, listener] = [bench.client(), bench.client(), bench.client(), bench.client()];
    bench.join(plain, 'eu.ask', { responder: true });
    bench.join(twice, 'eu.ask', { responder: true });
    bench.join(twice, 'eu.*', { responder: true });
    bench.join(asker, '*', { responder: true });
    bench.join(listener, 'eu.ask');
    const workers = [bench.client(), bench.client()];
    for (const worker of workers) bench.join(worker, 'eu.ask', { group: 'workers', responder: true });
    bench.join(bench.client(), 'eu.ask', { group: 'silent' });
    expect(bench.router.deliverRequest(address('eu.ask'), request, asker.clientId)).toEqual({ delivered: 3 });
    expect([plain, twice, asker, listener].map(groupsOf)).toEqual([[''], [''], [], []]);
    expect(workers.map(groupsOf).flat()).toEqual(['workers']);
  });

  it('reaches wildcard responders of a channel nobody published to', () => {
    const bench = new RoutingBench();
    const client = bench.client();
    bench.join(client, 'eu.*', { responder: true });
    expect(bench.router.deliverRequest(address('eu.ask'), request, 'nobody')).toEqual({ delivered: 1 });
    expect(bench.router.deliverRequest(address('us.ask'), request, 'nobody')).toEqual({ delivered: 0 });
  });

  it('follows what the last join of the same text said, and forgets who left', () => {
    const bench = new RoutingBench();
    const client = bench.client();
    const ask = () => bench.router.deliverRequest(address('eu.ask'), request, 'nobody').delivered;
    bench.join(client, 'eu.ask');
    expect(ask()).toBe(0);
    bench.join(client, 'eu.ask', { responder: true });
    expect(ask()).toBe(1);
    bench.join(client, 'eu.ask', { responder: false });
    expect(ask()).toBe(0);
    bench.join(client, 'eu.ask', { responder: true });
    bench.router.leave(client, 'chat', 'eu.ask');
    expect(ask()).toBe(0);
  });
});
