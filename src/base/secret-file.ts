/**
 * Reading a file that holds a secret: only if it is a regular file of ours (or of root) that nobody else can read.
 * Judged on the opened file, so that what was judged is what is read. Links are followed, because orchestrators mount
 * secrets as links; where they lead is what is judged. Root gets no exception: a key others can read is a leaked key,
 * whoever runs the server. [T-TLS-1]
 */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { err, ok, type Result } from './result.js';

/** Keys, certificates and files of a thousand API keys stay below this. */
export const SECRET_FILE_BYTES_MAX = 1_048_576;

export interface FileProblem {
  readonly kind: 'missing' | 'unreadable' | 'not_regular' | 'not_ours' | 'open_to_others' | 'too_large' | 'invalid';
  readonly file: string;
  /** One sentence without a full stop; holds nothing of the file's content. */
  readonly problem: string;
  /** Commands to run. */
  readonly next: readonly string[];
}

/** What of a file's state counts (node:fs Stats has this shape). */
export interface FileState {
  readonly mode: number;
  readonly uid: number;
  isFile(): boolean;
}

/** The whole content. Never waits for a pipe, never reads more than the bound. */
export function readSecretFile(file: string): Result<Buffer, FileProblem> {
  return readJudged(file, (state) => judgeSecretState(file, state, process.getuid?.()));
}

/** For what is no secret, such as certificates: a regular file within the bound that not everybody can change. */
export function readPublicFile(file: string): Result<Buffer, FileProblem> {
  return readJudged(file, (state) => judgeRegular(file, state) ?? judgeWritable(file, state));
}

/** Whoever can put a key of their own here can sign tokens, or vouch for certificates. */
function judgeWritable(file: string, { mode }: FileState): FileProblem | null {
  if ((mode & 0o002) === 0) return null;
  const problem = `${file} can be changed by every user of this machine`;
  return { kind: 'open_to_others', file, problem, next: [`chmod o-w ${quoted(file)}`] };
}

/** @param ownUid undefined where the system knows no owners (Windows); then only the kind of file counts. */
export function judgeSecretState(file: string, state: FileState, ownUid: number | undefined): FileProblem | null {
  const irregular = judgeRegular(file, state);
  if (irregular !== null || ownUid === undefined) return irregular;
  if (state.uid !== ownUid && state.uid !== 0) {
    const problem = `${file} belongs to another user, who could change it`;
    return { kind: 'not_ours', file, problem, next: [`chown "$(id -un)" ${quoted(file)}`] };
  }
  const mode = state.mode & 0o777;
  if ((mode & 0o077) === 0) return null;
  const problem = `${file} is open to users other than its owner (mode ${mode.toString(8).padStart(4, '0')})`;
  return { kind: 'open_to_others', file, problem, next: [`chmod 600 ${quoted(file)}`] };
}

function judgeRegular(file: string, state: FileState): FileProblem | null {
  if (state.isFile()) return null;
  return { kind: 'not_regular', file, problem: `${file} is not a regular file`, next: [] };
}

function readJudged(file: string, judge: (state: FileState) => FileProblem | null): Result<Buffer, FileProblem> {
  let descriptor: number;
  try {
    // Opening a pipe would wait for somebody to write to it.
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    return err(openProblem(file, error));
  }
  try {
    const problem = judge(fstatSync(descriptor));
    return problem === null ? readBounded(descriptor, file) : err(problem);
  } catch (error) {
    return err(openProblem(file, error));
  } finally {
    closeSync(descriptor);
  }
}

function readBounded(descriptor: number, file: string): Result<Buffer, FileProblem> {
  const wanted = Math.min(SECRET_FILE_BYTES_MAX, fstatSync(descriptor).size) + 1;
  const buffer = Buffer.alloc(wanted);
  let length = 0;
  while (length < wanted) {
    const count = readSync(descriptor, buffer, length, wanted - length, null);
    if (count === 0) return ok(buffer.subarray(0, length));
    length += count;
  }
  if (wanted > SECRET_FILE_BYTES_MAX) {
    return err({ kind: 'too_large', file, problem: `${file} is larger than 1 MiB; is it the right file?`, next: [] });
  }
  return err({ kind: 'unreadable', file, problem: `${file} is being written`, next: [] });
}

function openProblem(file: string, error: unknown): FileProblem {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return { kind: 'missing', file, problem: `there is no file ${file}`, next: [] };
  const reason = code === 'EACCES' ? 'permission denied' : (code ?? message);
  const next = code === 'EACCES' ? [`chown "$(id -un)" ${quoted(file)} && chmod 600 ${quoted(file)}`] : [];
  return { kind: 'unreadable', file, problem: `cannot read ${file}: ${reason}`, next };
}

/** As a POSIX shell reads it. */
function quoted(file: string): string {
  return /^[\w./@:+-]+$/.test(file) ? file : `'${file.replaceAll("'", `'\\''`)}'`;
}
