/** Subscriptions that go on: after losses, holes, gaps, new epochs, pauses and refusals. [P1] [P4] [S-ROUTE-1] */
import { describe, expect, test } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import type { Client, Gap, Subscription } from '../../../src/client/index.js';
import { joinWith, ScriptedBus, welcomeOnly, WELCOME } from './support/scripted-bus.js';

interface Seen {
  readonly ids: string[];
  readonly gaps: Gap[];
}

function watch(subscription: Subscription): Seen {
  const seen: Seen = { ids: [], gaps: [] };
  subscription.on('gap', (gap) => seen.gaps.push(gap));
  subscription.on('message', (message) => void seen.ids.push(message.id));
  return seen;
}

/** A joined subscription to r:a that stands at (epoch 1, sequence 0). */
async function joined(bus: ScriptedBus, address = 'r:a'): Promise<{ client: Client; subscription: Subscription }> {
  bus.script = joinWith(() => [{ channel: 'a', epoch: 1, sequence: 0 }]);
  const client = await bus.connect();
  const joining = client.join(address);
  await bus.settle();
  return { client, subscription: await joining };
}

describe('[P1] after a lost connection', () => {
  test('the join asks to recover from the last position, and repeats are dropped', async () => {
    const bus = new ScriptedBus();
    const { subscription } = await joined(bus);
    const seen = watch(subscription);
    const recovered: unknown[] = [];
    subscription.on('recovered', (channels) => recovered.push(...channels));
    bus.last.message('a', 1);
    bus.last.message('a', 2);
    bus.last.lose();
    bus.script = joinWith(() => [{ channel: 'a', epoch: 1, sequence: 4, recovered: true }]);
    await bus.advance(250);
    const [join] = bus.last.commands('join');
    expect(join?.command?.join).toMatchObject({ room: 'r', channel: 'a' });
    expect(join?.command?.join?.recover).toMatchObject([{ channel: 'a', epoch: 1 }]);
    expect(Number(join?.command?.join?.recover?.[0]?.sequence)).toBe(2);
    for (const sequence of [2, 3, 4, 5]) bus.last.message('a', sequence);
    expect(seen.ids).toEqual(['a-1', 'a-2', 'a-3', 'a-4', 'a-5']);
    expect(recovered).toEqual([{ channel: 'a', epoch: 1, sequence: 4, recovered: true }]);
    expect(seen.gaps).toEqual([]);
  });

  test('a new life of the channel is a gap, and is read from its beginning without repeats', async () => {
    const bus = new ScriptedBus();
    const { subscription } = await joined(bus);
    const seen = watch(subscription);
    bus.last.message('a', 1, { id: 'kept' });
    bus.last.lose();
    let joins = 0;
    bus.script = joinWith(() => {
      joins += 1;
      const failure = joins === 1 ? wire.RecoverFailure.EPOCH_FORK : 0;
      return [{ channel: 'a', epoch: 7, sequence: 2, recovered: joins > 1, failure }];
    });
    await bus.advance(250);
    const again = bus.last.commands('join').map((envelope) => envelope.command?.join?.recover?.[0]);
    expect(again.map((position) => [position?.epoch, Number(position?.sequence)])).toEqual([
      [1, 1],
      [7, 0],
    ]);
    // [P4] The publisher did not know the fate of `kept` and sent it again.
    bus.last.message('a', 1, { epoch: 7, id: 'kept' });
    bus.last.message('a', 2, { epoch: 7, id: 'new' });
    expect(seen.ids).toEqual(['kept', 'new']);
    expect(seen.gaps).toMatchObject([{ reason: 'epoch_fork', channel: 'a' }]);
    expect(subscription.positions.get('a')).toEqual({ epoch: 7, sequence: 2 });
  });

  test('more channels than one join may name are asked for in several', async () => {
    const bus = new ScriptedBus();
    const { subscription } = await joined(bus, 'r:*');
    const seen = watch(subscription);
    for (let channel = 0; channel < 300; channel += 1) bus.last.message(`c${channel}`, 1);
    expect(seen.ids).toHaveLength(300);
    const sizes = async (frameBytesMax: number): Promise<number[]> => {
      const answer = joinWith(() => []);
      bus.script = (envelope, connection) => {
        if (!envelope.hello) return answer(envelope, connection);
        const welcome = { ...WELCOME, limits: { ...WELCOME.limits, frameBytesMax } };
        connection.send({ type: wire.MessageType.COMMAND_RESULT, correlationId: envelope.id, welcome });
      };
      bus.last.lose();
      await bus.advance(500);
      return bus.last.commands('join').map((envelope) => envelope.command?.join?.recover?.length ?? 0);
    };
    // c0..c299 and a, which is known from the join.
    expect(await sizes(100_000)).toEqual([256, 45]);
    // A server that takes smaller messages gets more of them.
    const small = await sizes(2_000);
    expect(small.length).toBeGreaterThan(4);
    expect(small.reduce((sum, size) => sum + size)).toBe(301);
  });

  test('a session that may no longer read the past goes on, and says what it lost', async () => {
    const bus = new ScriptedBus();
    const { subscription } = await joined(bus);
    const seen = watch(subscription);
    bus.last.message('a', 1);
    bus.last.lose();
    bus.script = (envelope, connection) => {
      welcomeOnly(envelope, connection);
      const join = envelope.command?.join;
      if (!join) return;
      if (join.recover?.length) connection.error(envelope, 'NOT_FOUND');
      else connection.result(envelope, { join: { channels: [{ channel: 'a', epoch: 1, sequence: 9 }] } });
    };
    await bus.advance(250);
    bus.last.message('a', 10);
    expect(seen.gaps).toMatchObject([{ from: 2, to: 9, reason: 'not_recoverable' }]);
    expect(seen.ids).toEqual(['a-1', 'a-10']);
  });

  test('a server that cannot answer now is asked again; one that refuses ends the subscription', async () => {
    const bus = new ScriptedBus();
    const { client, subscription } = await joined(bus);
    bus.last.message('a', 1);
    bus.last.lose();
    bus.script = (envelope, connection) => {
      welcomeOnly(envelope, connection);
      if (envelope.command?.join) connection.error(envelope, 'STORAGE_UNAVAILABLE', { retry: wire.Retry.RETRY });
    };
    await bus.advance(250);
    expect(bus.last.commands('join')).toHaveLength(1);
    bus.script = (envelope, connection) => {
      if (envelope.command?.join) connection.error(envelope, 'PERMISSION_DENIED');
    };
    const errors: string[] = [];
    client.on('error', (error) => errors.push(error.message));
    await bus.advance(1_000);
    const iterator = subscription[Symbol.asyncIterator]();
    expect(await iterator.next()).toMatchObject({ value: { id: 'a-1' } });
    await expect(iterator.next()).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
    expect(errors).toHaveLength(1);
  });
});

describe('[P1] on a live connection', () => {
  test('a hole without a notice is read again, once, and what cannot be had is a gap', async () => {
    const bus = new ScriptedBus();
    const { subscription } = await joined(bus);
    const seen = watch(subscription);
    const resyncs: string[] = [];
    subscription.on('resync', (channel) => resyncs.push(channel));
    bus.last.message('a', 1);
    bus.last.message('a', 4);
    bus.last.message('a', 5);
    expect(seen.ids).toEqual(['a-1']);
    bus.script = joinWith(() => [{ channel: 'a', epoch: 1, sequence: 5, recovered: true }]);
    await bus.settle();
    expect(bus.last.commands('join')).toHaveLength(2);
    for (const sequence of [2, 3, 4, 5]) bus.last.message('a', sequence);
    expect(seen.ids).toEqual(['a-1', 'a-2', 'a-3', 'a-4', 'a-5']);
    // This time reading again does not fill it.
    bus.last.message('a', 8);
    await bus.settle();
    bus.last.message('a', 8);
    bus.last.message('a', 9);
    expect(seen.ids.slice(5)).toEqual(['a-8', 'a-9']);
    expect(seen.gaps).toMatchObject([{ from: 6, to: 7, reason: 'not_recoverable' }]);
    expect(resyncs).toEqual(['a', 'a']);
  });

  test.each([
    [wire.GapReason.TRIMMED, 'trimmed'],
    [wire.GapReason.EXPIRED, 'expired'],
    [wire.GapReason.CONFLATED, 'conflated'],
  ])('an announced gap (%i) moves the position and is told once', async (reason, word) => {
    const bus = new ScriptedBus();
    const { subscription } = await joined(bus);
    const seen = watch(subscription);
    bus.last.message('a', 1);
    bus.last.gap('a', { from: 2, to: 6, reason, epoch: 1 });
    bus.last.gap('a', { from: 2, to: 6, reason, epoch: 1 });
    bus.last.message('a', 7);
    expect(seen.ids).toEqual(['a-1', 'a-7']);
    expect(seen.gaps).toEqual([{ room: 'r', channel: 'a', from: 2, to: 6, reason: word, epoch: 1 }]);
    expect(bus.last.commands('join')).toHaveLength(1);
  });

  test('a new epoch is told before its first message, announced or not', async () => {
    const bus = new ScriptedBus();
    const { subscription } = await joined(bus);
    const seen = watch(subscription);
    bus.last.message('a', 1);
    bus.last.gap('a', { reason: wire.GapReason.EPOCH_CHANGED, epoch: 2 });
    bus.last.message('a', 9, { epoch: 2 });
    bus.last.message('a', 3, { epoch: 3 });
    expect(seen.ids).toEqual(['a-1', 'a-9', 'a-3']);
    expect(seen.gaps.map((gap) => [gap.reason, gap.epoch])).toEqual([
      ['epoch_changed', 2],
      ['epoch_changed', 3],
    ]);
  });

  test('gaps come in the order of the messages, also to an iterator', async () => {
    const bus = new ScriptedBus();
    const { subscription } = await joined(bus);
    bus.last.message('a', 1);
    bus.last.gap('a', { from: 2, to: 2, reason: wire.GapReason.EXPIRED, epoch: 1 });
    bus.last.message('a', 3);
    const order: string[] = [];
    subscription.on('gap', (gap) => order.push(`gap ${gap.from}`));
    const iterator = subscription[Symbol.asyncIterator]();
    for (let count = 0; count < 2; count += 1) order.push((await iterator.next()).value?.id ?? 'none');
    expect(order).toEqual(['a-1', 'gap 2', 'a-3']);
  });

  test('the first message of a channel that appears later must be its first', async () => {
    const bus = new ScriptedBus();
    const { subscription } = await joined(bus, 'r:*');
    const seen = watch(subscription);
    bus.last.message('born', 1);
    bus.last.message('missed', 3);
    expect(seen.ids).toEqual(['born-1']);
    await bus.settle();
    expect(bus.last.commands('join')).toHaveLength(2);
  });
});

describe('[P1] a slow consumer', () => {
  test('is parked at the bound, leaves, and joins from where it stood when half is free', async () => {
    const bus = new ScriptedBus();
    bus.script = joinWith(() => [{ channel: 'a', epoch: 1, sequence: 0 }]);
    const client = await bus.connect();
    const joining = client.join('r:a', { bufferMessagesMax: 4 });
    await bus.settle();
    const subscription = await joining;
    for (let sequence = 1; sequence <= 4; sequence += 1) bus.last.message('a', sequence);
    expect(subscription.parked).toBe(false);
    bus.last.message('a', 5);
    expect(subscription.parked).toBe(true);
    await bus.settle();
    expect(bus.last.commands('leave')).toHaveLength(1);
    // Lost meanwhile: a parked subscription asks for nothing.
    bus.last.lose();
    await bus.advance(250);
    expect(bus.last.commands('join')).toHaveLength(0);
    const ids: string[] = [];
    const iterator = subscription[Symbol.asyncIterator]();
    bus.script = joinWith(() => [{ channel: 'a', epoch: 1, sequence: 6, recovered: true }]);
    for (let count = 0; count < 2; count += 1) ids.push((await iterator.next()).value?.id ?? 'none');
    expect(subscription.parked).toBe(false);
    await bus.settle();
    const [join] = bus.last.commands('join');
    expect(Number(join?.command?.join?.recover?.[0]?.sequence)).toBe(4);
    bus.last.message('a', 5);
    bus.last.message('a', 6);
    for (let count = 0; count < 4; count += 1) ids.push((await iterator.next()).value?.id ?? 'none');
    expect(ids).toEqual(['a-1', 'a-2', 'a-3', 'a-4', 'a-5', 'a-6']);
  });

  test('a handler is not called again before its promise settled', async () => {
    const bus = new ScriptedBus();
    bus.script = joinWith(() => [{ channel: 'a', epoch: 1, sequence: 0 }]);
    const client = await bus.connect();
    const order: string[] = [];
    const releases: (() => void)[] = [];
    const joining = client.join('r:a', (message) => {
      order.push(message.id);
      return new Promise<void>((resolve) => releases.push(resolve));
    });
    await bus.settle();
    await joining;
    bus.last.message('a', 1);
    bus.last.message('a', 2);
    await bus.settle();
    expect(order).toEqual(['a-1']);
    releases[0]?.();
    await bus.settle();
    expect(order).toEqual(['a-1', 'a-2']);
  });
});

describe('[S-ROUTE-2] several subscriptions of one client', () => {
  test('to the same text share one of the server, which ends with the last', async () => {
    const bus = new ScriptedBus();
    const { client, subscription } = await joined(bus);
    const joining = client.join('r:a');
    await bus.settle();
    const second = await joining;
    const seen = [watch(subscription), watch(second)];
    bus.last.message('a', 1);
    expect(seen.map(({ ids }) => ids)).toEqual([['a-1'], ['a-1']]);
    await subscription.leave();
    bus.last.message('a', 2);
    expect(seen.map(({ ids }) => ids)).toEqual([['a-1'], ['a-1', 'a-2']]);
    await bus.settle();
    expect(bus.last.commands('leave')).toHaveLength(0);
    const left = second.leave();
    await bus.settle();
    await left;
    expect(bus.last.commands('leave')).toHaveLength(1);
  });

  test('a leave does not end the join that overtook it', async () => {
    const bus = new ScriptedBus();
    const { client, subscription } = await joined(bus);
    const joining = client.join('r:a');
    const leaving = subscription.leave();
    await bus.settle();
    await leaving;
    const second = watch(await joining);
    expect(bus.last.commands('leave')).toHaveLength(0);
    bus.last.message('a', 1);
    expect(second.ids).toEqual(['a-1']);
  });

  test('a rewind of one does not repeat messages for the other', async () => {
    const bus = new ScriptedBus();
    const { client, subscription } = await joined(bus);
    const first = watch(subscription);
    bus.last.message('a', 1);
    bus.last.message('a', 2);
    bus.script = joinWith(() => [{ channel: 'a', epoch: 1, sequence: 2 }]);
    const joining = client.join('r:a', { rewind: 2 });
    await bus.settle();
    const second = watch(await joining);
    for (const sequence of [1, 2, 3]) bus.last.message('a', sequence);
    expect(first.ids).toEqual(['a-1', 'a-2', 'a-3']);
    expect(second.ids).toEqual(['a-1', 'a-2', 'a-3']);
  });
});
