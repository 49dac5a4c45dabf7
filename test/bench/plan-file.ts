/** Writes what `native/plan.c` reads: the whole traffic pattern as bytes, so that the generator composes nothing. */
import { receiversPerChannel } from './shape.js';
import type { Wire } from './wires/wire.js';
import { payloadBytes, type Workload } from './workloads.js';

/** The generator's one nonce; the answer to it is a constant for the reference server (RFC 6455, section 1.3). */
export const webSocketKey = 'dGhlIHNhbXBsZSBub25jZQ==';
export const webSocketAccept = 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=';

class PlanWriter {
  readonly #parts: Buffer[] = [];

  number(...values: number[]): void {
    const bytes = Buffer.alloc(4 * values.length);
    values.forEach((value, index) => bytes.writeUInt32LE(value, 4 * index));
    this.#parts.push(bytes);
  }

  bytes(value: Buffer): void {
    this.number(value.length);
    this.#parts.push(value);
  }

  finish(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

/** Hexadecimal publisher number and sending time, which the generator patches. */
function mark(publisher: number): string {
  return publisher.toString(16).padStart(4, '0') + '0'.repeat(16);
}

function markedPayload(publisher: number): string {
  return mark(publisher).padEnd(payloadBytes, 'x');
}

export function encodePlan(workload: Workload, wire: Wire, port: number, run: string): Buffer {
  const { shape, ack, content } = workload;
  const receivers = receiversPerChannel(shape);
  const publishers = shape.publishers.map(({ connection, channel }, publisher) => {
    const payload = content === undefined ? markedPayload(publisher) : mark(publisher);
    const whole = content?.(payload) ?? payload;
    const template = wire.publish({ run, publisher, channel, payload: whole, ack });
    return { connection, channel, template, payload };
  });
  const places = new Set(publishers.map(({ template, payload }) => wire.payloadAt(template, payload)));
  if (places.size > 1) throw new Error(`templates differ in where the payload lies: ${[...places].join(', ')}`);

  const plan = new PlanWriter();
  plan.number(wire.number, port, wire.opcode, [...places][0] ?? 0);
  plan.bytes(upgradeRequest(wire, port));
  plan.number(publishers.length);
  for (const { connection, channel, template, payload } of publishers) {
    plan.number(connection, receivers.get(channel) ?? 0);
    plan.bytes(template.bytes);
    plan.number(template.counterAt, template.counterWidth, template.bytes.indexOf(payload));
  }
  const publishersOf = new Map<number, number[]>();
  publishers.forEach(({ channel }, index) => publishersOf.set(channel, [...(publishersOf.get(channel) ?? []), index]));
  plan.number(shape.connections);
  for (const channels of shape.subscriptions) {
    const heard = channels.flatMap((channel) => publishersOf.get(channel) ?? []);
    plan.number(heard.length, ...heard);
    const steps = wire.prologue(run, channels, ack);
    plan.number(steps.length);
    for (const step of steps) {
      plan.number(step.opcode, step.replies);
      plan.bytes(step.payload);
    }
  }
  return plan.finish();
}

function upgradeRequest(wire: Wire, port: number): Buffer {
  const lines = [
    `GET ${wire.path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Key: ${webSocketKey}`,
    'Sec-WebSocket-Version: 13',
  ];
  if (wire.subprotocol !== undefined) lines.push(`Sec-WebSocket-Protocol: ${wire.subprotocol}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
}
