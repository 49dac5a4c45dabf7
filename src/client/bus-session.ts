/**
 * What lasts across connections: the keeper that makes them, the exchange of what is not settled, the subscriptions;
 * and the one place where an incoming envelope finds whom it is for.
 */
import { createMessageId } from '../base/ids.js';
import { encodeCompact, type CompactDraft } from '../protocol/compact-encode.js';
import { MessageType, type Command, type CommandResult, type Envelope } from '../protocol/generated/compact-schema.js';
import { PROTOCOL_MAJOR } from '../protocol/version.js';
import type { ClientEvents, ClientState } from './client.js';
import type { CommandName, CommandPort } from './commands.js';
import { ConnectionKeeper, resolveToken } from './connection-keeper.js';
import { Emitter } from './emitter.js';
import { encodeMessage, type Destination, type OutgoingMessage } from './envelopes.js';
import { BusError, ConnectionError } from './errors.js';
import { Exchange } from './exchange.js';
import { FramePacker } from './frame-packer.js';
import { Message, type ReplyPort } from './message.js';
import type { MessageOptions, Settings } from './options.js';
import type { Payload } from './payload.js';
import { toAck, toWelcome, type Ack, type Welcome } from './results.js';
import type { Platform } from './socket.js';
import { SubscriptionHub, type JoinCall } from './subscription-hub.js';
import { startRenewal } from './token-renewal.js';

/** Client ids of earlier connections that are still known as one's own. */
const OWN_IDS_MAX = 64;
/** A join without its positions: three names of at most 128 bytes, an id, tags and lengths. */
const JOIN_OVERHEAD_BYTES = 512;

export class BusSession implements CommandPort, ReplyPort {
  readonly settings: Settings;
  readonly events = new Emitter<ClientEvents>((error) => this.report(error));
  readonly hub: SubscriptionHub;
  readonly #keeper: ConnectionKeeper;
  readonly #exchange: Exchange;
  readonly #packer: FramePacker;
  readonly #ownIds = new Set<string>();
  #state: ClientState = 'reconnecting';
  #welcome: Welcome | null = null;
  #stopRenewal: () => void = () => undefined;
  #onOpened: ((error: ConnectionError | null) => void) | null = null;

  constructor(platform: Platform, url: string, settings: Settings) {
    this.settings = settings;
    const limits = (): Welcome['limits'] => this.welcome.limits;
    this.#packer = new FramePacker({
      limits,
      schedule: (fn) => platform.schedule(fn),
      send: (frame) => this.#keeper.send(frame),
    });
    this.#exchange = new Exchange({
      clock: settings.clock,
      messagesMax: settings.queueMessagesMax,
      bytesMax: settings.queueBytesMax,
      frameBytesMax: () => limits().frameBytesMax,
      transmit: (bytes) => this.#packer.add(bytes),
    });
    this.hub = new SubscriptionHub({
      join: (call, onResult) => this.#join(call, onResult),
      leave: async (room, channel) => void (await this.call('leave', { room, channel }, { repeatable: false })),
      isOwn: (clientId) => this.#ownIds.has(clientId),
      report: (error) => this.notify(error),
      reportHandler: (error) => this.report(error),
      later: (delayMs, fn) => void settings.clock.setTimer(delayMs, fn),
      timeoutMs: settings.timeoutMs,
      // The rest is for the address, the envelope and the Frame around it.
      joinBytesMax: () => limits().frameBytesMax - JOIN_OVERHEAD_BYTES,
    });
    this.#keeper = new ConnectionKeeper(platform, settings, url, {
      onWelcome: (welcome) => this.#begin(toWelcome(welcome)),
      onEnvelope: (envelope) => this.#dispatch(envelope),
      onUnreadable: (error) => this.notify(error),
      onLost: (error, final) => this.#lose(error, final),
      probe: () => this.#probe(),
    });
  }

  get state(): ClientState {
    return this.#state;
  }

  get welcome(): Welcome {
    if (this.#welcome === null) throw new ConnectionError('CLOSED', 'there was no session yet');
    return this.#welcome;
  }

  /** Resolves with the first session; rejects when the first attempt fails. */
  open(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#onOpened = (error) => (error === null ? resolve() : reject(error));
      this.#keeper.start();
    });
  }

  close(): void {
    if (this.#state === 'connected') this.#packer.flush();
    this.#keeper.stop(new ConnectionError('CLOSED', 'the client was closed'));
  }

  /** Sends a message that is settled by its ack. */
  async send(type: OutgoingMessage['type'], to: Destination, payload: Payload, options: MessageOptions): Promise<Ack> {
    const { payloadBytesMax } = this.welcome.limits;
    const { id, bytes } = encodeMessage({ type, to, payload, options, payloadBytesMax });
    return this.#exchange.submit({
      id,
      bytes,
      repeatable: type === 'EVENT' || type === 'TELEMETRY',
      timeoutMs: options.timeoutMs ?? this.settings.timeoutMs,
      what: `${type.toLowerCase()} ${id}`,
      read: (envelope) => envelope.ack && toAck(id, envelope.ack, envelope.casil),
    });
  }

  /** Sends a request that is settled by `replies` replies, or at its deadline by those that came. */
  async ask(
    to: Destination,
    payload: Payload,
    options: MessageOptions & { readonly timeoutMs: number },
    replies: number,
  ): Promise<Message[]> {
    const { payloadBytesMax } = this.welcome.limits;
    const timed = { ttlMs: options.timeoutMs, ...options };
    const { id, bytes } = encodeMessage({ type: 'REQUEST', to, payload, options: timed, payloadBytesMax });
    const answers: Message[] = [];
    return this.#exchange.submit({
      id,
      bytes,
      repeatable: false,
      timeoutMs: options.timeoutMs,
      what: `request ${id}`,
      read: (envelope) => {
        if (envelope.type !== MessageType.REPLY) return undefined;
        answers.push(new Message(envelope, this));
        return answers.length >= replies ? answers : undefined;
      },
      expire: () => (answers.length > 0 ? answers : undefined),
    });
  }

  /** A reply counts one hop more and names its cause, like everything derived. */
  answer(to: Message, payload: Payload, options: MessageOptions): Promise<Ack> {
    const { id, sender, traceparent, hopCount } = to;
    const cause = { causationId: id, hopCount: hopCount + 1, ...(traceparent !== '' && { traceparent }) };
    const type = to.type === 'request' ? 'REPLY' : 'DIRECT';
    return this.send(type, { target: sender }, payload, { ...cause, ...options, correlationId: id });
  }

  async call<N extends CommandName>(
    name: N,
    args: CompactDraft<NonNullable<Command[N]>>,
    options: {
      readonly repeatable?: boolean;
      readonly timeoutMs?: number;
      readonly onResult?: (result: NonNullable<CommandResult[N]>) => void;
    } = {},
  ): Promise<NonNullable<CommandResult[N]>> {
    const id = createMessageId();
    const envelope = { version: PROTOCOL_MAJOR, type: MessageType.COMMAND, id, command: { [name]: args } };
    return this.#exchange.submit({
      id,
      bytes: encodeCompact('Envelope', envelope),
      repeatable: options.repeatable ?? true,
      timeoutMs: options.timeoutMs ?? this.settings.timeoutMs,
      what: name,
      read: ({ commandResult }) => {
        const result = commandResult?.[name];
        if (result !== undefined && result !== null) options.onResult?.(result);
        return result ?? undefined;
      },
    });
  }

  /** Something of the user's threw: without a listener it is an uncaught error, not a silent one. */
  report(error: unknown): void {
    if (this.events.has('error')) this.notify(error);
    else
      queueMicrotask(() => {
        throw error;
      });
  }

  /** Something worth knowing that nobody waits for. */
  notify(error: unknown): void {
    this.events.emit('error', error instanceof Error ? error : new Error(String(error)));
  }

  /** For the present session only: the next one brings its own credential. */
  async refreshToken(token: string): Promise<{ readonly expiresAtMs: number }> {
    const { expiresAtMs } = await this.call('refreshToken', { token }, { repeatable: false });
    return { expiresAtMs };
  }

  async #join({ repeatable, timeoutMs, ...args }: JoinCall, onResult: Parameters<HubJoin>[1]): Promise<void> {
    // Continuing is the next session's business; only a first join waits for one.
    if (!repeatable && this.#state !== 'connected') throw new ConnectionError('LOST', 'there is no connection now');
    await this.call('join', args, { repeatable, timeoutMs, onResult });
  }

  #probe(): void {
    const { timeoutMs } = this.settings;
    // Any answer, also a refusal, is a sign of life; silence is judged by the heartbeat itself.
    this.call('ping', {}, { repeatable: false, timeoutMs }).catch((error: unknown) => {
      if (error instanceof BusError) this.notify(error);
    });
  }

  #begin(welcome: Welcome): void {
    this.#welcome = welcome;
    this.#ownIds.add(welcome.clientId);
    for (const oldest of this.#ownIds) {
      if (this.#ownIds.size <= OWN_IDS_MAX) break;
      this.#ownIds.delete(oldest);
    }
    this.#state = 'connected';
    this.#exchange.begin();
    this.hub.resume();
    this.#exchange.sendWaiting();
    this.#renewInTime(welcome);
    this.#onOpened?.(null);
    this.#onOpened = null;
    this.events.emit('state', 'connected');
  }

  /** Where there is somebody to ask, and the session may. */
  #renewInTime({ expiresAtMs, grants }: Welcome): void {
    const { settings } = this;
    const mayRefresh = grants.command.some((name) => name === '*' || name === 'refresh_token');
    if (!mayRefresh || typeof settings.token !== 'function') return;
    const renew = async () => (await this.refreshToken((await resolveToken(settings)) ?? '')).expiresAtMs;
    this.#stopRenewal = startRenewal(settings, expiresAtMs, renew, (error) => this.notify(error));
  }

  #lose(error: ConnectionError, final: boolean): void {
    this.#stopRenewal();
    this.#packer.clear();
    this.#state = final ? 'closed' : 'reconnecting';
    if (final) {
      this.#exchange.end(error);
      this.hub.end(error.code === 'CLOSED' ? null : error);
    } else {
      this.#exchange.interrupt(error);
    }
    this.#onOpened?.(error);
    this.#onOpened = null;
    this.events.emit('state', this.#state, error);
  }

  #dispatch(envelope: Envelope): void {
    switch (envelope.type) {
      case MessageType.EVENT:
      case MessageType.TELEMETRY:
        return this.hub.deliver(envelope, () => new Message(envelope, this));
      case MessageType.REQUEST:
        if (envelope.target === '') return this.hub.deliver(envelope, () => new Message(envelope, this));
        return this.events.emit('request', new Message(envelope, this));
      case MessageType.DIRECT:
        return this.events.emit('direct', new Message(envelope, this));
      case MessageType.SYSTEM:
        return this.#announce(envelope);
      default: {
        const { error } = envelope;
        if (this.#exchange.settle(envelope) || error === undefined) return;
        const refused = BusError.fromWire(error);
        if (refused.field === 'subscription') this.hub.revoke(envelope, refused);
        this.notify(refused);
      }
    }
  }

  #announce(envelope: Envelope): void {
    const { gap, goAway } = envelope;
    if (gap !== undefined) this.hub.deliverGap(envelope, gap);
    this.hub.deliverPresence(envelope);
    if (goAway === undefined) return;
    this.#keeper.noteGoAway(goAway);
    this.events.emit('goAway', { reason: goAway.reason, deadlineMs: goAway.deadlineMs });
  }
}

type HubJoin = ConstructorParameters<typeof SubscriptionHub>[0]['join'];
