/** What detectors of provider tokens cost on bytes made to hurt them: runs in which every prefix begins a candidate. */
import { describe, expect, test } from 'vitest';
import { TOKEN_DETECTORS, TOKEN_FORMATS } from '../../../../src/casil/detectors/token-catalogue.js';
import { createScanner } from '../../../../src/casil/engine/create-scanner.js';
import type { Scanner } from '../../../../src/casil/engine/scanner.js';
import type { TokenFormat } from '../../../../src/casil/engine/token-format.js';
import { WorkBudget } from '../../../../src/casil/engine/work-budget.js';
import { Rng } from '../../../support/casil/corpus/rng.js';

const HOSTILE_BYTES = 4096;
const WORK_MAX = 100_000_000;
/** Reading costs one; what is left pays for looks, entropy and placeholders, each of which sees a byte a few times. */
const UNITS_PER_BYTE_MAX = 6;
/** Random bytes between prefixes, so that the run is varied and only its end says that it is none. */
const GAPS = [0, 1, 3, 8];
const JOINTS = ['', '-', '_'];
const ENDINGS = ['xxxx', 'xxxx ', '0000000', 'example ', ''];
/** Runs of the longest formats hold hundreds of prefixes. */
const RUN_BYTES_MAX = 1200;

/** A run as long as the format's longest body, full of its prefixes or words. */
function nestedRun(format: TokenFormat, gap: number, joint: string, ending: string): string {
  const rng = new Rng(17);
  const heads = format.context?.words ?? format.prefixes;
  const longest = Math.max(...format.body.map((part) => ('set' in part ? part.max : 0)), 40);
  let run = '';
  for (let index = 0; run.length < Math.min(longest, RUN_BYTES_MAX) - ending.length; index += 1) {
    run += joint + (heads[index % heads.length] ?? '') + rng.alnum(gap);
  }
  return run + ending;
}

function unitsPerByte(scanner: Scanner, unit: string): number {
  const bytes = Buffer.from(unit.repeat(Math.ceil(HOSTILE_BYTES / unit.length)));
  const work = new WorkBudget();
  work.reset(WORK_MAX);
  scanner.scan(bytes, 0, bytes.length, work, () => true);
  return work.spent / bytes.length;
}

describe('provider tokens cost little on nested prefixes [C-CHAIN-3] [P8]', () => {
  test.each(TOKEN_FORMATS.map((format, index) => [format.id, format, index] as const))('%s', (_, format, index) => {
    const scanner = createScanner(TOKEN_DETECTORS.slice(index, index + 1));
    for (const gap of GAPS) {
      for (const joint of JOINTS) {
        for (const ending of ENDINGS) {
          const run = nestedRun(format, gap, joint, ending);
          expect([run, unitsPerByte(scanner, run) <= UNITS_PER_BYTE_MAX]).toEqual([run, true]);
        }
      }
    }
  });

  test('all of them together', () => {
    const scanner = createScanner(TOKEN_DETECTORS);
    for (const format of TOKEN_FORMATS) {
      const run = nestedRun(format, 3, '-', 'xxxx');
      expect([run, unitsPerByte(scanner, run) <= 2 * UNITS_PER_BYTE_MAX]).toEqual([run, true]);
    }
  });
});
