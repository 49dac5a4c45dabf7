/**
 * A campaign across tenants: what B is sent while A uses the same names for everything must be what B is sent while A
 * is not there. A short run with a fixed seed is part of the tests; `npm run long:tenants -- --count 10000 --seed 1` is
 * a long one. [T-TEN-1] [P7]
 */
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
  /** Which tenant A is put in; `b` plants a crossing. */
  readonly tenantOfA?: string;
}

const STEPS = 80;

/** @throws Error with the program's own seed and the first difference. */
export async function run(options: TenantCrossingOptions): Promise<TenantCrossingResult> {
  const { count, seed, onProgress, progressEvery = 100, stepsPerProgram = STEPS, tenantOfA = 'a' } = options;
  const seeds = new Random(seed);
  const errors: Record<string, number> = {};
  let envelopes = 0;
  for (let done = 1; done <= count; done += 1) {
    for (const line of await compare(seeds.uint32(), stepsPerProgram, tenantOfA)) {
      if (line.startsWith('#')) continue;
      envelopes += 1;
      const name = /"error":\{[^}]*"name":"(\w+)"/.exec(line)?.[1];
      if (name !== undefined) errors[name] = (errors[name] ?? 0) + 1;
    }
    if (done % progressEvery === 0) onProgress?.(done);
  }
  return { programs: count, envelopes, errors };
}

/** @returns B's transcript, the same in both worlds. */
async function compare(seed: number, steps: number, tenantOfA: string): Promise<readonly string[]> {
  const program = generateProgram(new Random(seed), steps);
  const crowded = await new CrossingWorld({ crowded: true, tenantOfA }).run(program);
  const alone = await new CrossingWorld({ crowded: false, tenantOfA }).run(program);
  const length = Math.max(crowded.length, alone.length);
  for (let line = 0; line < length; line += 1) {
    if (crowded[line] === alone[line]) continue;
    const story = crowded.slice(0, line).filter((text) => text.startsWith('#'));
    throw new Error(
      `program ${seed}: tenant B is sent\n  ${crowded[line]}\nbeside A, and alone\n  ${alone[line]}\n` +
        `after\n  ${story.join('\n  ')}`,
    );
  }
  return alone;
}
