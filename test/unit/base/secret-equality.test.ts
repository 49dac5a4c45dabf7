import { describe, expect, it } from 'vitest';
import { equalSecrets } from '../../../src/base/secret-equality.js';

describe('equalSecrets [P6]', () => {
  it('is true for the same text only, whatever the lengths', () => {
    expect(equalSecrets('s3cret', 's3cret')).toBe(true);
    expect(equalSecrets('', '')).toBe(true);
    expect(equalSecrets('s3cret', 's3cres')).toBe(false);
    expect(equalSecrets('s3cret', 's3cret ')).toBe(false);
    expect(equalSecrets('s3cret', '')).toBe(false);
  });
});
