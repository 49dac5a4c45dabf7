/** Replay over a chain of epochs, as a store that failed over has it; the memory log never does. [P1] */
import { describe, expect, it } from 'vitest';
import { createFlushLoop } from '../../../src/base/flush-loop.js';
import { wire } from '../../../src/protocol/codec.js';
import type { LogEntry } from '../../../src/protocol/entry.js';
import type { ChannelHead } from '../../../src/protocol/log-shapes.js';
import { createRouter } from '../../../src/routing/create-router.js';
import type { LogReader } from '../../../src/routing/log-reader.js';
import { address, draft, KEEP_ALL } from '../../support/drafts.js';
import { FakeClock } from '../../support/fake-clock.js';
import { sealed } from '../../support/sealed.js';
import { RecordingSubscriber } from '../../support/recording-subscriber.js';

const GENERAL = address('general');

/** Sequences 1-3 are of epoch 11, 4-5 of epoch 12, 6 and later of epoch 13; `missing` ones were trimmed or expired. */
function epochOf(sequence: number): number {
  if (sequence <= 3) return 11;
  return sequence <= 5 ? 12 : 13;
}

function entry(sequence: number): LogEntry {
  const epoch = epochOf(sequence);
  return sealed(draft(GENERAL, { text: `m${sequence}` }), sequence, epoch, 1_760_000_000_000);
}

class ChainLog implements LogReader {
  entries: LogEntry[] = [];
  readonly #missing: ReadonlySet<number>;

  constructor(last: number, missing: readonly number[] = []) {
    this.#missing = new Set(missing);
    for (let sequence = 1; sequence <= last; sequence += 1) this.entries.push(entry(sequence));
  }

  #head(): ChannelHead {
    const sequence = this.entries.length;
    const chain = [11, 12, 13].map((epoch, index) => ({ epoch, firstSequence: [1, 4, 6][index] ?? 0 }));
    const known = chain.filter(({ firstSequence }) => firstSequence <= sequence);
    const firstSequence = this.entries.find((each) => !this.#missing.has(each.sequence))?.sequence ?? sequence + 1;
    return { epoch: epochOf(sequence), sequence, firstSequence, chain: known, retainedCount: 0, retainedBytes: 0 };
  }

  head: LogReader['head'] = (_, onHead) => onHead(this.#head());
  read: LogReader['read'] = ({ from, to, direction, countMax }, onPage) => {
    const found = this.entries.filter(
      ({ sequence }) => sequence >= from && sequence <= to && !this.#missing.has(sequence),
    );
    if (direction === 'reverse') found.reverse();
    onPage({ entries: found.slice(0, countMax), more: found.length > countMax, head: this.#head() });
  };
  list: LogReader['list'] = (_, onPage) => onPage({ channels: [{ address: GENERAL }], more: false });
  wasRemoved: LogReader['wasRemoved'] = () => false;
  watch: LogReader['watch'] = () => undefined;
  unwatch: LogReader['unwatch'] = () => undefined;
  watchRoom: LogReader['watchRoom'] = () => undefined;
  unwatchRoom: LogReader['unwatchRoom'] = () => undefined;
}

function setUp(log: ChainLog) {
  const runs: (() => void)[] = [];
  const router = createRouter({
    log,
    flushLoop: createFlushLoop((run) => runs.push(run)),
    clock: new FakeClock(),
    telemetry: { emit: () => undefined },
    roomPolicy: () => ({
      retention: KEEP_ALL,
      slowConsumer: 'disconnect',
      presence: true,
      joinLeaveEvents: false,
      ttlMs: 0,
      minimumDurability: wire.Durability.NONE,
      autoCreate: true,
    }),
    options: { batchBytesMax: 65_536, replayPageCount: 2, replayPageBytes: 65_536, wildcardChannelsMax: 256 },
  });
  const client = new RecordingSubscriber('c1');
  router.addClient(client);
  const join = (fields: { recover?: { channel: string; epoch: number; sequence: number }[]; rewind?: number }) => {
    const pattern = { kind: 'exact', channel: 'general' } as const;
    const request = { subscriber: client, room: 'chat', channelText: 'general', pattern, group: '', responder: false };
    router.join({ ...request, recover: [], rewind: 0, ...fields }, () => undefined);
  };
  return {
    client,
    join,
    deliver: (sequence: number) => {
      log.entries.push(entry(sequence));
      router.deliver(entry(sequence));
      for (const run of runs.splice(0)) run();
    },
    /** The log takes it, and nobody is told. */
    lose: (sequence: number) => log.entries.push(entry(sequence)),
  };
}

const from = (epoch: number, sequence: number) => ({ recover: [{ channel: 'general', epoch, sequence }] });

describe('an epoch chain', () => {
  it('is replayed across, each change of epoch announced before its first message', () => {
    const { client, join, deliver } = setUp(new ChainLog(7));
    join(from(11, 2));
    deliver(8);
    expect(client.takeShort()).toEqual([
      '3',
      'gap 0-0 EPOCH_CHANGED',
      '4',
      '5',
      'gap 0-0 EPOCH_CHANGED',
      '6',
      '7',
      '8',
    ]);
  });

  it('announces what is missing across the change', () => {
    const { client, join } = setUp(new ChainLog(7, [1, 2, 3, 5]));
    join(from(11, 1));
    expect(client.takeShort()).toEqual([
      'gap 2-3 TRIMMED',
      'gap 0-0 EPOCH_CHANGED',
      '4',
      'gap 5-5 EXPIRED',
      'gap 0-0 EPOCH_CHANGED',
      '6',
      '7',
    ]);
  });

  it('is rewound into without announcing the epoch it starts in', () => {
    const { client, join } = setUp(new ChainLog(7));
    join({ rewind: 3 });
    expect(client.takeShort()).toEqual(['5', 'gap 0-0 EPOCH_CHANGED', '6', '7']);
  });

  it('grows live, with the change announced', () => {
    const { client, join, deliver } = setUp(new ChainLog(4));
    join({});
    deliver(5);
    deliver(6);
    expect(client.takeShort()).toEqual(['5', 'gap 0-0 EPOCH_CHANGED', '6']);
  });

  it('grows while wake-ups are lost: the hole is read on both sides of the change', () => {
    const { client, join, deliver, lose } = setUp(new ChainLog(4));
    join({});
    lose(5);
    lose(6);
    deliver(7);
    expect(client.takeShort()).toEqual(['5', 'gap 0-0 EPOCH_CHANGED', '6', '7']);
  });
});
