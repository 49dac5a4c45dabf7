/** The servers that are compared, each as its operators would run it. A new one is one row. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutRoot } from '../../support/checkout.js';
import { ensureProgram } from '../../support/debian.js';
import { runCommand } from '../../support/run-command.js';
import type { NativePrograms } from '../native-programs.js';
import { webSocketAccept } from '../plan-file.js';
import { framesWire } from '../wires/frames.js';
import { natsWire } from '../wires/nats.js';
import { socketIoWire } from '../wires/socket-io.js';
import type { Wire } from '../wires/wire.js';
import { freePort, type RunningServer, startServer } from './server-process.js';

export interface PeerContext {
  /** A folder of this run for configuration files. */
  readonly directory: string;
  readonly native: NativePrograms;
  /** The ArqonBus program under measurement. */
  readonly program: string;
  /** Put in front of a server's command; pins it to its core. */
  readonly pin: readonly string[];
}

export interface Peer {
  readonly name: PeerName;
  readonly title: string;
  readonly wire: Wire;
  start(context: PeerContext): Promise<RunningServer>;
}

export type PeerName = 'arqonbus' | 'nats' | 'socket.io' | 'batched-c';

/** The product's defaults, history and metrics included, and the admin API switched on. */
async function startArqonBus({ directory, pin, program }: PeerContext): Promise<RunningServer> {
  const port = await freePort();
  const adminPort = await freePort();
  const tokenFile = join(directory, 'admin-token');
  writeFileSync(tokenFile, 'bench-admin-token-0123456789abcdef\n', { mode: 0o600 });
  const config = join(directory, `arqonbus-${port}.yaml`);
  writeFileSync(
    config,
    `server: { port: ${port} }
rooms: [{ match: '*', auto_create: true }]
admin: { enabled: true, port: ${adminPort}, token_file: ${JSON.stringify(tokenFile)} }
`,
  );
  return startServer([...pin, process.execPath, program, 'serve', '--config', config], port, {
    NODE_ENV: 'production',
  });
}

async function startNats({ directory, pin }: PeerContext): Promise<RunningServer> {
  const { path, env } = await ensureProgram('nats-server');
  const port = await freePort();
  const config = join(directory, `nats-${port}.conf`);
  writeFileSync(
    config,
    `host: 127.0.0.1
port: ${await freePort()}
websocket { host: 127.0.0.1, port: ${port}, no_tls: true, compression: false }
`,
  );
  return startServer([...pin, path, '--config', config], port, env);
}

async function startSocketIo({ pin }: PeerContext): Promise<RunningServer> {
  const port = await freePort();
  const program = join(checkoutRoot, 'test/bench/peers/socket-io-server.mjs');
  return startServer([...pin, process.execPath, program, String(port)], port, { NODE_ENV: 'production' });
}

async function startBatchedServer({ native, pin }: PeerContext): Promise<RunningServer> {
  const port = await freePort();
  return startServer([...pin, native.batchedServer, String(port), webSocketAccept], port);
}

export const peers: readonly Peer[] = [
  { name: 'arqonbus', title: 'ArqonBus', wire: framesWire, start: startArqonBus },
  { name: 'nats', title: 'nats-server', wire: natsWire, start: startNats },
  { name: 'socket.io', title: 'Socket.IO', wire: socketIoWire, start: startSocketIo },
  { name: 'batched-c', title: 'batched C', wire: framesWire, start: startBatchedServer },
];

export async function natsVersion(): Promise<string> {
  const { path, env } = await ensureProgram('nats-server');
  return (await runCommand(path, ['--version'], { env: { ...process.env, ...env } })).trim();
}
