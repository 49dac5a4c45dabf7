/** Made-up values of detectors, so that no live-looking secret stands in a file. */
import { DETECTORS } from '../../src/casil/detectors/catalogue.js';

/** Integers in [0, below), the same for the same seed. */
export function seededRandom(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** A value the detector finds. @param name its id with underscores, as in policy tests. */
export function made(name: string, seed = 7): string {
  const detector = DETECTORS.find(({ id }) => id.replaceAll('-', '_') === name);
  if (detector === undefined) throw new Error(`no detector ${name}`);
  return detector.sample(seededRandom(seed));
}
