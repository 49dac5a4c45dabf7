/**
 * Where the examples of one document run: a folder that looks like a fresh clone with the program built, and a
 * development server of its own. Examples name the default address; it is replaced by the one the server really got,
 * so that tests run beside anything that holds the default ports.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';
import { marker, root, type Block } from './markdown.js';

const DEFAULT_BUS = 'ws://127.0.0.1:7410';
const EXAMPLE_MS_MAX = 60_000;
const START_MS_MAX = 30_000;

export interface Outcome {
  readonly exitCode: number | null;
  /** stdout and stderr as they came. */
  readonly output: string;
}

export class Playground {
  readonly folder: string;
  readonly #runtimeDir = mkdtempSync(join(tmpdir(), 'arqonbus-docs-'));
  #server: ChildProcess | null = null;
  #busUrl = DEFAULT_BUS;
  #token = '';

  constructor(name: string) {
    // Inside the checkout, so that `arqonbus/client` resolves as it does in a clone.
    this.folder = join(root, '.cache/docs', name);
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
    // Copied, because the program names itself by the path it was started from.
    cpSync(join(root, 'bin'), join(this.folder, 'bin'), { recursive: true });
    for (const entry of ['dist', 'node_modules', 'package.json', 'policies', 'proto']) {
      symlinkSync(join(root, entry), join(this.folder, entry));
    }
  }

  async startServer(): Promise<string> {
    const child = spawn(process.execPath, ['bin/arqonbus.js', 'serve', '--dev'], {
      ...this.#options(),
      detached: false,
    });
    this.#server = child;
    const output = await waitFor(child, /\bready\b/, START_MS_MAX);
    const url = /ws:\/\/[\w.:[\]]+/.exec(output)?.[0];
    if (url === undefined) throw new Error(`the server named no address:\n${output}`);
    this.#busUrl = url;
    const context = readFileSync(join(this.#runtimeDir, 'arqonbus/dev.json'), 'utf8');
    this.#token = (JSON.parse(context) as { token: string }).token;
    return output;
  }

  /** Writes the block if it names a file, runs it if it is marked so. */
  async play(block: Block): Promise<Outcome | null> {
    const file = marker(block, 'file');
    const text = block.text.replaceAll(DEFAULT_BUS, this.#busUrl);
    if (file !== undefined) {
      mkdirSync(dirname(join(this.folder, file)), { recursive: true });
      writeFileSync(join(this.folder, file), isScript(block) ? await strip(text) : text);
    }
    if (!block.markers.includes('run')) return null;
    if (!isScript(block)) return this.#run('bash', ['-euo', 'pipefail', '-c', text]);
    const script = join(this.folder, file ?? `example-${block.line}.mjs`);
    writeFileSync(script, await strip(text));
    return this.#run(process.execPath, [script]);
  }

  async close(): Promise<void> {
    const server = this.#server;
    if (server !== null && server.exitCode === null) {
      const closed = new Promise((resolve) => server.once('close', resolve));
      server.kill('SIGTERM');
      await closed;
    }
    rmSync(this.#runtimeDir, { recursive: true, force: true });
    rmSync(this.folder, { recursive: true, force: true });
  }

  #options() {
    const folders = { XDG_RUNTIME_DIR: this.#runtimeDir, XDG_CONFIG_HOME: this.#runtimeDir };
    return {
      cwd: this.folder,
      // The token is what a reader copies from the server's first lines.
      env: { ...process.env, ...folders, PWD: this.folder, NO_COLOR: '1', NODE_ENV: '', ARQONBUS_TOKEN: this.#token },
      stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'],
    };
  }

  /** In a process group of its own, which ends with the example: it may leave programs in the background. */
  #run(program: string, args: readonly string[]): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const child = spawn(program, args, { ...this.#options(), detached: true });
      let output = '';
      const collect = (chunk: Buffer) => (output += chunk.toString());
      child.stdout.on('data', collect);
      child.stderr.on('data', collect);
      const timer = setTimeout(() => endGroup(child, 'SIGKILL'), EXAMPLE_MS_MAX);
      child.once('error', reject);
      child.once('exit', (exitCode) => {
        clearTimeout(timer);
        endGroup(child, 'SIGTERM');
        child.once('close', () => resolve({ exitCode, output }));
      });
    });
  }
}

function isScript({ language }: Block): boolean {
  return language === 'ts' || language === 'js';
}

async function strip(text: string): Promise<string> {
  return (await transform(text, { loader: 'ts', format: 'esm', target: 'node20' })).code;
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: nothing of the group is left, which is the usual case.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function waitFor(child: ChildProcess, pattern: RegExp, msMax: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why: string) => reject(new Error(`${why}:\n${output}`));
    const timer = setTimeout(() => fail(`no ${String(pattern)} within ${msMax} ms`), msMax);
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      if (!pattern.test(output)) return;
      clearTimeout(timer);
      resolve(output);
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('exit', (code) => fail(`ended with ${String(code)}`));
  });
}
