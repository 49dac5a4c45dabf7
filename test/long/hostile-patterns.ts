/**
 * A campaign of hostile patterns: each is refused within the bound of its building, or scans 64 KiB of what it likes
 * best within the bound of its work. A short run with a fixed seed is part of the tests; a long one also holds the
 * processor time of each scan against its bound. [C-PAT-1] [C-CHAIN-3] [P8]
 */
import { WorkBudget } from '../../src/casil/engine/work-budget.js';
import { compilePattern } from '../../src/casil/patterns/compile-pattern.js';
import { createPatternScanner } from '../../src/casil/patterns/create-pattern-scanner.js';
import { BUILD_STEPS_MAX, BuildEffort } from '../../src/casil/patterns/limits.js';
import type { PatternScanner } from '../../src/casil/patterns/pattern.js';
import { hostilePatterns, worstTexts, type HostilePattern } from '../support/casil/hostile-patterns.js';
import { patternSpec, PLENTY_OF_WORK } from '../support/casil/patterns.js';
import { Random } from '../support/protocol/random.js';

export interface CampaignOptions {
  /** Patterns to try. */
  readonly count: number;
  /** Repeats the same patterns; unsigned 32-bit. */
  readonly seed: number;
  readonly onProgress?: (done: number) => void;
  readonly progressEvery?: number;
  /** Processor time a scan may take; only measured where it is not given. */
  readonly scanMsMax?: number;
}

export interface CampaignResult {
  readonly compiled: number;
  /** Refusals by family of pattern. */
  readonly refused: Readonly<Record<string, number>>;
  readonly buildStepsMost: number;
  readonly buildMsMost: number;
  /** Units of work per byte, of the scan that took most. */
  readonly workPerByteMost: number;
  readonly scanMsMost: number;
}

const TEXT_BYTES = 64 * 1024;
/** A byte is looked at once from the end, once from the start, asked once for a start, and is in one match. */
const WORK_PER_BYTE_MAX = 4;
/** Building spends its steps a state at a time: the last ones may be one state too many. */
const BUILD_STEPS_SLACK = 200_000;
/** On a core that has it for itself a scan of 64 KiB takes a fifth of this. */
const SCAN_MS_MAX = 5;
/** A scan is as slow as the fastest of this many: what others do on the machine is no part of it. */
const SCAN_TRIES = 5;

/** @throws Error with the seed, the round and the pattern when a bound is broken. */
export function run(options: CampaignOptions): CampaignResult {
  const { count, seed, onProgress, progressEvery = 1000, scanMsMax = SCAN_MS_MAX } = options;
  const tries = scanMsMax === Infinity ? 1 : SCAN_TRIES;
  const random = new Random(seed);
  const refused: Record<string, number> = {};
  const most = { compiled: 0, buildStepsMost: 0, buildMsMost: 0, workPerByteMost: 0, scanMsMost: 0 };
  hostilePatterns(random, count).forEach((pattern, index) => {
    const fail = (problem: string): never => {
      throw new Error(
        `seed ${seed}, round ${index + 1}, ${pattern.family} ${JSON.stringify(pattern.regex)}: ${problem}`,
      );
    };
    const effort = new BuildEffort();
    const started = process.cpuUsage();
    const result = compilePattern(patternSpec(pattern.regex), effort);
    most.buildMsMost = Math.max(most.buildMsMost, process.cpuUsage(started).user / 1000);
    most.buildStepsMost = Math.max(most.buildStepsMost, effort.steps);
    if (effort.steps > BUILD_STEPS_MAX + BUILD_STEPS_SLACK) fail(`took ${effort.steps} steps to compile`);
    if (!result.ok) refused[pattern.family] = (refused[pattern.family] ?? 0) + 1;
    else {
      most.compiled += 1;
      const scan = worstScan(createPatternScanner([result.value]), pattern, random, tries);
      most.workPerByteMost = Math.max(most.workPerByteMost, scan.workPerByte);
      most.scanMsMost = Math.max(most.scanMsMost, scan.ms);
      if (scan.workPerByte > WORK_PER_BYTE_MAX) fail(`took ${scan.workPerByte} units a byte`);
      if (scan.ms > scanMsMax) fail(`took ${scan.ms} ms for ${TEXT_BYTES} bytes`);
    }
    if ((index + 1) % progressEvery === 0) onProgress?.(index + 1);
  });
  return { ...most, refused };
}

interface Scan {
  readonly workPerByte: number;
  readonly ms: number;
}

function worstScan(scanner: PatternScanner, pattern: HostilePattern, random: Random, tries: number): Scan {
  const work = new WorkBudget();
  let workPerByte = 0;
  let ms = 0;
  for (const text of worstTexts(pattern, random, TEXT_BYTES)) {
    let fastest = Infinity;
    for (let attempt = 0; attempt < tries; attempt += 1) {
      work.reset(PLENTY_OF_WORK);
      const started = process.cpuUsage();
      scanner.scan(text, 0, text.length, work, () => true);
      fastest = Math.min(fastest, process.cpuUsage(started).user / 1000);
    }
    workPerByte = Math.max(workPerByte, work.spent / text.length);
    ms = Math.max(ms, fastest);
  }
  return { workPerByte, ms };
}
