/** A server made of a script and arrays: the SDK's sockets end here, without a network, a clock or a real log. */
import { connectWith } from '../../../../src/client/connect.js';
import type { Client, ConnectOptions } from '../../../../src/client/index.js';
import type { Platform, Socket, SocketEnd, SocketHandlers, SocketRequest } from '../../../../src/client/socket.js';
import { wire } from '../../../../src/protocol/codec.js';
import { FakeClock } from '../../../support/fake-clock.js';

export type Script = (envelope: wire.Envelope, connection: ScriptedConnection) => void;

/** The server's end of one socket. */
export class ScriptedConnection {
  /** One entry per WebSocket message. */
  readonly frames: wire.Envelope[][] = [];
  closedByClient: number | null = null;
  #open = true;

  constructor(
    readonly request: SocketRequest,
    readonly number: number,
    private readonly handlers: SocketHandlers,
    private readonly bus: ScriptedBus,
  ) {}

  get received(): wire.Envelope[] {
    return this.frames.flat();
  }

  /** Envelopes of the kind, hello left out. */
  commands(name: keyof wire.ICommand): wire.Envelope[] {
    return this.received.filter((envelope) => envelope.command?.[name]);
  }

  open(): void {
    this.handlers.onOpen();
  }

  send(...envelopes: wire.IEnvelope[]): void {
    const complete = envelopes.map((envelope) => ({ version: 1, ...envelope }));
    this.sendBytes(wire.Frame.encode({ envelopes: complete }).finish());
  }

  sendBytes(bytes: Uint8Array): void {
    if (this.#open) this.handlers.onMessage(new Uint8Array(bytes));
  }

  /** A message of a channel, `room` being r. */
  message(channel: string, sequence: number, more: wire.IEnvelope = {}): void {
    const position = {
      room: 'r',
      channel,
      sequence,
      epoch: 1,
      sender: 'other',
      subject: 's',
      id: `${channel}-${sequence}`,
    };
    this.send({ type: wire.MessageType.EVENT, ...position, ...more });
  }

  gap(channel: string, gap: wire.IGap): void {
    this.send({ type: wire.MessageType.SYSTEM, room: 'r', channel, gap });
  }

  result(to: wire.Envelope, commandResult: wire.ICommandResult): void {
    this.send({ type: wire.MessageType.COMMAND_RESULT, correlationId: to.id, commandResult });
  }

  ack(to: wire.Envelope, ack: wire.IAck = {}): void {
    this.send({ type: wire.MessageType.ACK, correlationId: to.id, ack });
  }

  error(to: wire.Envelope | null, name: keyof typeof wire.ErrorCode, more: wire.IError = {}): void {
    const error = { code: wire.ErrorCode[name], name, message: 'scripted', ...more };
    this.send({ type: wire.MessageType.ERROR, correlationId: to?.id ?? '', error });
  }

  lose(end: Partial<SocketEnd> = {}): void {
    if (!this.#open) return;
    this.#open = false;
    this.handlers.onClose({ code: 1006, reason: '', ...end });
  }

  socket(): Socket {
    return {
      send: (bytes) => {
        const { envelopes } = wire.Frame.decode(bytes);
        this.frames.push(envelopes.map((envelope) => envelope as wire.Envelope));
        for (const envelope of envelopes) this.bus.script(envelope as wire.Envelope, this);
      },
      close: (code) => {
        this.closedByClient = code;
        this.lose({ code });
      },
    };
  }
}

export class ScriptedBus implements Platform {
  readonly runtime = 'test';
  readonly clock = new FakeClock();
  readonly connections: ScriptedConnection[] = [];
  /** How many holds are not released. */
  held = 0;
  script: Script = welcomeOnly;
  /** What a new connection does; opens by default. */
  onConnect: (connection: ScriptedConnection) => void = (connection) => connection.open();
  #tasks: (() => void)[] = [];

  get last(): ScriptedConnection {
    const connection = this.connections.at(-1);
    if (connection === undefined) throw new Error('nobody connected');
    return connection;
  }

  openSocket(request: SocketRequest, handlers: SocketHandlers): Socket {
    const connection = new ScriptedConnection(request, this.connections.length + 1, handlers, this);
    this.connections.push(connection);
    queueMicrotask(() => this.onConnect(connection));
    return connection.socket();
  }

  carriesToken(token: string): boolean {
    return !token.includes(' ');
  }

  schedule(fn: () => void): void {
    this.#tasks.push(fn);
  }

  hold(): () => void {
    this.held += 1;
    return () => {
      this.held -= 1;
    };
  }

  connect(options: ConnectOptions = {}): Promise<Client> {
    return connectWith(this, 'ws://bus.test', { clock: this.clock, random: () => 0.5, ...options });
  }

  /** Ends turns of the event loop until nothing is scheduled and promises have settled. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 5; turn += 1) {
      for (const task of this.#tasks.splice(0)) task();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Moves the clock and lets everything it started settle. */
  async advance(byMs: number): Promise<void> {
    this.clock.advance(byMs);
    await this.settle();
  }
}

export const WELCOME: wire.IWelcome = {
  clientId: 'me-1',
  tenant: 't',
  subject: 'me',
  limits: { payloadBytesMax: 1_000, frameBytesMax: 2_000, envelopesPerFrameMax: 4, maxHops: 16 },
  pingIntervalMs: 1_000,
  pongDeadlineMs: 500,
};

/** Answers the hello and nothing else. */
export function welcomeOnly(envelope: wire.Envelope, connection: ScriptedConnection): void {
  if (!envelope.hello) return;
  const welcome = { ...WELCOME, clientId: `me-${connection.number}` };
  connection.send({ type: wire.MessageType.COMMAND_RESULT, correlationId: envelope.id, welcome });
}

/** Also answers joins with these channels, and leaves. */
export function joinWith(channels: (envelope: wire.Envelope) => wire.IJoinedChannel[]): Script {
  return (envelope, connection) => {
    welcomeOnly(envelope, connection);
    if (envelope.command?.join) connection.result(envelope, { join: { channels: channels(envelope) } });
    if (envelope.command?.leave) connection.result(envelope, { leave: {} });
  };
}
