/** The built program as a process of its own, on a free port: for memory, CPU and kill tests. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = findRoot();

export interface SpawnedServer {
  readonly url: string;
  readonly process: ChildProcess;
  /** Resident set, bytes. */
  residentBytes(): number;
  /** User and system time so far, milliseconds (10 ms resolution). */
  cpuMs(): number;
  /** Ends with the signal and waits; returns the exit code, or the signal that killed it. */
  end(signal: NodeJS.Signals): Promise<number | string | null>;
}

/** @param yaml configuration on top of a free port and rooms that create themselves. */
export async function spawnServer(yaml = ''): Promise<SpawnedServer> {
  const folder = mkdtempSync(join(tmpdir(), 'arqonbus-test-'));
  const file = join(folder, 'arqonbus.yaml');
  const rooms = /^rooms:/m.test(yaml) ? '' : 'rooms: [{ match: "*", auto_create: true }]\n';
  writeFileSync(file, `${rooms}${yaml}`);
  const child = spawn(process.execPath, [join(root, 'bin/arqonbus.js'), 'serve', '-c', file], {
    env: { ...process.env, ARQONBUS_SERVER_PORT: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const url = await readUrl(child);
  return {
    url,
    process: child,
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
}

/** Reads the log until it names the address; keeps reading afterwards, so that the pipe never fills. */
async function readUrl(child: ChildProcess): Promise<string> {
  let log = '';
  const { stderr } = child;
  if (stderr === null) throw new Error('the server was started without a pipe for its log');
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${log}`)));
    stderr.on('data', (chunk: Buffer) => {
      if (log.length > 100_000) return;
      log += chunk.toString('utf8');
      const url = /"url":"(ws:[^"]+)"/.exec(log)?.[1];
      if (url !== undefined) resolve(url);
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
