/**
 * One connection's outgoing queue: first in, first out, one write per event-loop tick, and a bound that no reader can
 * push past. [P5]
 *
 * - Batches are queued by reference; nothing is copied or allocated per recipient beyond the queue itself.
 * - While the kernel takes no more, chunks wait here and not in the socket's buffer, where no policy could reach them.
 * - Over the bound of bytes or age, channels of rooms that conflate keep their newest message and announce the gap; if
 *   that is not enough, the owner is told once to disconnect. Control frames are never dropped.
 * - An idle outbox holds no queue.
 */
import type { Clock } from '../base/clock.js';
import type { Flushable, FlushLoop } from '../base/flush-loop.js';
import type { ChannelAddress } from '../protocol/address.js';
import type { ChannelBatch } from '../protocol/entry.js';
import type { HotCounters } from '../telemetry/events.js';
import { ChunkQueue } from './chunk-queue.js';
import { deliveredCount } from './conflation.js';
import { chunkBytes, Conflated, ControlRun, renderChunk, type Chunk } from './outbox-chunk.js';
import { isBlocked, writeGroup, type SocketWriter } from './socket-writer.js';

export interface OutboxLimits {
  readonly outboxBytesMax: number;
  readonly outboxAgeMaxMs: number;
  readonly batchBytesMax: number;
}

/** What all outboxes of a server share. */
export interface OutboxEnvironment {
  readonly limits: OutboxLimits;
  /** Bytes handed to the socket in one write: what a reader that stops takes out of reach of the policy. */
  readonly writeBytesMax: number;
  readonly clock: Clock;
  readonly flushLoop: FlushLoop;
  readonly counters: HotCounters;
}

const WRITE_BYTES_MAX = 262_144;

export function outboxEnvironment(
  limits: OutboxLimits,
  ports: { readonly clock: Clock; readonly flushLoop: FlushLoop; readonly counters: HotCounters },
): OutboxEnvironment {
  const { clock, flushLoop, counters } = ports;
  // At most half the bound, so that conflation always has something left to drop.
  const writeBytesMax = Math.min(WRITE_BYTES_MAX, Math.floor(limits.outboxBytesMax / 2));
  return { limits, writeBytesMax, clock, flushLoop, counters };
}

/** The connection, as its outbox sees it. Nothing here throws. */
export interface OutboxOwner {
  /** False once nothing may follow on the socket: a close frame was sent, or it is gone. */
  readonly writable: boolean;
  /** The bound was passed and nothing could be dropped. Called once; the outbox is empty and ended by then. */
  onOverflow(address: ChannelAddress | null, queuedBytes: number): void;
  onConflated(address: ChannelAddress, queuedBytes: number): void;
  onGapSent(gap: Conflated): void;
  /** `end` was called and everything has been handed to the socket. Called once. */
  onFlushed(): void;
}

export class Outbox implements Flushable {
  readonly #env: OutboxEnvironment;
  readonly #socket: SocketWriter;
  readonly #owner: OutboxOwner;
  /** A lone batch, the usual case: it needs no queue. Never set beside `#queue`. */
  #only: ChannelBatch | null = null;
  #queue: ChunkQueue | null = null;
  #waiters: (() => void)[] | null = null;
  /** Known to the flush loop. */
  #marked = false;
  /** Waiting for the socket's 'drain'. */
  #stalled = false;
  #ended = false;
  /** What is queued is still to leave, and the owner to be told then: after `end`, not after `discard`. */
  #flushing = false;

  constructor(env: OutboxEnvironment, socket: SocketWriter, owner: OutboxOwner) {
    this.#env = env;
    this.#socket = socket;
    this.#owner = owner;
  }

  /** Bytes queued here and in the socket's buffer. */
  get queuedBytes(): number {
    return (this.#queue?.bytes ?? this.#only?.bytes.length ?? 0) + this.#socket.writableLength;
  }

  enqueueBatch(batch: ChannelBatch): void {
    if (this.#ended) return;
    const over = this.#isOver() && !this.#writeSome();
    if (over && !this.#conflateUntilFits(batch)) return;
    if (this.#queue === null && this.#only === null && !over) {
      this.#only = batch;
      this.#mark();
      return;
    }
    const queue = this.#openQueue();
    queue.pushBatch(batch, queue.aging ? this.#env.clock.monotonicMs() : 0);
    if (over && batch.slowConsumer === 'conflate') this.#conflate(batch.address.key);
    this.#mark();
  }

  enqueueFrame(frame: Uint8Array): void {
    if (this.#ended) return;
    if (this.#isOver() && !this.#writeSome() && !this.#conflateUntilFits(null)) return;
    const queue = this.#openQueue();
    queue.pushFrame(frame, this.#env.limits.batchBytesMax, queue.aging ? this.#env.clock.monotonicMs() : 0);
    this.#mark();
  }

  /** Calls `fn` once when less than half the bound is queued; at once if that is so now. Never after the end. */
  whenDrained(fn: () => void): void {
    if (this.#ended) return;
    if (this.#isLow()) fn();
    else (this.#waiters ??= []).push(fn);
  }

  /** The flush loop's call. */
  flush(): void {
    this.#marked = false;
    this.#write();
    this.#wakeWaiters();
  }

  /** Acts on age, and on waiters that no 'drain' event will wake. Called a few times per second. */
  sweep(nowMs: number): void {
    if (this.#queue?.aging === true) this.#enforceAge(nowMs - this.#env.limits.outboxAgeMaxMs);
    this.#wakeWaiters();
  }

  /** Takes nothing more; what is queued still leaves, then `onFlushed` is called (maybe before this returns). */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#flushing = true;
    this.#waiters = null;
    this.#write();
    this.#tellFlushed();
  }

  /** Drops everything at once and takes nothing more. */
  discard(): void {
    this.#ended = true;
    this.#flushing = false;
    this.#waiters = null;
    this.#queue = null;
    this.#only = null;
  }

  #isOver(): boolean {
    return this.queuedBytes > this.#env.limits.outboxBytesMax;
  }

  #isLow(): boolean {
    return this.queuedBytes < this.#env.limits.outboxBytesMax / 2;
  }

  #openQueue(): ChunkQueue {
    if (this.#queue === null) {
      this.#queue = new ChunkQueue();
      if (this.#only !== null) this.#queue.pushBatch(this.#only, 0);
      this.#only = null;
    }
    return this.#queue;
  }

  #mark(): void {
    if (this.#marked || this.#stalled) return;
    this.#marked = true;
    this.#env.flushLoop.markWriter(this);
  }

  /**
   * A burst within one tick is no slow reader: writes what the kernel takes and says whether the bound is kept now.
   * Waiters stay asleep, because the caller is in the middle of its own fan-out.
   */
  #writeSome(): boolean {
    this.#write();
    return !this.#ended && !this.#isOver();
  }

  #write(): void {
    if (this.#stalled) return;
    if (this.#only !== null && this.#owner.writable && !isBlocked(this.#socket)) {
      const part = this.#render(this.#only);
      this.#only = null;
      this.#env.counters.writes += 1;
      this.#env.counters.bytesOut += part.length;
      this.#socket.write(part);
      return;
    }
    const queue = this.#only === null ? this.#queue : this.#openQueue();
    if (queue === null) return;
    while (queue.length > 0) {
      if (!this.#owner.writable) {
        this.discard();
        return;
      }
      if (isBlocked(this.#socket)) {
        this.#stall(queue);
        return;
      }
      this.#writeNext(queue);
    }
    this.#queue = null;
  }

  #writeNext(queue: ChunkQueue): void {
    const first = queue.shift();
    if (first === undefined) return;
    const { counters } = this.#env;
    counters.writes += 1;
    const part = this.#render(first);
    let bytesTotal = part.length;
    if (queue.length === 0) {
      this.#socket.write(part);
    } else {
      const parts = [part];
      for (let next = queue.peek(); next !== undefined; next = queue.peek()) {
        if (bytesTotal + chunkBytes(next) > this.#env.writeBytesMax) break;
        queue.shift();
        const rendered = this.#render(next);
        parts.push(rendered);
        bytesTotal += rendered.length;
      }
      writeGroup(this.#socket, parts, bytesTotal);
    }
    counters.bytesOut += bytesTotal;
  }

  #render(chunk: Chunk): Uint8Array {
    if (!(chunk instanceof ControlRun)) {
      this.#env.counters.batchesOut += 1;
      this.#env.counters.deliveries += deliveredCount(chunk);
      if (chunk instanceof Conflated) this.#owner.onGapSent(chunk);
    }
    return renderChunk(chunk);
  }

  #stall(queue: ChunkQueue): void {
    this.#stalled = true;
    queue.startAging(this.#env.clock.monotonicMs());
    this.#socket.once('drain', () => {
      this.#stalled = false;
      this.#write();
      if (!this.#ended) this.#wakeWaiters();
      else this.#tellFlushed();
    });
  }

  #tellFlushed(): void {
    if (!this.#flushing || this.#queue !== null || !this.#owner.writable) return;
    this.#flushing = false;
    this.#owner.onFlushed();
  }

  /** Conflates first `incoming`'s channel, then all that may be; overflows and returns false if that is not enough. */
  #conflateUntilFits(incoming: ChannelBatch | null): boolean {
    if (this.#ended) return false;
    if (incoming?.slowConsumer === 'conflate') this.#conflate(incoming.address.key);
    if (this.#isOver()) this.#conflate(null);
    if (!this.#isOver()) return true;
    this.#overflow(incoming?.address ?? null);
    return false;
  }

  #conflate(key: string | null): void {
    const queuedBytes = this.queuedBytes;
    const address = this.#queue?.conflate(key, this.#env.limits.batchBytesMax) ?? null;
    if (address !== null) this.#owner.onConflated(address, queuedBytes);
  }

  #enforceAge(beforeMs: number): void {
    let conflatable = false;
    for (const chunk of this.#queue?.queuedBefore(beforeMs) ?? []) {
      // A conflated rest cannot shrink further; a peer that never reads it fails its heartbeat.
      if (chunk instanceof Conflated) continue;
      if (chunk instanceof ControlRun || chunk.slowConsumer === 'disconnect') {
        this.#overflow(chunk instanceof ControlRun ? null : chunk.address);
        return;
      }
      conflatable = true;
    }
    if (conflatable) this.#conflate(null);
  }

  #overflow(address: ChannelAddress | null): void {
    const queuedBytes = this.queuedBytes;
    this.discard();
    this.#owner.onOverflow(address, queuedBytes);
  }

  #wakeWaiters(): void {
    const waiters = this.#waiters;
    if (waiters === null || !this.#isLow()) return;
    this.#waiters = null;
    for (const fn of waiters) fn();
  }
}
