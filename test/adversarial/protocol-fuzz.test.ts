import { expect, it } from 'vitest';
import { run } from '../long/scanner-fuzz.js';

const COUNT = 50_000;

it('[S-PROTO-2] [P8] a short campaign with a fixed seed finds no disagreement between scanner and oracle', () => {
  const { accepted, refused } = run({ count: COUNT, seed: 7 });
  const refusedCount = Object.values(refused).reduce((sum, count) => sum + count, 0);
  expect(accepted + refusedCount).toBe(COUNT);
  // Both verdicts occur often enough to mean something.
  expect(accepted).toBeGreaterThan(COUNT / 50);
  expect(refusedCount).toBeGreaterThan(COUNT / 2);
});
