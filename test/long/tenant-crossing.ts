/**
 * A campaign across tenants: what B is sent while A uses the same names for everything, floods and forges must be what
 * B is sent while A is not there, and none of it may be A's. A short run with a fixed seed is part of the tests;
 * `npm run long:tenants -- --count 100000 --seed 1` is a long one. [T-TEN-1] [P7]
 */
import type { MemoryBus } from '../support/memory-bus.js';
import { Random } from '../support/protocol/random.js';
import { generateProgram } from '../support/trust/crossing-program.js';
import { CrossingWorld } from '../support/trust/crossing-world.js';
import type { CampaignOptions } from './scanner-fuzz.js';

export interface TenantCrossingResult {
  readonly programs: number;
  /** Envelopes B was sent, in all. */
  readonly envelopes: number;
  /** Of those, errors by name. */
  readonly errors: Readonly<Record<string, number>>;
}

export interface TenantCrossingOptions extends CampaignOptions {
  readonly stepsPerProgram?: number;
  /** Changes each bus before it is used: plants a crossing. */
  readonly plant?: (bus: MemoryBus) => void;
}

const STEPS = 60;

/** @throws Error with the program's own seed and the first difference. */
export async function run(options: TenantCrossingOptions): Promise<TenantCrossingResult> {
  const { count, seed, onProgress, progressEvery = 100, stepsPerProgram = STEPS, plant } = options;
  const seeds = new Random(seed);
  const errors: Record<string, number> = {};
  let envelopes = 0;
  for (let done = 1; done <= count; done += 1) {
    const world = await compare(seeds.uint32(), stepsPerProgram, plant);
    envelopes += world.envelopes;
    for (const [name, times] of Object.entries(world.errors)) errors[name] = (errors[name] ?? 0) + times;
    if (done % progressEvery === 0) onProgress?.(done);
  }
  return { programs: count, envelopes, errors };
}

/** @returns B's world beside A; what it was sent is the same in both. */
async function compare(seed: number, steps: number, plant?: (bus: MemoryBus) => void): Promise<CrossingWorld> {
  const program = generateProgram(new Random(seed), steps);
  const planted = plant === undefined ? {} : { plant };
  const [crowded, alone] = [
    new CrossingWorld({ crowded: true, ...planted }),
    new CrossingWorld({ crowded: false, ...planted }),
  ];
  await crowded.run(program);
  await alone.run(program);
  const length = Math.max(crowded.transcript.length, alone.transcript.length);
  for (let line = 0; line < length; line += 1) {
    const beside = crowded.transcript[line];
    if (beside === alone.transcript[line]) continue;
    const story = crowded.transcript.slice(0, line).filter((text) => text.startsWith('#'));
    throw new Error(
      `program ${seed}: tenant B is sent\n  ${beside}\nbeside A, and alone\n  ${alone.transcript[line]}\n` +
        `after\n  ${story.join('\n  ')}`,
    );
  }
  return crowded;
}
