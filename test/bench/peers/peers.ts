/** The servers that are compared, each as its operators would run it. A new one is one row. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutRoot } from '../../support/checkout.js';
import { ensureProgram } from '../../support/debian.js';
import { runCommand } from '../../support/run-command.js';
import { programWithoutCasil } from '../casil/program-without-casil.js';
import type { NativePrograms } from '../native-programs.js';
import { webSocketAccept } from '../plan-file.js';
import { framesWire } from '../wires/frames.js';
import { natsWire } from '../wires/nats.js';
import { socketIoWire } from '../wires/socket-io.js';
import type { Wire } from '../wires/wire.js';
import type { casilPeers } from '../workloads.js';
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

export type PeerName = 'arqonbus' | 'nats' | 'socket.io' | 'batched-c' | 'limited' | (typeof casilPeers)[number];

/** The product's defaults, history and metrics included, and the admin API switched on. */
async function startArqonBus({ directory, pin, program }: PeerContext, settings = ''): Promise<RunningServer> {
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
${settings}`,
  );
  return startServer([...pin, process.execPath, program, 'serve', '--config', config], port, {
    NODE_ENV: 'production',
  });
}

/** Every built-in detector, with rules that mask and block. */
function inspecting(mode: 'monitor' | 'enforce'): string {
  const policies = '[block-secrets, mask-personal-data]';
  return `casil: { enabled: true, mode: ${mode}, default_decision: block, policies: ${policies} }\n`;
}

/** Every rate set, none of them reached: what counting each message costs. [T-BENCH-1] */
const ALL_RATES = ['connection', 'subject', 'tenant', 'sender_per_channel']
  .map((whose) => `${whose}: { messages: 50000000, bytes: 100GiB }`)
  .join(', ');
const LIMITED = `limits: { rates: { ${ALL_RATES}, command_time: 1 }, connections_per_address_max: 20000 }\n`;

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

/** The ones that are compared unless a workload names others. */
export const usualPeers: readonly PeerName[] = ['arqonbus', 'nats', 'socket.io', 'batched-c'];

export const peers: readonly Peer[] = [
  { name: 'arqonbus', title: 'ArqonBus', wire: framesWire, start: (context) => startArqonBus(context) },
  { name: 'nats', title: 'nats-server', wire: natsWire, start: startNats },
  { name: 'socket.io', title: 'Socket.IO', wire: socketIoWire, start: startSocketIo },
  { name: 'batched-c', title: 'batched C', wire: framesWire, start: startBatchedServer },
  {
    name: 'limited',
    title: 'ArqonBus, all limits',
    wire: framesWire,
    start: (context) => startArqonBus(context, LIMITED),
  },
  {
    name: 'casil-absent',
    title: 'without the code',
    wire: framesWire,
    start: (context) => startArqonBus({ ...context, program: programWithoutCasil(context.directory, context.program) }),
  },
  { name: 'casil-disabled', title: 'disabled', wire: framesWire, start: (context) => startArqonBus(context) },
  {
    name: 'casil-monitor',
    title: 'monitor',
    wire: framesWire,
    start: (context) => startArqonBus(context, inspecting('monitor')),
  },
  {
    name: 'casil-enforce',
    title: 'enforce',
    wire: framesWire,
    start: (context) => startArqonBus(context, inspecting('enforce')),
  },
];

export async function natsVersion(): Promise<string> {
  const { path, env } = await ensureProgram('nats-server');
  return (await runCommand(path, ['--version'], { env: { ...process.env, ...env } })).trim();
}
