import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DedupeGeneration, ID_BYTES } from '../../../../src/storage/memory/dedupe-generation.js';
import { IdHash } from '../../../../src/storage/memory/id-hash.js';

function hashOf(id: string): IdHash {
  const hash = new IdHash();
  hash.of(Buffer.from(`..${id}`), 2, 2 + id.length);
  return hash;
}

describe('a generation of ids [P4] [S-LOG-2]', () => {
  it('behaves like a map of id to what it was accepted as', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme-ascii' }), { maxLength: 300 }),
        (ids) => {
          const generation = new DedupeGeneration();
          ids.forEach((id, index) => {
            expect(generation.find(hashOf(id))).toBe(-1);
            generation.add(hashOf(id), index + 1, 1000 + index, index * 0x1234567);
          });
          expect(generation.count).toBe(ids.length);
          ids.forEach((id, index) => {
            const slot = generation.find(hashOf(id));
            expect([generation.sequenceAt(slot), generation.timestampAt(slot)]).toEqual([index + 1, 1000 + index]);
            expect(generation.contentHashAt(slot)).toBe((index * 0x1234567) >>> 0);
          });
        },
      ),
    );
  });

  it('says truly how much memory it takes, and never more than ID_BYTES an id once it is in use', () => {
    const generation = new DedupeGeneration();
    let bytes = generation.bytes;
    for (let index = 0; index < 5000; index += 1) bytes += generation.add(hashOf(`id-${index}`), index + 1, 1, 1);
    expect(bytes).toBe(generation.bytes);
    expect(generation.bytes).toBeLessThan(5000 * ID_BYTES + 1024);
  });

  it('forgets everything when cleared and keeps its memory', () => {
    const generation = new DedupeGeneration();
    for (let index = 0; index < 100; index += 1) generation.add(hashOf(`id-${index}`), index + 1, 1, 1);
    const { bytes } = generation;
    generation.clear();
    expect(generation.find(hashOf('id-7'))).toBe(-1);
    expect([generation.count, generation.bytes]).toEqual([0, bytes]);
  });
});

describe('id hashes', () => {
  it('do not collide over a million ids of the usual shapes', () => {
    const seen = new Set<bigint>();
    const ids = [
      ...Array.from({ length: 400_000 }, (_, index) => `m${index}`),
      ...Array.from({ length: 400_000 }, (_, index) => `AaIFWCvXft${index.toString(36).padStart(12, 'A')}`),
      ...Array.from({ length: 200_000 }, (_, index) => `${'x'.repeat(100)}${index}`),
    ];
    for (const id of ids) {
      const { low, high } = hashOf(id);
      seen.add((BigInt(high >>> 0) << 32n) | BigInt(low >>> 0));
    }
    expect(seen.size).toBe(ids.length);
  });

  it('spread their low bits, on which probing depends', () => {
    const buckets = new Uint32Array(256);
    for (let index = 0; index < 25_600; index += 1) {
      const { low } = hashOf(`message-${index}`);
      buckets[low & 255] = (buckets[low & 255] ?? 0) + 1;
    }
    expect(Math.max(...buckets)).toBeLessThan(160);
    expect(Math.min(...buckets)).toBeGreaterThan(50);
  });
});
