/** A folder that only this user can enter: where the development context with its tokens lies. */
import { lstatSync, mkdirSync, type Stats } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Env } from './command-context.js';

/** Whether a file or folder is this user's alone. Platforms without user ids have other protections. */
export function isPrivate(stats: Stats): boolean {
  if (process.getuid === undefined) return true;
  return stats.uid === process.getuid() && (stats.mode & 0o077) === 0;
}

/** $XDG_RUNTIME_DIR/arqonbus, or a folder named after the user where that is unset. */
export function privateFolderPath(env: Env): string {
  const runtime = env['XDG_RUNTIME_DIR'];
  if (runtime !== undefined && runtime !== '') return join(runtime, 'arqonbus');
  return join(tmpdir(), `arqonbus-${process.getuid?.() ?? 'user'}`);
}

/**
 * Makes the folder if need be. Anyone may create names in a shared temporary directory, so what is found there is
 * trusted only if it is a real folder of this user.
 *
 * @throws Error with a sentence for people when it is not.
 */
export function ensurePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const stats = lstatSync(path);
  if (!stats.isDirectory() || !isPrivate(stats)) throw new Error(`${path} is not a private folder of this user`);
}
