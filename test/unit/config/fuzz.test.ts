/** Mutated configuration files: the loader answers every one of them, and every problem points into the file. */
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/load-config.js';
import { configTemplate } from '../../../src/config/template.js';

/** Files to try; a longer campaign sets the variable. */
const COUNT = Number(process.env['ARQONBUS_TEST_FUZZ_COUNT'] ?? 300);
const SEED = Number(process.env['ARQONBUS_TEST_FUZZ_SEED'] ?? 20_261);

const FRAGMENTS = [
  '\n',
  '  ',
  '\t',
  ':',
  '- ',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '&a ',
  '*a',
  '!!int ',
  '|',
  '>',
  '#',
  '\u0000',
  '\u202e',
  '日',
  '\ud800',
  '.inf',
  '1e999',
  '-1',
  'null',
  '__proto__: ',
  '<<: ',
  '? ',
  '---\n',
  '%YAML 1.1\n',
  '9'.repeat(400),
];

/** mulberry32: small, seeded, good enough to pick positions. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function mutate(text: string, random: () => number): string {
  let mutated = text;
  const times = 1 + Math.floor(random() * 8);
  for (let time = 0; time < times; time += 1) {
    const start = Math.floor(random() * mutated.length);
    const removed = Math.floor(random() * random() * 40);
    const inserted = FRAGMENTS[Math.floor(random() * FRAGMENTS.length)] ?? '';
    const copies = random() < 0.05 ? 200 : 1;
    mutated = mutated.slice(0, start) + inserted.repeat(copies) + mutated.slice(start + removed);
  }
  return mutated;
}

describe('mutated configuration files [S-CFG-1] [P8]', () => {
  it(`answers ${COUNT} of them (seed ${SEED})`, () => {
    const random = randomOf(SEED);
    const seeds = [
      configTemplate().replaceAll('# ', ''),
      'server: {host: 127.0.0.1, port: 7410}\nrooms:\n  - match: a\n    retention: &r {count: 1, age: 1h}\n  - match: "*"\n    retention: *r\n',
    ];
    let refused = 0;
    for (let round = 0; round < COUNT; round += 1) {
      const text = mutate(seeds[round % seeds.length] ?? '', random);
      const result = loadConfig({ env: {}, file: 'fuzz.yaml', text });
      if (result.ok) continue;
      refused += 1;
      expect(result.error.length).toBeGreaterThan(0);
      for (const { where } of result.error) {
        if (where?.kind !== 'file') continue;
        const line = text.split('\n')[where.line - 1];
        expect(line?.replace(/\r$/, ''), text).toBe(where.sourceLine);
        expect(where.column).toBeLessThanOrEqual(where.sourceLine.length + 1);
      }
    }
    expect(refused).toBeGreaterThan(COUNT / 4);
  });
});
