/**
 * The port between a WebSocket connection and the pipeline. Transport knows frames, time and bytes; what the bytes
 * mean is the sink's business.
 */
import type { CloseCode } from '../protocol/close-code.js';
import type { ChannelBatch } from '../protocol/entry.js';

/** What the upgrade request carried, as far as the pipeline may know it. */
export interface ConnectionInfo {
  readonly connectionId: number;
  /** IP address of the client: the TCP peer's, or what a trusted proxy says of the client behind it. [T-TLS-1] */
  readonly remoteAddress: string;
  /** The address is the word of a trusted proxy. */
  readonly viaProxy: boolean;
  /** Credential from the Authorization header or the bearer subprotocol; never logged. */
  readonly credential: string | null;
  /** Of the TCP peer's client certificate, only when its chain was verified: 64 lower-case hex digits. [T-AUTH-4] */
  readonly peerCertificateSha256: string | null;
  /** Content of the `arqonbus-principal` header, at most 8 KiB, written by whoever sent the request; never logged. */
  readonly assertedPrincipal: string | null;
}

/** A live connection as the pipeline sees it. All methods are safe after close. */
export interface Connection {
  readonly info: ConnectionInfo;
  readonly open: boolean;
  enqueueBatch(batch: ChannelBatch): void;
  enqueueFrame(frame: Uint8Array): void;
  readonly queuedBytes: number;
  whenDrained(fn: () => void): void;
  /** Whose it is, once that is known: its unfinished messages count together with those of the tenant. [T-TEN-2] */
  assignTenant(tenant: string): void;
  /** Reads nothing more from the peer for so long, at most a second; what was read already is still handed on. [P8] */
  pauseInput(durationMs: number): void;
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
