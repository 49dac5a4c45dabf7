/** What routing knows of a connection: somewhere to queue bytes. Transport's outbox is the production implementation. */
import type { ChannelBatch } from '../protocol/entry.js';

export interface Subscriber {
  readonly clientId: string;
  readonly tenant: string;
  /** Queues a shared batch; the slow-consumer policy of the batch acts when the bound is passed. Never throws. [P5] */
  enqueueBatch(batch: ChannelBatch): void;
  /** Queues one Frame (control, direct, reply); several of a tick leave as one WebSocket message. Never dropped. */
  enqueueFrame(frame: Uint8Array): void;
  /** Bytes queued and not yet taken by the kernel. */
  readonly queuedBytes: number;
  /** Calls `fn` once, when `queuedBytes` has fallen below half the bound; at once if it is. Replay paces itself with it. */
  whenDrained(fn: () => void): void;
}
