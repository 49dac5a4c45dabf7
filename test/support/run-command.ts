/** Runs a program to its end and gives back what it printed; a failure names the command and shows its last words. */
import { spawn } from 'node:child_process';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Record<string, string | undefined>;
}

/** Standard output of the program. Throws when it cannot be started or does not exit with 0. */
export function runCommand(program: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.once('error', (cause) => reject(new Error(`${program} could not be started: ${cause.message}`, { cause })));
    child.once('close', (code, signal) => {
      const output = Buffer.concat(stdout).toString('utf8');
      if (code === 0) return resolve(output);
      const lastWords = (Buffer.concat(stderr).toString('utf8') || output).trim().split('\n').slice(-12).join('\n');
      reject(new Error(`${program} ${args.slice(0, 12).join(' ')} ended with ${code ?? signal}:\n${lastWords}`));
    });
  });
}
