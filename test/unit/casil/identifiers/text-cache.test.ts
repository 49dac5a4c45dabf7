import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextCache } from '../../../../src/casil/identifiers/text-cache.js';

describe('text cache [P8]', () => {
  it('remembers what it was told', () => {
    const cache = new TextCache(4);
    cache.set('a', '1');
    expect([cache.get('a'), cache.get('b')]).toEqual(['1', undefined]);
  });

  it('keeps what is asked for and forgets the rest', () => {
    const cache = new TextCache(4);
    cache.set('room', '1');
    for (let index = 0; index < 100; index += 1) {
      cache.set(`other-${index}`, '2');
      expect(cache.get('room')).toBe('1');
    }
    expect(cache.get('other-0')).toBeUndefined();
  });

  it('never holds more than it may, and never a wrong answer', () => {
    const key = fc.integer({ min: 0, max: 30 }).map(String);
    fc.assert(
      fc.property(fc.array(key, { maxLength: 300 }), fc.integer({ min: 2, max: 9 }), (keys, entriesMax) => {
        const cache = new TextCache(entriesMax);
        for (const one of keys) {
          const known = cache.get(one);
          if (known === undefined) cache.set(one, `value of ${one}`);
          else expect(known).toBe(`value of ${one}`);
          expect(cache.size).toBeLessThanOrEqual(entriesMax);
        }
      }),
      { seed: 20_261_123 },
    );
  });
});
