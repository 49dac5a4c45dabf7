import { expect, it } from 'vitest';
import { run } from '../long/slow-consumers.js';

const NEVER_READING = 20;

it('[P5] [P8] clients that never read are cut off, and healthy ones beside them miss nothing', async () => {
  const { healthy, besideNeverReading, cutOff } = await run({
    count: NEVER_READING,
    seed: 1,
    healthyCount: 5,
    // 16 MiB for each client: more than the kernel takes for one that does not read.
    messageCount: 512,
    payloadBytes: 32_768,
    intervalMs: 5,
  });
  expect(cutOff).toBe(NEVER_READING);
  expect(besideNeverReading.samples).toBe(healthy * 512);
});
