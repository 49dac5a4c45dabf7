/** Losing connections at random points loses no message, repeats none and keeps their order. [P1] [P4] [S-ROUTE-1] */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Client, type Gap, type Message, type Subscription } from '../../src/client/index.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.js';

const FAST = { reconnect: { minMs: 5, maxMs: 20 } } as const;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(`
rooms: [{ match: "*", auto_create: true, retention: { count: 100000, bytes: 64MiB } }]
`);
});
afterAll(() => server.close());

/** Repeatable numbers: mulberry32, so that a failing run can be run again. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

async function collect(subscription: Subscription, count: number): Promise<Message[]> {
  const messages: Message[] = [];
  for await (const message of subscription) {
    messages.push(message);
    if (messages.length === count) break;
  }
  return messages;
}

/** Publishes `count` numbered texts, many in flight; each settles exactly once. */
async function publishAll(client: Client, addressOf: (index: number) => string, count: number): Promise<void> {
  const acks = Array.from({ length: count }, (_, index) => client.publish(addressOf(index), String(index)));
  const settled = await Promise.all(acks);
  expect(settled).toHaveLength(count);
}

async function cutOften(proxy: TcpProxy, random: () => number, until: Promise<unknown>): Promise<number> {
  let cuts = 0;
  let running = true;
  void until.finally(() => {
    running = false;
  });
  while (running) {
    // Sometimes in the middle of a message, sometimes between two.
    if (random() < 0.5) proxy.cutAfter(1 + Math.floor(random() * 20_000));
    else proxy.cut();
    cuts += 1;
    await new Promise((resolve) => setTimeout(resolve, 5 + random() * 60));
  }
  return cuts;
}

for (const seed of [1, 2, 3, 4, 5]) {
  test(`[P1] subscriber and publisher are cut again and again: the same set, in order (seed ${seed})`, async () => {
    const random = seededRandom(seed);
    const proxies = [await startTcpProxy(server.busUrl), await startTcpProxy(server.busUrl)] as const;
    const publisher = await connect(proxies[0].url, { ...FAST, random });
    const subscriber = await connect(proxies[1].url, { ...FAST, random });
    const address = `chaos:run-${seed}`;
    const subscription = await subscriber.join(address);
    const gaps: Gap[] = [];
    subscription.on('gap', (gap) => gaps.push(gap));

    const total = 2_000;
    const received = collect(subscription, total);
    const work = (async () => {
      for (let round = 0; round < 20; round += 1) {
        await publishAll(publisher, () => address, total / 20);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      await received;
    })();
    const [cuts] = await Promise.all([
      cutOften(proxies[1], random, work),
      cutOften(proxies[0], seededRandom(seed + 100), work),
      work,
    ]);

    const messages = await received;
    expect(messages.map((message) => message.sequence)).toEqual(Array.from({ length: total }, (_, i) => i + 1));
    expect(new Set(messages.map((message) => message.id)).size).toBe(total);
    // [P2] The publisher was cut too: what it sent again kept its place.
    const perRound = total / 20;
    expect(messages.map((message) => message.text())).toEqual(messages.map((_, index) => String(index % perRound)));
    expect(gaps).toEqual([]);
    expect(cuts).toBeGreaterThan(3);
    expect(proxies[1].connections).toBeGreaterThan(3);
    await publisher.close();
    await subscriber.close();
    await Promise.all(proxies.map((proxy) => proxy.close()));
  });
}

test('[P1] a wildcard subscription continues in every channel, those born while it was away included', async () => {
  const random = seededRandom(77);
  const proxy = await startTcpProxy(server.busUrl);
  const publisher = await connect(server.busUrl);
  const subscriber = await connect(proxy.url, { ...FAST, random });
  const subscription = await subscriber.join('many:*');
  const gaps: Gap[] = [];
  subscription.on('gap', (gap) => gaps.push(gap));
  const received = collect(subscription, 1_200);
  const work = (async () => {
    for (let round = 0; round < 12; round += 1) {
      // Two new channels each round.
      await publishAll(publisher, (index) => `many:c${(index % 2) + 2 * Math.floor(round / 2)}-${index % 3}`, 100);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    await received;
  })();
  await Promise.all([cutOften(proxy, random, work), work]);
  const byChannel = new Map<string, number[]>();
  for (const { channel, sequence } of await received) {
    byChannel.set(channel, [...(byChannel.get(channel) ?? []), sequence]);
  }
  for (const sequences of byChannel.values()) {
    expect(sequences).toEqual(sequences.map((_, index) => index + 1));
  }
  expect(byChannel.size).toBe(36);
  expect(gaps).toEqual([]);
  await Promise.all([publisher.close(), subscriber.close()]);
  await proxy.close();
});

test('[P1] a position kept by the program continues in another process', async () => {
  const publisher = await connect(server.busUrl);
  const first = await connect(server.busUrl);
  const before = await first.join('resume:a');
  await publishAll(publisher, () => 'resume:a', 5);
  await collect(before, 3);
  const positions = new Map(before.positions);
  await first.close();
  await publishAll(publisher, () => 'resume:a', 5);

  const second = await connect(server.busUrl);
  const after = await second.join('resume:a', { recover: positions });
  expect(after.joined).toMatchObject([{ channel: 'a', recovered: true, sequence: 10 }]);
  expect((await collect(after, 7)).map((message) => message.sequence)).toEqual([4, 5, 6, 7, 8, 9, 10]);
  await Promise.all([publisher.close(), second.close()]);
});

test('[P1] a slow consumer is parked and continues without loss, while acks still come', async () => {
  const client = await connect(server.busUrl);
  const publisher = await connect(server.busUrl);
  const subscription = await client.join('slow:work', { bufferMessagesMax: 16 });
  await publishAll(publisher, () => 'slow:work', 500);
  await client.ping();
  expect(subscription.parked).toBe(true);
  const sequences: number[] = [];
  for await (const message of subscription) {
    sequences.push(message.sequence);
    // Each message is answered before the next is taken: an ack must not wait behind the messages.
    await client.publish('slow:answers', message.payload);
    if (sequences.length === 500) break;
  }
  expect(sequences).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
  await Promise.all([client.close(), publisher.close()]);
});

test('[P1] what retention dropped while away is a gap in its place', async () => {
  const small = await startTestServer('rooms: [{ match: "*", auto_create: true, retention: { count: 10 } }]');
  const proxy = await startTcpProxy(small.busUrl);
  const publisher = await connect(small.busUrl);
  const subscriber = await connect(proxy.url, FAST);
  const subscription = await subscriber.join('short:memory');
  await publishAll(publisher, () => 'short:memory', 3);
  await collect(subscription, 3);
  const gaps: Gap[] = [];
  subscription.on('gap', (gap) => gaps.push(gap));
  proxy.refuse(true);
  proxy.cut();
  await publishAll(publisher, () => 'short:memory', 30);
  proxy.refuse(false);
  const messages = await collect(subscription, 10);
  expect(messages.map((message) => message.sequence)).toEqual([24, 25, 26, 27, 28, 29, 30, 31, 32, 33]);
  expect(gaps).toMatchObject([{ room: 'short', channel: 'memory', from: 4, to: 23, reason: 'trimmed' }]);
  expect(subscription.gaps).toEqual(gaps);
  await Promise.all([publisher.close(), subscriber.close()]);
  await proxy.close();
  await small.close();
});
