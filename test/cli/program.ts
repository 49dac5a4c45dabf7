/** Runs the built program as a user would: a process of its own, pipes, signals, an exit status. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The program under test; set the variable to try another build. */
export const PROGRAM = process.env['ARQONBUS_TEST_PROGRAM'] ?? 'bin/arqonbus.js';

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Buffer;
  /** Keeps standard input open without writing to it. */
  readonly keepStdinOpen?: boolean;
  readonly cwd?: string;
}

/** A user of one's own: no settings, contexts or tokens of whoever runs the tests. */
export class Sandbox {
  readonly folder = mkdtempSync(join(tmpdir(), 'arqonbus-cli-'));
  readonly #children = new Set<ChildProcessWithoutNullStreams>();

  get env(): Record<string, string> {
    return {
      PATH: process.env['PATH'] ?? '',
      HOME: this.folder,
      XDG_RUNTIME_DIR: this.folder,
      XDG_CONFIG_HOME: join(this.folder, 'config'),
    };
  }

  start(args: readonly string[], options: RunOptions = {}): ChildProcessWithoutNullStreams {
    const child = spawn(process.execPath, [join(process.cwd(), PROGRAM), ...args], {
      env: { ...this.env, ...options.env },
      cwd: options.cwd ?? this.folder,
    });
    this.#children.add(child);
    child.once('exit', () => this.#children.delete(child));
    // A program that ends before it has read everything closes the pipe; its status says what happened.
    child.stdin.on('error', () => undefined);
    if (options.stdin !== undefined) child.stdin.end(options.stdin);
    else if (options.keepStdinOpen !== true) child.stdin.end();
    return child;
  }

  run(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
    return outcomeOf(this.start(args, options));
  }

  /** Runs a line of shell in which `$ARQONBUS` is the program. */
  shell(line: string): Promise<Outcome> {
    const program = `${process.execPath} ${join(process.cwd(), PROGRAM)}`;
    const child = spawn('bash', ['-c', line], { env: { ...this.env, ARQONBUS: program }, cwd: this.folder });
    this.#children.add(child);
    child.stdin.end();
    return outcomeOf(child);
  }

  /** A development server, ready. */
  async serveDev(args: readonly string[] = []): Promise<Server> {
    const child = this.start(['serve', '--dev', '--port', '0', ...args]);
    const output = collect(child);
    await waitFor(() => output.stdout.includes('\n  ready\n') || child.exitCode !== null);
    if (child.exitCode !== null) throw new Error(`the server ended: ${output.stderr}`);
    const context = JSON.parse(readFileSync(join(this.folder, 'arqonbus', 'dev.json'), 'utf8')) as Server['context'];
    return { child, output, context, stop: () => stop(child) };
  }

  async dispose(): Promise<void> {
    for (const child of this.#children) child.kill('SIGKILL');
    await waitFor(() =>
      [...this.#children].every(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null),
    );
    if (existsSync(this.folder)) rmSync(this.folder, { recursive: true, force: true });
  }
}

export interface Server {
  readonly child: ChildProcessWithoutNullStreams;
  readonly output: Output;
  readonly context: { busUrl: string; adminUrl: string; token: string; adminToken: string; pid: number };
  stop(): Promise<number | null>;
}

export interface Output {
  stdout: string;
  stderr: string;
}

export function collect(child: ChildProcessWithoutNullStreams): Output {
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  return output;
}

export function outcomeOf(child: ChildProcessWithoutNullStreams): Promise<Outcome> {
  const output = collect(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, ...output }));
  });
}

async function stop(child: ChildProcessWithoutNullStreams): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.once('exit', (status) => resolve(status)));
  child.kill('SIGTERM');
  return ended;
}

/** @throws Error after 20 s. */
export async function waitFor(condition: () => boolean): Promise<void> {
  const endMs = performance.now() + 20_000;
  while (!condition()) {
    if (performance.now() > endMs) throw new Error('waited 20 s in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export function records(stdout: string): Record<string, unknown>[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
