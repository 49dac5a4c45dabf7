/** Valid client envelopes of every type, with every field somewhere: where property tests and campaigns begin. */
import { wire } from '../../../src/protocol/codec.js';
import { bytesField, fixed32Field, fixed64Field, varintField } from './raw-fields.js';

export interface NamedEnvelope {
  readonly name: string;
  readonly bytes: Buffer;
}

const ID = 'AZrsT0aBcDeFgHiJkLmNoP';
const { EVENT, TELEMETRY, DIRECT, REQUEST, REPLY, COMMAND } = wire.MessageType;
const CHANNEL = { room: 'lobby', channel: 'chat.general' };

const MESSAGES: Record<string, wire.IEnvelope> = {
  'event, smallest': { type: EVENT, room: 'r', channel: 'c' },
  'event, 128 bytes of payload': { type: EVENT, ...CHANNEL, payload: new Uint8Array(128).fill(65), wantAck: true },
  'event, every field': {
    type: EVENT,
    ...CHANNEL,
    payload: Buffer.from('{"text":"grüß dich 👋"}'),
    contentType: 'application/json; charset=utf-8',
    headers: { trace: 'a1', __proto__x: 'ключ', empty: '' },
    correlationId: 'conversation-7',
    wantAck: true,
    target: 'n1.abc',
    causationId: 'cause.1',
    hopCount: 3,
    ttlMs: 60_000,
    traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    capabilities: ['summarize', 'übersetzen', ''],
    intent: 'ask for a review',
    embedding: { model: 'small-1', dimensions: 2, values: new Uint8Array(8).fill(7) },
  },
  telemetry: { type: TELEMETRY, room: 'metrics', channel: 'cpu', payload: Buffer.from([0, 255, 128]) },
  direct: { type: DIRECT, target: 'n1.abcdef', payload: Buffer.from('hi') },
  'request to a client': { type: REQUEST, target: 'n1.abcdef', ttlMs: 2000 },
  'request to a channel': { type: REQUEST, ...CHANNEL, ttlMs: 4_294_967_295 },
  reply: { type: REPLY, target: 'n1.abcdef', correlationId: ID, payload: Buffer.from('42') },
  'hello, every field': {
    type: COMMAND,
    hello: {
      clientType: wire.ClientType.AI_AGENT,
      screenName: 'Ämil',
      capabilities: ['a', 'b'],
      sdk: 'js/0.1.0',
      features: ['x'],
      token: 'secret',
    },
  },
  'hello, empty': { type: COMMAND, hello: {} },
};

const COMMANDS: wire.ICommand[] = [
  { ping: {} },
  { status: {} },
  { join: { room: 'lobby', channel: '*', rewind: 5, responder: true } },
  {
    join: {
      room: 'lobby',
      channel: 'chat',
      group: 'workers',
      recover: [
        { channel: 'chat', epoch: 0xffff_ffff, sequence: Number.MAX_SAFE_INTEGER },
        { channel: 'other', epoch: 1, sequence: 1 },
      ],
    },
  },
  { leave: { room: 'lobby', channel: 'chat' } },
  { createChannel: { room: 'lobby', channel: 'new' } },
  { deleteChannel: { room: 'lobby', channel: 'old' } },
  { listRooms: { after: 'a', limit: 10 } },
  { listChannels: { room: 'lobby', after: 'a', limit: 10 } },
  { channelInfo: { room: 'lobby', channel: 'chat' } },
  { presence: { room: 'lobby', channel: 'chat', after: 'n1.a', limit: 5 } },
  {
    history: {
      room: 'lobby',
      channel: 'chat',
      afterSequence: 9,
      epoch: 7,
      sinceMs: 1,
      untilMs: 2,
      limit: 3,
      reverse: true,
    },
  },
  { refreshToken: { token: 'next' } },
  { help: {} },
];

function encode(envelope: wire.IEnvelope): Buffer {
  return Buffer.from(wire.Envelope.encode({ version: 1, id: ID, ...envelope }).finish());
}

const EVENT_BYTES = encode({ type: EVENT, ...CHANNEL });

export const ENVELOPE_CORPUS: readonly NamedEnvelope[] = [
  ...Object.entries(MESSAGES).map(([name, envelope]) => ({ name, bytes: encode(envelope) })),
  ...COMMANDS.map((command) => ({
    name: `command ${Object.keys(command).join()}${command.join?.recover ? ' with positions' : ''}`,
    bytes: encode({ type: COMMAND, command }),
  })),
  {
    name: 'unknown fields, repeated, of every wire type',
    bytes: Buffer.concat([
      varintField(64, 2n ** 64n - 1n),
      EVENT_BYTES,
      fixed64Field(65, 1n),
      fixed32Field(536_870_911, 1),
      bytesField(64, Buffer.from([0xff, 0xfe])),
      bytesField(21, 'unassigned'),
      varintField(31, 1),
      varintField(31, 2),
      fixed32Field(43, 3),
      fixed64Field(47, 4n),
    ]),
  },
  {
    name: 'default values written out',
    bytes: Buffer.concat([EVENT_BYTES, varintField(10, 0), varintField(18, 0), bytesField(6, ''), bytesField(7, '')]),
  },
  {
    name: 'fields in another order',
    bytes: Buffer.concat([
      bytesField(5, 'chat'),
      bytesField(4, 'lobby'),
      bytesField(3, ID),
      varintField(2, 1),
      varintField(1, 1),
    ]),
  },
];
