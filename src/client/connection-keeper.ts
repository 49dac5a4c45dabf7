/**
 * Keeps one connection: connects, and after a loss connects again until told to stop or until the server says that
 * trying again is pointless. The token provider is asked before every attempt.
 */
import { createMessageId } from '../base/ids.js';
import type { Timer } from '../base/clock.js';
import type { Envelope, GoAway, Welcome as WireWelcome } from '../protocol/generated/compact-schema.js';
import { reconnectDelayMs, windowDelayMs, type RetryWindow } from './backoff.js';
import { ConnectionError } from './errors.js';
import { startHeartbeat } from './heartbeat.js';
import { Link } from './link.js';
import type { Settings } from './options.js';
import type { Platform } from './socket.js';

export interface KeeperHandlers {
  onWelcome(welcome: WireWelcome): void;
  onEnvelope(envelope: Envelope): void;
  onUnreadable(error: ConnectionError): void;
  /** `final`: there will be no other connection. */
  onLost(error: ConnectionError, final: boolean): void;
  /** Sends something the server must answer. */
  probe(): void;
}

/** A session that ended sooner than this does not count as a success: connecting again keeps slowing down. */
const STABLE_SESSION_MS = 1_000;

export class ConnectionKeeper {
  readonly #platform: Platform;
  readonly #settings: Settings;
  readonly #url: string;
  readonly #handlers: KeeperHandlers;
  #link: Link | null = null;
  #stopped: ConnectionError | null = null;
  #attempts = 0;
  #window: RetryWindow | null = null;
  /** A refused credential is worth one fresh one, not a loop. */
  #mayReauth = false;
  /** The first attempt answers `connect`: it succeeds or fails, and is not repeated in silence. */
  #everWelcomed = false;
  #welcomedAtMs = 0;
  #stopHeartbeat: (() => void) | null = null;
  #retryTimer: Timer | null = null;
  #release: (() => void) | null = null;

  constructor(platform: Platform, settings: Settings, url: string, handlers: KeeperHandlers) {
    this.#platform = platform;
    this.#settings = settings;
    this.#url = url;
    this.#handlers = handlers;
  }

  start(): void {
    this.#hold();
    void this.#attempt();
  }

  send(frame: Uint8Array): void {
    this.#link?.send(frame);
  }

  /** The server announced a planned close: its window counts for the next attempt. */
  noteGoAway(notice: GoAway): void {
    this.#window = { minMs: notice.retryMinMs, maxMs: notice.retryMaxMs };
  }

  /** Ends it for good. */
  stop(error: ConnectionError): void {
    if (this.#stopped !== null) return;
    this.#stopped = error;
    this.#retryTimer?.cancel();
    const link = this.#link;
    if (link !== null) link.abort(error);
    else this.#lose(error);
  }

  async #attempt(): Promise<void> {
    let token: string | null;
    try {
      token = await resolveToken(this.#settings);
    } catch (cause) {
      this.#lose(ConnectionError.from(cause));
      return;
    }
    if (this.#stopped !== null) return;
    try {
      this.#link = this.#open(token);
    } catch (cause) {
      this.#lose(ConnectionError.from(cause, 'REFUSED'));
    }
  }

  #open(token: string | null): Link {
    const link: Link = new Link(
      { platform: this.#platform, settings: this.#settings, url: this.#url, token, helloId: createMessageId() },
      {
        onWelcome: (welcome) => this.#welcomed(link, welcome),
        onEnvelope: (envelope) => this.#handlers.onEnvelope(envelope),
        onUnreadable: (error) => this.#handlers.onUnreadable(error),
        onEnd: (error) => this.#lose(error),
      },
    );
    return link;
  }

  #welcomed(link: Link, welcome: WireWelcome): void {
    const { clock, pingIntervalMs } = this.#settings;
    this.#welcomedAtMs = clock.monotonicMs();
    this.#mayReauth = true;
    this.#everWelcomed = true;
    this.#window = null;
    this.#letGo();
    this.#stopHeartbeat = startHeartbeat({
      clock,
      intervalMs: pingIntervalMs ?? (welcome.pingIntervalMs || 25_000),
      deadlineMs: welcome.pongDeadlineMs || 10_000,
      lastInboundMs: () => link.lastInboundMs,
      probe: () => this.#handlers.probe(),
      onDead: () => link.abort(new ConnectionError('LOST', 'the connection was lost: no sign of life')),
    });
    this.#handlers.onWelcome(welcome);
  }

  #lose(error: ConnectionError): void {
    const wasWelcomed = this.#stopHeartbeat !== null;
    this.#stopHeartbeat?.();
    this.#stopHeartbeat = null;
    this.#link = null;
    if (wasWelcomed && this.#settings.clock.monotonicMs() - this.#welcomedAtMs >= STABLE_SESSION_MS) this.#attempts = 0;
    const final = this.#stopped !== null || !this.#mayRetry(error);
    if (final) {
      this.#stopped ??= error;
      this.#letGo();
    } else {
      this.#hold();
      this.#retryTimer = this.#settings.clock.setTimer(this.#nextDelayMs(), () => void this.#attempt());
    }
    this.#handlers.onLost(error, final);
  }

  #mayRetry(error: ConnectionError): boolean {
    if (!this.#everWelcomed || this.#settings.reconnect === false || error.retry === 'never') return false;
    if (error.retry !== 'after_reauth') return true;
    const fresh = this.#mayReauth && typeof this.#settings.token === 'function';
    this.#mayReauth = false;
    return fresh;
  }

  #nextDelayMs(): number {
    const { reconnect, random } = this.#settings;
    const window = this.#window;
    this.#window = null;
    if (window !== null) return windowDelayMs(window, random);
    if (reconnect === false) return 0;
    this.#attempts += 1;
    return reconnectDelayMs(reconnect, this.#attempts - 1, random);
  }

  #hold(): void {
    this.#release ??= this.#platform.hold();
  }

  #letGo(): void {
    this.#release?.();
    this.#release = null;
  }
}

/** What the provider gives, within the time of one attempt. @throws ConnectionError, and what the provider throws */
export async function resolveToken(settings: Settings): Promise<string | null> {
  const { token, connectTimeoutMs, clock } = settings;
  if (typeof token !== 'function') return token ?? null;
  let timer: Timer | null = null;
  const deadline = new Promise<never>((_, reject) => {
    timer = clock.setTimer(connectTimeoutMs, () => {
      reject(new ConnectionError('UNREACHABLE', `the token provider gave nothing in ${connectTimeoutMs} ms`));
    });
  });
  try {
    return await Promise.race([token(), deadline]);
  } finally {
    (timer as Timer | null)?.cancel();
  }
}
