/**
 * A campaign of attacks on a spawned server, each beside healthy clients that are measured right before and during it:
 * the server stays up, healthy clients hardly notice, memory keeps its bound, and operators see every attack. Times are
 * judged where the server had a core whenever it wanted one, and reported in any case.
 * `npm run long:attacks -- --count 2000`. [T-LIM-1] [T-LIM-2] [P5] [P8]
 */
import { ATTACK_NAMES, type AttackName } from '../support/attacks/attack.js';
import { buildAttacker } from '../support/attacks/attacker.js';
import { meet, type Encounter } from '../support/attacks/encounter.js';
import { HealthyLoad } from '../support/attacks/healthy-load.js';
import { brokenPromises, isQuiet, missedTimes } from '../support/attacks/judge.js';
import { startTarget } from '../support/attacks/target.js';
import type { CampaignOptions } from './scanner-fuzz.js';

export interface AttacksOptions extends CampaignOptions {
  readonly names?: readonly AttackName[];
  readonly durationMs?: number;
  /** Of healthy clients, before and during each attack. */
  readonly samples?: number;
  /** Whether to hold the server to times, where the machine is quiet enough to measure any. */
  readonly timed?: boolean;
  readonly report?: (line: string) => void;
}

export interface AttacksResult {
  readonly encounters: readonly Encounter[];
  /** Attacks whose times say nothing, because the server waited for a core. */
  readonly notTimed: readonly AttackName[];
}

/** Sockets of each attack: those that hold many by the count, those that send much a few. */
const SOCKETS: { readonly [N in AttackName]: (count: number) => number } = {
  'header-slowloris': (count) => count,
  'silent-upgrades': (count) => count,
  'message-flood': () => 4,
  'connect-flood': (count) => count,
  'fragment-flood': () => 4,
  'ping-flood': () => 4,
  'packed-bombs': () => 4,
  'never-reading': (count) => count / 2,
  'reconnect-storm': (count) => count * 2.5,
  'join-abuse': () => 4,
  'command-abuse': () => 4,
  garbage: () => 4,
};

/** @throws when a promise was broken, with all that were */
export async function run(options: AttacksOptions): Promise<AttacksResult> {
  const { count, seed, names = ATTACK_NAMES, durationMs = 5_000, samples = 1_250, timed = true } = options;
  const report = options.report ?? ((line: string) => console.log(line));
  const program = await buildAttacker();
  const target = await startTarget(Math.max(1, count / 2));
  const healthy = await HealthyLoad.start(target);
  const encounters: Encounter[] = [];
  const broken: string[] = [];
  try {
    // What the compiler learns while it warms up is no baseline.
    await healthy.measure(samples);
    for (const [index, name] of names.entries()) {
      const sockets = Math.max(1, Math.floor(SOCKETS[name](count)));
      const chosen = { target, healthy, program, name, count: sockets, seed: seed + index };
      const encounter = await meet({ ...chosen, durationMs, samples });
      report(JSON.stringify(encounter));
      encounters.push(encounter);
      broken.push(...brokenPromises(encounter, sockets));
      if (timed && isQuiet(encounter)) broken.push(...missedTimes(encounter));
    }
  } finally {
    healthy.end();
    await target.end();
  }
  broken.push(...target.alarms);
  if (broken.length > 0) throw new Error(broken.join('\n'));
  const notTimed = encounters.filter((encounter) => !isQuiet(encounter)).map(({ attack }) => attack);
  return { encounters, notTimed };
}
