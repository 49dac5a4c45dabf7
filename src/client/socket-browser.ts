/** Sockets of browsers: the credential travels as a second subprotocol, because scripts cannot set headers. */
import { BEARER_SUBPROTOCOL_PREFIX, SUBPROTOCOL } from '../protocol/version.js';
import { ConnectionError } from './errors.js';
import type { Platform, Socket, SocketHandlers, SocketRequest } from './socket.js';

/** The part of a browser's WebSocket that is used. */
interface BrowserSocket {
  binaryType: string;
  readonly readyState: number;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number; reason: string }) => void) | null;
  send(data: Uint8Array): void;
  close(code?: number, reason?: string): void;
}

interface BrowserMessageChannel {
  readonly port1: { onmessage: ((event: never) => void) | null };
  readonly port2: { postMessage(message: null): void };
}

interface BrowserGlobals {
  readonly WebSocket: new (url: string, protocols: string[]) => BrowserSocket;
  readonly MessageChannel: new () => BrowserMessageChannel;
}

/** WebSocket.OPEN (WHATWG WebSockets, section 3.1). */
const OPEN = 1;

/** @param globals the page's or worker's global object. */
export function browserPlatform(globals: BrowserGlobals): Platform {
  return {
    runtime: 'browser',
    openSocket: (request, handlers) => openSocket(globals, request, handlers),
    // What may stand in a subprotocol is a token (RFC 9110, section 5.6.2); other credentials go into the hello.
    carriesToken: (token) => /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(token),
    schedule: (fn) => {
      // A task, not a microtask: several promises of one turn still share a Frame. Timers would be slowed to 4 ms.
      const { port1, port2 } = new globals.MessageChannel();
      port1.onmessage = () => {
        port1.onmessage = null;
        fn();
      };
      port2.postMessage(null);
    },
    hold: () => () => undefined,
  };
}

function openSocket(globals: BrowserGlobals, { url, token }: SocketRequest, handlers: SocketHandlers): Socket {
  const protocols = token === null ? [SUBPROTOCOL] : [SUBPROTOCOL, BEARER_SUBPROTOCOL_PREFIX + token];
  let socket: BrowserSocket;
  try {
    socket = new globals.WebSocket(url, protocols);
  } catch (cause) {
    throw new ConnectionError('REFUSED', `not a WebSocket URL: ${url}`, { cause });
  }
  socket.binaryType = 'arraybuffer';
  socket.onopen = () => handlers.onOpen();
  socket.onmessage = ({ data }) => {
    if (data instanceof ArrayBuffer) handlers.onMessage(new Uint8Array(data));
  };
  // Browsers say nothing else about failures: an error event carries no reason, and a close always follows.
  socket.onclose = ({ code, reason }) => handlers.onClose({ code, reason });
  return {
    send: (bytes) => {
      if (socket.readyState === OPEN) socket.send(bytes);
    },
    close: (code, reason) => socket.close(code, reason),
  };
}
