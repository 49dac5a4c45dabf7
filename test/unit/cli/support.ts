/** A command's surroundings without a process: what is written can be read back. */
import { PassThrough, Readable, Writable } from 'node:stream';
import type { Clock } from '../../../src/base/clock.js';
import { systemClock } from '../../../src/base/clock.js';
import { runCli } from '../../../src/cli/run.js';

export interface CliResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export class CollectingStream extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

export async function cli(
  args: readonly string[],
  options: { env?: Record<string, string>; stdin?: string | Buffer; clock?: Clock } = {},
): Promise<CliResult> {
  const stdout = new CollectingStream();
  const stderr = new CollectingStream();
  const stdin = options.stdin === undefined ? new PassThrough() : Readable.from([Buffer.from(options.stdin)]);
  const status = await runCli({
    argv: ['node', '/usr/bin/arqonbus', ...args],
    env: { XDG_RUNTIME_DIR: '/nonexistent', XDG_CONFIG_HOME: '/nonexistent', ...options.env },
    stdin,
    stdout,
    stderr,
    signals: { on: () => undefined, off: () => undefined },
    clock: options.clock ?? systemClock,
  });
  return { status, stdout: stdout.text, stderr: stderr.text };
}
