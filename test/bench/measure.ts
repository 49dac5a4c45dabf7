/** Runs a workload against every server, repetitions interleaved so that a noisy minute hits all of them alike. */
import { type IdleResult, type LoadResult, type LoadRun, type LoadTimes, runLoad } from './load-run.js';
import type { BenchOptions } from './options.js';
import { type Peer, type PeerContext, type PeerName, peers } from './peers/peers.js';
import type { RunningServer } from './peers/server-process.js';
import { summarize } from './statistics.js';
import type { Workload } from './workloads.js';

/** All repetitions of one server on one workload. */
export interface Series {
  readonly workload: string;
  readonly peer: PeerName;
  readonly runs: LoadResult[];
  readonly idle: IdleResult[];
}

export interface Bench {
  readonly options: BenchOptions;
  readonly context: PeerContext;
  readonly load: LoadRun;
  readonly report: (line: string) => void;
}

/** Cost of a delivery, or of an acked publish, in microseconds of the server's CPU. */
export const costUs = (run: LoadResult): number => run.cpuUs / (run.delivered > 0 ? run.delivered : run.acked);

/** Resident bytes that one idle connection added. */
export const idleBytes = (run: IdleResult): number => (run.residentAfter - run.residentBefore) / run.connections;

export async function measureWorkload(bench: Bench, workload: Workload, earlier: readonly Series[]): Promise<Series[]> {
  bench.report(workload.title);
  const names = workload.peers ?? bench.options.peers;
  const chosen = peers.filter((peer) => names.includes(peer.name));
  const series = chosen.map((peer): Series => ({ workload: workload.name, peer: peer.name, runs: [], idle: [] }));
  // Memory is read from fresh processes; for the rest a server that is warm serves all repetitions.
  const fresh = workload.kind === 'idle';
  const servers = new Map<PeerName, RunningServer>();
  try {
    if (!fresh) for (const peer of chosen) servers.set(peer.name, await peer.start(bench.context));
    const warmup = bench.options.warmupCpuMs;
    for (let repetition = 0; repetition < bench.options.repetitions; repetition += 1) {
      const first = repetition === 0;
      for (const [index, peer] of chosen.entries()) {
        const server = servers.get(peer.name) ?? (await peer.start(bench.context));
        servers.set(peer.name, server);
        const result = await runOnce(bench, peer, server, workload, earlier, first ? warmup.first : warmup.later);
        if ('cpuUs' in result) series[index]?.runs.push(result);
        else series[index]?.idle.push(result);
        bench.report(`  ${peer.title}: ${describe(result)}`);
        if (!fresh) continue;
        servers.delete(peer.name);
        await server.stop();
      }
    }
  } finally {
    await Promise.all([...servers.values()].map((server) => server.stop()));
  }
  return series;
}

async function runOnce(
  bench: Bench,
  peer: Peer,
  server: RunningServer,
  workload: Workload,
  earlier: readonly Series[],
  warmupCpuMs: number,
): Promise<LoadResult | IdleResult> {
  const { measureMs, idleMs, limit } = bench.options;
  const rate = scheduledRate(workload, peer.name, earlier);
  const times: LoadTimes = { measureMs, warmupCpuMs, idleMs, rate, limit: rate > 0 ? 0 : limit };
  // A limited run ends by count; the time is only there so that a server that stalls does not hold it up for ever.
  const generous = times.limit > 0 ? { ...times, measureMs: 30_000 } : times;
  const result = await runLoad(bench.load, server, peer.wire, workload, generous);
  if (!('cpuUs' in result)) return result;
  if (times.limit > 0) checkCounts(workload, result, times.limit);
  // On a schedule an overloaded server shows in its latencies; without one, there is nothing to divide by.
  if (rate === 0 && result.delivered + result.acked === 0)
    throw new Error(`${workload.name}: ${peer.title} delivered nothing in time`);
  return result;
}

/** Publishes per second; for half load, half of what this server reached on the other workload. */
function scheduledRate(workload: Workload, peer: PeerName, earlier: readonly Series[]): number {
  if (workload.rate === undefined) return 0;
  if ('perSecond' in workload.rate) return workload.rate.perSecond;
  const { halfOf } = workload.rate;
  const runs = earlier.find((series) => series.workload === halfOf && series.peer === peer)?.runs ?? [];
  return Math.max(1, Math.round(summarize(runs.map((run) => run.published / run.seconds)).median / 2));
}

/** Every publish, delivery and ack of a limited run is known beforehand. */
function checkCounts({ shape, ack, name }: Workload, result: LoadResult, limit: number): void {
  const heard = shape.publishers.map(
    ({ channel }) => shape.subscriptions.filter((channels) => channels.includes(channel)).length,
  );
  const expected = {
    totalPublished: limit * shape.publishers.length,
    totalDelivered: limit * heard.reduce((sum, count) => sum + count, 0),
    totalAcked: ack ? limit * shape.publishers.length : 0,
  };
  for (const [key, value] of Object.entries(expected)) {
    const got = result[key as keyof typeof expected];
    if (got !== value) throw new Error(`${name}: ${key} is ${got} instead of ${value}`);
  }
}

function describe(result: LoadResult | IdleResult): string {
  if (!('cpuUs' in result)) return `${(idleBytes(result) / 1024).toFixed(1)} KB per connection`;
  const load = `${Math.round(result.published / result.seconds)} publishes/s, CPU ${Math.round(result.cpuUs / result.seconds / 1e4)}%`;
  const { latencyUs } = result;
  const latency = latencyUs ? `, p50 ${latencyUs.p50} us, p99 ${latencyUs.p99} us` : '';
  return `${costUs(result).toFixed(3)} us per delivery (${load}${latency})`;
}
