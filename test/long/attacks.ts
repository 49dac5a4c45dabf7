/**
 * A campaign of attacks on a spawned server, each beside healthy clients that are measured right before and during it:
 * the server stays up, healthy clients hardly notice, memory keeps its bound, and operators see every attack.
 * `npm run long:attacks -- --count 2000`. [T-LIM-1] [T-LIM-2] [P5] [P8]
 */
import { ATTACK_NAMES, type AttackName } from '../support/attacks/attack.js';
import { buildAttacker } from '../support/attacks/attacker.js';
import { meet, type Encounter } from '../support/attacks/encounter.js';
import { HealthyLoad } from '../support/attacks/healthy-load.js';
import { startTarget } from '../support/attacks/target.js';
import type { CampaignOptions } from './scanner-fuzz.js';

export interface AttacksOptions extends CampaignOptions {
  readonly names?: readonly AttackName[];
  readonly durationMs?: number;
  readonly samples?: number;
  readonly onEncounter?: (encounter: Encounter) => void;
}

/** Sockets of each attack for a count of 1: those that hold many, and those that send much. */
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

export async function run(options: AttacksOptions): Promise<{ encounters: readonly Encounter[] }> {
  const { count, seed, durationMs = 5_000, samples = 1_250 } = options;
  const only = process.env['ATTACKS']?.split(',') ?? null;
  const names = (options.names ?? ATTACK_NAMES).filter((name) => only === null || only.includes(name));
  const program = await buildAttacker();
  const target = await startTarget();
  const healthy = await HealthyLoad.start(target);
  const encounters: Encounter[] = [];
  try {
    // What the compiler learns while it warms up is no baseline.
    await healthy.measure(samples);
    for (const [index, name] of names.entries()) {
      const sockets = Math.max(1, Math.floor(SOCKETS[name](count)));
      const encounter = await meet({
        target,
        healthy,
        program,
        name,
        count: sockets,
        seed: seed + index,
        durationMs,
        samples,
      });
      console.log(JSON.stringify(encounter));
      encounters.push(encounter);
    }
    return { encounters };
  } finally {
    healthy.end();
    await target.end();
  }
}
