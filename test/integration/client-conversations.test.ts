/** Requests, replies, direct messages and groups through a real server. [S-SDK-1] [S-ROUTE-3] [S-ROUTE-4] */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { connect, type Ack, type Client, type ConnectOptions, type Message } from '../../src/client/index.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
const clients: Client[] = [];

async function join(options: ConnectOptions = {}): Promise<Client> {
  const client = await connect(server.busUrl, options);
  clients.push(client);
  return client;
}

beforeAll(async () => {
  server = await startTestServer();
});
afterEach(() => Promise.all(clients.splice(0).map((client) => client.close())));
afterAll(() => server.close());

test('[S-ROUTE-4] a request is answered by a responder, one hop further', async () => {
  const [asker, worker] = [await join(), await join()];
  let seen: Message | null = null;
  await worker.respond('math:square', (message) => {
    seen = message;
    return { result: Number(message.text()) ** 2 };
  });
  const reply = await asker.request('math:square', '12', { headers: { unit: 'm' } });
  expect(reply.json()).toEqual({ result: 144 });
  expect(reply).toMatchObject({ type: 'reply', sender: worker.clientId, hopCount: 1 });
  expect(seen).toMatchObject({ type: 'request', sender: asker.clientId, headers: { unit: 'm' } });
  expect(reply.causationId).toBe((seen as Message | null)?.id);
});

test('[S-ROUTE-4] asking where nobody answers fails at once', async () => {
  const asker = await join();
  await expect(asker.request('nobody:home', 'hello?')).rejects.toMatchObject({
    name: 'BusError',
    code: 'NO_RESPONDER',
    retry: 'retry',
  });
});

test('[S-SDK-1] an unanswered request ends at its deadline, and a handler that throws is told', async () => {
  const [asker, worker] = [await join(), await join()];
  const errors: Error[] = [];
  worker.on('error', (error) => errors.push(error));
  const responder = await worker.respond('math:fail', () => {
    throw new Error('no idea');
  });
  await expect(asker.request('math:fail', '?', { timeoutMs: 100 })).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(errors.map((error) => error.message)).toEqual(['no idea']);
  await responder.stop();
  await expect(asker.request('math:fail', '?')).rejects.toMatchObject({ code: 'NO_RESPONDER' });
});

test('[S-SDK-1] several replies are collected, by count or until the deadline', async () => {
  const asker = await join();
  for (const name of ['a', 'b', 'c']) await (await join()).respond('poll:who', () => name);
  const two = await asker.requestMany('poll:who', '', { replies: 2, timeoutMs: 5_000 });
  expect(two).toHaveLength(2);
  const all = await asker.requestMany('poll:who', '', { timeoutMs: 150 });
  expect(all.map((reply) => reply.text()).sort()).toEqual(['a', 'b', 'c']);
});

test('[S-ROUTE-3] a group of responders answers each request once', async () => {
  const asker = await join();
  const answered: string[] = [];
  const answer = (name: string): string => {
    answered.push(name);
    return name;
  };
  for (const name of ['a', 'b']) {
    await (await join()).respond('pool:work', () => answer(name), { group: 'workers' });
  }
  for (let index = 0; index < 6; index += 1) {
    expect(await asker.requestMany('pool:work', '', { timeoutMs: 60 })).toHaveLength(1);
  }
  expect(answered).toHaveLength(6);
});

test('[S-ROUTE-3] each message of a group goes to one member', async () => {
  const publisher = await join();
  const seen: string[] = [];
  for (const name of ['a', 'b', 'c']) {
    await (
      await join()
    ).join('jobs:todo', { group: 'workers' }, (message) => void seen.push(`${name}:${message.text()}`));
  }
  await Promise.all(Array.from({ length: 60 }, (_, index) => publisher.publish('jobs:todo', String(index))));
  await expect.poll(() => seen.length).toBe(60);
  expect(new Set(seen.map((entry) => entry.split(':')[1])).size).toBe(60);
  expect(new Set(seen.map((entry) => entry.split(':')[0])).size).toBe(3);
});

test('[S-ROUTE-3] a plain and a grouped subscription to one channel exclude each other', async () => {
  const client = await join();
  const plain = await client.join('jobs:mixed');
  await expect(client.join('jobs:mixed', { group: 'workers' })).rejects.toMatchObject({ code: 'GROUP_CONFLICT' });
  await plain.leave();
  await client.join('jobs:mixed', { group: 'workers' });
});

test('[S-ROUTE-4] a direct message reaches one client, which can answer; a missing one is told', async () => {
  const [asker, other] = [await join(), await join()];
  const answered = new Promise<Ack>((resolve, reject) => {
    other.on('direct', (message) => void message.reply(`got ${message.text()}`).then(resolve, reject));
  });
  const answer = new Promise<Message>((resolve) => asker.on('direct', resolve));
  const ack = await asker.direct(other.clientId, 'ping');
  expect(ack).toMatchObject({ sequence: 0, epoch: 0, durability: 'none' });
  expect(await answer).toMatchObject({ type: 'direct', correlationId: ack.id, causationId: ack.id, hopCount: 1 });
  expect(await answered).toMatchObject({ sequence: 0 });
  await expect(asker.direct('nobody', 'hi')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('[S-ROUTE-4] a request to one client is answered by that client', async () => {
  const [asker, other] = [await join(), await join()];
  const answered = new Promise<Ack>((resolve, reject) => {
    other.on('request', (message) => void message.reply('just me').then(resolve, reject));
  });
  expect((await asker.request(other.clientId, 'who?')).text()).toBe('just me');
  expect(await answered).toMatchObject({ durability: 'none' });
});

test('[S-ROUTE-6] agents that answer each other in a circle meet the hop limit', async () => {
  const [one, two] = [await join(), await join()];
  const hops: number[] = [];
  const refused = new Promise<unknown>((resolve) => {
    for (const client of [one, two]) {
      void client.join('loop:chat', async (message) => {
        hops.push(message.hopCount);
        try {
          await client.publish('loop:chat', 'and you?', message.derive());
        } catch (error) {
          resolve(error);
        }
      });
    }
  });
  await one.ping();
  await two.ping();
  await one.publish('loop:chat', 'hello');
  expect(await refused).toMatchObject({ code: 'HOP_LIMIT_EXCEEDED' });
  expect(Math.max(...hops)).toBe(one.welcome.limits.maxHops);
});
