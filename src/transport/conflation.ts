/**
 * Making room in a queue by keeping only the newest message of a channel, without ever hiding a loss: each run of
 * consecutive sequences becomes one gap notice and the run's newest message, where the run's last batch stood. [P1]
 *
 * Runs are not joined over a hole in the sequences or a change of epoch: those holes were announced, or were never
 * the subscriber's, and the control frames that say so keep their place between the runs.
 */
import type { ChannelBatch } from '../protocol/entry.js';
import { Conflated, ControlRun, type Chunk } from './outbox-chunk.js';

/** A queue and, at the same indexes, when each chunk was queued. */
export interface ConflatableQueue {
  readonly chunks: Iterable<Chunk>;
  readonly queuedAtMs: Iterable<number>;
}

export interface ConflatedQueue {
  readonly chunks: readonly Chunk[];
  readonly queuedAtMs: readonly number[];
  /** Messages that will not be delivered because of this call. */
  readonly droppedCount: number;
}

interface ConflateOptions {
  /** Key of the only channel to conflate; null for all whose room conflates. */
  readonly key: string | null;
  /** Control frames that become neighbours are joined up to this size, so that the queue stays short. */
  readonly controlBytesMax: number;
}

/** Pure: the given chunks are not changed. Order is kept; control frames are never dropped. */
export function conflateQueue(queue: ConflatableQueue, options: ConflateOptions): ConflatedQueue {
  const { chunks, queuedAtMs } = queue;
  const kept: (Chunk | null)[] = [];
  const times: number[] = [];
  const latest = new Map<string, number>();
  let droppedCount = 0;

  const time = queuedAtMs[Symbol.iterator]();
  for (const chunk of chunks) {
    const queuedAt = time.next();
    times.push(queuedAt.done === true ? 0 : queuedAt.value);
    if (chunk instanceof ControlRun || !conflates(chunk, options.key)) {
      kept.push(chunk);
      continue;
    }
    const index = latest.get(chunk.address.key);
    const before = index === undefined ? null : (kept[index] ?? null);
    latest.set(chunk.address.key, kept.length);
    if (index === undefined || before === null || before instanceof ControlRun || !continues(before, chunk)) {
      const alone = newestOf(chunk, chunk.first);
      droppedCount += deliveredCount(chunk) - deliveredCount(alone);
      kept.push(alone);
      continue;
    }
    const joined = newestOf(chunk, before.first);
    droppedCount += deliveredCount(before) + deliveredCount(chunk) - 1;
    kept[index] = null;
    kept.push(joined);
  }
  return { ...compact(kept, times, options.controlBytesMax), droppedCount };
}

/** Messages the chunk hands to the subscriber. */
export function deliveredCount(chunk: ChannelBatch | Conflated): number {
  return chunk instanceof Conflated ? 1 : chunk.last - chunk.first + 1;
}

function conflates(chunk: ChannelBatch | Conflated, key: string | null): boolean {
  if (key !== null && chunk.address.key !== key) return false;
  return chunk instanceof Conflated || chunk.slowConsumer === 'conflate';
}

function continues(before: ChannelBatch | Conflated, next: ChannelBatch | Conflated): boolean {
  return before.epoch === next.epoch && before.last + 1 === next.first;
}

/** The newest message of `chunk` behind a gap that begins at `first`; the chunk itself if there is nothing to leave out. */
function newestOf(chunk: ChannelBatch | Conflated, first: number): ChannelBatch | Conflated {
  if (first === chunk.last || (chunk instanceof Conflated && first === chunk.first)) return chunk;
  return new Conflated(chunk.address, chunk.epoch, first, chunk.last, chunk.newest);
}

function compact(
  kept: readonly (Chunk | null)[],
  times: readonly number[],
  controlBytesMax: number,
): { chunks: Chunk[]; queuedAtMs: number[] } {
  const chunks: Chunk[] = [];
  const queuedAtMs: number[] = [];
  for (const [index, chunk] of kept.entries()) {
    if (chunk === null) continue;
    const previous = chunks.at(-1);
    if (
      chunk instanceof ControlRun &&
      previous instanceof ControlRun &&
      previous.bytesTotal + chunk.bytesTotal <= controlBytesMax
    ) {
      chunks[chunks.length - 1] = joinRuns(previous, chunk);
      continue;
    }
    chunks.push(chunk);
    queuedAtMs.push(times[index] ?? 0);
  }
  return { chunks, queuedAtMs };
}

function joinRuns(a: ControlRun, b: ControlRun): ControlRun {
  const joined = new ControlRun();
  for (const frame of a.frames) joined.add(frame);
  for (const frame of b.frames) joined.add(frame);
  return joined;
}
