/**
 * A campaign against recovery: random programs of publishing, cutting and coming back, half of them over a log that
 * answers late. A short run with a fixed seed is part of the tests; `npm run long:recovery -- --count 1000 --seed 1`
 * is a long one. [P1] [P2] [S-ROUTE-1]
 */
import { Random } from '../support/protocol/random.js';
import { RecoveryProgram, type ProgramFigures } from '../support/recovery-program.js';

export interface CampaignOptions {
  /** Programs to run. */
  readonly count: number;
  /** Repeats the same programs; unsigned 32-bit. */
  readonly seed: number;
  /** Called after every `progressEvery` programs. */
  readonly onProgress?: (done: number) => void;
  readonly progressEvery?: number;
}

export interface CampaignResult extends Readonly<ProgramFigures> {
  readonly programs: number;
}

/** @throws Error with the program's own seed when a promise is broken. */
export function run(options: CampaignOptions): CampaignResult {
  const { count, seed, onProgress, progressEvery = 100 } = options;
  const seeds = new Random(seed);
  const total: ProgramFigures = { messages: 0, gaps: 0, cuts: 0, recovered: 0, failures: {} };
  for (let done = 1; done <= count; done += 1) {
    const program = runProgram(seeds.uint32(), done % 2 === 0);
    total.messages += program.messages;
    total.gaps += program.gaps;
    total.cuts += program.cuts;
    total.recovered += program.recovered;
    for (const [name, times] of Object.entries(program.failures)) {
      total.failures[name] = (total.failures[name] ?? 0) + times;
    }
    if (done % progressEvery === 0) onProgress?.(done);
  }
  return { programs: count, ...total };
}

/** One program; `late` says whether the log answers late. */
export function runProgram(seed: number, late: boolean): ProgramFigures {
  const program = new RecoveryProgram(new Random(seed), late);
  try {
    program.run();
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`program ${seed}${late ? ' (late log)' : ''}: ${problem}`, { cause });
  }
  return program.figures;
}
