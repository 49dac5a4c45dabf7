/**
 * One connection, from its socket to its end: says hello, waits for the welcome, hands envelopes on in order, and
 * turns every kind of end into one ConnectionError that says what to do about it.
 */
import type { Clock } from '../base/clock.js';
import { decodeCompact } from '../protocol/compact-decode.js';
import { encodeCompact } from '../protocol/compact-encode.js';
import { joinFrame, splitFrame } from '../protocol/compact-frame.js';
import { MessageType, type Envelope, type Welcome as WireWelcome } from '../protocol/generated/compact-schema.js';
import { PROTOCOL_MAJOR } from '../protocol/version.js';
import { BusError, ConnectionError } from './errors.js';
import type { Settings } from './options.js';
import { clientTypeNumber } from './results.js';
import type { Platform, Socket, SocketEnd } from './socket.js';

export interface LinkHandlers {
  onWelcome(welcome: WireWelcome): void;
  onEnvelope(envelope: Envelope): void;
  /** An envelope that could not be read; the others of its Frame are unharmed. */
  onUnreadable(error: ConnectionError): void;
  /** Once; nothing follows. */
  onEnd(error: ConnectionError): void;
}

export interface LinkOptions {
  readonly platform: Platform;
  readonly settings: Settings;
  readonly url: string;
  readonly token: string | null;
  readonly helloId: string;
}

/** Close codes (RFC 6455, section 7.4.1) this side uses. */
const NORMAL_CLOSURE = 1000;
const PROTOCOL_ERROR = 1002;
/** Close codes of the bus that mean: change something first; the first of them is about the credential. */
const TERMINAL_MIN = 4500;
const TERMINAL_MAX = 4999;

export class Link {
  readonly #handlers: LinkHandlers;
  readonly #options: LinkOptions;
  readonly #clock: Clock;
  readonly #socket: Socket;
  readonly #welcomeTimer;
  #welcomed = false;
  #ended = false;
  /** The latest refusal that names no message: often the reason of the close that follows. */
  #refusal: BusError | null = null;
  #lastInboundMs: number;

  /** @throws ConnectionError when no socket can be opened for the URL. */
  constructor(options: LinkOptions, handlers: LinkHandlers) {
    const { platform, settings, url, token } = options;
    this.#options = options;
    this.#handlers = handlers;
    this.#clock = settings.clock;
    this.#lastInboundMs = this.#clock.monotonicMs();
    const carried = token !== null && platform.carriesToken(token) ? token : null;
    this.#socket = platform.openSocket(
      { url, token: carried, timeoutMs: settings.connectTimeoutMs },
      {
        onOpen: () => this.#sayHello(carried === null ? token : null),
        onMessage: (bytes) => this.#receive(bytes),
        onClose: (end) => this.#finish(this.#explain(end)),
      },
    );
    this.#welcomeTimer = this.#clock.setTimer(settings.connectTimeoutMs, () => {
      this.abort(new ConnectionError('UNREACHABLE', `no welcome from ${url} in ${settings.connectTimeoutMs} ms`));
    });
  }

  /** Monotonic time of the latest sign of life, milliseconds. */
  get lastInboundMs(): number {
    return this.#lastInboundMs;
  }

  send(frame: Uint8Array): void {
    if (!this.#ended) this.#socket.send(frame);
  }

  /** Ends the connection from this side, for this reason. */
  abort(error: ConnectionError, closeCode = NORMAL_CLOSURE): void {
    if (this.#ended) return;
    this.#finish(error);
    this.#socket.close(closeCode, '');
  }

  #sayHello(token: string | null): void {
    const { clientType, screenName, capabilities } = this.#options.settings;
    const hello = encodeCompact('Envelope', {
      version: PROTOCOL_MAJOR,
      type: MessageType.COMMAND,
      id: this.#options.helloId,
      hello: {
        clientType: clientTypeNumber(clientType),
        screenName,
        capabilities,
        sdk: `arqonbus-js (${this.#options.platform.runtime})`,
        token: token ?? '',
      },
    });
    this.#socket.send(joinFrame([hello]));
  }

  #receive(frame: Uint8Array): void {
    this.#lastInboundMs = this.#clock.monotonicMs();
    let envelopes: Uint8Array[];
    try {
      envelopes = splitFrame(frame);
    } catch (cause) {
      this.abort(unreadable('the server sent a broken Frame', cause), PROTOCOL_ERROR);
      return;
    }
    for (const bytes of envelopes) {
      if (this.#ended) return;
      let envelope: Envelope;
      try {
        envelope = decodeCompact('Envelope', bytes);
      } catch (cause) {
        this.#handlers.onUnreadable(unreadable('the server sent an unreadable envelope', cause));
        continue;
      }
      this.#accept(envelope);
    }
  }

  #accept(envelope: Envelope): void {
    if (envelope.error !== undefined && envelope.correlationId === '')
      this.#refusal = BusError.fromWire(envelope.error);
    if (this.#welcomed) {
      this.#handlers.onEnvelope(envelope);
    } else if (envelope.welcome !== undefined && envelope.correlationId === this.#options.helloId) {
      this.#welcomed = true;
      this.#welcomeTimer.cancel();
      this.#handlers.onWelcome(envelope.welcome);
    } else if (envelope.error !== undefined) {
      this.abort(refusedWith(BusError.fromWire(envelope.error)));
    }
  }

  #explain(end: SocketEnd): ConnectionError {
    const { code, reason } = end;
    const cause = this.#refusal ?? end.error;
    const detail = { closeCode: code, ...(cause !== undefined && { cause }) };
    const because = this.#refusal?.message ?? (reason === '' ? `close code ${code}` : reason);
    if (code >= TERMINAL_MIN && code <= TERMINAL_MAX) {
      return new ConnectionError('REFUSED', `the server closed the connection: ${because}`, {
        ...detail,
        retry: code === TERMINAL_MIN ? 'after_reauth' : 'never',
      });
    }
    if (this.#welcomed) return new ConnectionError('LOST', `the connection was lost: ${because}`, detail);
    if (end.error !== undefined) return end.error;
    return new ConnectionError('UNREACHABLE', `no session at ${this.#options.url}: ${because}`, detail);
  }

  #finish(error: ConnectionError): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#welcomeTimer.cancel();
    this.#handlers.onEnd(error);
  }
}

function refusedWith(error: BusError): ConnectionError {
  if (error.retry === 'retry' || error.retry === 'resync') {
    return new ConnectionError('UNREACHABLE', `the server takes no sessions now: ${error.message}`, { cause: error });
  }
  return new ConnectionError('REFUSED', `the server refused the session: ${error.message}`, {
    retry: error.retry,
    cause: error,
  });
}

function unreadable(message: string, cause: unknown): ConnectionError {
  return new ConnectionError('PROTOCOL', message, { retry: 'retry', cause });
}
