import { describe, expect, it } from 'vitest';
import { run } from '../../long/recovery-campaign.js';

describe('random programs of publishing, cutting and coming back [P1] [P2] [S-ROUTE-1]', () => {
  it('loses nothing silently and delivers nothing twice', () => {
    const result = run({ count: 50, seed: 20_261_122 });
    // The programs are worth something only if they reach what they are about.
    expect(result.messages).toBeGreaterThan(1000);
    expect(result.gaps).toBeGreaterThan(100);
    expect(result.cuts).toBeGreaterThan(100);
    expect(result.recovered).toBeGreaterThan(50);
    expect(Object.keys(result.failures).sort()).toEqual(['DELETED', 'RECOVER_TRIMMED']);
  });
});
