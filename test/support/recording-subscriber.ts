/** A subscriber that keeps what it is given, in order, and drains when a test says so. */
import { wire } from '../../src/protocol/codec.js';
import { readUint64 } from '../../src/protocol/codec.js';
import type { ChannelBatch } from '../../src/protocol/entry.js';
import type { Subscriber } from '../../src/routing/subscriber.js';

export interface ReceivedMessage {
  readonly kind: 'message';
  readonly channel: string;
  readonly epoch: number;
  readonly sequence: number;
  readonly text: string;
  readonly group: string;
}

export interface ReceivedGap {
  readonly kind: 'gap';
  readonly channel: string;
  readonly epoch: number;
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

export interface ReceivedFrame {
  readonly kind: 'frame';
  readonly envelope: wire.Envelope;
}

export type Received = ReceivedMessage | ReceivedGap | ReceivedFrame;

export class RecordingSubscriber implements Subscriber {
  readonly received: Received[] = [];
  readonly batches: ChannelBatch[] = [];
  queuedBytes = 0;
  /** Called after each batch, as a connection that is cut for being slow would. */
  onBatch: (batch: ChannelBatch) => void = () => undefined;
  #waiting: (() => void)[] = [];

  /** @param queueBytesMax null: drains at once. Otherwise queued bytes stay until `drain`. */
  constructor(
    readonly clientId: string,
    readonly tenant = 'acme',
    readonly queueBytesMax: number | null = null,
  ) {}

  enqueueBatch(batch: ChannelBatch): void {
    this.batches.push(batch);
    if (this.queueBytesMax !== null) this.queuedBytes += batch.bytes.length;
    const messages = wire.Frame.decode(webSocketPayload(batch.bytes)).envelopes;
    messages.forEach((envelope, index) => {
      const message = toMessage(envelope as wire.Envelope);
      // What the batch says of itself must be what it holds.
      if (message.sequence !== batch.first + index || message.epoch !== batch.epoch) {
        throw new Error(`batch ${batch.first}..${batch.last} holds ${message.sequence}`);
      }
      this.received.push(message);
    });
    if (messages.length !== batch.last - batch.first + 1) throw new Error('the batch is not whole');
    this.onBatch(batch);
  }

  enqueueFrame(frame: Uint8Array): void {
    if (this.queueBytesMax !== null) this.queuedBytes += frame.length;
    for (const each of wire.Frame.decode(frame).envelopes) {
      const envelope = each as wire.Envelope;
      this.received.push(envelope.gap ? toGap(envelope, envelope.gap) : { kind: 'frame', envelope });
    }
  }

  whenDrained(fn: () => void): void {
    if (this.queueBytesMax === null || this.queuedBytes < this.queueBytesMax / 2) fn();
    else this.#waiting.push(fn);
  }

  /** The peer has read everything. */
  drain(): void {
    this.queuedBytes = 0;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const fn of waiting) fn();
  }

  /** What came since the last call. */
  take(): Received[] {
    return this.received.splice(0);
  }

  /** Short forms of messages and gaps: `3`, `gap 1-2 TRIMMED`; with the channel where several are joined. */
  takeShort(withChannel = false): string[] {
    return this.take().map((each) => {
      const prefix = withChannel && each.kind !== 'frame' ? `${each.channel} ` : '';
      if (each.kind === 'message') return `${prefix}${each.sequence}`;
      if (each.kind === 'gap') return `${prefix}gap ${each.from}-${each.to} ${each.reason}`;
      return 'frame';
    });
  }
}

/** The payload of one unmasked message of a server (RFC 6455, section 5.2). */
export function webSocketPayload(bytes: Uint8Array): Uint8Array {
  const short = (bytes[1] ?? 0) & 0x7f;
  if (short === 127) return bytes.subarray(10);
  return bytes.subarray(short === 126 ? 4 : 2);
}

function toMessage(envelope: wire.Envelope): ReceivedMessage {
  const { channel, epoch, payload, group } = envelope;
  const sequence = readUint64(envelope.sequence);
  return { kind: 'message', channel, epoch, sequence, text: Buffer.from(payload).toString(), group };
}

function toGap(envelope: wire.Envelope, gap: wire.IGap): ReceivedGap {
  return {
    kind: 'gap',
    channel: envelope.channel,
    epoch: gap.epoch ?? 0,
    from: readUint64(gap.from),
    to: readUint64(gap.to),
    reason: wire.GapReason[gap.reason ?? 0] ?? '',
  };
}
