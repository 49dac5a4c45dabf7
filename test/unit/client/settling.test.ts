/** What is sent settles once: by its answer, a refusal, its deadline or the end. [P4] [S-SDK-1] */
import { expect, test } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { ScriptedBus, welcomeOnly } from './support/scripted-bus.js';

function sentTexts(bus: ScriptedBus, connection = bus.last): string[] {
  return connection.received
    .filter((envelope) => envelope.type === wire.MessageType.EVENT)
    .map((envelope) => Buffer.from(envelope.payload).toString());
}

test('[S-SDK-1] the publishes of a turn leave as one Frame, as far as the limits go', async () => {
  const bus = new ScriptedBus();
  const client = await bus.connect();
  const before = bus.last.frames.length;
  for (const text of ['a', 'b', 'c']) client.publish('r:a', text).catch(() => undefined);
  expect(bus.last.frames).toHaveLength(before);
  await bus.settle();
  expect(bus.last.frames.slice(before).map((frame) => frame.length)).toEqual([3]);
  // envelopes_per_frame_max is 4, frame_bytes_max 2,000.
  for (let index = 0; index < 9; index += 1) client.publish('r:a', `n${index}`).catch(() => undefined);
  await bus.settle();
  expect(bus.last.frames.slice(before + 1).map((frame) => frame.length)).toEqual([4, 4, 1]);
  for (let index = 0; index < 4; index += 1) client.publish('r:a', 'x'.repeat(900)).catch(() => undefined);
  await bus.settle();
  expect(bus.last.frames.slice(before + 4).map((frame) => frame.length)).toEqual([2, 2]);
});

test('[P4] after a reconnect what was not settled goes out again, same ids, same order, before what is new', async () => {
  const bus = new ScriptedBus();
  const client = await bus.connect();
  const acks = ['a', 'b', 'c'].map((text) => client.publish('r:a', text));
  await bus.settle();
  const first = bus.last;
  const [a] = first.received.filter((envelope) => envelope.payload.length > 0);
  if (a !== undefined) first.ack(a, { sequence: 1, epoch: 9, durability: wire.Durability.MEMORY });
  first.lose();
  const late = client.publish('r:a', 'd');
  await bus.advance(250);
  expect(sentTexts(bus)).toEqual(['b', 'c', 'd']);
  const idsBefore = first.received.map((envelope) => envelope.id);
  const resent = bus.last.received.filter((envelope) => envelope.type === wire.MessageType.EVENT);
  expect(resent.slice(0, 2).every((envelope) => idsBefore.includes(envelope.id))).toBe(true);
  resent.forEach((envelope, index) =>
    bus.last.ack(envelope, { sequence: index + 2, epoch: 9, duplicate: index === 0 }),
  );
  expect(await Promise.all(acks)).toMatchObject([
    { sequence: 1, epoch: 9, durability: 'memory', duplicate: false },
    { sequence: 2, duplicate: true },
    { sequence: 3, duplicate: false },
  ]);
  expect(await late).toMatchObject({ sequence: 4 });
});

test('[P4] what cannot be repeated safely is rejected when the connection is lost', async () => {
  const bus = new ScriptedBus();
  const client = await bus.connect();
  const direct = expect(client.direct('you', 'hi')).rejects.toMatchObject({ code: 'LOST', retry: 'retry' });
  const request = expect(client.request('r:a', '?')).rejects.toMatchObject({ code: 'LOST' });
  await bus.settle();
  bus.last.lose();
  await Promise.all([direct, request]);
  // Not sent yet: it can still go.
  const waiting = client.direct('you', 'later');
  await bus.advance(250);
  const sent = bus.last.received.find((envelope) => envelope.type === wire.MessageType.DIRECT);
  if (sent !== undefined) bus.last.ack(sent);
  expect(await waiting).toMatchObject({ sequence: 0 });
});

test('[S-SDK-1] a publish that is never answered ends at its deadline, and a late ack changes nothing', async () => {
  const bus = new ScriptedBus();
  const client = await bus.connect({ timeoutMs: 5_000, pingIntervalMs: 60_000 });
  const failed = expect(client.publish('r:a', 'x')).rejects.toMatchObject({ name: 'TimeoutError', timeoutMs: 5_000 });
  const sooner = expect(client.publish('r:a', 'y', { timeoutMs: 10 })).rejects.toMatchObject({ timeoutMs: 10 });
  await bus.settle();
  await bus.advance(10);
  await sooner;
  await bus.advance(4_990);
  await failed;
  for (const envelope of bus.last.received) bus.last.ack(envelope);
  expect(client.state).toBe('connected');
});

test('[S-SDK-1] a refusal says what, why and what to do', async () => {
  const bus = new ScriptedBus();
  const client = await bus.connect();
  bus.script = (envelope, connection) =>
    connection.error(envelope, 'RATE_LIMITED', { retry: wire.Retry.RETRY, retryAfterMs: 70, field: 'messages' });
  const failed = expect(client.publish('r:a', 'x')).rejects.toMatchObject({
    name: 'BusError',
    code: 'RATE_LIMITED',
    number: wire.ErrorCode.RATE_LIMITED,
    retry: 'retry',
    retryAfterMs: 70,
    field: 'messages',
  });
  await bus.settle();
  await failed;
});

test('[P10] a publish refused by a server that goes away is taken by the next one', async () => {
  const bus = new ScriptedBus();
  const client = await bus.connect();
  bus.script = (envelope, connection) => connection.error(envelope, 'SHUTTING_DOWN', { retry: wire.Retry.RETRY });
  const ack = client.publish('r:a', 'x');
  await bus.settle();
  bus.script = (envelope, connection) => {
    welcomeOnly(envelope, connection);
    if (envelope.type === wire.MessageType.EVENT) connection.ack(envelope, { sequence: 5, epoch: 2 });
  };
  bus.last.lose({ code: wire.CloseCode.GOING_AWAY });
  await bus.advance(250);
  expect(await ack).toMatchObject({ sequence: 5 });
});

test('[S-PROTO-4] when the server skips the rest of a Frame, what it skipped goes out again', async () => {
  const bus = new ScriptedBus();
  const client = await bus.connect();
  const acks = ['a', 'b'].map((text) => client.publish('r:a', text));
  await bus.settle();
  const before = bus.last.received.length;
  bus.last.error(null, 'TOO_MANY_ERRORS');
  await bus.settle();
  const again = bus.last.received.slice(before);
  expect(again.map((envelope) => Buffer.from(envelope.payload).toString())).toEqual(['a', 'b']);
  again.forEach((envelope, index) => bus.last.ack(envelope, { sequence: index + 1, epoch: 1 }));
  expect(await Promise.all(acks)).toHaveLength(2);
});

test('[P4] one id may be in flight twice; each call gets an ack', async () => {
  const bus = new ScriptedBus();
  const client = await bus.connect();
  const both = [client.publish('r:a', 'x', { id: 'same' }), client.publish('r:a', 'x', { id: 'same' })];
  await bus.settle();
  const sent = bus.last.received.filter((envelope) => envelope.id === 'same');
  expect(sent).toHaveLength(2);
  sent.forEach((envelope, index) => bus.last.ack(envelope, { sequence: 1, epoch: 1, duplicate: index === 1 }));
  expect((await Promise.all(both)).map((ack) => ack.duplicate)).toEqual([false, true]);
});

test('[S-SDK-1] the queue is bounded while offline too, and freed by acks', async () => {
  const bus = new ScriptedBus();
  const client = await bus.connect({ queueMessagesMax: 2 });
  bus.last.lose();
  const waiting = [client.publish('r:a', '1'), client.publish('r:a', '2')];
  await expect(client.publish('r:a', '3')).rejects.toMatchObject({ name: 'QueueFullError', limit: 'queueMessagesMax' });
  bus.script = (envelope, connection) => {
    welcomeOnly(envelope, connection);
    if (envelope.type === wire.MessageType.EVENT) connection.ack(envelope, { sequence: 1, epoch: 1 });
  };
  await bus.advance(250);
  await Promise.all(waiting);
  const freed = client.publish('r:a', '4');
  await bus.settle();
  expect(await freed).toMatchObject({ sequence: 1 });
});

test('[S-SDK-1] an envelope that cannot fit a WebSocket message is refused here, on a smaller server too', async () => {
  const bus = new ScriptedBus();
  const client = await bus.connect();
  const headers = { note: 'x'.repeat(1_990) };
  await expect(client.publish('r:a', '', { headers })).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
  const fits = expect(client.publish('r:a', 'x'.repeat(1_000))).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
  bus.last.lose();
  bus.script = (envelope, connection) => {
    if (!envelope.hello) return;
    const welcome = { clientId: 'me-2', limits: { frameBytesMax: 500, payloadBytesMax: 400, envelopesPerFrameMax: 4 } };
    connection.send({ type: wire.MessageType.COMMAND_RESULT, correlationId: envelope.id, welcome });
  };
  await bus.advance(250);
  await fits;
});

test('[S-SDK-1] replies are collected until there are enough, and those of others ignored', async () => {
  const bus = new ScriptedBus();
  const client = await bus.connect();
  const asking = client.requestMany('r:a', '?', { replies: 2 });
  await bus.settle();
  const request = bus.last.received.at(-1) as wire.Envelope;
  expect(request).toMatchObject({ type: wire.MessageType.REQUEST, ttlMs: 10_000 });
  expect(request.wantAck).toBeFalsy();
  const reply = { type: wire.MessageType.REPLY, sender: 'w', target: 'me-1' };
  bus.last.send({ ...reply, id: '1', correlationId: request.id }, { ...reply, id: 'x', correlationId: 'another' });
  bus.last.send({ ...reply, id: '2', correlationId: request.id }, { ...reply, id: '3', correlationId: request.id });
  expect((await asking).map((message) => message.id)).toEqual(['1', '2']);
});
