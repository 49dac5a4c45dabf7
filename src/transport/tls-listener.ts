/**
 * The TLS side of the bus's listener: its certificate follows its files, failed handshakes are counted, and sockets
 * that never finish theirs do not outlive the server. [T-TLS-1] [P8]
 */
import type { Server } from 'node:https';
import type { TLSSocket } from 'node:tls';
import type { Clock } from '../base/clock.js';
import type { FileWatch } from '../base/file-watch.js';
import { trackSockets } from '../base/open-sockets.js';
import { TlsFileError, type TlsFiles } from '../base/tls-files.js';
import { followTlsFiles } from '../base/tls-reload.js';
import type { Telemetry } from '../telemetry/events.js';
import { CERTIFICATE_REFUSED, peerCertificateOf } from './peer-certificate.js';

export class TlsListener {
  readonly #server: Server;
  readonly #files: TlsFiles;
  readonly #ports: { readonly clock: Clock; readonly telemetry: Telemetry };
  readonly #sockets: ReturnType<typeof trackSockets>;
  #watch: FileWatch | null = null;

  constructor(server: Server, files: TlsFiles, ports: { readonly clock: Clock; readonly telemetry: Telemetry }) {
    this.#server = server;
    this.#files = files;
    this.#ports = ports;
    this.#sockets = trackSockets(server);
    // Told here and not where the request is refused: some broken chains (CERT_SIGNATURE_FAILURE) leave an error behind
    // in OpenSSL that ends the socket before a request is read.
    server.prependListener('secureConnection', (socket) => {
      if (peerCertificateOf(socket).kind === 'refused') this.#tell(socket, CERTIFICATE_REFUSED.reason);
    });
    // Before node:https destroys the socket and with it the address.
    server.prependListener('tlsClientError', (error, socket) => this.#tell(socket, reasonOf(error)));
  }

  /** @throws TlsFileError when certificate or key cannot be used */
  start(): void {
    const { clock, telemetry } = this.#ports;
    const followed = followTlsFiles(this.#server, this.#files, {
      clock,
      onReload: (problem) =>
        telemetry.emit(
          problem === null
            ? { type: 'credentials.reloaded', source: 'tls' }
            : { type: 'credentials.reload_failed', source: 'tls', problem: problem.problem },
        ),
    });
    if (!followed.ok) throw new TlsFileError(followed.error);
    this.#watch = followed.value;
  }

  /** Ends what is left, handshakes under way included. */
  stop(): void {
    this.#watch?.stop();
    this.#sockets.destroyAll();
  }

  #tell(socket: TLSSocket, reason: string): void {
    const remoteAddress = socket.remoteAddress ?? 'unknown';
    this.#ports.telemetry.emit({ type: 'connection.refused', remoteAddress, reason });
  }
}

/** Our words for the everyday cases; OpenSSL has hundreds. */
function reasonOf({ code }: NodeJS.ErrnoException): string {
  if (code === 'ERR_TLS_HANDSHAKE_TIMEOUT') return 'tls_timeout';
  return code === 'ERR_SSL_HTTP_REQUEST' ? 'tls_plain_http' : 'tls_handshake';
}
