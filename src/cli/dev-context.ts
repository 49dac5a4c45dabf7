/**
 * The context of a development server: how a second terminal finds the bus and its token without being told. One
 * file, private to the user, valid while the server lives.
 */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { randomName } from '../base/ids.js';
import type { Env } from './command-context.js';
import { ensurePrivateFolder, isPrivate, privateFolderPath } from './private-folder.js';

export interface DevContext {
  readonly busUrl: string;
  readonly adminUrl: string | null;
  readonly token: string;
  readonly adminToken: string | null;
  /** Process that serves; the context is stale when it is gone. */
  readonly pid: number;
}

const FILE_BYTES_MAX = 16_384;

export function devContextPath(env: Env): string {
  return join(privateFolderPath(env), 'dev.json');
}

/** Writes the context in one step, so that nobody reads half of it. The result removes it again if it is still ours. */
export function writeDevContext(env: Env, context: DevContext): () => void {
  const path = devContextPath(env);
  ensurePrivateFolder(dirname(path));
  const temporary = `${path}.${randomName(8)}`;
  writeFileSync(temporary, `${JSON.stringify({ v: 1, ...context })}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(temporary, path);
  return () => {
    if (readDevContext(env)?.pid === context.pid) rmSync(path, { force: true });
  };
}

/** null where there is none, it is stale, not private to this user, or not readable as one. */
export function readDevContext(env: Env, isAlive: (pid: number) => boolean = isProcessAlive): DevContext | null {
  const path = devContextPath(env);
  if (!isPrivatePath(dirname(path))) return null;
  const text = readPrivateFile(path);
  const context = text === null ? null : parseDevContext(text);
  return context !== null && isAlive(context.pid) ? context : null;
}

function isPrivatePath(path: string): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isDirectory() === true && isPrivate(stats);
}

/** Checks the file that was opened, not the name, and follows no link. */
function readPrivateFile(path: string): string | null {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isFile() !== true || !isPrivate(stats) || stats.size > FILE_BYTES_MAX) return null;
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return isPrivate(fstatSync(descriptor)) ? readFileSync(descriptor, 'utf8') : null;
  } finally {
    closeSync(descriptor);
  }
}

function parseDevContext(text: string): DevContext | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // Half a file of a server that was killed while writing: the same as none.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { busUrl, adminUrl, token, adminToken, pid } = value as Partial<Record<keyof DevContext, unknown>>;
  if (typeof busUrl !== 'string' || typeof token !== 'string' || typeof pid !== 'number' || pid < 1) return null;
  const textOrNull = (field: unknown) => (typeof field === 'string' ? field : null);
  return { busUrl, token, pid, adminUrl: textOrNull(adminUrl), adminToken: textOrNull(adminToken) };
}

function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM means that a process of that id exists, but it is another user's, so it is not our server.
    if ((error as NodeJS.ErrnoException).code !== undefined) return false;
    throw error;
  }
}
