/** Flags of `npm run bench`. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkoutRoot } from '../support/checkout.js';
import { type PeerName, peers, usualPeers } from './peers/peers.js';
import { listWorkloads, type Workload } from './workloads.js';

export interface BenchOptions {
  readonly quick: boolean;
  readonly workloads: readonly Workload[];
  readonly peers: readonly PeerName[];
  /** Runs of each server and workload; medians are taken over them. */
  readonly repetitions: number;
  readonly measureMs: number;
  /** CPU time of each measurement of inspection in process. */
  readonly inspectionMs: number;
  /** CPU time a server uses before its first repetition is measured, and before each later one. */
  readonly warmupCpuMs: { readonly first: number; readonly later: number };
  readonly idleMs: number;
  readonly limit: number;
  /** The ArqonBus program, called with `serve --config FILE`. */
  readonly program: string;
  /** Put the tables into docs/performance.md. */
  readonly record: boolean;
}

export const usage = `npm run bench -- [--quick] [--only WORKLOAD,...] [--peers PEER,...] [--reps N] [--seconds S]
  --quick     small counts, no goals: proves that the harness works (under a minute)
  --only      ${listWorkloads('full')
    .map((workload) => workload.name)
    .join(' ')}
  --peers     ${usualPeers.join(' ')} limited
  --reps      repetitions of each measurement (5)
  --seconds   measured time of each repetition (2)
  --program   ArqonBus of another checkout, to compare with (bin/arqonbus.js)
  --record    put the tables into docs/performance.md`;

export function readOptions(argv: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      quick: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
      only: { type: 'string' },
      peers: { type: 'string' },
      reps: { type: 'string' },
      seconds: { type: 'string' },
      program: { type: 'string', default: join(checkoutRoot, 'bin/arqonbus.js') },
    },
  });
  const { quick } = values;
  const all = listWorkloads(quick ? 'quick' : 'full');
  const wanted = values.only === undefined ? all : pick('workload', values.only, all);
  // A latency run at half load needs the rate that the other workload reached.
  const needed = new Set(wanted.flatMap(({ name, rate }) => (rate && 'halfOf' in rate ? [name, rate.halfOf] : [name])));
  return {
    quick,
    workloads: all.filter(({ name }) => needed.has(name)),
    peers: values.peers === undefined ? usualPeers : pick('peer', values.peers, peers).map((peer) => peer.name),
    repetitions: positive('--reps', values.reps, quick ? 1 : 5),
    measureMs: 1000 * positive('--seconds', values.seconds, quick ? 0.5 : 2),
    inspectionMs: quick ? 2 : 100,
    warmupCpuMs: quick ? { first: 0, later: 0 } : { first: 2000, later: 300 },
    idleMs: quick ? 200 : 5000,
    limit: quick ? 50 : 0,
    program: resolve(values.program),
    record: values.record,
  };
}

function pick<T extends { readonly name: string }>(kind: string, list: string, all: readonly T[]): T[] {
  return list.split(',').map((name) => {
    const found = all.find((candidate) => candidate.name === name);
    if (found === undefined) throw new Error(`no ${kind} ${name}\n${usage}`);
    return found;
  });
}

function positive(flag: string, text: string | undefined, fallback: number): number {
  const value = text === undefined ? fallback : Number(text);
  if (!(value > 0)) throw new Error(`${flag} ${text} is not a positive number\n${usage}`);
  return value;
}
