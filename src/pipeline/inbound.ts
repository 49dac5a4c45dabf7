/**
 * The story of one WebSocket message, top to bottom: walk the Frame, scan each envelope, and hand it to the step its
 * type names. A bad envelope is answered by itself; broken outer framing closes the connection before anything of the
 * message is processed. Nothing here awaits, logs at info or throws for a client's mistake. [S-PROTO-1, S-PROTO-4, P8]
 */
import { identify } from '../commands/identity.js';
import { CloseCode } from '../protocol/close-code.js';
import { wire } from '../protocol/codec.js';
import { scanEnvelope } from '../protocol/envelope-scanner.js';
import { EnvelopeView } from '../protocol/envelope-view.js';
import { FrameCursor } from '../protocol/frame-cursor.js';
import { rejection, type Rejection } from '../protocol/rejection.js';
import { errorFrame } from '../protocol/server-frames.js';
import type { CommandTime } from '../limits/command-time.js';
import type { SessionRates } from '../limits/rate-limiter.js';
import type { Connection, ConnectionSink, OpenSink } from '../transport/connection.js';
import { createCommandStep, type CommandStep } from './command-step.js';
import { createDirectStep, type DirectStep } from './direct-step.js';
import { beginHandshake, type Handshake } from './handshake.js';
import type { PipelinePorts } from './ports.js';
import { createPublishStep, type PublishStep } from './publish-step.js';
import { RefusalPace } from './refusal-pace.js';
import { endSession } from './session-end.js';
import { SessionSweep } from './session-sweep.js';
import type { Session } from './session.js';
import { Strikes } from './strikes.js';

/** What connections end with that break RFC 6455 (section 7.4.1), or the transport's bounds. */
const VIOLATIONS: ReadonlySet<number> = new Set([1002, 1007, 1008, 1009]);
/** Likewise, unless it was the pipeline that closed it. */
const FLOODED: number = CloseCode.CLOSED_TOO_MANY_STRIKES;
/** A Frame with this many refused envelopes is not worth reading on. */
const ERRORS_PER_FRAME_MAX = 8;

/** What all connections share: the scanner's scratch objects and the steps. */
interface Shared {
  readonly ports: PipelinePorts;
  readonly view: EnvelopeView;
  readonly cursor: FrameCursor;
  readonly publish: PublishStep;
  readonly direct: DirectStep;
  readonly commands: CommandStep;
  readonly sweep: SessionSweep;
}

export function createInbound(ports: PipelinePorts): OpenSink {
  const shared: Shared = {
    ports,
    view: new EnvelopeView(),
    cursor: new FrameCursor(),
    publish: createPublishStep(ports),
    direct: createDirectStep(ports),
    commands: createCommandStep(ports),
    sweep: new SessionSweep({
      clock: ports.clock,
      authenticator: ports.authenticator,
      denyList: ports.denyList,
      end: (session, reason) => endSession(ports.router, session, reason),
    }),
  };
  return (connection) => new InboundConnection(shared, connection);
}

class InboundConnection implements ConnectionSink {
  readonly #shared: Shared;
  readonly #connection: Connection;
  /** Let go of once it led to a session: it holds a timer and what authentication needed. */
  #handshake: Handshake | null;
  /** Closed here, and counted as a strike already. */
  #struckOut = false;
  /** Null until the first refusal; most connections see none. */
  #strikes: Strikes | null = null;
  /** Likewise. */
  #refusalPace: RefusalPace | null = null;
  #session: Session | null = null;
  /** The credential's time was over when the message at hand came. */
  #expired = false;
  /** Null before there is a session, and where rates are not limited. */
  #rates: SessionRates | null = null;
  /** Likewise. */
  #commandTime: CommandTime | null = null;

  constructor(shared: Shared, connection: Connection) {
    this.#shared = shared;
    this.#connection = connection;
    this.#handshake = beginHandshake(shared.ports, connection, (session) => {
      this.#session = session;
      this.#rates = shared.ports.limiter.rates.ofSession(session);
      this.#commandTime = shared.ports.limiter.rates.ofCommands(session);
      this.#handshake = null;
      shared.sweep.watch(session);
    });
  }

  onMessage(bytes: Buffer): void {
    const { cursor, ports, publish } = this.#shared;
    cursor.reset(bytes);
    if (cursor.malformed) return this.#closeMalformed();
    ports.limiter.rates.tick();

    // Once per message: asking the clock costs as much as the other checks of a publish together.
    this.#expired = this.#session?.expired === true;
    let errors = 0;
    let refusals = 0;
    // Who was cut off for the first envelopes of a message does not get to have the rest of it handled.
    while (this.#connection.open && cursor.next()) {
      ports.counters.envelopesIn += 1;
      const refused =
        cursor.index < ports.limits.envelopesPerFrameMax
          ? this.#accept(bytes, cursor.start, cursor.end)
          : rejection('TOO_MANY_ENVELOPES');
      if (refused === null) continue;

      // What came before the refused envelope is settled before its error leaves.
      publish.commit();
      this.#refuse(refused, cursor.index);
      refusals += 1;
      // Who is over a rate is told for each envelope, so that its sender knows which to send again.
      if (refused.name === 'RATE_LIMITED') continue;
      errors += 1;
      if (refused.name === 'TOO_MANY_ENVELOPES') break;
      if (errors === ERRORS_PER_FRAME_MAX) {
        this.#connection.enqueueFrame(errorFrame(rejection('TOO_MANY_ERRORS'), {}));
        break;
      }
    }
    publish.commit();
    if (refusals > 0) this.#slowDown(refusals);
    if (this.#expired && this.#session !== null) endSession(ports.router, this.#session, 'expired');
  }

  onClose(code: number): void {
    this.#handshake?.cancel();
    const session = this.#session;
    const flooded = code === FLOODED && session !== null && !this.#struckOut;
    if (flooded || VIOLATIONS.has(code)) this.#strike();
    this.#session = null;
    const { ports, sweep } = this.#shared;
    if (session !== null) {
      sweep.forget(session);
      ports.router.removeClient(session);
      ports.limiter.closeSession(session.tenant);
      const reason = session.endedBecause ?? 'closed';
      ports.telemetry.emit({ type: 'session.closed', ...identify(session), code, reason });
    }
    ports.telemetry.emit({
      type: 'connection.closed',
      connectionId: this.#connection.info.connectionId,
      clientId: session?.clientId ?? null,
      tenant: session?.tenant ?? null,
      code,
    });
  }

  /** One envelope. Returns why it was refused, or null. */
  #accept(bytes: Buffer, start: number, end: number): Rejection | null {
    const { ports, view, publish, direct } = this.#shared;
    const refused = scanEnvelope(bytes, start, end, ports.limits, view);
    if (refused !== null) return refused;

    const session = this.#session;
    if (session === null) return this.#handshake === null ? rejection('UNAUTHENTICATED') : this.#handshake.accept(view);
    // What was decided while it was good does not outlive it. [T-AUTH-6]
    if (this.#expired) return rejection('CREDENTIAL_EXPIRED');
    const overRate = this.#rates === null ? null : this.#rates.take(end - start);
    if (overRate !== null) return overRate;
    if (view.hopCount > ports.limits.maxHops) return rejection('HOP_LIMIT_EXCEEDED', 'hop_count');

    const type: wire.MessageType = view.type;
    switch (type) {
      case wire.MessageType.EVENT:
      case wire.MessageType.TELEMETRY:
        return publish.add(session, view);
      case wire.MessageType.DIRECT:
      case wire.MessageType.REPLY:
      case wire.MessageType.REQUEST:
        // One connection's envelopes take effect in sending order, whatever their type.
        publish.commit();
        return direct.send(session, view);
      default:
        publish.commit();
        return this.#runCommand(session, view);
    }
  }

  #runCommand(session: Session, view: EnvelopeView): Rejection | null {
    const { commands, ports } = this.#shared;
    if (this.#commandTime === null) return commands.run(session, view);
    const overTime = this.#commandTime.judge();
    if (overTime !== null) return overTime;
    const startedMs = ports.clock.monotonicMs();
    const refused = commands.run(session, view);
    this.#commandTime.charge(ports.clock.monotonicMs() - startedMs);
    return refused;
  }

  #refuse(refused: Rejection, envelopeIndex: number): void {
    const { ports, view } = this.#shared;
    const names = view.idEnd === 0 ? { envelopeIndex } : { correlationId: view.id() };
    this.#connection.enqueueFrame(errorFrame(refused, names));
    ports.counters.rejected += 1;
    ports.telemetry.emit({
      type: 'message.rejected',
      clientId: this.#session?.clientId ?? null,
      tenant: this.#session?.tenant ?? null,
      connectionId: this.#connection.info.connectionId,
      error: refused.name,
      field: refused.field,
    });
    if (refused.name === 'RATE_LIMITED' && this.#session !== null) {
      ports.limiter.reportRefused(refused, this.#session);
    }
    this.#strikes ??= new Strikes(ports.limits.strikes, ports.clock);
    const passed = this.#strikes.add(refused);
    if (passed === null) return;
    const banned = this.#strike();
    this.#struckOut = passed === 'malformed' || banned;
    if (passed === 'malformed') {
      this.#connection.close(CloseCode.CLOSED_TOO_MANY_STRIKES, 'too many refused envelopes');
    } else if (banned) {
      this.#connection.close(CloseCode.CLOSED_TOO_MANY_STRIKES, 'banned for sending too fast for too long');
    }
  }

  #slowDown(refusals: number): void {
    this.#refusalPace ??= new RefusalPace(this.#shared.ports.clock);
    const pauseMs = this.#refusalPace.add(refusals);
    if (pauseMs > 0) this.#connection.pauseInput(pauseMs);
  }

  /** Of the subject where there is a session, else of the address. @returns whether that is banned now */
  #strike(): boolean {
    const { limiter } = this.#shared.ports;
    const session = this.#session;
    return session === null
      ? limiter.strike({ what: 'address', address: this.#connection.info.remoteAddress })
      : limiter.strike({ what: 'subject', tenant: session.tenant, subject: session.subject });
  }

  #closeMalformed(): void {
    this.#shared.ports.counters.rejected += 1;
    this.#shared.ports.telemetry.emit({
      type: 'message.rejected',
      clientId: this.#session?.clientId ?? null,
      tenant: this.#session?.tenant ?? null,
      connectionId: this.#connection.info.connectionId,
      error: 'MALFORMED_FRAME',
      field: '',
    });
    this.#connection.enqueueFrame(errorFrame(rejection('MALFORMED_FRAME'), {}));
    this.#strike();
    this.#connection.close(CloseCode.CLOSED_MALFORMED_FRAME, 'the message is not a Frame');
  }
}
