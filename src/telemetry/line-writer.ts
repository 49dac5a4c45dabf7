/**
 * Where log lines go. Writing never blocks the event loop and never throws: a reader that stops reading costs log
 * lines (counted), a reader that goes away costs all further ones. Lines still queued at the end are flushed, within
 * a deadline. [S-TEL-1]
 */
import { constants, fstatSync, openSync } from 'node:fs';
import { Socket } from 'node:net';
import { pino } from 'pino';

export interface LineWriter {
  /** @param line ends in a newline */
  write(line: string): void;
  /** Lines lost because the reader was too slow or gone. */
  droppedLines(): number;
  /** Settles when all is written, or after the deadline; never rejects. Write nothing after it. */
  close(timeoutMs: number): Promise<void>;
}

/** Characters queued for a reader that does not read: some thousands of lines. */
const QUEUED_CHARS_MAX = 1_048_576;

/** @param fd an open file descriptor; 2 is stderr */
export function openLineWriter(fd: number): LineWriter {
  const stat = fstatSync(fd);
  return stat.isFIFO() || stat.isSocket() ? openPipe(fd, stat.isFIFO()) : openFile(fd);
}

/**
 * Pipes and sockets: non-blocking writes on the loop. Threads would do for writing, but one that hangs in a write to a
 * full pipe keeps the process from ever ending.
 */
function openPipe(fd: number, isFifo: boolean): LineWriter {
  const socket = new Socket({ fd: isFifo ? reopenFifo(fd) : fd, readable: false, writable: true });
  socket.unref();
  let dropped = 0;
  let gone = false;
  // EPIPE and its like: nobody reads our log any more. There is no place left to report that; the count says it.
  socket.on('error', () => (gone = true));
  return {
    write(line) {
      if (gone || socket.writableLength > QUEUED_CHARS_MAX) dropped += 1;
      else socket.write(line);
    },
    droppedLines: () => dropped,
    close(timeoutMs) {
      return new Promise((resolve) => {
        if (gone || socket.writableLength === 0) return resolve();
        const timer = setTimeout(() => {
          socket.destroy();
          resolve();
        }, timeoutMs);
        socket.write('', () => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
  };
}

/**
 * The same pipe under a descriptor of our own, because non-blocking mode belongs to the description and others (a
 * shell, a child) may share the inherited one. Where the system has no such path, the inherited one has to do.
 */
function reopenFifo(fd: number): number {
  try {
    return openSync(`/proc/self/fd/${fd}`, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return fd;
    throw error;
  }
}

/** Files and terminals: pino's own asynchronous writer. */
function openFile(fd: number): LineWriter {
  const destination = pino.destination({ fd, sync: false, minLength: 0, maxLength: QUEUED_CHARS_MAX });
  let dropped = 0;
  let closed = false;
  destination.on('drop', () => (dropped += 1));
  // A full disk or a closed terminal: what was queued is tried again with the next line, and dropped at the bound.
  destination.on('error', () => (dropped += 1));
  return {
    write(line) {
      if (closed) dropped += 1;
      else destination.write(line);
    },
    droppedLines: () => dropped,
    close(timeoutMs) {
      if (closed) return Promise.resolve();
      closed = true;
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        destination.once('close', () => {
          clearTimeout(timer);
          resolve();
        });
        // Writes what is queued first; the descriptors of the process itself stay open.
        destination.end();
      });
    },
  };
}
