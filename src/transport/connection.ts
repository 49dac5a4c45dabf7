/**
 * The port between a WebSocket connection and the pipeline. Transport knows frames, time and bytes; what the bytes
 * mean is the sink's business.
 */
import type { CloseCode } from '../protocol/close-code.js';
import type { ChannelBatch } from '../protocol/entry.js';

/** What the upgrade request carried, as far as the pipeline may know it. */
export interface ConnectionInfo {
  readonly connectionId: number;
  /** IP address of the peer. */
  readonly remoteAddress: string;
  /** Credential from the Authorization header or the bearer subprotocol; never logged. */
  readonly credential: string | null;
}

/** A live connection as the pipeline sees it. All methods are safe after close. */
export interface Connection {
  readonly info: ConnectionInfo;
  readonly open: boolean;
  enqueueBatch(batch: ChannelBatch): void;
  enqueueFrame(frame: Uint8Array): void;
  readonly queuedBytes: number;
  whenDrained(fn: () => void): void;
  /** Sends what is queued, then closes; the socket is gone within closeTimeoutMs whatever the peer does. */
  close(code: CloseCode, reason: string): void;
}

/** One per connection, made by the pipeline. Its methods never throw. */
export interface ConnectionSink {
  /** One binary WebSocket message. Valid until it returns; keep copies only. */
  onMessage(bytes: Buffer): void;
  onClose(code: number): void;
}

/** The pipeline's entry: called once per accepted connection, before its first message. */
export type OpenSink = (connection: Connection) => ConnectionSink;
