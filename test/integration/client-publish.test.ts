/** Publishing and receiving through a real server. [S-SDK-1] */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Message } from '../../src/client/index.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('[S-SDK-1] what is published reaches a subscriber, with its headers and sender', async () => {
  const alice = await connect(server.busUrl, { screenName: 'alice' });
  const bob = await connect(server.busUrl);
  const subscription = await bob.join('lobby:chat');
  const ack = await alice.publish('lobby:chat', { text: 'hi' }, { headers: { lang: 'en' }, intent: 'greet' });
  expect(ack).toMatchObject({ sequence: 1, duplicate: false, durability: 'memory' });
  for await (const message of subscription) {
    expect(message.json()).toEqual({ text: 'hi' });
    expect(message.headers).toEqual({ lang: 'en' });
    expect(message).toMatchObject({
      id: ack.id,
      sequence: 1,
      epoch: ack.epoch,
      sender: alice.clientId,
      intent: 'greet',
    });
    break;
  }
  expect(subscription.positions.get('chat')).toEqual({ epoch: ack.epoch, sequence: 1 });
  await alice.close();
  await bob.close();
});

test('[P4] the same id again is the same message', async () => {
  const client = await connect(server.busUrl);
  const first = await client.publish('lobby:twice', 'once', { id: 'order-17' });
  const second = await client.publish('lobby:twice', 'once', { id: 'order-17' });
  expect(second).toEqual({ ...first, duplicate: true });
  await expect(client.publish('lobby:twice', 'other', { id: 'order-17' })).rejects.toMatchObject({
    code: 'ID_CONFLICT',
    retry: 'never',
  });
  await client.close();
});

test('[S-SDK-1] own messages are received only by who asks for the echo', async () => {
  const client = await connect(server.busUrl);
  const seen: string[] = [];
  await client.join('lobby:echo', (message: Message) => void seen.push(`quiet ${message.text()}`));
  await client.join('lobby:echo', { echo: true }, (message) => void seen.push(`echo ${message.text()}`));
  await client.publish('lobby:echo', 'mine');
  await client.ping();
  expect(seen).toEqual(['echo mine']);
  await client.close();
});
