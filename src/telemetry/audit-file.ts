/**
 * The file of the audit log: appended to, readable by its owner only, opened again when a rotation moved it away.
 * Writing never blocks the event loop and never throws: lines a full disk or a bad file costs are counted, and the
 * trouble is told once until a line gets through again. [T-AUD-1]
 */
import { closeSync, constants, fstatSync, openSync, write, type Stats } from 'node:fs';

export interface AuditFile {
  /** @param line ends in a newline */
  write(line: string): void;
  /** Opens the path again, as after a rotation; where that fails the file at hand stays. */
  reopen(): void;
  lostLines(): number;
  /** Settles when all is written, or after the deadline; never rejects. */
  close(timeoutMs: number): Promise<void>;
}

/** What of node:fs is used; tests bring disks that are full. */
export interface AuditFileSystem {
  readonly open: (path: string, flags: number, mode: number) => number;
  readonly stat: (fd: number) => Pick<Stats, 'isFile'>;
  readonly write: (
    fd: number,
    bytes: Buffer,
    offset: number,
    done: (error: Error | null, written: number) => void,
  ) => void;
  readonly close: (fd: number) => void;
}

const REAL: AuditFileSystem = {
  open: openSync,
  stat: fstatSync,
  write: (fd, bytes, offset, done) => write(fd, bytes, offset, done),
  close: closeSync,
};

/** Opening must not wait for the reader of a pipe. */
const FLAGS = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NONBLOCK | constants.O_NOCTTY;
const OWNER_ONLY = 0o600;

/** Characters queued for a disk that does not write: some ten thousand lines. */
const QUEUED_CHARS_MAX = 4_194_304;

/** @throws Error when the file cannot be opened, or is no regular file. */
export function openAuditFile(
  path: string,
  onTrouble: (reason: string) => void,
  fileSystem: AuditFileSystem = REAL,
): AuditFile {
  return new AppendedFile(path, onTrouble, fileSystem);
}

class AppendedFile implements AuditFile {
  readonly #path: string;
  readonly #onTrouble: (reason: string) => void;
  readonly #fs: AuditFileSystem;
  #fd: number;
  #queue: string[] = [];
  #queuedChars = 0;
  #writing = false;
  #lost = 0;
  #inTrouble = false;
  /** The last write stopped within a line: the next one must not be glued to it. */
  #torn = false;
  #closed = false;
  #onIdle: () => void = () => undefined;

  constructor(path: string, onTrouble: (reason: string) => void, fileSystem: AuditFileSystem) {
    this.#path = path;
    this.#onTrouble = onTrouble;
    this.#fs = fileSystem;
    this.#fd = this.#open();
  }

  write(line: string): void {
    if (this.#closed) return this.#lose(1, 'it is closed');
    if (this.#queuedChars + line.length > QUEUED_CHARS_MAX) return this.#lose(1, 'the disk is too slow');
    this.#queue.push(line);
    this.#queuedChars += line.length;
    this.#pump();
  }

  reopen(): void {
    if (this.#closed) return;
    const previous = this.#fd;
    try {
      this.#fd = this.#open();
    } catch (error) {
      return this.#tell(reasonOf(error));
    }
    this.#torn = false;
    // What is being written ends where it began.
    if (!this.#writing) this.#fs.close(previous);
  }

  lostLines(): number {
    return this.#lost;
  }

  close(timeoutMs: number): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#closed = true;
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#onIdle = () => undefined;
        if (!this.#writing) this.#fs.close(this.#fd);
        resolve();
      };
      const timer = setTimeout(end, timeoutMs);
      this.#onIdle = end;
      if (!this.#writing && this.#queue.length === 0) end();
    });
  }

  #open(): number {
    const fd = this.#fs.open(this.#path, FLAGS, OWNER_ONLY);
    if (this.#fs.stat(fd).isFile()) return fd;
    this.#fs.close(fd);
    throw new Error('it is not a regular file');
  }

  #pump(): void {
    if (this.#writing) return;
    if (this.#queue.length === 0) return this.#onIdle();
    const lines = this.#queue;
    this.#queue = [];
    this.#queuedChars = 0;
    this.#writing = true;
    const text = lines.join('');
    this.#writeFrom(this.#fd, Buffer.from(this.#torn ? `\n${text}` : text), 0, lines.length);
  }

  #writeFrom(fd: number, bytes: Buffer, offset: number, lines: number): void {
    this.#fs.write(fd, bytes, offset, (error, written) => {
      const done = offset + written;
      if (error === null && done < bytes.length) return this.#writeFrom(fd, bytes, done, lines);
      this.#writing = false;
      if (fd !== this.#fd) this.#fs.close(fd);
      else this.#torn = error !== null && (this.#torn || offset > 0);
      if (error === null) this.#inTrouble = false;
      else this.#lose(lines, reasonOf(error));
      this.#pump();
    });
  }

  #lose(lines: number, reason: string): void {
    this.#lost += lines;
    this.#tell(reason);
  }

  #tell(reason: string): void {
    if (this.#inTrouble) return;
    this.#inTrouble = true;
    this.#onTrouble(reason);
  }
}

/** A system error's code says enough, and its message would repeat the path. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}
