import { describe, expect, it } from 'vitest';
import { run } from '../../long/config-fuzz.js';

describe('damaged configuration files [S-CFG-1] [P8]', () => {
  it('are all answered, with every problem pointing into the file', () => {
    const { tried, accepted, refused } = run({ count: 300, seed: 20_261 });
    expect(accepted + refused).toBe(tried);
    expect(refused).toBeGreaterThan(tried / 4);
    expect(accepted).toBeGreaterThan(0);
  });
});
