/**
 * Made-up values by name, so that no live-looking token stands in a policy's tests: `github_token` is the sample of
 * the detector `github-token`. A sample is what its detector must find; of a format without a prefix of its own that
 * is the token next to its name. A near miss is what it must not find.
 */
import type { Detector } from '../engine/detector.js';
import type { RandomBelow } from './seeded-random.js';

/** What a generator is called in a text. */
export function sampleName(detectorId: string): string {
  return detectorId.replaceAll('-', '_');
}

export class Samples {
  readonly #byName: ReadonlyMap<string, Detector>;

  constructor(detectors: readonly Detector[]) {
    this.#byName = new Map(detectors.map((detector) => [sampleName(detector.id), detector]));
  }

  /** In the order of the detectors. */
  get names(): readonly string[] {
    return [...this.#byName.keys()];
  }

  /** null for a name no detector has. */
  sampleFor(name: string, random: RandomBelow): string | null {
    return this.#byName.get(name)?.sample(random) ?? null;
  }

  nearMissFor(name: string, random: RandomBelow): string | null {
    return this.#byName.get(name)?.nearMiss(random) ?? null;
  }
}
