/** Connecting, staying connected and giving up, over a scripted server. [S-SDK-1] */
import { expect, test } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { ScriptedBus, welcomeOnly } from './support/scripted-bus.js';

test('[S-SDK-1] the first envelope is a hello that says who connects', async () => {
  const bus = new ScriptedBus();
  const client = await bus.connect({ clientType: 'ai-agent', screenName: 'Ada', capabilities: ['plan'] });
  const [hello] = bus.last.received;
  expect(hello).toMatchObject({ version: 1, type: wire.MessageType.COMMAND });
  expect(hello?.hello).toMatchObject({
    clientType: wire.ClientType.AI_AGENT,
    screenName: 'Ada',
    capabilities: ['plan'],
    sdk: 'arqonbus-js (test)',
  });
  expect(client).toMatchObject({ state: 'connected', clientId: 'me-1' });
  expect(client.welcome).toMatchObject({ tenant: 't', limits: { maxHops: 16 }, durability: 'none', features: [] });
});

test('[S-SDK-1] a credential goes with the socket where that can carry it, and into the hello where not', async () => {
  const bus = new ScriptedBus();
  await bus.connect({ token: 'abc' });
  expect(bus.last.request.token).toBe('abc');
  expect(bus.last.received[0]?.hello?.token).toBeFalsy();
  await bus.connect({ token: 'a b c' });
  expect(bus.last.request.token).toBeNull();
  expect(bus.last.received[0]?.hello?.token).toBe('a b c');
});

test('[S-SDK-1] a server that says nothing is given up at the deadline', async () => {
  const bus = new ScriptedBus();
  bus.script = () => undefined;
  const connecting = bus.connect({ connectTimeoutMs: 2_000 });
  const failed = expect(connecting).rejects.toMatchObject({ code: 'UNREACHABLE', retry: 'retry' });
  await bus.settle();
  bus.clock.advance(2_000);
  await failed;
  expect(bus.held).toBe(0);
  expect(bus.clock.timersPending).toBe(0);
});

test('[S-SDK-1] a token provider that hangs or throws is told apart from the bus', async () => {
  const bus = new ScriptedBus();
  const hanging = expect(bus.connect({ token: () => new Promise<string>(() => undefined) })).rejects.toThrow(
    /provider/,
  );
  bus.clock.advance(10_000);
  await hanging;
  const throwing = bus.connect({ token: () => Promise.reject(new Error('vault is sealed')) });
  await expect(throwing).rejects.toMatchObject({ name: 'ConnectionError', message: 'vault is sealed' });
  expect(bus.connections).toHaveLength(0);
});

test('[P6] a refused credential ends connect with what to do about it', async () => {
  const bus = new ScriptedBus();
  bus.script = (envelope, connection) => {
    connection.error(envelope, 'UNAUTHENTICATED', { retry: wire.Retry.AFTER_REAUTH });
    connection.lose({ code: 4500 });
  };
  await expect(bus.connect({ token: 'old' })).rejects.toMatchObject({ code: 'REFUSED', retry: 'after_reauth' });
});

test('[S-SDK-1] reconnects wait a random time below a bound that doubles, and hold the process', async () => {
  const bus = new ScriptedBus();
  const client = await bus.connect({ reconnect: { minMs: 100, maxMs: 300 } });
  expect(bus.held).toBe(0);
  bus.onConnect = (connection) => connection.lose();
  bus.last.lose();
  expect(client.state).toBe('reconnecting');
  expect(bus.held).toBe(1);
  // random() is 0.5: 50, 100, then half of the bound.
  for (const delayMs of [50, 100, 150, 150]) {
    const before = bus.connections.length;
    await bus.advance(delayMs - 1);
    expect(bus.connections).toHaveLength(before);
    await bus.advance(1);
    expect(bus.connections).toHaveLength(before + 1);
  }
  bus.onConnect = (connection) => connection.open();
  await bus.advance(150);
  expect(client.state).toBe('connected');
  expect(bus.held).toBe(0);
});

test('[P10] after a GoAway the server chooses the window', async () => {
  const bus = new ScriptedBus();
  const client = await bus.connect();
  const notices: unknown[] = [];
  client.on('goAway', (notice) => notices.push(notice));
  const goAway = { reason: 'update', deadlineMs: 500, retryMinMs: 1_000, retryMaxMs: 3_000 };
  bus.last.send({ type: wire.MessageType.SYSTEM, goAway });
  bus.last.lose({ code: wire.CloseCode.GOING_AWAY });
  expect(notices).toEqual([{ reason: 'update', deadlineMs: 500 }]);
  await bus.advance(1_999);
  expect(bus.connections).toHaveLength(1);
  await bus.advance(1);
  expect(bus.connections).toHaveLength(2);
});

test.each([
  [4501, 'never'],
  [4503, 'never'],
  [4999, 'never'],
])('[S-SDK-1] close code %i is terminal', async (code, retry) => {
  const bus = new ScriptedBus();
  const client = await bus.connect();
  const ended: unknown[] = [];
  client.on('state', (state, error) => ended.push([state, error?.code, error?.closeCode, error?.retry]));
  bus.last.lose({ code });
  expect(ended).toEqual([['closed', 'REFUSED', code, retry]]);
  await expect(client.publish('r:a', 'x')).rejects.toMatchObject({ code: 'REFUSED' });
  await bus.advance(60_000);
  expect(bus.connections).toHaveLength(1);
});

test.each([1001, 1006, 1011, 4000, 4001, 4002, 4499])('[S-SDK-1] close code %i reconnects', async (code) => {
  const bus = new ScriptedBus();
  const client = await bus.connect();
  bus.last.lose({ code });
  await bus.advance(250);
  expect(client.state).toBe('connected');
  expect(client.clientId).toBe('me-2');
});

test('[P6] an expired credential is replaced once, then given up', async () => {
  const bus = new ScriptedBus();
  let asked = 0;
  const client = await bus.connect({ token: () => `t${(asked += 1)}` });
  bus.last.lose({ code: wire.CloseCode.CLOSED_UNAUTHENTICATED });
  bus.script = (envelope, connection) => {
    connection.error(envelope, 'UNAUTHENTICATED', { retry: wire.Retry.AFTER_REAUTH });
    connection.lose({ code: 4500 });
  };
  await bus.advance(250);
  expect(asked).toBe(2);
  expect(client.state).toBe('closed');
});

test('[P6] a fixed credential that expired is not tried again', async () => {
  const bus = new ScriptedBus();
  const client = await bus.connect({ token: 'fixed' });
  bus.last.lose({ code: wire.CloseCode.CLOSED_UNAUTHENTICATED });
  expect(client.state).toBe('closed');
});

test('[S-SDK-1] with reconnect off a lost connection is the end', async () => {
  const bus = new ScriptedBus();
  const client = await bus.connect({ reconnect: false });
  bus.last.lose();
  expect(client.state).toBe('closed');
  expect(bus.clock.timersPending).toBe(0);
});

test('[S-SDK-1] a silent connection is probed, kept when it answers and dropped when not', async () => {
  const bus = new ScriptedBus();
  const client = await bus.connect();
  bus.script = (envelope, connection) => {
    welcomeOnly(envelope, connection);
    if (envelope.command?.ping) connection.result(envelope, { ping: { timestampMs: 1 } });
  };
  await bus.advance(1_000);
  expect(bus.last.commands('ping')).toHaveLength(1);
  await bus.advance(500);
  expect(client.state).toBe('connected');
  bus.script = welcomeOnly;
  await bus.advance(500);
  expect(bus.connections[0]?.commands('ping')).toHaveLength(2);
  await bus.advance(500);
  expect(bus.connections[0]?.closedByClient).toBe(1000);
  await bus.advance(250);
  expect(client.state).toBe('connected');
  expect(bus.connections).toHaveLength(2);
});

test('[P8] an unreadable envelope harms none of its Frame; a broken Frame ends the connection', async () => {
  const bus = new ScriptedBus();
  const client = await bus.connect();
  const errors: string[] = [];
  const direct: string[] = [];
  client.on('error', (error) => errors.push(error.message));
  client.on('direct', (message) => void direct.push(message.text()));
  const good = wire.Frame.encode({
    envelopes: [{ version: 1, type: wire.MessageType.DIRECT, payload: Buffer.from('hi') }],
  }).finish();
  bus.last.sendBytes(Buffer.concat([Buffer.from([0x0a, 0x02, 0x1a, 0x7f]), good]));
  expect(direct).toEqual(['hi']);
  expect(errors).toEqual(['the server sent an unreadable envelope']);
  bus.last.sendBytes(Uint8Array.from([0xff]));
  expect(bus.last.closedByClient).toBe(1002);
  expect(client.state).toBe('reconnecting');
});

test('[S-SDK-1] closing ends iterators quietly and rejects what is not settled', async () => {
  const bus = new ScriptedBus();
  const client = await bus.connect();
  const waiting = client.publish('r:a', 'x');
  const rejected = expect(waiting).rejects.toMatchObject({ code: 'CLOSED' });
  await client.close();
  await rejected;
  expect(bus.last.closedByClient).toBe(1000);
  expect(bus.last.received.at(-1)).toMatchObject({ room: 'r', channel: 'a' });
  await client.close();
  expect(bus.clock.timersPending).toBe(0);
});

test('[S-SDK-1] what a handler throws goes to the error listener, and disturbs nothing', async () => {
  const bus = new ScriptedBus();
  const client = await bus.connect();
  const errors: string[] = [];
  client.on('error', (error) => errors.push(error.message));
  client.on('direct', () => {
    throw new Error('mine');
  });
  const seen: string[] = [];
  client.on('direct', (message) => void seen.push(message.id));
  bus.last.send({ type: wire.MessageType.DIRECT, id: 'd1' }, { type: wire.MessageType.DIRECT, id: 'd2' });
  expect(errors).toEqual(['mine', 'mine']);
  expect(seen).toEqual(['d1', 'd2']);
});
