/** What callers can choose, with every default in one place. Durations are milliseconds, sizes bytes. */
import { systemClock, type Clock } from '../base/clock.js';

export type ClientType = 'human' | 'ai-agent' | 'dashboard' | 'service';

/**
 * A credential, or where to get one: asked before every attempt to connect, and in time before the credential expires.
 * A text that is refused or expires ends the client; a function is asked once more, and then that is the end.
 */
export type TokenProvider = string | (() => string | Promise<string>);

export interface ReconnectOptions {
  /** Upper end of the first random delay. */
  readonly minMs: number;
  /** Upper end of any random delay. */
  readonly maxMs: number;
}

export interface ConnectOptions {
  readonly token?: TokenProvider;
  readonly clientType?: ClientType;
  /** Name for people, shown in presence; at most 64 characters. */
  readonly screenName?: string;
  /** Capability descriptors shown in presence: at most 64 of at most 128 bytes. */
  readonly capabilities?: readonly string[];
  /** `false`: a lost connection ends the client. Default, and `true`: full jitter, 250 ms doubling up to 15 s. */
  readonly reconnect?: boolean | ReconnectOptions;
  /** Bound of one attempt, from opening the socket to the welcome. Default 10 s. */
  readonly connectTimeoutMs?: number;
  /** Publishes, direct messages, requests and commands that are not settled yet. Default 10,000. */
  readonly queueMessagesMax?: number;
  /** Bytes of the same. Default 8 MiB. */
  readonly queueBytesMax?: number;
  /** How often a silent connection is probed. Default: what the server's welcome says. */
  readonly pingIntervalMs?: number;
  /** Deadline of a publish, direct message or command that names none. Default 30 s. */
  readonly timeoutMs?: number;
  /** A number of 0 to 1, 1 excluded; spreads reconnects. */
  readonly random?: () => number;
  readonly clock?: Clock;
}

/** The same with every default filled in. */
export interface Settings {
  readonly token: TokenProvider | undefined;
  readonly clientType: ClientType;
  readonly screenName: string;
  readonly capabilities: readonly string[];
  readonly reconnect: false | ReconnectOptions;
  readonly connectTimeoutMs: number;
  readonly queueMessagesMax: number;
  readonly queueBytesMax: number;
  readonly pingIntervalMs: number | undefined;
  readonly timeoutMs: number;
  readonly random: () => number;
  readonly clock: Clock;
}

const RECONNECT: ReconnectOptions = { minMs: 250, maxMs: 15_000 };

export function resolveSettings(options: ConnectOptions): Settings {
  const { reconnect = true } = options;
  return {
    token: options.token,
    clientType: options.clientType ?? 'service',
    screenName: options.screenName ?? '',
    capabilities: options.capabilities ?? [],
    reconnect: reconnect === true ? RECONNECT : reconnect,
    connectTimeoutMs: options.connectTimeoutMs ?? 10_000,
    queueMessagesMax: options.queueMessagesMax ?? 10_000,
    queueBytesMax: options.queueBytesMax ?? 8_388_608,
    pingIntervalMs: options.pingIntervalMs,
    timeoutMs: options.timeoutMs ?? 30_000,
    random: options.random ?? Math.random,
    clock: options.clock ?? systemClock,
  };
}

/** A place in a channel: the last message one has. */
export interface Position {
  readonly epoch: number;
  readonly sequence: number;
}

export interface JoinOptions {
  /** Continue after these positions; of an exact channel one position is enough. Needs the history grant. */
  readonly recover?: Position | ReadonlyMap<string, Position>;
  /** Begin with the last N messages; 1 is "the last value". Not with `recover`. Needs the history grant. */
  readonly rewind?: number;
  /** Share the channel with the others of this group: each message goes to one of them, at most once. */
  readonly group?: string;
  /** Also receive the channel's requests, as messages of type `request`; answer with `message.reply`. */
  readonly responder?: boolean;
  /** Deliver one's own messages too. Default false: the wire carries the echo, the SDK drops it. */
  readonly echo?: boolean;
  /** Messages kept for a slow consumer before the subscription is parked. Default 1000. */
  readonly bufferMessagesMax?: number;
  readonly timeoutMs?: number;
}

/** A semantic vector, carried and never interpreted. */
export interface EmbeddingHook {
  readonly model: string;
  readonly dimensions: number;
  /** Little-endian single precision numbers: 4 bytes per dimension. */
  readonly values: Uint8Array;
}

/** Fields of an envelope that its sender owns. */
export interface MessageOptions {
  /** Default: a new UUIDv7. The same id again is the same message. [P4] */
  readonly id?: string;
  /** Default: from the payload (text/plain, application/json, or none for bytes). */
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly ttlMs?: number;
  readonly correlationId?: string;
  readonly causationId?: string;
  readonly hopCount?: number;
  readonly traceparent?: string;
  readonly capabilities?: readonly string[];
  readonly intent?: string;
  readonly embedding?: EmbeddingHook;
  /** Deadline of the ack, milliseconds. */
  readonly timeoutMs?: number;
}

export interface PublishOptions extends MessageOptions {
  readonly type?: 'event' | 'telemetry';
}

export interface RequestOptions extends MessageOptions {
  /** Deadline of the answer, milliseconds; the server hears of it too. Default 10 s. */
  readonly timeoutMs?: number;
}

export interface RequestManyOptions extends RequestOptions {
  /** Settle after this many replies; otherwise at the deadline with what came. */
  readonly replies?: number;
}

export interface HistoryQuery {
  /** Only messages after this one (before it with `reverse`): the `next` of the page before. */
  readonly after?: Position;
  readonly sinceMs?: number;
  readonly untilMs?: number;
  /** Default 50. */
  readonly limit?: number;
  /** Newest first. */
  readonly reverse?: boolean;
}

export interface PageQuery {
  /** Continue after this name: the last one of the page before. */
  readonly after?: string;
  /** Default 100, at most 1000. */
  readonly limit?: number;
}
