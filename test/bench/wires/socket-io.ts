/** Socket.IO 4, WebSocket only. It has no way to put several packets into one message. */
import { fixedWidth, type Publish, type PublishTemplate, type Step, type Wire } from './wire.js';

const counterWidth = 10;
const roomName = (run: string, channel: number): string => `${run}-${fixedWidth(channel, 5)}`;

function prologue(run: string, channels: readonly number[]): Step[] {
  const joins = channels.map((channel, index): Step => ({
    opcode: 1,
    payload: Buffer.from(`42${index}${JSON.stringify(['join', roomName(run, channel)])}`),
    replies: 1,
  }));
  return [
    { opcode: 0, payload: Buffer.alloc(0), replies: 1 },
    { opcode: 1, payload: Buffer.from('40'), replies: 1 },
    ...joins,
  ];
}

function publish({ run, channel, payload, ack }: Publish): PublishTemplate {
  const id = ack ? '0'.repeat(counterWidth) : '';
  const packet = JSON.stringify([ack ? 'publish-ack' : 'publish', roomName(run, channel), payload]);
  return { bytes: Buffer.from(`42${id}${packet}`), counterAt: 2, counterWidth: id.length };
}

export const socketIoWire: Wire = {
  number: 2,
  opcode: 1,
  path: '/socket.io/?EIO=4&transport=websocket',
  payloadAt: () => '42["m","'.length,
  prologue,
  publish,
};
