/**
 * The admin API: what operators and their tools may know of a running server, as JSON on a port of its own, apart
 * from client traffic. Loopback only; authenticated but for liveness; nothing on it changes anything, and no answer
 * holds a payload. A client that dawdles loses its connection. [S-ADM-1] [CON X.2] [P8]
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { isLoopbackHost } from '../base/loopback.js';
import { createAdminApp } from './admin-app.js';
import type { AdminPorts } from './admin-ports.js';
import { errorResponse } from './error-response.js';

export interface AdminServerOptions {
  /** A loopback address or name. */
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Bearer token, at least 16 characters. */
  readonly token: string;
  readonly ports: AdminPorts;
  /** Paths that answer as if they did not exist; none by default. */
  readonly disabledEndpoints?: readonly string[];
  readonly timeouts?: Partial<AdminTimeouts>;
}

/** Milliseconds. */
export interface AdminTimeouts {
  /** For a client to send its headers. */
  readonly headersMs: number;
  /** Silence on a connection in either direction. */
  readonly silenceMs: number;
  /** For the server to make an answer. */
  readonly answerMs: number;
}

export interface AdminServer {
  /** @throws Error of node:net, such as EADDRINUSE */
  listen(): Promise<{ readonly url: string; readonly port: number }>;
  /** Lets answers under way finish until the deadline, then cuts what is left. */
  close(timeoutMs: number): Promise<void>;
}

const DEFAULT_TIMEOUTS: AdminTimeouts = { headersMs: 5_000, silenceMs: 15_000, answerMs: 5_000 };
const TOKEN_CHARS_MIN = 16;
const CONNECTIONS_MAX = 64;
const HEADERS_COUNT_MAX = 64;
const HEADER_BYTES_MAX = 8_192;
/** How often Node looks for connections past headersTimeout; its default is 30 s. */
const CHECK_INTERVAL_MS = 1_000;

/** @throws RangeError when the host is not loopback or the token is too short to be a secret */
export function createAdminServer(options: AdminServerOptions): AdminServer {
  const { host, port, token, ports } = options;
  if (!isLoopbackHost(host)) throw new RangeError(`the admin API binds loopback addresses only, not ${host}`);
  if (token.length < TOKEN_CHARS_MIN)
    throw new RangeError(`the admin token needs ${TOKEN_CHARS_MIN} characters or more`);
  const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };

  const disabled = new Set(options.disabledEndpoints);
  const app = createAdminApp({ token, ports, disabled, answerTimeoutMs: timeouts.answerMs });
  const server = createServer({
    headersTimeout: timeouts.headersMs,
    requestTimeout: timeouts.headersMs,
    keepAliveTimeout: timeouts.headersMs,
    connectionsCheckingInterval: Math.min(CHECK_INTERVAL_MS, timeouts.headersMs),
    maxHeaderSize: HEADER_BYTES_MAX,
  });
  server.maxConnections = CONNECTIONS_MAX;
  server.maxHeadersCount = HEADERS_COUNT_MAX;
  // A client that does not read its answer is silent too.
  server.setTimeout(timeouts.silenceMs);
  const listener = getRequestListener(app.fetch, { errorHandler: () => errorResponse('badRequest') });
  server.on('request', (request, response) => void listener(request, response));

  return {
    listen: () => listen(server, host, port),
    close: (timeoutMs) => close(server, timeoutMs),
  };
}

function listen(server: Server, host: string, port: number): Promise<{ url: string; port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: host.replace(/^\[|\]$/g, ''), port }, () => {
      server.off('error', reject);
      const { address, family, port: bound } = server.address() as AddressInfo;
      resolve({ url: `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`, port: bound });
    });
  });
}

function close(server: Server, timeoutMs: number): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), timeoutMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
