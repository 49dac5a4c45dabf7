/**
 * Accepts WebSocket connections and keeps them within bounds of number, time and memory. What their bytes mean is the
 * sinks' business. [P5] [P8] [P10]
 *
 * - A connection reaches `openSink` only with the right subprotocol and, from a browser, from a listed origin.
 * - One interval serves all heartbeats, deadlines and ages; an idle connection has no timer and no buffer.
 * - Emits connection.refused and connection.opened; connection.closed is the pipeline's, which knows the client.
 */
import type { IncomingMessage, Server } from 'node:http';
import { type DropArgument, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Server as Upgrader } from 'ws';
import { createCidrSet } from '../base/cidr.js';
import type { Clock, Timer } from '../base/clock.js';
import type { FlushLoop } from '../base/flush-loop.js';
import { CloseCode } from '../protocol/close-code.js';
import type { HotCounters, Telemetry } from '../telemetry/events.js';
import { admitUpgrade, type AdmissionRules } from './admit-upgrade.js';
import type { BusSocket } from './bus-socket.js';
import type { Connection, ConnectionInfo, OpenSink } from './connection.js';
import { InboundBudget } from './inbound-budget.js';
import { ADMIT_ALL, type Admission } from './admission.js';
import { ListenError } from './listen-error.js';
import { outboxEnvironment } from './outbox.js';
import { PacedWork } from './paced-work.js';
import { CERTIFICATE_REFUSED, peerCertificateOf } from './peer-certificate.js';
import { AT_CONNECTION_LIMIT, DRAINING, refuse, type Refusal, UPGRADE_REQUIRED } from './refusal.js';
import { refusalOfRequest } from './request-error.js';
import { TlsListener } from './tls-listener.js';
import type { TransportOptions } from './transport-options.js';
import { createHttpServer, createUpgrader } from './upgrade-server.js';
import { type ConnectionEnvironment, type SlowCounts, WebSocketConnection } from './websocket-connection.js';

export interface TransportPorts {
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly counters: HotCounters;
  readonly flushLoop: FlushLoop;
  readonly openSink: OpenSink;
  /** By default every address may connect. */
  readonly admission?: Admission;
}

export interface TransportStats {
  readonly connections: number;
  /** Bytes queued for all connections. */
  readonly queuedBytes: number;
  /** Bytes held for unfinished inbound messages. */
  readonly inboundBytes: number;
  /** Connections closed, and conflations done, because a peer read too slowly; since start. */
  readonly slowDisconnected: number;
  readonly slowConflated: number;
}

export interface Transport {
  /** @throws ListenError (rejects) with the system's code when the address cannot be bound; TlsFileError likewise. */
  listen(): Promise<{ host: string; port: number }>;
  /** Closes the listening socket; upgrades already under way are refused with 503. [P10] */
  stopAccepting(): void;
  connections(): Iterable<Connection>;
  readonly connectionCount: number;
  stats(): TransportStats;
  /** Stops accepting and closes what is left; resolves when every socket is gone, at most closeTimeoutMs later. */
  close(): Promise<void>;
}

/** How often time is looked at: the precision of heartbeats, deadlines and queue ages. */
const SWEEP_INTERVAL_MS = 250;

export function createTransport(options: TransportOptions, ports: TransportPorts): Transport {
  return new WebSocketTransport(options, ports);
}

class WebSocketTransport implements Transport {
  readonly #options: TransportOptions;
  readonly #ports: TransportPorts;
  readonly #server: Server;
  readonly #tls: TlsListener | null;
  readonly #upgrader: Upgrader<typeof BusSocket>;
  readonly #connections = new Set<WebSocketConnection>();
  readonly #env: ConnectionEnvironment;
  readonly #rules: AdmissionRules;
  readonly #admission: Admission;
  readonly #slow: SlowCounts = { disconnected: 0, conflated: 0 };
  #sweepTimer: Timer | null = null;
  #accepting = true;
  #lastConnectionId = 0;
  /** Set by the first `close`. */
  #closed: Promise<void> | null = null;
  #onEmpty: (() => void) | null = null;

  constructor(options: TransportOptions, ports: TransportPorts) {
    this.#options = options;
    this.#ports = ports;
    this.#admission = ports.admission ?? ADMIT_ALL;
    this.#rules = {
      allowedOrigins: new Set(options.allowedOrigins),
      trustedProxies: createCidrSet(options.trustedProxies),
    };
    this.#env = {
      outbox: outboxEnvironment(options, ports),
      heartbeat: options,
      closeTimeoutMs: options.closeTimeoutMs,
      telemetry: ports.telemetry,
      inbound: new InboundBudget(options.inboundBytesMax, this.#connections),
      slow: this.#slow,
      paced: new PacedWork(),
      onGone: (connection) => this.#forget(connection),
    };
    const { server, tlsServer } = createHttpServer(options);
    this.#server = server;
    this.#tls = tlsServer === null || options.tls === null ? null : new TlsListener(tlsServer, options.tls, ports);
    this.#server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
    this.#server.on('clientError', (error, socket) => this.#refuseRequest(error, socket));
    // The HTTP server answers it; here it is told.
    this.#server.on('request', ({ socket }) => {
      const { reason } = UPGRADE_REQUIRED;
      ports.telemetry.emit({ type: 'connection.refused', remoteAddress: addressOf(socket), reason });
    });
    this.#server.on('drop', (dropped?: DropArgument) => {
      const remoteAddress = dropped?.remoteAddress ?? '';
      ports.telemetry.emit({ type: 'connection.refused', remoteAddress, reason: 'dropped' });
    });
    this.#upgrader = createUpgrader(options);
    this.#upgrader.on('wsClientError', (error, socket) => {
      this.#refuse(socket, { status: 400, reason: 'handshake', text: error.message });
    });
  }

  get connectionCount(): number {
    return this.#connections.size;
  }

  connections(): Iterable<Connection> {
    return this.#connections.values();
  }

  listen(): Promise<{ host: string; port: number }> {
    const { host, port } = this.#options;
    return new Promise((resolve, reject) => {
      this.#tls?.start();
      const onError = (error: Error): void => reject(ListenError.from(error, host, port));
      this.#server.once('error', onError);
      this.#server.listen({ host, port }, () => {
        this.#server.off('error', onError);
        this.#server.on('error', (error) => {
          this.#ports.telemetry.emit({ type: 'internal.error', where: 'transport.listener', error });
        });
        this.#armSweep();
        const address = this.#server.address();
        resolve({ host, port: typeof address === 'object' && address !== null ? address.port : port });
      });
    });
  }

  stopAccepting(): void {
    if (!this.#accepting) return;
    this.#accepting = false;
    if (this.#server.listening) this.#server.close();
  }

  stats(): TransportStats {
    let queuedBytes = 0;
    for (const connection of this.#connections) queuedBytes += connection.queuedBytes;
    return {
      connections: this.#connections.size,
      queuedBytes,
      inboundBytes: this.#env.inbound.bytes,
      slowDisconnected: this.#slow.disconnected,
      slowConflated: this.#slow.conflated,
    };
  }

  close(): Promise<void> {
    this.#closed ??= this.#end();
    return this.#closed;
  }

  async #end(): Promise<void> {
    this.stopAccepting();
    for (const connection of this.#connections) connection.close(CloseCode.GOING_AWAY, 'the server is going away');
    if (this.#connections.size > 0) {
      await new Promise<void>((resolve) => {
        this.#onEmpty = resolve;
      });
    }
    this.#sweepTimer?.cancel();
    this.#server.closeAllConnections();
    this.#tls?.stop();
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (!(socket instanceof Socket)) {
      socket.destroy();
      return;
    }
    const refusal = this.#unavailable();
    if (refusal !== null) return this.#refuse(socket, refusal);
    const certificate = peerCertificateOf(socket);
    // Told when its TLS handshake ended.
    if (certificate.kind === 'refused') return refuse(socket, CERTIFICATE_REFUSED);
    const admitted = admitUpgrade(request, socket, certificate, this.#rules);
    if (!admitted.ok) return this.#refuse(socket, admitted.error.refusal, admitted.error.remoteAddress);
    const { remoteAddress } = admitted.value;
    const turnedAway = this.#admission.open(remoteAddress);
    if (turnedAway !== null) return this.#refuse(socket, turnedAway, remoteAddress);
    let accepted = false;
    this.#upgrader.handleUpgrade(request, socket, head, (webSocket) => {
      accepted = true;
      this.#accept(webSocket, socket, admitted.value);
    });
    // It calls back before it returns or never: a bad key, or a peer that is gone.
    if (!accepted) this.#admission.close(remoteAddress);
  }

  #unavailable(): Refusal | null {
    if (!this.#accepting) return DRAINING;
    return this.#connections.size >= this.#options.connectionsMax ? AT_CONNECTION_LIMIT : null;
  }

  #accept(webSocket: BusSocket, socket: Socket, presented: Omit<ConnectionInfo, 'connectionId'>): void {
    this.#lastConnectionId += 1;
    const connectionId = this.#lastConnectionId;
    this.#ports.telemetry.emit({ type: 'connection.opened', connectionId, remoteAddress: presented.remoteAddress });
    const info = { connectionId, ...presented };
    this.#connections.add(new WebSocketConnection(this.#env, { webSocket, socket }, info, this.#ports.openSink));
  }

  #refuse(socket: Duplex, refusal: Refusal, remoteAddress = addressOf(socket)): void {
    this.#ports.telemetry.emit({ type: 'connection.refused', remoteAddress, reason: refusal.reason });
    refuse(socket, refusal);
  }

  /** What is no HTTP, or did not come in time: thousands at once, when they were begun at once. */
  #refuseRequest(error: Error, socket: Duplex): void {
    const refusal = refusalOfRequest(error);
    if (refusal === null) {
      socket.destroy();
      return;
    }
    // The request must not be completed while its refusal waits.
    socket.pause();
    this.#env.paced.add(() => {
      if (!socket.destroyed) this.#refuse(socket, refusal);
    });
  }

  #forget(connection: WebSocketConnection): void {
    if (this.#connections.delete(connection)) this.#admission.close(connection.info.remoteAddress);
    if (this.#connections.size === 0) this.#onEmpty?.();
  }

  #armSweep(): void {
    this.#sweepTimer = this.#ports.clock.setTimer(SWEEP_INTERVAL_MS, () => {
      const nowMs = this.#ports.clock.monotonicMs();
      for (const connection of this.#connections) connection.sweep(nowMs);
      this.#armSweep();
    });
  }
}

function addressOf(socket: Duplex): string {
  return socket instanceof Socket ? (socket.remoteAddress ?? '') : '';
}
