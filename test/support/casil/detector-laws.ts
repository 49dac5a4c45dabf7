/**
 * Laws every detector keeps: its sample is found exactly once wherever it stands, its near miss never, nothing outside
 * the range is part of an answer, the same bytes give the same answer, the scanner finds what a slow search finds, and
 * bytes made to hurt cost no more than eight times what ordinary ones do.
 */
import { describe, expect, it } from 'vitest';
import type { Scanner } from '../../../src/casil/engine/scanner.js';
import type { Detector } from '../../../src/casil/engine/detector.js';
import { createScanner } from '../../../src/casil/engine/create-scanner.js';
import { WorkBudget } from '../../../src/casil/engine/work-budget.js';
import { Random } from '../protocol/random.js';
import { driveDetector, textsFound, type Found } from './drive-detector.js';
import { machineEvent } from './ordinary-traffic.js';

const ROUNDS = 100;
const HOSTILE_BYTES = 65_536;
const SMALL_BYTES = 4096;
/** Hostile work per ordinary work, at most. */
const WORK_RATIO_MAX = 8;
/** Growth of work from 4 KiB to 64 KiB, at most; 16 is linear. */
const GROWTH_MAX = 24;
const WORK_MAX = 1_000_000_000;

/** Where a value can stand in a message. */
const SURROUNDINGS: readonly ((value: string) => string)[] = [
  (value) => value,
  (value) => `Here it is: ${value}, thanks.`,
  (value) => `see (${value})`,
  (value) => `first line\n${value}\nlast line`,
  (value) => JSON.stringify({ note: value, n: 1 }),
  (value) => JSON.stringify([JSON.stringify({ note: `a ${value}` })]),
];

const ORDINARY = filled((index) => machineEvent(new Random(index)), HOSTILE_BYTES);

export function itKeepsTheLaws(detector: Detector, hostile: readonly string[]): void {
  const scanner = createScanner([detector]);
  const ordinary = scanned(scanner, ORDINARY).work;
  const random = (seed: number) => {
    const source = new Random(seed);
    return (below: number) => source.below(below);
  };

  describe(`laws of ${detector.id} [C-DET-1]`, () => {
    it('finds its sample exactly once, wherever it stands', () => {
      for (let seed = 0; seed < ROUNDS; seed += 1) {
        const sample = detector.sample(random(seed));
        for (const surround of SURROUNDINGS)
          expect([surround(sample), foundIn(detector, surround(sample))]).toEqual([surround(sample), 1]);
      }
    });

    it('stays silent on its near miss [C-DET-3]', () => {
      for (let seed = 0; seed < ROUNDS; seed += 1) {
        const nearMiss = detector.nearMiss(random(seed));
        for (const surround of SURROUNDINGS)
          expect([surround(nearMiss), textsFound(detector, surround(nearMiss))]).toEqual([surround(nearMiss), []]);
      }
    });

    it('is the same for the same bytes, and never looks beyond the range', () => {
      for (let seed = 0; seed < ROUNDS; seed += 1) {
        const sample = Buffer.from(`x ${detector.sample(random(seed))} y`);
        const bare = driveDetector(detector, sample);
        expect(driveDetector(detector, sample)).toEqual(bare);
        expect(bare.outside).toEqual([]);
        const around = new Random(seed).bytes(64);
        const padded = driveDetector(detector, Buffer.concat([around, sample, around]), around.length);
        expect(padded.found.map(({ start, end }) => [start - around.length, end - around.length])).toEqual(
          bare.found.map(({ start, end }) => [start, end]),
        );
        // Cut anywhere, it still answers from what is there.
        const cut = driveDetector(detector, sample.subarray(0, new Random(seed).below(sample.length)));
        expect(cut.outside).toEqual([]);
      }
    });

    it('gives the same sample for the same integers', () => {
      expect(detector.sample(random(7))).toBe(detector.sample(random(7)));
      expect(new Set(Array.from({ length: 50 }, (_, seed) => detector.sample(random(seed)))).size).toBeGreaterThan(10);
    });

    it('is found by the scanner where a slow search finds it [C-CHAIN-3]', () => {
      for (let seed = 0; seed < ROUNDS; seed += 1) {
        const below = random(seed);
        const parts = Array.from({ length: 6 }, (_, index) =>
          index % 2 === 0 ? detector.sample(below) : `${detector.nearMiss(below)} ${machineEvent(new Random(seed))}`,
        );
        const bytes = Buffer.from(parts.join(below(2) === 0 ? '\n' : ' | '));
        expect(scanned(scanner, bytes).found).toEqual(
          driveDetector(detector, bytes).found.map(({ start, end }) => [start, end]),
        );
      }
    });

    it.each(hostile.map((unit) => ({ unit, name: unit.slice(0, 40) })))(
      'costs little however often it reads $name [C-CHAIN-3] [P8]',
      ({ unit }) => {
        const { work: large } = scanned(
          scanner,
          filled(() => unit, HOSTILE_BYTES),
        );
        const { work: small } = scanned(
          scanner,
          filled(() => unit, SMALL_BYTES),
        );
        expect(large / ordinary).toBeLessThanOrEqual(WORK_RATIO_MAX);
        expect(large / small).toBeLessThanOrEqual(GROWTH_MAX);
      },
    );
  });
}

function foundIn(detector: Detector, text: string): number {
  const { found, outside }: { found: readonly Found[]; outside: readonly Found[] } = driveDetector(detector, text);
  return found.length + outside.length;
}

function filled(unit: (index: number) => string, bytes: number): Buffer {
  let text = '';
  for (let index = 0; text.length < bytes; index += 1) text += unit(index);
  return Buffer.from(text).subarray(0, bytes);
}

function scanned(scanner: Scanner, bytes: Uint8Array): { found: [number, number][]; work: number } {
  const work = new WorkBudget();
  work.reset(WORK_MAX);
  const found: [number, number][] = [];
  scanner.scan(bytes, 0, bytes.length, work, (_, { start, end }) => {
    found.push([start, end]);
    return true;
  });
  return { found: found.sort(([a], [b]) => a - b), work: work.spent };
}
