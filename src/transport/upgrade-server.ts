/** The HTTP server in front of the bus and the upgrade to WebSocket, with every unsafe default closed. [P8] */
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import { WebSocketServer, type Server as Upgrader } from 'ws';
import { SUBPROTOCOL } from '../protocol/version.js';
import { BusSocket } from './bus-socket.js';
import { HEADERS_MAX } from './handshake.js';
import { UPGRADE_REQUIRED } from './refusal.js';
import type { TransportOptions } from './transport-options.js';

/** Sockets beyond connectionsMax that may be in their handshake; more are dropped when accepted. */
const HANDSHAKES_MAX = 256;
/** Frames of one fragmented message; each costs an object however small it is. */
const FRAGMENTS_MAX = 1_024;
/** A message may arrive in pieces of no less than this on average, about an eighth of the smallest usual segment. */
const CHUNK_BYTES_MIN = 64;

/** Time a peer has for the TLS handshake, from the connection on. */
export const TLS_HANDSHAKE_TIMEOUT_MS = 5_000;

export interface BusHttpServer {
  readonly server: Server;
  /** The same server where it speaks TLS; it needs a secure context before it can accept anyone. */
  readonly tlsServer: TlsServer | null;
}

export function createHttpServer(options: TransportOptions): BusHttpServer {
  const { headersTimeoutMs, requestTimeoutMs, connectionsMax, tls } = options;
  const bounds = {
    // Node refuses to start with a headers timeout over the request's.
    headersTimeout: Math.min(headersTimeoutMs, requestTimeoutMs),
    requestTimeout: requestTimeoutMs,
    connectionsCheckingInterval: 500,
  };
  const tlsServer =
    tls === null
      ? null
      : createTlsServer(
          {
            ...bounds,
            handshakeTimeout: TLS_HANDSHAKE_TIMEOUT_MS,
            requestCert: tls.clientCaFile !== null,
            // The verdict is ours, in admit-upgrade: told in HTTP, and counted.
            rejectUnauthorized: false,
          },
          requireUpgrade,
        );
  const server = tlsServer ?? createServer(bounds, requireUpgrade);
  server.maxHeadersCount = HEADERS_MAX + 1;
  server.maxConnections = connectionsMax + HANDSHAKES_MAX;
  return { server, tlsServer };
}

const requireUpgrade: RequestListener = (_request, response) => {
  const body = `${UPGRADE_REQUIRED.text}\n`;
  response.writeHead(UPGRADE_REQUIRED.status, {
    Connection: 'close',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    Upgrade: 'websocket',
  });
  response.end(body);
};

export function createUpgrader(options: TransportOptions): Upgrader<typeof BusSocket> {
  // The types of `ws` do not know closeTimeout yet.
  const settings: ConstructorParameters<typeof WebSocketServer<typeof BusSocket>>[0] & { closeTimeout: number } = {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: options.frameBytesMax,
    maxFragments: FRAGMENTS_MAX,
    maxBufferedChunks: Math.max(FRAGMENTS_MAX, Math.ceil(options.frameBytesMax / CHUNK_BYTES_MIN)),
    closeTimeout: options.closeTimeoutMs,
    // Only the supported subprotocol is ever chosen, so a bearer subprotocol is never echoed. [P6]
    handleProtocols: () => SUBPROTOCOL,
    WebSocket: BusSocket,
  };
  return new WebSocketServer<typeof BusSocket>(settings);
}
