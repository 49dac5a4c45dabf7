/**
 * A campaign against the envelope scanner: damaged envelopes of every type, each judged by the scanner and by an
 * oracle made from the schema. A short run with a fixed seed is part of the tests; a long one is
 * `npm run long:scanner -- --count 10000000 --seed 1`. [S-PROTO-2] [P8]
 */
import { compareScanner } from '../support/protocol/compare-scanner.js';
import { ENVELOPE_CORPUS } from '../support/protocol/envelope-corpus.js';
import { mutate, randomField } from '../support/protocol/mutations.js';
import { Random } from '../support/protocol/random.js';

export interface CampaignOptions {
  /** Envelopes to try. */
  readonly count: number;
  /** Repeats the same envelopes; unsigned 32-bit. */
  readonly seed: number;
  /** Called after every `progressEvery` envelopes. */
  readonly onProgress?: (done: number) => void;
  readonly progressEvery?: number;
}

export interface CampaignResult {
  readonly tried: number;
  readonly accepted: number;
  /** Refusals by name. */
  readonly refused: Readonly<Record<string, number>>;
}

/** Fields of a random envelope, at most. */
const FIELDS_MAX = 10;

/** @throws Error with the seed, the round and the bytes when scanner and oracle disagree. */
export function run(options: CampaignOptions): CampaignResult {
  const { count, seed, onProgress, progressEvery = 100_000 } = options;
  const random = new Random(seed);
  const refused: Record<string, number> = {};
  let accepted = 0;
  for (let round = 1; round <= count; round += 1) {
    const envelope = damagedEnvelope(random);
    const name = judge(envelope, seed, round);
    if (name === null) accepted += 1;
    else refused[name] = (refused[name] ?? 0) + 1;
    if (round % progressEvery === 0) onProgress?.(round);
  }
  return { tried: count, accepted, refused };
}

function judge(envelope: Buffer, seed: number, round: number): string | null {
  try {
    return compareScanner(envelope);
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`seed ${seed}, round ${round}, envelope ${envelope.toString('hex')}: ${problem}`, { cause });
  }
}

function damagedEnvelope(random: Random): Buffer {
  if (random.below(8) === 0) {
    return Buffer.concat(Array.from({ length: random.below(FIELDS_MAX + 1) }, () => randomField(random, 2)));
  }
  return mutate(random.pick(ENVELOPE_CORPUS).bytes, random, random.pick(ENVELOPE_CORPUS).bytes);
}
