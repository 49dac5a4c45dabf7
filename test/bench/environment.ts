/** Where the figures come from, and which core does what. */
import { readFileSync } from 'node:fs';
import { cpus, release } from 'node:os';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { checkoutRoot } from '../support/checkout.js';
import { ensureProgram } from '../support/debian.js';
import { natsVersion } from './peers/peers.js';

export interface Environment {
  readonly cpu: string;
  readonly cores: number;
  readonly kernel: string;
  readonly node: string;
  readonly nats: string;
  readonly socketIo: string;
  readonly arqonbus: string;
}

export async function describeEnvironment(): Promise<Environment> {
  const require = createRequire(join(checkoutRoot, 'package.json'));
  const version = (path: string): string => (require(path) as { version: string }).version;
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    kernel: release(),
    node: process.version,
    nats: await natsVersion(),
    socketIo: version('socket.io/package.json'),
    arqonbus: version('./package.json'),
  };
}

export interface Pinning {
  readonly server: readonly string[];
  readonly loadgen: readonly string[];
}

/** One core for the server, another for the generator. Without two cores only `--quick` has a meaning. */
export async function choosePinning(quick: boolean): Promise<Pinning> {
  const cores = allowedCores();
  const [serverCore, loadgenCore] = cores;
  if (serverCore === undefined || loadgenCore === undefined) {
    if (quick) return { server: [], loadgen: [] };
    throw new Error('the bench needs two cores: one for the server, one for the load generator');
  }
  const { path } = await ensureProgram('taskset');
  return { server: [path, '-c', String(serverCore)], loadgen: [path, '-c', String(loadgenCore)] };
}

/** `Cpus_allowed_list` of proc(5), for example `0-1,4`. */
function allowedCores(): number[] {
  const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '';
  return list.split(',').flatMap((part) => {
    const [first = NaN, last = first] = part.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
