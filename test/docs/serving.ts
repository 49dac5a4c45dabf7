/** A server that a document starts by a command of its own, on ports that nobody else has. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';

export interface Ports {
  readonly bus: number;
  readonly admin: number;
}

export interface Serving {
  readonly child: ChildProcess;
  readonly ports: Ports;
}

const POLL_INTERVAL_MS = 50;

export async function freePorts(): Promise<Ports> {
  const servers = await Promise.all(
    [0, 0].map(async (port) => {
      const server = createServer().listen(port, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const [bus = 0, admin = 0] = servers.map((server) => (server.address() as AddressInfo).port);
  for (const server of servers) server.close();
  return { bus, admin };
}

/** Settles when the log says that the bus listens. */
export async function startServing(options: {
  readonly command: string;
  readonly logFile: string;
  readonly ports: Ports;
  readonly msMax: number;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}): Promise<Serving> {
  const { command, logFile, ports, msMax, cwd, env } = options;
  const chosen = { ARQONBUS_SERVER_PORT: String(ports.bus), ARQONBUS_ADMIN_PORT: String(ports.admin) };
  // Of a server before this one.
  rmSync(logFile, { force: true });
  // Replaced by the command, so that the process is the server itself.
  const child = spawn('bash', ['-c', `exec ${command}`], { cwd, env: { ...env, ...chosen }, stdio: 'ignore' });
  const log = () => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '');
  for (let waitedMs = 0; !/listens on wss?:/.test(log()); waitedMs += POLL_INTERVAL_MS) {
    if (child.exitCode !== null || waitedMs > msMax) {
      await stop(child);
      throw new Error(`the server does not listen:\n${log()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
  }
  return { child, ports };
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
