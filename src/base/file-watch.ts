/**
 * Notices that files changed, by looking once per interval. Looking beats being told: notifications of the system are
 * lost on network file systems and when a mounted secret is swapped as a whole. A change is told once, after it was
 * seen; a file that vanishes has changed too.
 */
import { statSync } from 'node:fs';
import type { Clock, Timer } from './clock.js';

export const FILE_POLL_INTERVAL_MS = 1_000;

export interface FileWatch {
  stop(): void;
}

export interface FileWatchOptions {
  readonly files: readonly string[];
  readonly clock: Pick<Clock, 'setTimer'>;
  /** What tells one state of a file from another; the system's word if unset. */
  readonly stampOf?: (file: string) => string;
  /** Runs within the tick that saw the change. */
  readonly onChange: () => void;
}

export function watchFiles(options: FileWatchOptions): FileWatch {
  const { files, clock, onChange, stampOf = fileStamp } = options;
  const stampOfAll = () => files.map(stampOf).join('\n');
  let last = stampOfAll();
  let timer: Timer = arm();

  function arm(): Timer {
    return clock.setTimer(FILE_POLL_INTERVAL_MS, () => {
      timer = arm();
      // Taken before the files are read again: what changes while they are read is seen the next time.
      const stamp = stampOfAll();
      if (stamp === last) return;
      last = stamp;
      onChange();
    });
  }

  return { stop: () => timer.cancel() };
}

/** The change time is among them because copying can preserve the modification time. */
export function fileStamp(file: string): string {
  const state = statSync(file, { throwIfNoEntry: false, bigint: true });
  if (state === undefined) return 'absent';
  return [state.dev, state.ino, state.size, state.mtimeNs, state.ctimeNs, state.mode, state.uid].join(':');
}
