/** Detectors of provider tokens against leaks, look-alikes and traffic that were written without a look at them. */
import { describe, expect, test } from 'vitest';
import { DETECTORS } from '../../../../src/casil/detectors/catalogue.js';
import { TOKEN_DETECTORS } from '../../../../src/casil/detectors/token-catalogue.js';
import { BUS_SHAPES } from '../../../support/casil/corpus/bus-traffic.js';
import { LEAKS } from '../../../support/casil/corpus/leaks.js';
import { Lookout } from '../../../support/casil/corpus/look.js';
import { LOOK_ALIKES } from '../../../support/casil/corpus/look-alikes.js';
import { nameOf, nameOfLength } from '../../../support/casil/corpus/names.js';
import { Rng } from '../../../support/casil/corpus/rng.js';

const MESSAGES_PER_SHAPE = 300;
const COPIES_PER_LEAK = 5;
const NAMES_PER_BEGINNING = 400;
/** Beginnings of tokens that people also begin names with. */
const NAME_BEGINNINGS = (
  'live_ test_ secret_ secret- console- key- pat pat- pat. sat. sk- sk_ re_ fw_ md- pa- fc- cs_ ck_ pk_ cu_ hf_ r8_ ' +
  'sl. ico- pul- api- sdk- rnd_ aio_ cio xai- npm_ oauth: sgp_ squ_ api_org_ nfc_ phx_ gsk_ ' +
  'live- dp.sa. SG. SK AC MT NT EAA'
).split(' ');
const COPIES_PER_LOOK_ALIKE = 40;
const lookout = new Lookout(TOKEN_DETECTORS);

describe('the independent corpus [C-DET-2]', () => {
  test('is large and has many vendors', () => {
    expect(LEAKS.reduce((sum, { leaks }) => sum + leaks.length, 0)).toBeGreaterThanOrEqual(150);
    expect(new Set(LEAKS.map(({ vendor }) => vendor)).size).toBeGreaterThanOrEqual(60);
  });

  test.each([
    ['provider tokens', TOKEN_DETECTORS],
    ['all detectors of secrets', DETECTORS.filter(({ group }) => group === 'secrets')],
  ] as const)('is found for 85 of 100 and more by %s', (name, detectors) => {
    const { found, leaked, missed } = findLeaks(new Lookout(detectors));
    const share = ((100 * found) / leaked).toFixed(1);
    console.log(`independent corpus, ${name}: ${share} % of ${leaked}; missed: ${missed.join(', ')}`);
    expect(found / leaked).toBeGreaterThanOrEqual(0.85);
  });
});

describe('what is no credential', () => {
  test('look-alikes raise few false alarms [C-DET-2]', () => {
    const rng = new Rng(31);
    let made = 0;
    const alarms: string[] = [];
    for (const { label, make } of LOOK_ALIKES) {
      for (let copy = 0; copy < COPIES_PER_LOOK_ALIKE; copy += 1) {
        made += 1;
        const text = make(rng);
        for (const payload of [text, JSON.stringify({ value: text })]) {
          const found = lookout.inMessage(Buffer.from(payload));
          if (found.length > 0) alarms.push(`${label}: ${found.map(({ id }) => id).join(' ')}`);
        }
      }
    }
    console.log(`look-alikes: ${alarms.length} false alarms of ${2 * made}: ${[...new Set(alarms)].join('; ')}`);
    expect(alarms.length / (2 * made)).toBeLessThanOrEqual(0.1);
  });

  test.each(LOOK_ALIKES.map(({ label, make }) => [label, make] as const))('%s stays silent [C-DET-3]', (_, make) => {
    const rng = new Rng(5);
    const alarms = Array.from({ length: COPIES_PER_LOOK_ALIKE }, () => lookout.inMessage(Buffer.from(make(rng))));
    // One in forty by chance at most: a cursor is random, and may contain anything.
    expect(alarms.filter((found) => found.length > 0).length).toBeLessThanOrEqual(1);
  });

  test('names that begin as some tokens do are flagged once in two hundred at most [C-DET-3]', () => {
    const rng = new Rng(404);
    let made = 0;
    const alarms: string[] = [];
    for (const beginning of NAME_BEGINNINGS) {
      for (let copy = 0; copy < NAMES_PER_BEGINNING; copy += 1) {
        made += 1;
        const name = copy % 2 === 0 ? nameOf(rng, rng.between(8, 50)) : nameOfLength(rng, rng.between(16, 64));
        const found = lookout.inBytes(Buffer.from(`see ${beginning}${name} there`));
        if (found.length > 0) alarms.push(`${found.map(({ id }) => id).join(' ')} ${beginning}${name}`);
      }
    }
    console.log(`names: ${alarms.length} false alarms of ${made}: ${alarms.slice(0, 10).join('; ')}`);
    expect(alarms.length / made).toBeLessThanOrEqual(0.005);
  });

  test('ordinary bus messages are flagged once in a thousand at most [C-DET-2]', () => {
    const rng = new Rng(77);
    let messages = 0;
    const flagged: string[] = [];
    expect(BUS_SHAPES.length).toBeGreaterThanOrEqual(20);
    for (const [index, shape] of BUS_SHAPES.entries()) {
      for (let count = 0; count < MESSAGES_PER_SHAPE; count += 1) {
        messages += 1;
        const found = lookout.inMessage(Buffer.from(JSON.stringify(shape(rng))));
        if (found.length > 0) flagged.push(`shape ${index}: ${found.map(({ id }) => id).join(' ')}`);
      }
    }
    console.log(`bus messages: ${flagged.length} of ${messages} flagged: ${flagged.join('; ')}`);
    expect(messages).toBeGreaterThanOrEqual(5_000);
    expect(flagged.length / messages).toBeLessThanOrEqual(0.001);
  });
});

function findLeaks(by: Lookout): { found: number; leaked: number; missed: readonly string[] } {
  const rng = new Rng(2026);
  let found = 0;
  let leaked = 0;
  const missed = new Set<string>();
  for (const { vendor, leaks } of LEAKS) {
    leaks.forEach((leak, index) => {
      for (let copy = 0; copy < COPIES_PER_LEAK; copy += 1) {
        leaked += 1;
        if (by.inMessage(Buffer.from(leak(rng))).length > 0) found += 1;
        else missed.add(`${vendor} ${index}`);
      }
    });
  }
  return { found, leaked, missed: [...missed] };
}
