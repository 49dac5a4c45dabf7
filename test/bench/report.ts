/** Turns series into tables (Markdown, for docs/performance.md) and into a verdict. */
import type { Environment } from './environment.js';
import { type Goal, goals, latencyP99MaxUs } from './goals.js';
import { costUs, idleBytes, type Series } from './measure.js';
import { type PeerName, peers, usualPeers } from './peers/peers.js';
import { type Summary, summarize, threeDigits } from './statistics.js';
import { casilPeers, type Workload } from './workloads.js';

export interface Verdict {
  readonly goal: Goal;
  readonly ratio: number;
  readonly hit: boolean;
}

/** Microseconds per delivery, or kilobytes per idle connection. */
export function summarizeSeries(series: Series): Summary {
  return series.idle.length > 0
    ? summarize(series.idle.map((run) => idleBytes(run) / 1024))
    : summarize(series.runs.map(costUs));
}

/** Goals whose both sides were measured. */
export function judge(all: readonly Series[], list: readonly Goal[] = goals): Verdict[] {
  const median = (workload: string, peer: PeerName): number | undefined => {
    const series = all.find((candidate) => candidate.workload === workload && candidate.peer === peer);
    return series && summarizeSeries(series).median;
  };
  return list.flatMap((goal) => {
    const own = median(goal.workload, goal.subject ?? 'arqonbus');
    const other = median(goal.workload, goal.peer);
    if (own === undefined || other === undefined) return [];
    return [{ goal, ratio: own / other, hit: own / other <= goal.ratioMax }];
  });
}

export const missedRequired = (verdicts: readonly Verdict[]): Verdict[] =>
  verdicts.filter(({ goal, hit }) => goal.required === true && !hit);

export function renderReport(environment: Environment, workloads: readonly Workload[], all: readonly Series[]): string {
  const measured = workloads.filter(({ kind }) => kind !== 'latency');
  const timed = workloads.filter(({ kind }) => kind === 'latency');
  return [
    environmentLine(environment),
    '',
    ...costTable(
      measured.filter((workload) => workload.peers === undefined),
      usualPeers,
      all,
    ),
    '',
    ...costTable(
      measured.filter((workload) => workload.peers !== undefined),
      casilPeers,
      all,
    ),
    '',
    ...table(
      ['latency', 'server', 'publishes/s', 'CPU', 'p50 ms', 'p99 ms', 'max ms'],
      timed.flatMap((workload) => latencyRows(workload, all)),
    ),
    '',
    ...table(['goal', 'against', 'ratio', 'at most', ''], judge(all).map(goalRow)),
    '',
    ...latencyVerdicts(timed, all),
  ].join('\n');
}

function environmentLine({ cpu, cores, kernel, node, nats, socketIo, arqonbus }: Environment): string {
  return `${cpu}, ${cores} cores, Linux ${kernel}, Node ${node}; ArqonBus ${arqonbus}, ${nats}, Socket.IO ${socketIo}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function costTable(workloads: readonly Workload[], names: readonly PeerName[], all: readonly Series[]): string[] {
  const titles = names.map((name) => peers.find((peer) => peer.name === name)?.title ?? name);
  return table(
    ['workload', ...titles],
    workloads.map((workload) => costRow(workload, names, all)),
  );
}

function costRow(workload: Workload, names: readonly PeerName[], all: readonly Series[]): string[] {
  const unit = workload.kind === 'idle' ? 'KB' : 'us';
  const cells = names.map((name) => {
    const series = all.find((candidate) => candidate.workload === workload.name && candidate.peer === name);
    if (series === undefined) return '';
    const { median, min, max } = summarizeSeries(series);
    return `${threeDigits(median)} (${threeDigits(min)}-${threeDigits(max)})`;
  });
  return [`${workload.title} [${unit}]`, ...cells];
}

function latencyRows(workload: Workload, all: readonly Series[]): string[][] {
  return all
    .filter((series) => series.workload === workload.name)
    .map((series) => {
      const middle = (value: (run: Series['runs'][number]) => number): number =>
        summarize(series.runs.map(value)).median;
      const ms = (key: 'p50' | 'p99' | 'max'): string =>
        (middle((run) => run.latencyUs?.[key] ?? NaN) / 1000).toFixed(2);
      return [
        workload.title,
        peers.find(({ name }) => name === series.peer)?.title ?? series.peer,
        String(Math.round(middle((run) => run.published / run.seconds))),
        `${Math.round(middle((run) => run.cpuUs / run.seconds / 1e4))}%`,
        ms('p50'),
        ms('p99'),
        ms('max'),
      ];
    });
}

function goalRow({ goal, ratio, hit }: Verdict): string[] {
  const name = goal.required === true ? `${goal.workload} (required)` : goal.workload;
  const against = goal.subject === undefined ? goal.peer : `${goal.subject} against ${goal.peer}`;
  return [name, against, threeDigits(ratio), String(Number(threeDigits(goal.ratioMax))), hit ? 'hit' : '**miss**'];
}

function latencyVerdicts(timed: readonly Workload[], all: readonly Series[]): string[] {
  return timed.flatMap(({ name, title }) => {
    const runs = all.find((series) => series.workload === name && series.peer === 'arqonbus')?.runs ?? [];
    if (runs.length === 0) return [];
    const p99 = summarize(runs.map((run) => run.latencyUs?.p99 ?? NaN)).median;
    const limit = `${latencyP99MaxUs / 1000} ms`;
    return [
      `${title}: p99 ${(p99 / 1000).toFixed(2)} ms, below ${limit}: ${p99 < latencyP99MaxUs ? 'hit' : '**miss**'}`,
    ];
  });
}
