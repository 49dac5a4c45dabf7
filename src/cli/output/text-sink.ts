/**
 * Writing to stdout and stderr: waits while the reader is slow, takes a reader that has gone (`| head`) as the quiet
 * end it is, and stops waiting for one that never reads when the command has to end. [S-CLI-1]
 */
import type { Writable } from 'node:stream';
import type { Clock } from '../../base/clock.js';
import { operatorError, type OperatorError } from '../operator-error.js';

export interface TextSink {
  readonly isTerminal: boolean;
  readonly columns: number;
  /** The reader has gone; what is written now goes nowhere. */
  readonly closed: boolean;
  /** Why nothing can be written any more; null while it can. */
  readonly failure: OperatorError | null;
  /** Resolves when the next write is welcome. @throws OperatorError 75 when nothing can be written, as on a full disk. */
  write(text: string | Uint8Array): Promise<void>;
  /** The command has to end: from now on a reader that does not read costs what is written, not time. */
  hurry(): void;
  /** Resolves when the system has taken everything, the reader has gone, or the time of a reader that waits is up. */
  flush(): Promise<void>;
}

type Stream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

export interface TextSinkOptions {
  readonly clock: Clock;
  /** Called once when the reader has gone. */
  readonly onClosed?: () => void;
  /** Notes and errors: nobody waits for their reader for long, and that they cannot be written is no error. */
  readonly optional?: boolean;
}

/** A reader that has not read for so long when the command wants to end, or to say something, does not read. */
const PATIENCE_MS = 1000;

export function createTextSink(stream: Stream, options: TextSinkOptions): TextSink {
  const { clock, onClosed, optional = false } = options;
  let closed = false;
  let failure: OperatorError | null = null;
  let inHurry = false;
  let wake: (() => void)[] = [];

  function wakeAll(): void {
    const waiting = wake;
    wake = [];
    for (const resolve of waiting) resolve();
  }

  function fail(error: NodeJS.ErrnoException): void {
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED' || optional) {
      if (!closed) onClosed?.();
      closed = true;
    } else {
      const problem = `standard output cannot be written: ${error.message}`;
      failure ??= operatorError('retry', 'CLI010', problem, { cause: error });
    }
    wakeAll();
  }

  stream.on('drain', wakeAll);
  stream.on('error', fail);

  /** Until the stream or a hurry says that things have changed, or for so long. */
  async function change(waitMs: number | null): Promise<void> {
    const changed = new Promise<void>((resolve) => wake.push(resolve));
    const timer = waitMs === null ? null : clock.setTimer(waitMs, wakeAll);
    await changed;
    timer?.cancel();
  }

  async function untilWelcome(): Promise<void> {
    await change(optional ? PATIENCE_MS : null);
    if (optional && stream.writableNeedDrain) inHurry = true;
  }

  return {
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns ?? 80;
    },
    get closed() {
      return closed;
    },
    get failure() {
      return failure;
    },
    async write(text) {
      if (failure !== null) throw failure;
      if (closed || (inHurry && stream.writableNeedDrain)) return;
      try {
        // Files and terminals are written at once, and throw at once.
        if (!stream.write(text)) await untilWelcome();
      } catch (error) {
        fail(error as NodeJS.ErrnoException);
      }
      if (failure !== null) throw failure as OperatorError;
    },
    hurry() {
      inHurry = true;
      wakeAll();
    },
    async flush() {
      let done = stream.writableLength === 0;
      const isOver = () => done || closed || failure !== null;
      if (isOver()) return;
      // An empty write is done when all before it are.
      stream.write('', () => {
        done = true;
        wakeAll();
      });
      while (!isOver() && !inHurry && !optional) await change(null);
      const endMs = clock.monotonicMs() + PATIENCE_MS;
      for (let leftMs = PATIENCE_MS; !isOver() && leftMs > 0; leftMs = endMs - clock.monotonicMs())
        await change(leftMs);
    },
  };
}
