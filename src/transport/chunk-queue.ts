/**
 * The chunks of one outbox in order, their size, and, from the first stall on, when each was queued. Exists only while
 * something is queued.
 */
import { Fifo } from '../base/fifo.js';
import type { ChannelAddress } from '../protocol/address.js';
import type { ChannelBatch } from '../protocol/entry.js';
import { conflateQueue } from './conflation.js';
import { chunkBytes, Conflated, ControlRun, type Chunk } from './outbox-chunk.js';

export class ChunkQueue {
  readonly #chunks = new Fifo<Chunk>();
  /** Null until `startAging`: chunks of an outbox that never stalls leave within their tick. */
  #queuedAtMs: Fifo<number> | null = null;
  /** The last chunk, while frames may still join it. */
  #openRun: ControlRun | null = null;
  #bytes = 0;

  get length(): number {
    return this.#chunks.length;
  }

  /** Sum of the chunks' bytes. */
  get bytes(): number {
    return this.#bytes;
  }

  peek(): Chunk | undefined {
    return this.#chunks.peek();
  }

  shift(): Chunk | undefined {
    const chunk = this.#chunks.shift();
    if (chunk === undefined) return undefined;
    this.#queuedAtMs?.shift();
    this.#bytes -= chunkBytes(chunk);
    if (chunk === this.#openRun) this.#openRun = null;
    return chunk;
  }

  pushBatch(batch: ChannelBatch, nowMs: number): void {
    this.#openRun = null;
    this.#push(batch, nowMs);
  }

  /** Joins the frame to the last chunk if that is a run of control frames and stays within `runBytesMax`. */
  pushFrame(frame: Uint8Array, runBytesMax: number, nowMs: number): void {
    const open = this.#openRun;
    if (open !== null && open.bytesTotal + frame.length <= runBytesMax) {
      this.#bytes -= chunkBytes(open);
      open.add(frame);
      this.#bytes += chunkBytes(open);
      return;
    }
    const run = new ControlRun();
    run.add(frame);
    this.#openRun = run;
    this.#push(run, nowMs);
  }

  get aging(): boolean {
    return this.#queuedAtMs !== null;
  }

  /** From now on ages are known; what is queued already counts from now. */
  startAging(nowMs: number): void {
    if (this.#queuedAtMs !== null) return;
    this.#queuedAtMs = new Fifo();
    for (let count = this.#chunks.length; count > 0; count -= 1) this.#queuedAtMs.push(nowMs);
  }

  /** Chunks queued before `beforeMs`, oldest first. */
  *queuedBefore(beforeMs: number): IterableIterator<Chunk> {
    if (this.#queuedAtMs === null) return;
    const queuedAt = this.#queuedAtMs[Symbol.iterator]();
    for (const chunk of this.#chunks) {
      const time = queuedAt.next();
      if (time.done === true || time.value >= beforeMs) return;
      yield chunk;
    }
  }

  /** Conflates one channel, or all that may be; returns one of those that lost messages, null if none did. */
  conflate(key: string | null, runBytesMax: number): ChannelAddress | null {
    if (this.#queuedAtMs === null) return null;
    const queue = { chunks: this.#chunks, queuedAtMs: this.#queuedAtMs };
    const { chunks, queuedAtMs, droppedCount } = conflateQueue(queue, { key, controlBytesMax: runBytesMax });
    if (droppedCount === 0) return null;
    this.#chunks.clear();
    this.#queuedAtMs.clear();
    this.#bytes = 0;
    let conflated: ChannelAddress | null = null;
    for (const [index, chunk] of chunks.entries()) {
      this.#push(chunk, queuedAtMs[index] ?? 0);
      if (chunk instanceof Conflated && (key === null || chunk.address.key === key)) conflated = chunk.address;
    }
    const last = chunks.at(-1);
    this.#openRun = last instanceof ControlRun ? last : null;
    return conflated;
  }

  #push(chunk: Chunk, nowMs: number): void {
    this.#chunks.push(chunk);
    this.#queuedAtMs?.push(nowMs);
    this.#bytes += chunkBytes(chunk);
  }
}
