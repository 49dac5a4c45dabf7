/** Sockets of Node, by the ws package: the credential travels in the Authorization header. */
import { WebSocket } from 'ws';
import { SUBPROTOCOL } from '../protocol/version.js';
import { ConnectionError, type RetryClass } from './errors.js';
import type { Platform, Socket, SocketHandlers, SocketRequest } from './socket.js';

/** A server's batch is at most 256 KiB, a history page at most its WebSocket message limit: far below this. */
const MESSAGE_BYTES_MAX = 67_108_864;
/** A timer that only keeps the process alive. */
const LONG_TIME_MS = 2_147_483_647;
/** How long the close handshake may take before the socket is cut. */
const CLOSE_TIMEOUT_MS = 5_000;

export const nodePlatform: Platform = {
  runtime: `node ${process.versions.node}`,
  openSocket,
  carriesToken: (token) => /^[\x21-\x7e]+$/.test(token),
  schedule: (fn) => void setImmediate(fn),
  hold() {
    const handle = setInterval(() => undefined, LONG_TIME_MS);
    return () => clearInterval(handle);
  },
};

function openSocket(request: SocketRequest, handlers: SocketHandlers): Socket {
  const socket = connectSocket(request);
  let error: ConnectionError | undefined;
  socket.on('open', () => handlers.onOpen());
  socket.on('message', (data: Buffer, isBinary) => {
    if (isBinary) handlers.onMessage(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  });
  socket.on('unexpected-response', (_upgrade, response) => {
    error = refusedWith(response.statusCode ?? 0, request.url);
    socket.terminate();
  });
  // ws always emits close after error.
  socket.on('error', (cause) => {
    error ??= new ConnectionError('UNREACHABLE', describe(cause, request.url), { cause });
  });
  socket.on('close', (code, reason) => {
    handlers.onClose({ code, reason: reason.toString(), ...(error !== undefined && { error }) });
  });
  return {
    send: (bytes) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(bytes);
    },
    close: (code, reason) => {
      socket.close(code, reason);
      setTimeout(() => socket.terminate(), CLOSE_TIMEOUT_MS).unref();
    },
  };
}

function connectSocket({ url, token, timeoutMs }: SocketRequest): WebSocket {
  try {
    return new WebSocket(url, SUBPROTOCOL, {
      perMessageDeflate: false,
      maxPayload: MESSAGE_BYTES_MAX,
      handshakeTimeout: timeoutMs,
      ...(token !== null && { headers: { authorization: `Bearer ${token}` } }),
    });
  } catch (cause) {
    throw new ConnectionError('REFUSED', `not a WebSocket URL: ${url}`, { cause });
  }
}

/** The server answered the upgrade with plain HTTP. */
function refusedWith(httpStatus: number, url: string): ConnectionError {
  const temporary = httpStatus >= 500 || httpStatus === 429 || httpStatus === 408;
  if (temporary) {
    return new ConnectionError('UNREACHABLE', `${url} takes no connections now (HTTP ${httpStatus})`, { httpStatus });
  }
  const retry: RetryClass = httpStatus === 401 || httpStatus === 403 ? 'after_reauth' : 'never';
  return new ConnectionError('REFUSED', `${url} refused the connection (HTTP ${httpStatus})`, { httpStatus, retry });
}

function describe(cause: Error & { code?: string }, url: string): string {
  return `cannot reach ${url}: ${cause.message === '' ? (cause.code ?? 'unknown error') : cause.message}`;
}
