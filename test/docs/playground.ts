/**
 * Where the examples of one document run: a folder that looks like a fresh clone with the program built, and a
 * development server of its own. Examples name the default address; it is replaced by the one the server really got,
 * so that tests run beside anything that holds the default ports. A block that serves takes the place of the server
 * before it; the blocks after it find it at the default address, and its process id in BUS_PID.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';
import { ensureProgram } from '../support/debian.js';
import { marker, root, type Block } from './markdown.js';
import { freePorts, startServing, stop, type Serving } from './serving.js';

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
  #serving: Serving | null = null;
  #busUrl = DEFAULT_BUS;
  #token = '';
  #tools = '';

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
    const log = marker(block, 'serve');
    if (log !== undefined) return this.#serve(block.text, join(this.folder, log));
    const text = this.#withOurPorts(block.text);
    if (file !== undefined) {
      mkdirSync(dirname(join(this.folder, file)), { recursive: true });
      writeFileSync(join(this.folder, file), isScript(block) ? await strip(text) : `${text}\n`);
    }
    if (!block.markers.includes('run')) return null;
    if (/\bopenssl\b/.test(text)) this.#tools = `:${dirname((await ensureProgram('openssl')).path)}`;
    if (!isScript(block)) return this.#run('bash', ['-euo', 'pipefail', '-c', text]);
    const script = join(this.folder, file ?? `example-${block.line}.mjs`);
    writeFileSync(script, await strip(text));
    return this.#run(process.execPath, [script]);
  }

  async close(): Promise<void> {
    if (this.#serving !== null) await stop(this.#serving.child);
    if (this.#server !== null) await stop(this.#server);
    rmSync(this.#runtimeDir, { recursive: true, force: true });
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** @param logFile where the command sends the log of the server */
  async #serve(command: string, logFile: string): Promise<null> {
    if (this.#serving !== null) await stop(this.#serving.child);
    const ports = await freePorts();
    this.#serving = await startServing({ command, logFile, ports, msMax: START_MS_MAX, ...this.#options() });
    return null;
  }

  #withOurPorts(text: string): string {
    if (this.#serving === null) return text.replaceAll(DEFAULT_BUS, this.#busUrl);
    const { bus, admin } = this.#serving.ports;
    return text
      .replaceAll(/(wss?:\/\/(?:127\.0\.0\.1|localhost)):7410\b/g, `$1:${bus}`)
      .replaceAll(/(https?:\/\/127\.0\.0\.1):7411\b/g, `$1:${admin}`);
  }

  #options() {
    const folders = { XDG_RUNTIME_DIR: this.#runtimeDir, XDG_CONFIG_HOME: this.#runtimeDir };
    // The token is what a reader copies from the first lines of a development server.
    const server =
      this.#serving === null
        ? { ARQONBUS_TOKEN: this.#token }
        : { ARQONBUS_TOKEN: '', BUS_PID: String(this.#serving.child.pid) };
    const path = `${process.env['PATH'] ?? ''}${this.#tools}`;
    return {
      cwd: this.folder,
      env: { ...process.env, ...folders, PATH: path, PWD: this.folder, NO_COLOR: '1', NODE_ENV: '', ...server },
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
