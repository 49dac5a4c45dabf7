/**
 * One attack beside healthy clients: measured before, measured during, and what the server shows of it. Judges nothing.
 */
import { readFileSync } from 'node:fs';
import { Random } from '../protocol/random.js';
import type { AttackName, Figures } from './attack.js';
import { startAttacker } from './attacker.js';
import type { HealthyLoad, Measured } from './healthy-load.js';
import { growthOf } from './metrics.js';
import { SIGNS } from './signs.js';
import type { Target } from './target.js';

const MEMORY_EACH_MS = 100;
/** How long the server has to let go of what attacked it. */
const CALM_WITHIN_MS = 15_000;
/** Longer than any attack takes on the busiest machine. */
const ATTACK_MAX_MS = 60_000;
const MIB = 2 ** 20;

export interface EncounterOptions {
  readonly target: Target;
  readonly healthy: HealthyLoad;
  /** The attacker's program, of buildAttacker. */
  readonly program: string;
  readonly name: AttackName;
  readonly count: number;
  readonly seed: number;
  readonly durationMs: number;
  /** Of healthy clients, before and during, each at least. */
  readonly samples: number;
}

export interface Encounter {
  readonly attack: AttackName;
  readonly figures: Figures;
  readonly before: Measured;
  readonly during: Measured;
  readonly p99Ratio: number;
  readonly residentMiB: { readonly before: number; readonly peak: number; readonly after: number };
  /** Of the time of the attack: how much the server had a core, and how much it waited for one that others had. */
  readonly cpuShare: number;
  readonly cpuWaitShare: number;
  /** The server's own word on its loop, of windows of ten seconds that ended since the attack began. */
  readonly loopLagMaxMs: number;
  /** Expected signs and how much each grew; 0 where it did not show. */
  readonly metrics: Figures;
  readonly lines: Figures;
  /** What else grew among refusals, errors and closes. */
  readonly otherMetrics: Figures;
  /** Connections the server still has that are not the healthy ones'. */
  readonly leftOver: number;
  readonly healthyLost: number;
  readonly alive: boolean;
}

export async function meet(options: EncounterOptions): Promise<Encounter> {
  const { target, healthy, name, count, durationMs, samples } = options;
  const connectionsAtRest = (await target.scrape()).get('arqonbus_connections') ?? 0;
  const attacker = await startAttacker(options.program, name, {
    url: target.server.url,
    credential: target.credentialFor(name),
    count,
    durationMs,
    random: new Random(options.seed),
  });
  try {
    const before = await healthy.measure(samples);
    const metricsBefore = await target.scrape();
    const linesBefore = new Map(target.logged);
    const memory = watchMemory(target);
    const waitBeforeMs = cpuWaitMs(target);
    const cpuBeforeMs = target.server.cpuMs();
    const startedMs = performance.now();

    const running = Promise.race([attacker.run(), tooLong(name)]);
    const during = await healthy.measure(samples, running);
    const figures = await running;

    const elapsedMs = performance.now() - startedMs;
    const cpuWaitShare = (cpuWaitMs(target) - waitBeforeMs) / elapsedMs;
    const cpuShare = (target.server.cpuMs() - cpuBeforeMs) / elapsedMs;
    const leftOver = await untilCalm(target, connectionsAtRest);
    const metricsAfter = await target.scrape();
    const grown = growthOf(metricsBefore, metricsAfter);
    const signs = SIGNS[name];
    return {
      attack: name,
      figures,
      before,
      during,
      p99Ratio: Math.round((during.p99Ms / before.p99Ms) * 100) / 100,
      residentMiB: memory.stop(),
      cpuWaitShare: Math.round(cpuWaitShare * 100) / 100,
      cpuShare: Math.round(cpuShare * 100) / 100,
      loopLagMaxMs: Math.round((metricsAfter.get('arqonbus_event_loop_lag_max_seconds') ?? 0) * 1000),
      metrics: Object.fromEntries(signs.metrics.map((series) => [series, grownIn(grown, series)])),
      lines: Object.fromEntries(
        signs.lines.map((event) => [event, (target.logged.get(event) ?? 0) - (linesBefore.get(event) ?? 0)]),
      ),
      otherMetrics: Object.fromEntries(
        [...grown].filter(([series]) => /refused|errors|closed|limited|slow/.test(series)),
      ),
      leftOver,
      healthyLost: healthy.lost,
      alive: target.alive,
    };
  } finally {
    await attacker.end();
  }
}

function tooLong(name: AttackName): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`${name} did not end`)), ATTACK_MAX_MS).unref();
  });
}

/** @param series with labels, or a name alone for all of its labels together */
function grownIn(grown: ReadonlyMap<string, number>, series: string): number {
  let sum = 0;
  for (const [key, value] of grown) if (key === series || key.startsWith(`${series}{`)) sum += value;
  return sum;
}

function watchMemory(target: Target): { stop(): Encounter['residentMiB'] } {
  const read = (): number => (target.alive ? Math.round(target.server.residentBytes() / MIB) : 0);
  const before = read();
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, read());
  }, MEMORY_EACH_MS);
  return {
    stop() {
      clearInterval(timer);
      return { before, peak: Math.max(peak, read()), after: read() };
    },
  };
}

/** Time the server's main thread was ready and had no core, since its start (proc(5), schedstat). */
function cpuWaitMs({ server }: Target): number {
  const fields = readFileSync(`/proc/${server.process.pid}/schedstat`, 'utf8').split(' ');
  return Number(fields[1]) / 1e6;
}

/** Waits until only those from before are connected. @returns how many others still are */
async function untilCalm(target: Target, connectionsAtRest: number): Promise<number> {
  const untilMs = performance.now() + CALM_WITHIN_MS;
  for (;;) {
    const others = ((await target.scrape()).get('arqonbus_connections') ?? 0) - connectionsAtRest;
    if (others <= 0 || performance.now() > untilMs) return Math.max(0, others);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
