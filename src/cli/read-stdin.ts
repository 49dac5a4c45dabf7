/** All of standard input, up to a bound. */
import type { CommandContext } from './command-context.js';
import { usageError } from './operator-error.js';
import { whenStopped } from './stop.js';

/** @returns at most `bytesMax` bytes; reading stops there. */
export async function readStdin({ io, globals, signal }: CommandContext, bytesMax: number): Promise<Buffer> {
  if (!globals.input) throw usageError('standard input is needed, and --no-input forbids reading it');
  const chunks: Buffer[] = [];
  let length = 0;
  const stopped = whenStopped(signal);
  async function readAll(): Promise<void> {
    for await (const chunk of io.stdin) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
      chunks.push(bytes);
      length += bytes.length;
      if (length >= bytesMax) return;
    }
  }
  try {
    await Promise.race([readAll(), stopped.promise]);
  } finally {
    stopped.cancel();
  }
  return Buffer.concat(chunks).subarray(0, bytesMax);
}
