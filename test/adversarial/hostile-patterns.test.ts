import { expect, it } from 'vitest';
import { run } from '../long/hostile-patterns.js';

const COUNT = 200;

it(`[C-PAT-1] [C-CHAIN-3] [P8] ${COUNT} hostile patterns are refused in bounded steps or scan 64 KiB in bounded work`, () => {
  const result = run({ count: COUNT, seed: 3, scanMsMax: Infinity });
  const refused = Object.values(result.refused).reduce((sum, count) => sum + count, 0);
  expect(result.compiled + refused).toBe(COUNT);
  // Both verdicts occur often enough to mean something.
  expect(result.compiled).toBeGreaterThan(COUNT / 4);
  expect(refused).toBeGreaterThan(COUNT / 10);
  console.log(JSON.stringify(result));
});
