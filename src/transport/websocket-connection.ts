/**
 * One accepted connection: hands messages to its sink, queues what goes out, answers to time, and ends exactly once
 * whatever the peer does. [P5] [P8]
 */
import type { Socket } from 'node:net';
import type { ChannelAddress } from '../protocol/address.js';
import { CloseCode } from '../protocol/close-code.js';
import type { ChannelBatch } from '../protocol/entry.js';
import { rejection } from '../protocol/rejection.js';
import { errorFrame } from '../protocol/server-frames.js';
import { webSocketMessage } from '../protocol/websocket-framing.js';
import type { Telemetry } from '../telemetry/events.js';
import { attachEvents, type BusSocket, type SocketEvents } from './bus-socket.js';
import type { Connection, ConnectionInfo, ConnectionSink, OpenSink } from './connection.js';
import { Heartbeat, type HeartbeatTimes } from './heartbeat.js';
import { InboundAccount } from './inbound-account.js';
import { InputPause } from './input-pause.js';
import type { InboundBudget, InboundHolder, InboundTenant } from './inbound-budget.js';
import { Outbox, type OutboxEnvironment, type OutboxOwner } from './outbox.js';
import type { Conflated } from './outbox-chunk.js';
import type { PacedWork } from './paced-work.js';
import { protocolErrorCode } from './protocol-error.js';

/** What all connections of a server share. */
export interface ConnectionEnvironment {
  readonly outbox: OutboxEnvironment;
  readonly heartbeat: HeartbeatTimes;
  readonly closeTimeoutMs: number;
  readonly telemetry: Telemetry;
  readonly inbound: InboundBudget;
  readonly slow: SlowCounts;
  /** For cutting peers off: many may be due at once. */
  readonly paced: PacedWork;
  readonly onGone: (connection: WebSocketConnection) => void;
}

/** Since start. */
export interface SlowCounts {
  disconnected: number;
  conflated: number;
}

/** A peer that is cut off for its own fault gets this long to read why. */
const ABORT_GRACE_MS = 500;
/** Pings and pongs of one peer between two sweeps; `ws` cuts off without a word at 60 unanswered ones. */
const CONTROL_FRAMES_PER_SWEEP_MAX = 40;
/** What Node reads from a socket at once. */
const READ_BYTES_MAX = 65_536;
/** Between reads of that much from a peer that is being closed. */
const CLOSING_PAUSE_MS = 50;
/** A connection that conflates all the time is reported this often. */
const SLOW_REPORT_INTERVAL_MS = 1_000;

export class WebSocketConnection implements Connection, OutboxOwner, SocketEvents, InboundHolder {
  readonly info: ConnectionInfo;
  readonly #env: ConnectionEnvironment;
  readonly #webSocket: BusSocket;
  readonly #socket: Socket;
  readonly #outbox: Outbox;
  readonly #heartbeat: Heartbeat;
  readonly #inbound: InboundAccount;
  readonly #sink: ConnectionSink;
  /** Set by the first reason to end; what the sink is told. */
  #closeCode = 0;
  #closeReason = '';
  #destroyAtMs = Number.POSITIVE_INFINITY;
  #slowReportDueAtMs = 0;
  /** A message ended in the read at hand. */
  #completed = false;
  /** Since the last sweep. */
  #controlFrames = 0;
  /** Null until the first pause; most connections see none. */
  #inputPause: InputPause | null = null;

  constructor(
    env: ConnectionEnvironment,
    sockets: { readonly webSocket: BusSocket; readonly socket: Socket },
    info: ConnectionInfo,
    openSink: OpenSink,
  ) {
    this.#env = env;
    this.#webSocket = sockets.webSocket;
    this.#socket = sockets.socket;
    this.info = info;
    this.#outbox = new Outbox(env.outbox, sockets.socket, this);
    this.#inbound = new InboundAccount(env.inbound);
    // The golden ratio spreads consecutive ids evenly.
    this.#heartbeat = new Heartbeat(env.heartbeat, this.#nowMs(), (info.connectionId * 0.618_034) % 1);
    attachEvents(sockets.webSocket, sockets.socket, this);
    this.#sink = openSink(this);
  }

  get open(): boolean {
    return this.#closeCode === 0 && this.writable;
  }

  get queuedBytes(): number {
    return this.#outbox.queuedBytes;
  }

  enqueueBatch(batch: ChannelBatch): void {
    this.#outbox.enqueueBatch(batch);
  }

  enqueueFrame(frame: Uint8Array): void {
    this.#outbox.enqueueFrame(frame);
  }

  whenDrained(fn: () => void): void {
    this.#outbox.whenDrained(fn);
  }

  assignTenant(tenant: string): void {
    this.#inbound.assign(tenant);
  }

  pauseInput(durationMs: number): void {
    if (this.open) this.#pausing().for(durationMs);
  }

  close(code: CloseCode, reason: string): void {
    if (!this.#beginEnd(code, reason, this.#env.closeTimeoutMs)) return;
    this.#outbox.end();
  }

  /** Called a few times per second: heartbeat, age of the queue, deadlines. */
  sweep(nowMs: number): void {
    this.#controlFrames = 0;
    if (nowMs >= this.#destroyAtMs) this.#terminateSoon();
    else if (this.open) this.#checkHeartbeat(nowMs);
    // The peer began to close: nothing may follow the close frame that `ws` sent in answer.
    if (!this.writable) this.#outbox.discard();
    else this.#outbox.sweep(nowMs);
  }

  // -- the socket's side

  handleMessage(data: Buffer, isBinary: boolean): void {
    this.#heartbeat.see();
    this.#completed = true;
    if (this.#closeCode !== 0) return;
    if (!isBinary) {
      this.enqueueFrame(errorFrame(rejection('TEXT_NOT_SUPPORTED')));
      this.close(CloseCode.CLOSED_TEXT_NOT_SUPPORTED, 'binary messages only');
      return;
    }
    const { counters } = this.#env.outbox;
    counters.framesIn += 1;
    counters.bytesIn += data.length;
    if (this.#inputPause?.hold(data) !== true) this.#sink.onMessage(data);
  }

  handleControlFrame(): void {
    this.#heartbeat.see();
    this.#controlFrames += 1;
    if (this.#controlFrames <= CONTROL_FRAMES_PER_SWEEP_MAX) return;
    this.#abort(CloseCode.CLOSED_TOO_MANY_STRIKES, 'too many pings and pongs');
  }

  handleProtocolError(error: Error): void {
    // `ws` has sent the close frame already.
    this.#beginEnd(protocolErrorCode(error), '', ABORT_GRACE_MS);
    this.#inbound.freeze();
    this.#outbox.discard();
  }

  handleChunk(chunk: Buffer): void {
    // Also while closing: until the socket is gone the peer can still begin a message.
    this.#inbound.push(chunk);
    const completed = this.#completed;
    this.#completed = false;
    if (chunk.length < READ_BYTES_MAX) return;
    // There is more where it came from. Whoever goes on like this while being closed is not waiting for the end.
    if (this.#closeCode !== 0) this.#pausing().for(CLOSING_PAUSE_MS);
    // Parts of a large message are read on: more of them at once would only be more to hold.
    else if (completed) this.#pausing().forThisTurn();
  }

  handleClose(code: number): void {
    if (this.#closeCode === 0) this.#inputPause?.release();
    this.#beginEnd(code, '', 0);
    this.#inbound.release();
    this.#outbox.discard();
    this.#sink.onClose(this.#closeCode);
    this.#env.onGone(this);
  }

  // -- the inbound budget's side

  get inboundBytes(): number {
    return this.#inbound.bytes;
  }

  get inboundTenant(): InboundTenant {
    return this.#inbound.tenant;
  }

  evictInbound(): void {
    this.#inbound.release();
    this.#abort(CloseCode.SERVER_BUSY, 'too many bytes of unfinished messages on this server');
    // The receiver holds the bytes until the socket is gone, so it goes now.
    this.#webSocket.terminate();
  }

  // -- the outbox's side

  get writable(): boolean {
    return this.#webSocket.readyState === this.#webSocket.OPEN;
  }

  onFlushed(): void {
    this.#webSocket.close(this.#closeCode, this.#closeReason);
  }

  onOverflow(address: ChannelAddress | null, queuedBytes: number): void {
    this.#env.slow.disconnected += 1;
    this.#env.paced.add(() => {
      this.#reportSlow('disconnected', address, queuedBytes);
      const error = errorFrame(rejection('SLOW_CONSUMER'));
      if (this.writable) this.#socket.write(webSocketMessage([error], error.length));
      this.#abort(CloseCode.CLOSED_SLOW_CONSUMER, 'read too slowly; rejoin from the last position');
    });
  }

  onConflated(address: ChannelAddress, queuedBytes: number): void {
    this.#env.slow.conflated += 1;
    const nowMs = this.#nowMs();
    if (nowMs < this.#slowReportDueAtMs) return;
    this.#slowReportDueAtMs = nowMs + SLOW_REPORT_INTERVAL_MS;
    this.#reportSlow('conflated', address, queuedBytes);
  }

  onGapSent(gap: Conflated): void {
    const { tenant, room, channel } = gap.address;
    const count = gap.last - gap.first;
    this.#env.telemetry.emit({ type: 'gap.announced', tenant, room, channel, reason: 'CONFLATED', count });
  }

  #terminateSoon(): void {
    this.#destroyAtMs = Number.POSITIVE_INFINITY;
    this.#env.paced.add(() => this.#webSocket.terminate());
  }

  #checkHeartbeat(nowMs: number): void {
    const action = this.#heartbeat.check(this.#env.heartbeat, nowMs);
    if (action === 'ping') this.#webSocket.ping();
    else if (action === 'expired') this.#abort(CloseCode.HEARTBEAT_TIMEOUT, 'no pong before the deadline');
  }

  /** Sends the close frame past everything queued and cuts the peer off soon after. */
  #abort(code: CloseCode, reason: string): void {
    if (!this.#beginEnd(code, reason, Math.min(ABORT_GRACE_MS, this.#env.closeTimeoutMs))) return;
    this.#outbox.discard();
    this.#webSocket.close(code, reason);
  }

  /** False when the end has begun before. */
  #beginEnd(code: number, reason: string, deadlineMs: number): boolean {
    if (this.#closeCode !== 0) return false;
    this.#closeCode = code;
    this.#closeReason = reason;
    // The rest of the close handshake has to be read.
    this.#inputPause?.end();
    this.#destroyAtMs = this.#nowMs() + deadlineMs;
    return true;
  }

  #reportSlow(action: 'disconnected' | 'conflated', address: ChannelAddress | null, queuedBytes: number): void {
    this.#env.telemetry.emit({
      type: 'subscriber.slow',
      connectionId: this.info.connectionId,
      action,
      queuedBytes,
      tenant: address?.tenant ?? '',
      room: address?.room ?? '',
      channel: address?.channel ?? '',
    });
  }

  #pausing(): InputPause {
    this.#inputPause ??= new InputPause(this.#webSocket, this.#env.outbox.clock, (held) => {
      if (this.#closeCode === 0) this.#sink.onMessage(held);
    });
    return this.#inputPause;
  }

  #nowMs(): number {
    return this.#env.outbox.clock.monotonicMs();
  }
}
