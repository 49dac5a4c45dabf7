/** Made-up values of detectors, so that no live-looking secret stands in a file. */
import { DETECTORS } from '../../../src/casil/detectors/catalogue.js';
import { Samples } from '../../../src/casil/samples/samples.js';
import { seededRandom } from '../../../src/casil/samples/seeded-random.js';

const samples = new Samples(DETECTORS);

/** A value the detector finds, the same for the same seed. @param name its id with underscores, as in policy tests. */
export function made(name: string, seed = 7): string {
  const value = samples.sampleFor(name, seededRandom(seed, name));
  if (value === null) throw new Error(`no detector ${name}`);
  return value;
}
