/** One run of the load generator against one server. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../support/run-command.js';
import type { RunningServer } from './peers/server-process.js';
import { encodePlan } from './plan-file.js';
import type { Wire } from './wires/wire.js';
import type { Workload } from './workloads.js';

export interface LatencyUs {
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
  readonly count: number;
}

/** What one line of the generator says; times are of the measured part of the run. */
export interface LoadResult {
  readonly published: number;
  readonly delivered: number;
  readonly acked: number;
  readonly seconds: number;
  /** CPU time of the server's process, all threads, in microseconds. */
  readonly cpuUs: number;
  readonly totalPublished: number;
  readonly totalDelivered: number;
  readonly totalAcked: number;
  readonly latencyUs?: LatencyUs;
}

export interface IdleResult {
  readonly connections: number;
  readonly residentBefore: number;
  readonly residentAfter: number;
}

export interface LoadTimes {
  /** CPU time that the server uses before measuring begins. */
  readonly warmupCpuMs: number;
  readonly measureMs: number;
  readonly idleMs: number;
  /** Publishes per publisher after which the run ends; 0 means by time. */
  readonly limit: number;
  /** Publishes per second on a schedule; 0 means a closed loop. */
  readonly rate: number;
  /** Nothing arriving for this long means that it is lost. */
  readonly stallMs?: number;
}

export interface LoadRun {
  readonly loadgen: string;
  readonly directory: string;
  readonly pin: readonly string[];
}

const stallMs = 10_000;
let runs = 0;

export async function runLoad(
  { loadgen, directory, pin }: LoadRun,
  server: RunningServer,
  wire: Wire,
  workload: Workload,
  times: LoadTimes,
): Promise<LoadResult | IdleResult> {
  runs += 1;
  const run = `r${String(runs).padStart(5, '0')}`;
  const planPath = join(directory, `${run}.plan`);
  writeFileSync(planPath, encodePlan(workload, wire, server.port, run));
  const options = {
    pid: server.pid,
    window: workload.window,
    // Socket.IO's packets are WebSocket messages; only the other two can share one.
    packed: workload.packed && wire.opcode === 2 ? 1 : 0,
    ack: workload.ack ? 1 : 0,
    'warmup-cpu-ms': times.warmupCpuMs,
    'measure-ms': times.measureMs,
    limit: times.limit,
    rate: times.rate,
    'stall-ms': times.stallMs ?? stallMs,
    'idle-ms': workload.kind === 'idle' ? times.idleMs : 0,
  };
  const args = [planPath, ...Object.entries(options).map(([key, value]) => `${key}=${value}`)];
  const [program = '', ...rest] = [...pin, loadgen, ...args];
  try {
    return JSON.parse(await runCommand(program, rest)) as LoadResult | IdleResult;
  } finally {
    rmSync(planPath, { force: true });
  }
}
