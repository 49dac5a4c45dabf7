/**
 * Writing to stdout and stderr: waits while the reader is slow, and takes a reader that has gone (`| head`) as the
 * quiet end it is. [S-CLI-1]
 */
import type { Writable } from 'node:stream';

export interface TextSink {
  readonly isTerminal: boolean;
  readonly columns: number;
  /** The reader has gone; what is written now goes nowhere. */
  readonly closed: boolean;
  /** Resolves when the next write is welcome. @throws the stream's error, except for a reader that has gone. */
  write(text: string | Uint8Array): Promise<void>;
}

type Stream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** @param onClosed called once when the reader has gone. */
export function createTextSink(stream: Stream, onClosed: () => void = () => undefined): TextSink {
  let closed = false;
  let failure: Error | null = null;
  let wake: (() => void)[] = [];

  function wakeAll(): void {
    const waiting = wake;
    wake = [];
    for (const resolve of waiting) resolve();
  }

  stream.on('drain', wakeAll);
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') {
      if (!closed) onClosed();
      closed = true;
    } else {
      failure = error;
    }
    wakeAll();
  });

  return {
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns ?? 80;
    },
    get closed() {
      return closed;
    },
    async write(text) {
      if (failure !== null) throw failure;
      if (closed) return;
      if (!stream.write(text)) await new Promise<void>((resolve) => wake.push(resolve));
      if (failure !== null) throw failure as Error;
    },
  };
}
