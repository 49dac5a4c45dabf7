/**
 * The port between the SDK and a WebSocket of its platform: whole binary messages out and in, one end. Session logic
 * knows nothing else of the network, so tests run it over an in-memory pair.
 */
import type { ConnectionError } from './errors.js';

/** Called by the socket; after `onClose` nothing follows. */
export interface SocketHandlers {
  onOpen(): void;
  /** One binary WebSocket message. */
  onMessage(bytes: Uint8Array): void;
  /** Once: the connection ended or never came about. `code` is 0 where no close frame was seen. */
  onClose(end: SocketEnd): void;
}

export interface SocketEnd {
  readonly code: number;
  readonly reason: string;
  /** What the platform says went wrong, where it says so. */
  readonly error?: ConnectionError;
}

export interface Socket {
  send(bytes: Uint8Array): void;
  /** Begins the close handshake; `onClose` follows in bounded time. */
  close(code: number, reason: string): void;
}

export interface SocketRequest {
  readonly url: string;
  /** Credential for the platform's way of carrying one; null when there is none. */
  readonly token: string | null;
  readonly timeoutMs: number;
}

/** What differs between Node and browsers. */
export interface Platform {
  /** Name of the runtime, told to the server for its statistics. */
  readonly runtime: string;
  /** @throws ConnectionError when the URL is not one for WebSockets. */
  openSocket(request: SocketRequest, handlers: SocketHandlers): Socket;
  /** Whether the socket can carry this credential outside the hello. */
  carriesToken(token: string): boolean;
  /** Runs `fn` after the current turn of the event loop, so that what a turn produced leaves together. */
  schedule(fn: () => void): void;
  /** Keeps the process alive until released: waiting for a reconnect is work, although no socket is open. */
  hold(): () => void;
}
