/**
 * A campaign against the configuration loader: damaged files, each of which must be answered, with every problem
 * pointing into the file. A short run with a fixed seed is part of the tests. [S-CFG-1] [P8]
 */
import { loadConfig } from '../../src/config/load-config.js';
import { configTemplate } from '../../src/config/template.js';
import { Random } from '../support/protocol/random.js';

export interface CampaignOptions {
  /** Files to try. */
  readonly count: number;
  /** Repeats the same files; unsigned 32-bit. */
  readonly seed: number;
  readonly onProgress?: (done: number) => void;
  readonly progressEvery?: number;
}

export interface CampaignResult {
  readonly tried: number;
  readonly accepted: number;
  readonly refused: number;
}

/** Valid files: the template as written, the template with its settings taken out of their comments, and anchors. */
const CORPUS = [
  configTemplate(),
  configTemplate()
    .split('\n')
    .filter((line) => !/^\s*# +[-a-z_]+:$/.test(line))
    .map((line) => line.replace(/^(\s*)# ([a-z_]+: \S.*)$/, '$1$2'))
    .join('\n'),
  'server: {host: 127.0.0.1, port: 7410}\nrooms:\n  - match: a\n    retention: &r {count: 1, age: 1h}\n  - match: "*"\n    retention: *r\n',
];

/** What damages YAML: structure, quotes, anchors, tags, controls, odd numbers and dangerous names. */
const FRAGMENTS = [
  ...['\n', '  ', '\t', ':', '- ', '[', ']', '{', '}', '"', "'", '&a ', '*a', '!!int ', '|', '>', '#', '\u0000'],
  ...['\u202e', '日', '\ud800', '.inf', '1e999', '-1', 'null', '__proto__: ', '<<: ', '? ', '---\n', '%YAML 1.1\n'],
  '9'.repeat(400),
];
const EDITS_MAX = 4;
const REMOVED_CHARS_MAX = 40;

/** @throws Error with the seed, the round and the text when the loader throws or points outside of it. */
export function run({ count, seed, onProgress, progressEvery = 10_000 }: CampaignOptions): CampaignResult {
  const random = new Random(seed);
  let accepted = 0;
  for (let round = 1; round <= count; round += 1) {
    const text = damage(random.pick(CORPUS), random);
    try {
      if (judge(text)) accepted += 1;
    } catch (cause) {
      const problem = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`seed ${seed}, round ${round}, file ${JSON.stringify(text)}: ${problem}`, { cause });
    }
    if (round % progressEvery === 0) onProgress?.(round);
  }
  return { tried: count, accepted, refused: count - accepted };
}

function damage(text: string, random: Random): string {
  let damaged = text;
  const edits = 1 + random.below(EDITS_MAX);
  for (let edit = 0; edit < edits; edit += 1) {
    const start = random.below(damaged.length + 1);
    const removed = random.below(2) === 0 ? 0 : random.below(REMOVED_CHARS_MAX);
    const inserted = random.pick(FRAGMENTS).repeat(random.below(20) === 0 ? 200 : 1);
    damaged = damaged.slice(0, start) + inserted + damaged.slice(start + removed);
  }
  return damaged;
}

/** Whether the file was accepted. */
function judge(text: string): boolean {
  const result = loadConfig({ env: {}, file: 'fuzz.yaml', text });
  if (result.ok) return true;
  if (result.error.length === 0) throw new Error('refused without a problem');
  const lines = text.split('\n');
  for (const { where } of result.error) {
    if (where?.kind !== 'file') continue;
    if (lines[where.line - 1]?.replace(/\r$/, '') !== where.sourceLine) throw new Error(`no such line: ${where.line}`);
    if (where.column < 1 || where.column > where.sourceLine.length + 1)
      throw new Error(`no such column: ${where.column}`);
  }
  return false;
}
