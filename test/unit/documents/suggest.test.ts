import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, suggestName } from '../../../src/documents/suggest.js';

describe('suggestName', () => {
  it('finds a typo, a swap and a missing letter, and keeps silent about strangers', () => {
    const names = ['host', 'port', 'node_id', 'drain_timeout'];
    expect(suggestName('prot', names)).toBe('port');
    expect(suggestName('hst', names)).toBe('host');
    expect(suggestName('drain_timout', names)).toBe('drain_timeout');
    expect(suggestName('NODE_ID', names)).toBe('node_id');
    expect(suggestName('casil', names)).toBeNull();
    expect(suggestName('', names)).toBeNull();
  });

  it('measures a distance: zero to itself, symmetric, at most the longer length', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, a)).toBe(0);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});
