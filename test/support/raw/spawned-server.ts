/** The built program as a process of its own, on a free port: for memory, CPU and kill tests. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = findRoot();

export interface SpawnedServer {
  readonly url: string;
  readonly process: ChildProcess;
  /** Resident set, bytes. */
  residentBytes(): number;
  /** User and system time so far, milliseconds (10 ms resolution). */
  cpuMs(): number;
  /** Writes another configuration in the place of the first; rooms are added as there. */
  configure(yaml: string): void;
  /** Ends with the signal and waits; returns the exit code, or the signal that killed it. */
  end(signal: NodeJS.Signals): Promise<number | string | null>;
}

export interface SpawnOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Told every line of the log. */
  readonly onLogLine?: (line: string) => void;
}

/** @param yaml configuration on top of a free port and rooms that create themselves. */
export async function spawnServer(yaml = '', options: SpawnOptions = {}): Promise<SpawnedServer> {
  const folder = mkdtempSync(join(tmpdir(), 'arqonbus-test-'));
  const file = join(folder, 'arqonbus.yaml');
  configure(yaml);
  const child = spawn(process.execPath, [join(root, 'bin/arqonbus.js'), 'serve', '-c', file], {
    env: { ...process.env, ARQONBUS_SERVER_PORT: '0', ...options.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const { stderr } = child;
  if (stderr === null) throw new Error('the server was started without a pipe for its log');
  // Always read, so that the pipe never fills.
  const lines = createInterface({ input: stderr });
  if (options.onLogLine !== undefined) lines.on('line', options.onLogLine);
  const url = await readUrl(child, lines);
  return {
    url,
    process: child,
    configure,
    residentBytes: () =>
      Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) * 1024,
    cpuMs: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal);
        await once(child, 'exit');
      }
      rmSync(folder, { recursive: true, force: true });
      return child.exitCode ?? child.signalCode;
    },
  };

  function configure(text: string): void {
    const rooms = /^rooms:/m.test(text) ? '' : 'rooms: [{ match: "*", auto_create: true }]\n';
    writeFileSync(file, `${rooms}${text}`);
  }
}

/** Reads the log until it names the address. */
async function readUrl(child: ChildProcess, lines: Interface): Promise<string> {
  let log = '';
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${log}`)));
    lines.on('line', function look(line) {
      log += `${line}\n`;
      const url = /"url":"(wss?:[^"]+)"/.exec(line)?.[1];
      if (url === undefined) return;
      lines.off('line', look);
      resolve(url);
    });
  });
}

/** Campaigns are bundled elsewhere, so the checkout is found by its package.json. */
function findRoot(): string {
  for (let folder = fileURLToPath(new URL('.', import.meta.url)); ; folder = join(folder, '..')) {
    try {
      if (readFileSync(join(folder, 'package.json'), 'utf8').includes('"name": "arqonbus"')) return folder;
    } catch (error) {
      if (folder === '/' || !(error instanceof Error)) throw error;
    }
  }
}
