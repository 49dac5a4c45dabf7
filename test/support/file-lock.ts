/**
 * A lock between processes, held by the kernel: flock(1) keeps it for as long as its standard input is open, so a test
 * worker that dies lets go of it by dying. Nothing can be left behind that another run would have to judge stale.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Runs `action` while holding the lock; waits at most `waitMs` for it. */
export async function withFileLock<T>(path: string, waitMs: number, action: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  const waitSeconds = String(Math.ceil(waitMs / 1000));
  const holder = spawn('flock', ['--exclusive', '--wait', waitSeconds, path, 'sh', '-c', 'echo held; exec cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(holder, 'exit');
  const held = await Promise.race([once(holder.stdout, 'data').then(() => true), ended.then(() => false)]);
  if (!held) throw new Error(`${path} stayed locked by another process for ${waitSeconds} s`);
  try {
    return await action();
  } finally {
    holder.stdin.end();
    await ended;
  }
}
