/** Of what vendors' tokens are made of, how much is found in each form in which it travels. */
import { describe, expect, test } from 'vitest';
import { TOKEN_DETECTORS } from '../../../../src/casil/detectors/token-catalogue.js';
import { seededRandom } from '../../../../src/casil/samples/seeded-random.js';
import { Lookout } from '../../../support/casil/corpus/look.js';
import { Rng } from '../../../support/casil/corpus/rng.js';
import { FORMS, WRAPPINGS, type Form } from '../../../support/casil/corpus/wrappings.js';

/** Made-up tokens of each format; each travels in every wrapping of every form. */
const TOKENS_PER_FORMAT = 80;
const GOALS: Readonly<Record<Form, number>> = {
  text: 0.98,
  json: 0.95,
  'escaped json': 0.95,
  protobuf: 0.95,
  base64: 0.95,
};

interface Recall {
  found: number;
  of: number;
}

const lookout = new Lookout(TOKEN_DETECTORS);
const recalls = measure();

describe('recall of provider tokens [C-DET-2]', () => {
  test.each(FORMS)('in %s reaches its goal overall and for every format', (form) => {
    const total = { found: 0, of: 0 };
    const below: string[] = [];
    for (const { id } of TOKEN_DETECTORS) {
      const recall = recallOf(id, form);
      total.found += recall.found;
      total.of += recall.of;
      if (recall.found / recall.of < GOALS[form]) below.push(`${id} ${recall.found}/${recall.of}`);
    }
    console.log(`recall in ${form}: ${((100 * total.found) / total.of).toFixed(2)} % of ${total.of}`);
    expect(below).toEqual([]);
    expect(total.found / total.of).toBeGreaterThanOrEqual(GOALS[form]);
  });

  test.each(TOKEN_DETECTORS.map((detector) => [detector.id, detector] as const))(
    '%s is found whole, and not where one thing about it is wrong',
    (id, detector) => {
      const random = seededRandom(11, id);
      for (let count = 0; count < TOKENS_PER_FORMAT; count += 1) {
        const sample = detector.sample(random);
        const sightings = lookout.inBytes(Buffer.from(`(${sample})`)).filter((sighting) => sighting.id === id);
        expect(sightings.map((sighting) => sample.endsWith(sighting.text))).toEqual([true]);
        const nearMiss = detector.nearMiss(random);
        expect(lookout.inBytes(Buffer.from(`(${nearMiss})`)).map((sighting) => sighting.id)).not.toContain(id);
      }
    },
  );
});

function measure(): Map<string, Recall> {
  const measured = new Map<string, Recall>();
  for (const detector of TOKEN_DETECTORS) {
    const random = seededRandom(7, detector.id);
    const rng = new Rng(7);
    for (let count = 0; count < TOKENS_PER_FORMAT; count += 1) {
      const token = detector.sample(random);
      for (const { form, wrap } of WRAPPINGS) {
        const bytes = wrap(token, rng);
        const sightings = form === 'text' ? lookout.inBytes(bytes) : lookout.inMessage(bytes);
        const key = `${detector.id} ${form}`;
        const recall = measured.get(key) ?? { found: 0, of: 0 };
        recall.of += 1;
        if (sightings.some((sighting) => sighting.id === detector.id && token.endsWith(sighting.text)))
          recall.found += 1;
        measured.set(key, recall);
      }
    }
  }
  return measured;
}

function recallOf(id: string, form: Form): Recall {
  return recalls.get(`${id} ${form}`) ?? { found: 0, of: 0 };
}
