/**
 * The admin API: what operators and their tools may know of a running server, as JSON on a port of its own, apart
 * from client traffic. Loopback only unless it speaks TLS; authenticated but for liveness; nothing on it changes anything, and no answer
 * holds a payload. A client that dawdles loses its connection. [S-ADM-1] [CON X.2] [P8]
 */
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { systemClock } from '../base/clock.js';
import type { FileWatch } from '../base/file-watch.js';
import { isLoopbackHost } from '../base/loopback.js';
import { trackSockets } from '../base/open-sockets.js';
import { TlsFileError, type TlsFiles } from '../base/tls-files.js';
import { followTlsFiles } from '../base/tls-reload.js';
import type { Telemetry } from '../telemetry/events.js';
import { createAdminApp } from './admin-app.js';
import type { AdminPorts } from './admin-ports.js';
import { errorResponse } from './error-response.js';

export interface AdminServerOptions {
  /** A loopback address or name; any with TLS. */
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Bearer token, at least 16 characters. */
  readonly token: string;
  readonly ports: AdminPorts;
  /** Paths that answer as if they did not exist; none by default. */
  readonly disabledEndpoints?: readonly string[];
  readonly timeouts?: Partial<AdminTimeouts>;
  /** Plain HTTP if null. With authorities of client certificates nobody gets in without one. [T-TLS-1] */
  readonly tls?: TlsFiles | null;
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
  /** @throws Error of node:net, such as EADDRINUSE; TlsFileError when certificate or key cannot be used */
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

/** @throws RangeError when the host is not loopback and there is no TLS, or the token is too short to be a secret */
export function createAdminServer(options: AdminServerOptions): AdminServer {
  const { host, port, token, ports, tls = null } = options;
  if (tls === null && !isLoopbackHost(host))
    throw new RangeError(`without TLS the admin API binds loopback addresses only, not ${host}`);
  if (token.length < TOKEN_CHARS_MIN)
    throw new RangeError(`the admin token needs ${TOKEN_CHARS_MIN} characters or more`);
  const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };

  const disabled = new Set(options.disabledEndpoints);
  const app = createAdminApp({ token, ports, disabled, anyHost: tls !== null, answerTimeoutMs: timeouts.answerMs });
  const bounds = {
    headersTimeout: timeouts.headersMs,
    requestTimeout: timeouts.headersMs,
    keepAliveTimeout: timeouts.headersMs,
    connectionsCheckingInterval: Math.min(CHECK_INTERVAL_MS, timeouts.headersMs),
    maxHeaderSize: HEADER_BYTES_MAX,
  };
  const asksForCertificate = tls !== null && tls.clientCaFile !== null;
  const tlsServer =
    tls === null
      ? null
      : createTlsServer({
          ...bounds,
          handshakeTimeout: timeouts.headersMs,
          requestCert: asksForCertificate,
          rejectUnauthorized: asksForCertificate,
        });
  const server = tlsServer ?? createServer(bounds);
  const sockets = trackSockets(server);
  server.maxConnections = CONNECTIONS_MAX;
  server.maxHeadersCount = HEADERS_COUNT_MAX;
  // A client that does not read its answer is silent too.
  server.setTimeout(timeouts.silenceMs);
  const listener = getRequestListener(app.fetch, { errorHandler: () => errorResponse('badRequest') });
  server.on('request', (request, response) => void listener(request, response));

  let watch: FileWatch | null = null;
  return {
    async listen() {
      if (tls === null || tlsServer === null) return listen(server, host, port, 'http');
      const followed = followTlsFiles(tlsServer, tls, {
        clock: systemClock,
        onReload: (problem) => tellReload(ports.telemetry, problem?.problem ?? null),
      });
      if (!followed.ok) throw new TlsFileError(followed.error);
      watch = followed.value;
      return listen(server, host, port, 'https');
    },
    close(timeoutMs) {
      watch?.stop();
      return close(server, timeoutMs, sockets.destroyAll);
    },
  };
}

function tellReload(telemetry: Telemetry, problem: string | null): void {
  telemetry.emit(
    problem === null
      ? { type: 'credentials.reloaded', source: 'admin_tls' }
      : { type: 'credentials.reload_failed', source: 'admin_tls', problem },
  );
}

function listen(
  server: Server,
  host: string,
  port: number,
  scheme: 'http' | 'https',
): Promise<{ url: string; port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: host.replace(/^\[|\]$/g, ''), port }, () => {
      server.off('error', reject);
      const { address, family, port: bound } = server.address() as AddressInfo;
      resolve({ url: `${scheme}://${family === 'IPv6' ? `[${address}]` : address}:${bound}`, port: bound });
    });
  });
}

function close(server: Server, timeoutMs: number, destroyAll: () => void): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(destroyAll, timeoutMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
