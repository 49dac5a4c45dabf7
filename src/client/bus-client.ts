/** The client's calls, each one a few lines over the session. */
import { exactAddress, identifier, joinAddress, requestTarget } from './addresses.js';
import type { BusSession } from './bus-session.js';
import type { Client, ClientEvents, ClientState, MessageHandler, RequestHandler, Responder } from './client.js';
import * as commands from './commands.js';
import { invalidArgument } from './errors.js';
import type { Message } from './message.js';
import type {
  HistoryQuery,
  JoinOptions,
  MessageOptions,
  PageQuery,
  Position,
  PublishOptions,
  RequestManyOptions,
  RequestOptions,
} from './options.js';
import type { Payload } from './payload.js';
import { answerRequests } from './responder.js';
import type * as results from './results.js';
import type { Subscription } from './subscription.js';
import type { SubscriptionCore } from './subscription-core.js';

const REQUEST_TIMEOUT_MS = 10_000;
const BUFFER_MESSAGES_MAX = 1_000;

export class BusClient implements Client {
  readonly #session: BusSession;

  constructor(session: BusSession) {
    this.#session = session;
  }

  get state(): ClientState {
    return this.#session.state;
  }

  get clientId(): string {
    return this.#session.welcome.clientId;
  }

  get welcome(): results.Welcome {
    return this.#session.welcome;
  }

  on<K extends keyof ClientEvents>(event: K, fn: ClientEvents[K]): () => void {
    return this.#session.events.on(event, fn);
  }

  async join(
    address: string,
    optionsOrHandler: JoinOptions | MessageHandler = {},
    handler?: MessageHandler,
  ): Promise<Subscription> {
    const [options, onMessage] =
      typeof optionsOrHandler === 'function' ? [{}, optionsOrHandler] : [optionsOrHandler, handler];
    return this.#join(address, options, onMessage);
  }

  async publish(address: string, payload: Payload, options: PublishOptions = {}): Promise<results.Ack> {
    const { type = 'event', ...rest } = options;
    const to = exactAddress(address);
    return this.#session.send(type === 'telemetry' ? 'TELEMETRY' : 'EVENT', to, payload, rest);
  }

  async direct(clientId: string, payload: Payload, options: MessageOptions = {}): Promise<results.Ack> {
    return this.#session.send('DIRECT', { target: identifier('clientId', clientId) }, payload, options);
  }

  async request(addressOrClientId: string, payload: Payload, options: RequestOptions = {}): Promise<Message> {
    const [first] = await this.requestMany(addressOrClientId, payload, { ...options, replies: 1 });
    // The exchange settles with at least one reply or rejects.
    return first as Message;
  }

  async requestMany(
    addressOrClientId: string,
    payload: Payload,
    { replies = Infinity, timeoutMs = REQUEST_TIMEOUT_MS, ...rest }: RequestManyOptions = {},
  ): Promise<Message[]> {
    return this.#session.ask(requestTarget(addressOrClientId), payload, { ...rest, timeoutMs }, replies);
  }

  async respond(
    address: string,
    handler: RequestHandler,
    { group }: { readonly group?: string } = {},
  ): Promise<Responder> {
    const options = { responder: true, ...(group !== undefined && { group }) };
    const answer = answerRequests(handler, (error) => this.#session.report(error));
    const subscription = await this.#join(address, options, answer, true);
    return { stop: () => subscription.leave() };
  }

  presence(address: string, query: PageQuery = {}): Promise<results.PresencePage> {
    return commands.readPresence(this.#session, address, query);
  }

  history(address: string, query: HistoryQuery = {}): Promise<results.HistoryPage> {
    return commands.readHistory(this.#session, this.#session, address, query);
  }

  channelInfo(address: string): Promise<results.ChannelInfo> {
    return commands.readChannelInfo(this.#session, address);
  }

  listRooms(query: PageQuery = {}): Promise<results.RoomsPage> {
    return commands.readRooms(this.#session, query);
  }

  listChannels(room: string, query: PageQuery = {}): Promise<results.ChannelsPage> {
    return commands.readChannels(this.#session, room, query);
  }

  createChannel(address: string): Promise<{ readonly epoch: number }> {
    return commands.createChannel(this.#session, address);
  }

  deleteChannel(address: string): Promise<void> {
    return commands.deleteChannel(this.#session, address);
  }

  status(): Promise<results.ServerStatus> {
    return commands.readStatus(this.#session);
  }

  async ping(): Promise<{ readonly roundTripMs: number; readonly timestampMs: number }> {
    const { clock } = this.#session.settings;
    const sentAtMs = clock.monotonicMs();
    const { timestampMs } = await this.#session.call('ping', {});
    return { roundTripMs: clock.monotonicMs() - sentAtMs, timestampMs };
  }

  help(): Promise<readonly results.CommandHelp[]> {
    return commands.readHelp(this.#session);
  }

  refreshToken(token: string): Promise<{ readonly expiresAtMs: number }> {
    return this.#session.refreshToken(token);
  }

  close(): Promise<void> {
    this.#session.close();
    return Promise.resolve();
  }

  async #join(
    address: string,
    options: JoinOptions,
    onMessage: ((message: Message) => unknown) | undefined,
    requestsOnly = false,
  ): Promise<SubscriptionCore> {
    const { room, channel, pattern } = joinAddress(address);
    const { group = '', responder = false, echo = false, rewind = 0 } = options;
    const recover = readRecover(options.recover, pattern.kind === 'exact' ? channel : null);
    if (group !== '') identifier('group', group);
    const { bufferMessagesMax = BUFFER_MESSAGES_MAX, timeoutMs = this.#session.settings.timeoutMs } = options;
    const subscription = await this.#session.hub.join(
      { room, channel, pattern, group, responder, requestsOnly, echo, bufferMessagesMax },
      { recover, rewind, timeoutMs },
      onMessage,
    );
    return subscription;
  }
}

function readRecover(recover: JoinOptions['recover'], exactChannel: string | null): ReadonlyMap<string, Position> {
  if (recover === undefined) return new Map();
  if ('epoch' in recover) {
    if (exactChannel === null) throw invalidArgument('recover', 'name the channel of each position');
    return new Map([[exactChannel, { epoch: recover.epoch, sequence: recover.sequence }]]);
  }
  return recover;
}
