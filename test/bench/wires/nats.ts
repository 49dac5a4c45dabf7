/**
 * nats-server: core publish and subscribe. Its answer to "was it taken?" without a stream store is verbose mode, one +OK
 * per publish. It reads a WebSocket message as a piece of its stream, so several PUB fit into one.
 */
import { fixedWidth, type Publish, type PublishTemplate, type Step, type Wire } from './wire.js';

const subject = (run: string, channel: number): string => `${run}.${fixedWidth(channel, 5)}.stream`;

function prologue(run: string, channels: readonly number[], ack: boolean): Step[] {
  const options = {
    verbose: ack,
    pedantic: false,
    echo: true,
    protocol: 1,
    headers: false,
    lang: 'bench',
    version: '1',
  };
  const subscriptions = channels.map((channel, index) => `SUB ${subject(run, channel)} ${index + 1}\r\n`);
  const text = `CONNECT ${JSON.stringify(options)}\r\n${subscriptions.join('')}PING\r\n`;
  return [{ opcode: 2, payload: Buffer.from(text), replies: 1 }];
}

function publish({ run, channel, payload }: Publish): PublishTemplate {
  const text = `PUB ${subject(run, channel)} ${payload.length}\r\n${payload}\r\n`;
  return { bytes: Buffer.from(text), counterAt: 0, counterWidth: 0 };
}

export const natsWire: Wire = { number: 1, opcode: 2, path: '/', payloadAt: () => 0, prologue, publish };
