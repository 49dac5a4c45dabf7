/** Makes the one shared WebSocket message of a run of entries. [P5] */
import type { ChannelAddress } from '../protocol/address.js';
import type { ChannelBatch, LogEntry, SlowConsumerPolicy } from '../protocol/entry.js';
import { webSocketHeaderBytes, webSocketMessage, writeWebSocketHeader } from '../protocol/websocket-framing.js';

class EntryBatch implements ChannelBatch {
  readonly address: ChannelAddress;
  readonly epoch: number;
  readonly first: number;
  readonly last: number;
  readonly #newest: LogEntry;

  constructor(
    entries: readonly LogEntry[],
    readonly bytes: Uint8Array,
    readonly slowConsumer: SlowConsumerPolicy,
  ) {
    const first = entries[0] as LogEntry;
    this.#newest = entries[entries.length - 1] as LogEntry;
    this.address = first.address;
    this.epoch = first.epoch;
    this.first = first.sequence;
    this.last = this.#newest.sequence;
  }

  /** Only asked for when a subscriber conflates. */
  get newest(): Uint8Array {
    return this.#newest.frame;
  }
}

/** @param entries at least one; consecutive sequences of one epoch. */
export function makeBatch(entries: readonly LogEntry[], slowConsumer: SlowConsumerPolicy): ChannelBatch {
  let payloadBytes = 0;
  for (const entry of entries) payloadBytes += entry.frameBytes;
  const message = Buffer.allocUnsafe(webSocketHeaderBytes(payloadBytes) + payloadBytes);
  let pos = writeWebSocketHeader(message, payloadBytes);
  for (const entry of entries) {
    entry.copyFrame(message, pos);
    pos += entry.frameBytes;
  }
  return new EntryBatch(entries, message, slowConsumer);
}

/** The batch of one entry as a group's member gets it. */
export function makeGroupBatch(entry: LogEntry, frame: Uint8Array, slowConsumer: SlowConsumerPolicy): ChannelBatch {
  const { address, epoch, sequence } = entry;
  const bytes = webSocketMessage([frame], frame.length);
  return { address, epoch, first: sequence, last: sequence, bytes, newest: frame, slowConsumer };
}
