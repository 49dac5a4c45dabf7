import { wire } from '../../../src/protocol/codec.js';
import type { ChannelBatch } from '../../../src/protocol/entry.js';
import type { Subscriber } from '../../../src/routing/subscriber.js';

/** Keeps what a connection would have been sent, in order, decoded. */
export class RecordingSubscriber implements Subscriber {
  readonly queuedBytes = 0;
  readonly frames: Uint8Array[] = [];
  readonly received: wire.Envelope.$Properties[] = [];

  constructor(
    readonly clientId: string,
    readonly tenant: string,
  ) {}

  enqueueBatch(batch: ChannelBatch): void {
    this.enqueueFrame(messageBody(batch.bytes));
  }

  enqueueFrame(frame: Uint8Array): void {
    // Decoded byte fields alias their input.
    const copy = Uint8Array.from(frame);
    this.frames.push(copy);
    this.received.push(...wire.Frame.decode(copy).envelopes);
  }

  whenDrained(fn: () => void): void {
    fn();
  }

  /** Payloads of messages as text, and the names of other envelopes' types. */
  story(): string[] {
    return this.received.map(({ type, payload }) =>
      type === wire.MessageType.EVENT ? Buffer.from(payload ?? []).toString() : (wire.MessageType[type ?? 0] ?? ''),
    );
  }
}

/** What follows the header of an unmasked WebSocket message (RFC 6455, section 5.2). */
function messageBody(bytes: Uint8Array): Uint8Array {
  const short = (bytes[1] ?? 0) & 0x7f;
  return bytes.subarray(short === 127 ? 10 : short === 126 ? 4 : 2);
}
