/** The whole bus without sockets: real log, router, commands and pipeline; connections are arrays of frames. */
import { createNoAuthenticator } from '../../src/auth/no-auth.js';
import type { Authenticator } from '../../src/auth/authenticator.js';
import type { Clock } from '../../src/base/clock.js';
import { createFlushLoop } from '../../src/base/flush-loop.js';
import { configSchema, type Config } from '../../src/config/schema.js';
import { wire } from '../../src/protocol/codec.js';
import type { ChannelBatch } from '../../src/protocol/entry.js';
import { readFrame } from './protocol/frame-reader.js';
import { Limiter, type LimiterOptions } from '../../src/limits/limiter.js';
import { passThroughInspector } from '../../src/casil/pass-through.js';
import { createBus, type Bus, type BusInspection } from '../../src/server/bus.js';
import { compileRoomPolicies } from '../../src/server/room-policies.js';
import { createHotCounters, type HotCounters, type TelemetryEvent } from '../../src/telemetry/events.js';
import type { Connection, ConnectionSink } from '../../src/transport/connection.js';

export interface MemoryBus {
  readonly bus: Bus;
  readonly counters: HotCounters;
  readonly events: TelemetryEvent[];
  /** Runs one tick: producers, then writers. */
  tick(): void;
  connect(info?: Partial<Connection['info']>): MemoryConnection;
  /** Connects and says hello; resolves when welcomed. */
  join(hello?: wire.IHello): Promise<MemoryConnection>;
}

export interface MemoryBusOptions {
  readonly clock: Clock;
  readonly config?: unknown;
  /** The same, parsed before: for who makes many. */
  readonly parsedConfig?: Config;
  readonly authenticator?: Authenticator;
  readonly inspection?: BusInspection;
  /** By default what the configuration limits. */
  readonly limits?: LimiterOptions;
}

const NOT_INSPECTING: BusInspection = {
  inspector: passThroughInspector,
  exposeMetadata: false,
  persistMetadata: false,
};

export function createMemoryBus(options: MemoryBusOptions): MemoryBus {
  const config: Config =
    options.parsedConfig ?? configSchema.parse(options.config ?? { rooms: [{ match: '*', auto_create: true }] });
  const runs: (() => void)[] = [];
  const counters = createHotCounters();
  const events: TelemetryEvent[] = [];
  const telemetry = { emit: (event: TelemetryEvent) => void events.push(event) };
  const { clock, limits } = options;
  const bus = createBus(config, {
    clock,
    ...(limits === undefined ? {} : { limiter: new Limiter(limits, { clock, telemetry }) }),
    flushLoop: createFlushLoop((run) => runs.push(run)),
    counters,
    telemetry,
    authenticator: options.authenticator ?? createNoAuthenticator(),
    roomPolicy: compileRoomPolicies(config.rooms, { autoCreate: false }),
    draining: () => false,
    inspection: options.inspection ?? NOT_INSPECTING,
    facts: {
      nodeId: 'test-node',
      bootId: 'test-boot',
      serverVersion: '0.0.0',
      helloTimeoutMs: config.transport.hello_timeout,
      pingIntervalMs: config.transport.ping_interval,
      pongDeadlineMs: config.transport.pong_deadline,
    },
  });
  let connections = 0;
  const memoryBus: MemoryBus = {
    bus,
    counters,
    events,
    tick() {
      for (const run of runs.splice(0)) run();
    },
    connect(info = {}) {
      connections += 1;
      return new MemoryConnection(bus, { connectionId: connections, ...info }, () => memoryBus.tick());
    },
    async join(hello = {}) {
      const connection = memoryBus.connect();
      await connection.hello(hello);
      return connection;
    },
  };
  return memoryBus;
}

/** A client without a network: what it sends is handled at once, what it receives is decoded and kept. */
export class MemoryConnection implements Connection {
  readonly info: Connection['info'];
  readonly received: wire.Envelope[] = [];
  /** The same as the bytes that were sent. */
  readonly frames: Buffer[] = [];
  readonly batches: ChannelBatch[] = [];
  closedWith: number | null = null;
  /** Whose it was said to be. */
  tenant: string | null = null;
  /** For how long in all nothing was to be read from it, milliseconds. */
  pausedMs = 0;
  queuedBytes = 0;
  readonly #sink: ConnectionSink;
  readonly #tick: () => void;
  #sent = 0;

  constructor(bus: Bus, info: Partial<Connection['info']>, tick: () => void) {
    this.info = {
      connectionId: 1,
      remoteAddress: '127.0.0.1',
      viaProxy: false,
      credential: null,
      peerCertificateSha256: null,
      assertedPrincipal: null,
      ...info,
    };
    this.#tick = tick;
    this.#sink = bus.openSink(this);
  }

  get open(): boolean {
    return this.closedWith === null;
  }

  enqueueBatch(batch: ChannelBatch): void {
    this.batches.push(batch);
    this.#receive(unframe(batch.bytes));
  }

  enqueueFrame(frame: Uint8Array): void {
    this.#receive(frame);
  }

  whenDrained(fn: () => void): void {
    fn();
  }

  assignTenant(tenant: string): void {
    this.tenant = tenant;
  }

  /** Ends as the transport ends it, or the peer. */
  lose(code: number): void {
    this.close(code);
  }

  pauseInput(durationMs: number): void {
    this.pausedMs += durationMs;
  }

  close(code: number): void {
    if (this.closedWith !== null) return;
    this.closedWith = code;
    this.#sink.onClose(code);
  }

  /** Sends raw bytes as one WebSocket message. */
  sendBytes(bytes: Uint8Array): void {
    this.#sink.onMessage(Buffer.from(bytes));
  }

  /** Sends envelopes as one Frame; version and id are filled in where missing. Runs a tick. Returns their ids. */
  send(...envelopes: wire.IEnvelope[]): string[] {
    const complete = envelopes.map((envelope) => {
      this.#sent += 1;
      return { ...envelope, version: 1, id: envelope.id ?? `m${this.info.connectionId}-${this.#sent}` };
    });
    this.sendBytes(wire.Frame.encode({ envelopes: complete }).finish());
    this.#tick();
    return complete.map((envelope) => envelope.id);
  }

  publish(room: string, channel: string, text: string, extra: wire.IEnvelope = {}): string {
    const envelope = {
      type: wire.MessageType.EVENT,
      room,
      channel,
      payload: Buffer.from(text),
      wantAck: true,
      ...extra,
    };
    return this.send(envelope)[0] ?? '';
  }

  command(command: wire.ICommand): wire.Envelope | undefined {
    const [id] = this.send({ type: wire.MessageType.COMMAND, command });
    return this.received.find((envelope) => envelope.correlationId === id);
  }

  async hello(hello: wire.IHello = {}): Promise<wire.IWelcome> {
    this.send({ type: wire.MessageType.COMMAND, hello });
    // Authentication is the one step that may wait; the local ones answer within a few microtasks.
    await new Promise((resolve) => setImmediate(resolve));
    const welcome = this.received.find((envelope) => envelope.welcome)?.welcome;
    if (!welcome) throw new Error(`no welcome: ${JSON.stringify(this.received)}`);
    return welcome;
  }

  /** A page of a channel's past, decoded. */
  history(room: string, channel: string, limit = 100): wire.Envelope[] {
    const page = this.command({ history: { room, channel, limit } })?.commandResult?.history;
    return (page?.envelopes ?? []).map((bytes) => wire.Envelope.decode(bytes));
  }

  get clientId(): string {
    return this.received.find((envelope) => envelope.welcome)?.welcome?.clientId ?? '';
  }

  answerTo(id: string): wire.Envelope | undefined {
    return this.received.find((envelope) => envelope.correlationId === id);
  }

  texts(): string[] {
    return this.received
      .filter((envelope) => envelope.type <= wire.MessageType.REPLY)
      .map((envelope) => Buffer.from(envelope.payload).toString());
  }

  #receive(frame: Uint8Array): void {
    this.frames.push(Buffer.from(frame));
    const { envelopes, failures } = readFrame(Uint8Array.from(frame));
    if (failures.length > 0) throw new Error(`the server sent a bad frame: ${JSON.stringify(failures)}`);
    this.received.push(...envelopes);
  }
}

/** The payload of one unmasked server message (RFC 6455, section 5.2). */
function unframe(bytes: Uint8Array): Uint8Array {
  const short = (bytes[1] ?? 0) & 0x7f;
  if (short === 127) return bytes.subarray(10);
  return bytes.subarray(short === 126 ? 4 : 2);
}
