/**
 * The client as programs see it: what each call promises. `connect` in index.ts (Node) or browser.ts makes one.
 *
 * - One connection at a time; after a loss it connects again with full jitter and every subscription continues where
 *   it stood. What cannot be continued is told as a gap. [P1]
 * - A publish settles exactly once: with its ack, a refusal, or its deadline. After a reconnect what was not settled
 *   is sent again with the same id, so that it is stored once. [P4]
 * - Nothing waits without a deadline and no queue without a bound.
 */
import type { BusError, ConnectionError } from './errors.js';
import type { Message } from './message.js';
import type {
  HistoryQuery,
  JoinOptions,
  MessageOptions,
  PageQuery,
  PublishOptions,
  RequestManyOptions,
  RequestOptions,
} from './options.js';
import type { Payload } from './payload.js';
import type {
  Ack,
  ChannelInfo,
  ChannelsPage,
  CommandHelp,
  HistoryPage,
  PresencePage,
  RoomsPage,
  ServerStatus,
  Welcome,
} from './results.js';
import type { Subscription } from './subscription.js';

export type ClientState = 'connected' | 'reconnecting' | 'closed';

export interface ClientEvents {
  /** The connection came, went, or ended for good; the error says why where there is one. */
  state: (state: ClientState, error?: ConnectionError) => void;
  /** A direct message for this client. */
  direct: (message: Message) => void;
  /** A request to this client itself; answer with `message.reply`. */
  request: (message: Message) => void;
  /** The server will close the connection soon. The SDK connects again by itself. */
  goAway: (notice: { readonly reason: string; readonly deadlineMs: number }) => void;
  /**
   * Something no call could be told of: a handler of yours threw, or the server refused something that names no
   * message. Without a listener what handlers throw becomes an uncaught error.
   */
  error: (error: BusError | ConnectionError | Error) => void;
}

export type MessageHandler = (message: Message) => void | Promise<void>;

/** Answers a request; what it returns is the reply's payload. */
export type RequestHandler = (message: Message) => Payload | Promise<Payload>;

/** A standing answer to requests. */
export interface Responder {
  stop(): Promise<void>;
}

export interface Client {
  readonly state: ClientState;
  /** Identity of the present connection; another one after a reconnect. */
  readonly clientId: string;
  /** What the server said when the present connection began. */
  readonly welcome: Welcome;

  /** Calls `fn` for every such event; the result ends that. */
  on<K extends keyof ClientEvents>(event: K, fn: ClientEvents[K]): () => void;

  /**
   * Subscribes to `room:channel`, `room:*` or `room:prefix.*`. With `onMessage` messages are pushed, one after the
   * other (a returned promise is waited for); without it the subscription is iterated.
   */
  join(address: string, options?: JoinOptions, onMessage?: MessageHandler): Promise<Subscription>;
  join(address: string, onMessage: MessageHandler): Promise<Subscription>;

  /** Sends to everyone in `room:channel`. All publishes of one turn of the event loop leave as one Frame. */
  publish(address: string, payload: Payload, options?: PublishOptions): Promise<Ack>;
  /** Sends to one client, at most once. */
  direct(clientId: string, payload: Payload, options?: MessageOptions): Promise<Ack>;
  /** Asks the responders of `room:channel`, or one client by its id; the first reply counts. */
  request(addressOrClientId: string, payload: Payload, options?: RequestOptions): Promise<Message>;
  /** Asks and collects several replies. Rejects only if there was none. */
  requestMany(addressOrClientId: string, payload: Payload, options?: RequestManyOptions): Promise<Message[]>;
  /** Answers requests to a channel; with a group one of the group answers each. */
  respond(address: string, handler: RequestHandler, options?: { readonly group?: string }): Promise<Responder>;

  presence(address: string, query?: PageQuery): Promise<PresencePage>;
  history(address: string, query?: HistoryQuery): Promise<HistoryPage>;
  channelInfo(address: string): Promise<ChannelInfo>;
  listRooms(query?: PageQuery): Promise<RoomsPage>;
  listChannels(room: string, query?: PageQuery): Promise<ChannelsPage>;
  /** Answers the epoch of the new channel. */
  createChannel(address: string): Promise<{ readonly epoch: number }>;
  deleteChannel(address: string): Promise<void>;
  status(): Promise<ServerStatus>;
  /** Round trip in milliseconds, and the server's clock. */
  ping(): Promise<{ readonly roundTripMs: number; readonly timestampMs: number }>;
  help(): Promise<readonly CommandHelp[]>;
  /** Replaces the credential of the present connection. */
  refreshToken(token: string): Promise<{ readonly expiresAtMs: number }>;

  /** Ends everything. What is not settled yet is rejected: await your publishes first. */
  close(): Promise<void>;
}
