import { expect, it } from 'vitest';
import { run } from '../long/frame-fuzz.js';

const COUNT = 3000;

it('[S-PROTO-1] [P8] a short campaign of damaged Frames leaves the server alive and answering', async () => {
  const { tried, refused, residentMiBBefore, residentMiBAfter } = await run({ count: COUNT, seed: 7 });
  expect(tried).toBeGreaterThanOrEqual(COUNT);
  // Refusals of many kinds: the campaign reaches past the outer framing.
  expect(Object.keys(refused).length).toBeGreaterThan(8);
  expect(residentMiBAfter - residentMiBBefore).toBeLessThan(64);
});
