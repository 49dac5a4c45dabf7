/**
 * Hears when one of some files changes. Their folders are watched, not the files: editors write a new file and rename
 * it, and a watch on the old one hears nothing more. A file is added before it is read, so that no change is missed.
 */
import { watch, type FSWatcher } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Clock } from '../../base/clock.js';
import { operatorError } from '../operator-error.js';

export interface FileWatcher {
  addFile(path: string): void;
  /** Any YAML file of the folder counts, new ones too. */
  addFolder(path: string): void;
  /** Whether there is anything to hear. */
  readonly watches: boolean;
  /** Resolves when something changed and has been quiet since, or at the signal. */
  readonly changed: Promise<void>;
  close(): void;
}

/** Saving is several changes in a row; a new run waits until they are over. */
const QUIET_MS = 100;
const YAML_FILE = /\.ya?ml$/;

export function createFileWatcher({ clock, signal }: { clock: Clock; signal: AbortSignal }): FileWatcher {
  /** Names that count, by folder. */
  const names = new Map<string, Set<string>>();
  /** Folders in which every YAML file counts. */
  const whole = new Set<string>();
  const watchers = new Map<string, FSWatcher>();
  let finish: () => void = () => undefined;
  let cancelQuiet: () => void = () => undefined;
  const changed = new Promise<void>((done) => (finish = done));
  if (signal.aborted) finish();
  else signal.addEventListener('abort', finish, { once: true });

  function hear(folder: string, name: string | null): void {
    const isMeant = name === null || names.get(folder)?.has(name) === true;
    if (!isMeant && !(whole.has(folder) && YAML_FILE.test(name))) return;
    cancelQuiet();
    const timer = clock.setTimer(QUIET_MS, finish);
    cancelQuiet = () => timer.cancel();
  }

  function watchFolder(folder: string): void {
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(folder, (_, name) => hear(folder, name));
      // A folder that is removed counts as a change: the next run says what is missing.
      watcher.on('error', () => hear(folder, null));
      watchers.set(folder, watcher);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      // A folder that is not there: reading the file says so.
      if (code === 'ENOENT') return;
      throw operatorError('missing', 'CLI003', `cannot watch ${folder}: ${message}`, { cause: error });
    }
  }

  return {
    addFile(path) {
      const folder = dirname(resolve(path));
      names.set(folder, (names.get(folder) ?? new Set()).add(basename(path)));
      watchFolder(folder);
    },
    addFolder(path) {
      whole.add(resolve(path));
      watchFolder(resolve(path));
    },
    get watches() {
      return watchers.size > 0;
    },
    changed,
    close() {
      cancelQuiet();
      signal.removeEventListener('abort', finish);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}
