/** What does not exist and what is not allowed are one answer: the same code, the same field, nothing left behind. */
import { describe, expect, it } from 'vitest';
import { wire } from '../../../src/protocol/codec.js';
import { FakeClock } from '../../support/fake-clock.js';
import { createMemoryBus, type MemoryConnection } from '../../support/memory-bus.js';
import { ALL_GRANTS, principal, TokenAuthenticator } from '../../support/trust/token-authenticator.js';

const { MessageType } = wire;

/** May do everything in `open`, and nothing in `shut`, where others are at work. Creates nothing. */
const LIMITED = {
  ...ALL_GRANTS,
  publish: ['open:*'],
  subscribe: ['open:*'],
  history: ['open:*'],
  create: [],
};

async function setUp(config?: unknown) {
  const authenticator = new TokenAuthenticator({
    owner: principal({ subject: 'owner' }),
    limited: principal({ subject: 'limited', grants: LIMITED }),
    stranger: principal({ tenant: 'other', subject: 'owner' }),
  });
  const memoryBus = createMemoryBus({
    clock: new FakeClock(),
    authenticator,
    ...(config === undefined ? {} : { config }),
  });
  const connect = async (token: string): Promise<MemoryConnection> => {
    const connection = memoryBus.connect();
    await connection.hello({ token });
    return connection;
  };
  const [owner, limited, stranger] = [await connect('owner'), await connect('limited'), await connect('stranger')];
  owner.command({ join: { room: 'shut', channel: 'busy', responder: true } });
  owner.publish('shut', 'busy', 'secret');
  return { memoryBus, owner, limited, stranger };
}

/** The answer without the id it answers to. */
function ask(connection: MemoryConnection, envelope: wire.IEnvelope): unknown {
  const [id = ''] = connection.send(envelope);
  const answer = connection.answerTo(id);
  return answer === undefined ? null : { error: answer.error, room: answer.room, channel: answer.channel };
}

const place = (room: string, channel: string) => ({ room, channel });
const commands: readonly [string, (room: string, channel: string) => wire.ICommand][] = [
  ['join', (room, channel) => ({ join: place(room, channel) })],
  ['join as responder', (room, channel) => ({ join: { ...place(room, channel), responder: true } })],
  ['join with rewind', (room, channel) => ({ join: { ...place(room, channel), rewind: 1 } })],
  [
    'join with recover',
    (room, channel) => ({ join: { ...place(room, channel), recover: [{ channel, epoch: 7, sequence: 1 }] } }),
  ],
  ['join a group', (room, channel) => ({ join: { ...place(room, channel), group: 'g' } })],
  ['leave', (room, channel) => ({ leave: place(room, channel) })],
  ['create_channel', (room, channel) => ({ createChannel: place(room, channel) })],
  ['delete_channel', (room, channel) => ({ deleteChannel: place(room, channel) })],
  ['channel_info', (room, channel) => ({ channelInfo: place(room, channel) })],
  ['presence', (room, channel) => ({ presence: place(room, channel) })],
  ['history', (room, channel) => ({ history: place(room, channel) })],
  ['list_channels', (room) => ({ listChannels: { room } })],
];
const shapes: readonly [string, (room: string, channel: string) => wire.IEnvelope][] = [
  ...commands.map(([name, command]): [string, (room: string, channel: string) => wire.IEnvelope] => [
    name,
    (room, channel) => ({ type: MessageType.COMMAND, command: command(room, channel) }),
  ]),
  ['publish', (room, channel) => ({ type: MessageType.EVENT, ...place(room, channel), wantAck: true })],
  ['request', (room, channel) => ({ type: MessageType.REQUEST, ...place(room, channel), wantAck: true })],
];

describe('one answer for what is not there and what is not allowed [T-TEN-1] [P7]', () => {
  it.each(shapes)('%s', async (_name, envelope) => {
    const { limited, memoryBus } = await setUp();
    const before = memoryBus.bus.log.stats().channels;
    const missing = ask(limited, envelope('open', 'nowhere'));
    const shut = ask(limited, envelope('shut', 'busy'));
    const shutAndMissing = ask(limited, envelope('shut', 'nowhere'));
    expect(shut).toEqual(missing);
    expect(shutAndMissing).toEqual(missing);
    expect(memoryBus.bus.log.stats().channels).toBe(before);
  });

  it('direct messages and replies: a client of another tenant is one that is not there', async () => {
    const { owner, stranger } = await setUp();
    for (const type of [MessageType.DIRECT, MessageType.REQUEST]) {
      const toStranger = ask(owner, { type, target: stranger.clientId, wantAck: true });
      const toNobody = ask(owner, { type, target: 'test-node.aaaaaaaaaaaaaaaa', wantAck: true });
      expect(toStranger).toMatchObject({ error: { name: 'NOT_FOUND', field: 'target' } });
      expect(toStranger).toEqual(toNobody);
    }
    const reply = { type: MessageType.REPLY, correlationId: 'c1' };
    expect(ask(owner, { ...reply, target: stranger.clientId })).toEqual(
      ask(owner, { ...reply, target: 'test-node.aaaaaaaaaaaaaaaa' }),
    );
    expect(stranger.texts()).toEqual([]);
  });

  it('listings show nothing of channels that may not be read, nor of other tenants', async () => {
    const { owner, limited, stranger } = await setUp();
    stranger.publish('theirs', 'c', 'x');
    owner.publish('open', 'seen', 'x');
    const rooms = (client: MemoryConnection) =>
      client.command({ listRooms: {} })?.commandResult?.listRooms?.rooms?.map(({ room, channels }) => [room, channels]);
    expect(rooms(limited)).toEqual([['open', 1]]);
    expect(rooms(stranger)).toEqual([['theirs', 1]]);
    expect(rooms(owner)).toEqual([
      ['open', 1],
      ['shut', 1],
    ]);
  });
});

describe('commands an operator switched off [T-ACC-1]', () => {
  const config = {
    rooms: [{ match: '*', auto_create: true }],
    commands: { disabled: ['history', 'direct', 'request'] },
  };

  it('are refused for that reason, and help does not know them', async () => {
    const { owner, limited } = await setUp(config);
    const refusal = owner.command({ history: { room: 'shut', channel: 'busy' } })?.error;
    expect(refusal).toMatchObject({ name: 'COMMAND_DISABLED', field: '', retry: wire.Retry.NEVER });
    expect(limited.command({ history: { room: 'shut', channel: 'busy' } })?.error).toEqual(refusal);
    expect(owner.command({ channelInfo: { room: 'shut', channel: 'busy' } })?.error).toBeFalsy();
    const names = owner.command({ help: {} })?.commandResult?.help?.commands?.map(({ name }) => name) ?? [];
    expect(names).toContain('join');
    expect(names).not.toContain('history');
  });

  it('the same for direct messages and requests; replies go on', async () => {
    const { owner, stranger } = await setUp(config);
    for (const envelope of [
      { type: MessageType.DIRECT, target: owner.clientId },
      { type: MessageType.REQUEST, target: owner.clientId },
      { type: MessageType.REQUEST, room: 'shut', channel: 'busy' },
    ]) {
      expect(ask(owner, envelope)).toMatchObject({ error: { name: 'COMMAND_DISABLED', field: 'type' } });
    }
    expect(ask(stranger, { type: MessageType.REPLY, correlationId: 'c', target: stranger.clientId })).toBeNull();
  });
});
