/** Makes the one shared WebSocket message of a run of entries. [P5] */
import type { ChannelBatch, LogEntry, SlowConsumerPolicy } from '../protocol/entry.js';
import { webSocketMessage } from '../protocol/websocket-framing.js';

/** @param entries at least one; consecutive sequences of one epoch. */
export function makeBatch(entries: readonly LogEntry[], slowConsumer: SlowConsumerPolicy): ChannelBatch {
  const first = entries[0] as LogEntry;
  const last = entries[entries.length - 1] as LogEntry;
  const frames = new Array<Uint8Array>(entries.length);
  let bytes = 0;
  for (let index = 0; index < entries.length; index += 1) {
    const { frame } = entries[index] as LogEntry;
    frames[index] = frame;
    bytes += frame.length;
  }
  return {
    address: first.address,
    epoch: first.epoch,
    first: first.sequence,
    last: last.sequence,
    bytes: webSocketMessage(frames, bytes),
    newest: last.frame,
    slowConsumer,
  };
}

/** The batch of one entry as a group's member gets it. */
export function makeGroupBatch(entry: LogEntry, frame: Uint8Array, slowConsumer: SlowConsumerPolicy): ChannelBatch {
  const { address, epoch, sequence } = entry;
  const bytes = webSocketMessage([frame], frame.length);
  return { address, epoch, first: sequence, last: sequence, bytes, newest: frame, slowConsumer };
}
