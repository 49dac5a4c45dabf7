/** Detectors of numbers look at few of them: anchors say what follows. Whatever ends a number, and nothing, must do. */
import { describe, expect, it } from 'vitest';
import { ipAddress } from '../../../../../src/casil/detectors/personal-data/ip-address.js';
import { paymentCard } from '../../../../../src/casil/detectors/personal-data/payment-card.js';
import { phone } from '../../../../../src/casil/detectors/personal-data/phone.js';
import { usSsn } from '../../../../../src/casil/detectors/personal-data/us-ssn.js';
import { createScanner } from '../../../../../src/casil/engine/create-scanner.js';
import type { Detector } from '../../../../../src/casil/engine/detector.js';
import { WorkBudget } from '../../../../../src/casil/engine/work-budget.js';
import { machineEvent } from '../../../../support/casil/ordinary-traffic.js';
import { Random } from '../../../../support/protocol/random.js';

const AFTER = ['', ' ', '\n', '\r\n', '\t', '"', '\\n', '}', ')', ';', ', next', '. Next', '\u00a0', '\u3002', '\0'];
const NUMBERS: readonly (readonly [Detector, string, string])[] = [
  [usSsn, '', '123-45-6789'],
  [usSsn, 'ssn ', '536 22 8726'],
  [usSsn, 'ssn ', '536228726'],
  [paymentCard, '', '4111111111111111'],
  [paymentCard, '', '4111 1111 1111 1111'],
  [paymentCard, '', '3782-822463-10005'],
  [paymentCard, 'credit card ', '501812345673'],
  [phone, '', '415-555-2671'],
  [phone, '', '(415) 555-2671'],
  [phone, '', '(415)555-2671'],
  [phone, 'phone ', '4155552671'],
  [phone, 'phone ', '14155552671'],
  [phone, 'phone ', '020 7946 0958'],
  [phone, 'phone ', '0201.234567'],
  [phone, 'phone ', '07700/900123'],
  [phone, 'phone ', '06 12 34 56 78'],
  [phone, 'phone ', '012345678'],
  [phone, 'phone ', '012345678901'],
  [phone, 'phone ', '01234567 8'],
  [ipAddress, '', '84.200.69.80'],
  [ipAddress, '', '203.0.113.77'],
];

/** What the scanner finds in `text`, when digits and letters stand around it that do not belong to it. */
function found(detector: Detector, text: string): string[] {
  const inner = Buffer.from(text);
  const bytes = Buffer.concat([Buffer.from('70'), inner, Buffer.from('07x')]);
  const work = new WorkBudget();
  work.reset(100_000);
  const texts: string[] = [];
  createScanner([detector]).scan(bytes, 2, 2 + inner.length, work, (_, { start, end }) => {
    texts.push(bytes.toString('utf8', start, end));
    return true;
  });
  return texts;
}

describe('a number', () => {
  it.each(NUMBERS)('(%#) is found at the end of a surface, and before whatever ends it [C-DET-2]', (...row) => {
    const [detector, before, number] = row;
    for (const after of AFTER) {
      const text = before + number + after;
      expect([text, found(detector, text)]).toEqual([text, [number]]);
      expect([`a ${text}`, found(detector, `a ${text}`)]).toEqual([`a ${text}`, [number]]);
    }
  });

  it.each([usSsn, paymentCard, phone, ipAddress])('that is no $id costs next to nothing [C-CHAIN-3]', (detector) => {
    const random = new Random(12);
    let events = '';
    while (events.length < 65_536) events += `${machineEvent(random)}\n`;
    const bytes = Buffer.from(events);
    const work = new WorkBudget();
    work.reset(10_000_000);
    createScanner([detector]).scan(bytes, 0, bytes.length, work, () => true);
    expect(work.spent / bytes.length).toBeLessThan(1.1);
  });
});
