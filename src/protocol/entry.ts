/**
 * What flows between the log, the fan-out and the sockets: drafts go in, sealed entries come out, batches are
 * delivered. All of them are immutable once made.
 */
import type { ChannelAddress } from './address.js';

/** How long and how much a channel remembers. Count 0 keeps nothing (sequences still count). */
export interface Retention {
  readonly countMax: number;
  readonly bytesMax: number;
  readonly ageMaxMs: number;
}

/** A publish on its way into the log. Valid until `append` returns: the log copies what it keeps. */
export interface AppendDraft {
  readonly address: ChannelAddress;
  readonly retention: Retention;
  /** Message id: the idempotency key together with subject and channel. [P4] */
  readonly id: string;
  /** Where the id lies in `source`: whoever only hashes it needs no string. */
  readonly idStart: number;
  readonly idEnd: number;
  /** Authenticated subject of the sender. */
  readonly subject: string;
  /** Serialized fields `sender` and `subject`, encoded once per session (stamp.ts). */
  readonly senderStamp: Uint8Array;
  /** Time to live in milliseconds; 0 means it never expires. */
  readonly ttlMs: number;
  /** Whether a missing channel is created by this draft (room policy and create grant); otherwise NOT_FOUND. */
  readonly mayCreate: boolean;
  /** Serialized field `casil` (32), tag included; null where nothing was inspected. Kept apart from the message. */
  readonly casil: Uint8Array | null;
  /** The client's serialized envelope is source[start..end); scanned and valid, and as inspection left it. [P9] */
  readonly source: Buffer;
  readonly start: number;
  readonly end: number;
}

/** A logged message: immutable, the same bytes for every subscriber, in history and in recovery. [P2] */
export interface LogEntry {
  readonly address: ChannelAddress;
  readonly sequence: number;
  readonly epoch: number;
  readonly timestampMs: number;
  /** By the log's clock; Infinity if it never expires. */
  readonly expiresAtMs: number;
  /** What inspection said, as the draft brought it; null where nothing was, or where it is not to be persisted. */
  readonly casil: Uint8Array | null;
  /** One complete Frame: field 1, length, the stamped envelope. Never mutated. Each read makes a new view of it. */
  readonly frame: Uint8Array;
  readonly frameBytes: number;
  /** Copies the Frame without making a view; `target` must have room. */
  copyFrame(target: Uint8Array, pos: number): void;
}

export type SlowConsumerPolicy = 'disconnect' | 'conflate';

/** A run of consecutive messages of one channel, shared by all its subscribers. [P5] */
export interface ChannelBatch {
  readonly address: ChannelAddress;
  readonly epoch: number;
  /** Sequences of the first and last message of the batch; contiguous. */
  readonly first: number;
  readonly last: number;
  /** One complete WebSocket message, header included, ready for the socket. Never mutated. */
  readonly bytes: Uint8Array;
  /** Frame of the last message alone, for a subscriber that conflates. */
  readonly newest: Uint8Array;
  readonly slowConsumer: SlowConsumerPolicy;
}
