/**
 * What an outbox queues. A batch is a reference to bytes shared by all subscribers; the two other kinds belong to one
 * connection. Each chunk leaves as one whole WebSocket message.
 */
import type { ChannelAddress } from '../protocol/address.js';
import type { ChannelBatch } from '../protocol/entry.js';
import { gapFrame } from '../protocol/server-frames.js';
import { webSocketHeaderBytes, webSocketMessage } from '../protocol/websocket-framing.js';

export type Chunk = ChannelBatch | ControlRun | Conflated;

/** Consecutive control, direct and reply frames; they leave as one message and are never dropped. */
export class ControlRun {
  readonly frames: Uint8Array[] = [];
  /** Sum of the frames' lengths. */
  bytesTotal = 0;

  add(frame: Uint8Array): void {
    this.frames.push(frame);
    this.bytesTotal += frame.length;
  }
}

/** A Gap notice takes at most this many bytes beside the names of room and channel. */
const GAP_BYTES_MAX = 64;

/** What is left of a run of a channel's messages after conflation: the gap, then the newest message. [P1] [P5] */
export class Conflated {
  /** Upper estimate; the gap is encoded when it leaves, because until then it may still grow. */
  readonly bytesTotal: number;

  constructor(
    readonly address: ChannelAddress,
    readonly epoch: number,
    /** First sequence of the gap. */
    readonly first: number,
    /** Sequence of `newest`; the gap ends just before it. */
    readonly last: number,
    /** Frame of the newest message. */
    readonly newest: Uint8Array,
  ) {
    this.bytesTotal = GAP_BYTES_MAX + address.room.length + address.channel.length + newest.length;
  }
}

/** Bytes the chunk counts for in the queue. */
export function chunkBytes(chunk: Chunk): number {
  if (chunk instanceof ControlRun || chunk instanceof Conflated) {
    return webSocketHeaderBytes(chunk.bytesTotal) + chunk.bytesTotal;
  }
  return chunk.bytes.length;
}

/** The chunk as one WebSocket message. */
export function renderChunk(chunk: Chunk): Uint8Array {
  if (chunk instanceof ControlRun) return webSocketMessage(chunk.frames, chunk.bytesTotal);
  if (chunk instanceof Conflated) {
    const gap = gapFrame(chunk.address, {
      from: chunk.first,
      to: chunk.last - 1,
      reason: 'CONFLATED',
      epoch: chunk.epoch,
    });
    return webSocketMessage([gap, chunk.newest], gap.length + chunk.newest.length);
  }
  return chunk.bytes;
}
