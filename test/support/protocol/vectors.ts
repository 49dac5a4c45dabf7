/** What test/vectors holds: golden bytes with their meaning, for this server and for SDKs in any language. */
import type { Type } from 'protobufjs';
import { loadSchema } from '../../../scripts/lib/load-schema.mjs';
import { wire } from '../../../src/protocol/codec.js';
import { rejection } from '../../../src/protocol/rejection.js';
import {
  ackFrame,
  errorFrame,
  gapFrame,
  goAwayFrame,
  historyResultFrame,
  presenceFrame,
  welcomeFrame,
} from '../../../src/protocol/server-frames.js';
import {
  appendToEnvelope,
  encodeGroupStamp,
  encodeSenderStamp,
  stampUnsequenced,
} from '../../../src/protocol/stamp.js';
import { sealed as sealEntry } from '../sealed.js';
import { ENVELOPE_CORPUS } from './envelope-corpus.js';
import { bytesField, tag, varint, varintField } from './raw-fields.js';
import { REJECTED_ENVELOPES } from './rejected-envelopes.js';

const schema = loadSchema();
const envelopeType = schema.lookupType('arqonbus.v1.Envelope');
const frameType = schema.lookupType('arqonbus.v1.Frame');

/** The content of each file of test/vectors, by name. */
export function buildVectors(): Record<string, unknown> {
  return {
    'accepted-envelopes.json': ENVELOPE_CORPUS.map(({ name, bytes }) => ({
      name,
      hex: bytes.toString('hex'),
      decoded: protoJson(envelopeType, bytes),
    })),
    'rejected-envelopes.json': REJECTED_ENVELOPES.map(({ name, bytes, code, field }) => ({
      name,
      hex: bytes.toString('hex'),
      code,
      field,
    })),
    'client-frames.json': clientFrames(),
    'server-frames.json': serverFrames(),
  };
}

/** The ProtoJSON mapping with the field names of the .proto; fields with default values are left out. */
function protoJson(type: Type, bytes: Uint8Array): unknown {
  return type.toObject(type.decode(bytes), { longs: String, enums: String, bytes: String });
}

function clientFrames(): unknown[] {
  const [first, second] = ENVELOPE_CORPUS.map(({ bytes }) => bytes) as [Buffer, Buffer];
  const good = bytesField(1, first);
  const frames: [string, Buffer, string[] | null][] = [
    ['no envelopes', Buffer.alloc(0), []],
    ['one envelope', good, [first.toString('hex')]],
    [
      'two Frames joined',
      Buffer.concat([good, bytesField(1, second)]),
      [first.toString('hex'), second.toString('hex')],
    ],
    ['an empty envelope, which is refused by itself', bytesField(1, ''), ['']],
    ['another field', Buffer.concat([good, bytesField(2, 'x')]), null],
    ['a wrong wire type', varintField(1, 1), null],
    ['a length past the end', Buffer.concat([good, tag(1, 2), varint(5)]), null],
    ['a length not in its shortest form', Buffer.concat([tag(1, 2), varint(1, 1), Buffer.alloc(1)]), null],
  ];
  return frames.map(([name, bytes, envelopes]) => ({
    name,
    hex: bytes.toString('hex'),
    ...(envelopes === null ? { malformed: true } : { envelopes }),
  }));
}

function serverFrames(): unknown[] {
  const event = ENVELOPE_CORPUS.find(({ name }) => name === 'event, every field')?.bytes as Buffer;
  const direct = ENVELOPE_CORPUS.find(({ name }) => name === 'direct')?.bytes as Buffer;
  const senderStamp = encodeSenderStamp('n1.abcdef', 'agent-7');
  const draft = { source: event, start: 0, end: event.length, senderStamp };
  const address = { room: 'lobby', channel: 'chat.general' };
  const entry = sealEntry(draft, Number.MAX_SAFE_INTEGER, 0xffff_ffff, 1_790_000_000_000);
  const sealed = entry.frame;
  const frames: [string, Uint8Array][] = [
    ['event as delivered', sealed],
    ['event as delivered through a queue group', appendToEnvelope(sealed, encodeGroupStamp('workers'))],
    ['direct as delivered', stampUnsequenced(direct, 0, direct.length, senderStamp, 1_790_000_000_000)],
    [
      'ack',
      ackFrame({ correlationId: 'msg-1', sequence: 9, epoch: 7, durability: wire.Durability.STORED, duplicate: true }),
    ],
    ['ack of a direct', ackFrame({ correlationId: 'msg-2', sequence: 0, epoch: 0, durability: 0, duplicate: false })],
    ['error that names an id', errorFrame(rejection('FORBIDDEN_FIELD', 'sender'), { correlationId: 'msg-3' })],
    ['error that names an index', errorFrame(rejection('MALFORMED_ENVELOPE', 'id'), { envelopeIndex: 0 })],
    ['gap', gapFrame(address, { from: 3, to: 17, reason: 'CONFLATED', epoch: 7 })],
    ['new epoch', gapFrame(address, { from: 0, to: 0, reason: 'EPOCH_CHANGED', epoch: 8 })],
    ['go away', goAwayFrame({ reason: 'drain', deadlineMs: 10_000, retryMinMs: 500, retryMaxMs: 5000 })],
    ['presence', presenceFrame(address, [{ clientId: 'n1.a', screenName: 'Ämil', capabilities: ['x'] }], ['n1.b'])],
    ['welcome', welcomeFrame('hello-1', WELCOME)],
    [
      'history page of two messages',
      historyResultFrame('cmd-1', [entry, sealEntry(draft, 2, 7, 1)], {
        more: true,
        epoch: 7,
        headSequence: 900,
        firstSequence: 1,
      }),
    ],
  ];
  return frames.map(([name, bytes]) => ({
    name,
    hex: Buffer.from(bytes).toString('hex'),
    decoded: protoJson(frameType, bytes),
  }));
}

const WELCOME: wire.IWelcome = {
  clientId: 'n1.abcdef',
  tenant: 'acme',
  subject: 'agent-7',
  grants: { publish: ['lobby:*'], subscribe: ['*'], history: ['lobby:chat'], create: [], command: ['*'] },
  limits: {
    payloadBytesMax: 65_536,
    frameBytesMax: 262_144,
    envelopesPerFrameMax: 512,
    subscriptionsMax: 256,
    historyPageMax: 1000,
    maxHops: 16,
  },
  durability: wire.Durability.MEMORY,
  protocolVersion: '1.0',
  serverVersion: '0.1.0',
  pingIntervalMs: 25_000,
  pongDeadlineMs: 10_000,
  expiresAtMs: 1_790_000_000_000,
  bootId: 'b00t',
};
