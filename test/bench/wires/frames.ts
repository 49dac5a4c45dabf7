/** ArqonBus, and the reference server that speaks the same Frames. */
import { wire as proto } from '../../../src/protocol/codec.js';
import { PROTOCOL_MAJOR, SUBPROTOCOL } from '../../../src/protocol/version.js';
import { fixedWidth, type Publish, type PublishTemplate, type Step, type Wire } from './wire.js';

const counterWidth = 11;
const channelName = 'stream';
const roomName = (run: string, channel: number): string => `${run}-${fixedWidth(channel, 5)}`;

function encode(...envelopes: proto.IEnvelope[]): Buffer {
  return Buffer.from(
    proto.Frame.encode({ envelopes: envelopes.map((envelope) => ({ version: PROTOCOL_MAJOR, ...envelope })) }).finish(),
  );
}

function prologue(run: string, channels: readonly number[]): Step[] {
  const type = proto.MessageType.COMMAND;
  const hello = encode({ type, id: 'hello', hello: { clientType: proto.ClientType.SERVICE, sdk: 'bench' } });
  const steps: Step[] = [{ opcode: 2, payload: hello, replies: 1 }];
  if (channels.length === 0) return steps;
  const joins = channels.map((channel, index) => ({
    type,
    id: `join-${index}`,
    command: { join: { room: roomName(run, channel), channel: channelName } },
  }));
  return [...steps, { opcode: 2, payload: encode(...joins), replies: joins.length }];
}

function publish({ run, publisher, channel, payload, ack }: Publish): PublishTemplate {
  const prefix = `${run}${fixedWidth(publisher, 5)}`;
  const bytes = encode({
    type: proto.MessageType.EVENT,
    id: prefix + '0'.repeat(counterWidth),
    room: roomName(run, channel),
    channel: channelName,
    payload: Buffer.from(payload),
    ...(ack ? { wantAck: true } : {}),
  });
  return { bytes, counterAt: bytes.indexOf(prefix) + prefix.length, counterWidth };
}

/** Behind the tag and the length of the one envelope: the server relays the rest as it came. */
function payloadAt(template: PublishTemplate, payload: string): number {
  const lengthBytes = (template.bytes[1] ?? 0) < 0x80 ? 1 : 2;
  return template.bytes.indexOf(payload) - 1 - lengthBytes;
}

export const framesWire: Wire = {
  number: 0,
  opcode: 2,
  path: '/',
  subprotocol: SUBPROTOCOL,
  payloadAt,
  prologue,
  publish,
};
