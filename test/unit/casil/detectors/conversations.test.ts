/** All detectors over what a bus carries on an ordinary day; see test/support/casil/ordinary-traffic.ts. */
import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../../../src/casil/detectors/catalogue.js';
import type { Detector } from '../../../../src/casil/engine/detector.js';
import { createScanner } from '../../../../src/casil/engine/create-scanner.js';
import { WorkBudget } from '../../../../src/casil/engine/work-budget.js';
import { conversationTurn, machineEvent } from '../../../support/casil/ordinary-traffic.js';
import { Random } from '../../../support/protocol/random.js';

const TURNS = 3000;
const EVENTS = 1500;
const UNITS_PER_BYTE = 100;

const scanner = createScanner(DETECTORS);
const work = new WorkBudget();

interface Hit {
  readonly id: string;
  readonly group: Detector['group'];
  readonly text: string;
}

function hitsIn(payload: string): Hit[] {
  const bytes = Buffer.from(payload);
  const hits: Hit[] = [];
  work.reset(bytes.length * UNITS_PER_BYTE);
  scanner.scan(bytes, 0, bytes.length, work, ({ id, group }, { start, end }) => {
    hits.push({ id, group, text: bytes.toString('utf8', start, end) });
    return true;
  });
  return hits;
}

describe('ordinary conversations', () => {
  it('give away every e-mail address and nothing else [C-DET-2]', () => {
    const random = new Random(20_26);
    let addresses = 0;
    for (let turn = 0; turn < TURNS; turn += 1) {
      const { payload, emails } = conversationTurn(random);
      const hits = hitsIn(payload);
      expect([payload, hits.map(({ id, text }) => `${id} ${text}`)]).toEqual([
        payload,
        emails.map((address) => `email ${address}`),
      ]);
      addresses += emails.length;
    }
    expect(addresses).toBeGreaterThan(TURNS / 2);
  });

  it('are told from conversations in which somebody gives a secret away', () => {
    const random = new Random(7);
    const below = (bound: number) => random.below(bound);
    const found = new Map<string, number>();
    for (const detector of DETECTORS) {
      const payload = JSON.stringify({
        role: 'user',
        content: `Sure, it is ${detector.sample(below)} - anything else?`,
      });
      const hits = hitsIn(payload).filter(({ id }) => id === detector.id);
      found.set(detector.id, hits.length);
    }
    expect([...found].filter(([, count]) => count !== 1)).toEqual([]);
    expect(found.size).toBe(DETECTORS.length);
  });
});

describe('ordinary events', () => {
  it('are silent: times, decimals, ids, cursors, digests, images [C-DET-2] [C-DET-3]', () => {
    const random = new Random(31);
    const loud: string[] = [];
    for (let event = 0; event < EVENTS; event += 1) {
      const payload = machineEvent(random);
      for (const { id, text } of hitsIn(payload)) loud.push(`${id}: ${text}`);
    }
    expect(loud).toEqual([]);
  });

  it('cost a few units of work a byte [C-CHAIN-3]', () => {
    const random = new Random(5);
    let bytes = 0;
    let spent = 0;
    for (let event = 0; event < 500; event += 1) {
      const payload = machineEvent(random);
      hitsIn(payload);
      bytes += payload.length;
      spent += work.spent;
    }
    expect(spent / bytes).toBeLessThan(8);
  });
});
