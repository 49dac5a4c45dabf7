/** Frames and batches as routing makes them. */
import { channelAddress, type ChannelAddress } from '../../../src/protocol/address.js';
import { wire } from '../../../src/protocol/codec.js';
import type { ChannelBatch, SlowConsumerPolicy } from '../../../src/protocol/entry.js';
import { webSocketMessage } from '../../../src/protocol/websocket-framing.js';

export function address(channel: string): ChannelAddress {
  return channelAddress({ tenant: 't', room: 'room', channel });
}

export function eventFrame(at: ChannelAddress, sequence: number, payloadBytes: number, epoch = 1): Uint8Array {
  return wire.Frame.encode({
    envelopes: [
      {
        version: 1,
        type: wire.MessageType.EVENT,
        id: `m${sequence}`,
        room: at.room,
        channel: at.channel,
        payload: Buffer.alloc(payloadBytes, 7),
        sequence,
        epoch,
      },
    ],
  }).finish();
}

/** A frame no policy may drop; `id` tells it apart. */
export function controlFrame(id: string, payloadBytes = 0): Uint8Array {
  return wire.Frame.encode({
    envelopes: [{ version: 1, type: wire.MessageType.DIRECT, id, payload: Buffer.alloc(payloadBytes, 1) }],
  }).finish();
}

export interface BatchShape {
  readonly channel: string;
  readonly first: number;
  readonly last: number;
  readonly policy?: SlowConsumerPolicy;
  readonly payloadBytes?: number;
  readonly epoch?: number;
}

export function batch(shape: BatchShape): ChannelBatch {
  const { channel, first, last, policy = 'disconnect', payloadBytes = 10, epoch = 1 } = shape;
  const at = address(channel);
  const frames: Uint8Array[] = [];
  for (let sequence = first; sequence <= last; sequence += 1)
    frames.push(eventFrame(at, sequence, payloadBytes, epoch));
  const bytesTotal = frames.reduce((sum, frame) => sum + frame.length, 0);
  return {
    address: at,
    epoch,
    first,
    last,
    bytes: webSocketMessage(frames, bytesTotal),
    newest: frames.at(-1) ?? new Uint8Array(),
    slowConsumer: policy,
  };
}
