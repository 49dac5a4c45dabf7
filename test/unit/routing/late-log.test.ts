/** The router over a log that answers late, as one on a network will. [P1] */
import { describe, expect, it } from 'vitest';
import type { JoinOutcome } from '../../../src/routing/router.js';
import { DelayedLog } from '../../support/delayed-log.js';
import type { RecordingSubscriber } from '../../support/recording-subscriber.js';
import { RoutingBench, type JoinFields } from '../../support/routing-bench.js';

function setUp() {
  const logs: DelayedLog[] = [];
  const bench = new RoutingBench({
    readerOf: (log) => {
      const delayed = new DelayedLog(log);
      logs.push(delayed);
      return delayed;
    },
  });
  const [late] = logs;
  if (late === undefined) throw new Error('no log was made');
  const join = (client: RecordingSubscriber, text: string, fields: JoinFields = {}): JoinOutcome[] => {
    const outcomes: JoinOutcome[] = [];
    bench.router.join(bench.request(client, text, fields), (outcome) => outcomes.push(outcome));
    return outcomes;
  };
  return { bench, late, join };
}

describe('a join while the log takes its time', () => {
  it('includes what is appended before the answer in the position it answers', () => {
    const { bench, late, join } = setUp();
    bench.publish('general', 2);
    const client = bench.client();
    const outcomes = join(client, 'general');
    bench.publish('general', 2);
    late.answerAll();
    expect(outcomes).toMatchObject([{ ok: true, channels: [{ sequence: 4 }] }]);
    bench.publish('general');
    expect(client.takeShort()).toEqual(['5']);
  });

  it('loses nothing of a channel that is born meanwhile', () => {
    const { bench, late, join } = setUp();
    const [exact, wildcard] = [bench.client(), bench.client()];
    const answers = [join(exact, 'general'), join(wildcard, '*')];
    bench.publish('general', 3);
    late.answerAll();
    expect(answers[0]).toMatchObject([{ channels: [{ epoch: 0, sequence: 0 }] }]);
    expect(answers[1]).toMatchObject([{ channels: [{ channel: 'general', sequence: 3 }] }]);
    bench.publish('general');
    expect(exact.takeShort()).toEqual(['1', '2', '3', '4']);
    expect(wildcard.takeShort()).toEqual(['4']);
  });

  it('replays over appends that happen between asking and answering', () => {
    const { bench, late, join } = setUp();
    const { epoch } = bench.publish('general', 6);
    const client = bench.client();
    join(client, 'general', { recover: [{ channel: 'general', epoch, sequence: 0 }] });
    while (late.waiting > 0) {
      late.answerNext();
      if ((bench.log.stats().entries ?? 0) < 12) bench.publish('general');
    }
    expect(client.takeShort()).toEqual(Array.from({ length: 12 }, (_, index) => `${index + 1}`));
    expect(bench.router.stats().replaying).toBe(0);
  });

  it('answers a join that was left or cut before with NOT_JOINED, once, and keeps nothing', () => {
    const { bench, late, join } = setUp();
    const [leaver, cut] = [bench.client(), bench.client()];
    const answers = [join(leaver, 'general'), join(leaver, '*'), join(cut, 'general'), join(cut, 'eu.*')];
    expect(bench.router.leave(leaver, 'chat', 'general')).toBeNull();
    expect(bench.router.leave(leaver, 'chat', '*')).toBeNull();
    bench.router.removeClient(cut);
    late.answerAll();
    for (const answer of answers) expect(answer).toMatchObject([{ ok: false, rejection: { name: 'NOT_JOINED' } }]);
    expect(bench.router.stats()).toEqual({ clients: 1, channels: 0, subscriptions: 0, replaying: 0 });
    bench.publish('general');
    expect(leaver.take()).toEqual([]);
  });

  it('does not trust what it heard before it stopped listening for a while', () => {
    const { bench, late, join } = setUp();
    bench.publish('general', 2);
    const [first, second] = [bench.client(), bench.client()];
    join(first, 'general');
    bench.publish('general');
    bench.router.removeClient(first);
    // Nobody listens now, but the first join is still on its way and keeps the channel known.
    bench.publish('general', 2);
    const outcomes = join(second, 'general');
    late.answerAll();
    expect(outcomes).toMatchObject([{ channels: [{ sequence: 5 }] }]);
    bench.publish('general');
    expect(second.takeShort()).toEqual(['6']);
  });

  it('delivers the next life of a channel that was deleted and born again while it was read', () => {
    const { bench, late, join } = setUp();
    const { epoch } = bench.publish('general', 3);
    const client = bench.client();
    join(client, 'general', { recover: [{ channel: 'general', epoch, sequence: 1 }] });
    bench.remove('general');
    late.answerNext();
    bench.publish('general', 2);
    late.answerAll();
    const received = client.takeShort();
    expect(received.slice(-3)).toEqual(['gap 0-0 EPOCH_CHANGED', '1', '2']);
    expect(received.slice(0, -3).every((each) => each.endsWith('CHANNEL_DELETED'))).toBe(true);
  });
});
