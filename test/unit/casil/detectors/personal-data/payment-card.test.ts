import { describe, expect, it } from 'vitest';
import { issuedAs, luhnCheckDigit } from '../../../../../src/casil/detectors/personal-data/card-networks.js';
import { paymentCard } from '../../../../../src/casil/detectors/personal-data/payment-card.js';
import { itKeepsTheLaws } from '../../../../support/casil/detector-laws.js';
import { driveDetector, textsFound } from '../../../../support/casil/drive-detector.js';
import { machineEvent } from '../../../../support/casil/ordinary-traffic.js';
import { Random } from '../../../../support/protocol/random.js';

itKeepsTheLaws(paymentCard, [
  '4111',
  '4111 ',
  '4111-',
  '4111 1111 1111 1112 ',
  '4111111111111111 ',
  '4111111111111111',
  '411111111111111,',
  '1111 4',
  'card 4111111111111111,',
]);

/** With its check digit: `body` is all but the last. */
function withCheckDigit(body: string): string {
  return `${body}${luhnCheckDigit(Uint8Array.from(body, Number), body.length)}`;
}

describe('payment-card [C-DET-1]', () => {
  it.each([
    ['Visa', '4111111111111111'],
    ['Visa in groups', '4111 1111 1111 1111'],
    ['Visa with hyphens', '4012-8888-8888-1881'],
    ['Mastercard', '5555555555554444'],
    ['Mastercard of the 2-series', '2223003122003222'],
    ['Mastercard at the end of the 2-series', withCheckDigit('272099999999999')],
    ['American Express', '378282246310005'],
    ['American Express in groups', '3782 822463 10005'],
    ['Discover', '6011111111111117'],
    ['Discover 65', withCheckDigit('650000000000000')],
    ['Diners Club', '30569309025904'],
    ['Diners Club in groups', '3056-930902-5904'],
    ['JCB', '3530111333300000'],
    ['UnionPay', '6200000000000005'],
    ['UnionPay of 19 digits', withCheckDigit('621234567890123456')],
    [
      'UnionPay in groups',
      `${withCheckDigit('621234567890123456').slice(0, 6)} ${withCheckDigit('621234567890123456').slice(6)}`,
    ],
    ['Mir', '2200000000000004'],
    ['Elo', '6362000000000009'],
    ['Troy', '9792000000000003'],
    ['RuPay', withCheckDigit('652150000000000')],
    ['Maestro', withCheckDigit('675964982643845')],
  ])('finds %s', (_, number) => {
    for (const line of [
      number,
      `card: ${number}.`,
      `{"pan":"${number}"}`,
      `{"number": ${number}}`,
      `${number} 12/27 123`,
      `${number},12/27,123`,
      `(${number})`,
      `no.${number}`,
      `a\n${number}\nb`,
      `\\"${number}\\"`,
      `${number}|12|27`,
    ]) {
      expect([line, textsFound(paymentCard, line)]).toEqual([line, [number]]);
    }
    expect(driveDetector(paymentCard, number).found).toMatchObject([{ verified: true }]);
  });

  it('takes lengths that other numbers have near a word for a card only', () => {
    const uncommon = ['4222222222222', withCheckDigit('411111111111111111'), withCheckDigit('50181234567')];
    for (const number of uncommon) {
      expect(textsFound(paymentCard, number)).toEqual([]);
      expect(textsFound(paymentCard, `credit card ${number}`)).toEqual([number]);
    }
  });

  it.each([
    ['a wrong check digit', '4111111111111112'],
    ['no network', withCheckDigit('911111111111111')],
    ['a length no network issues', withCheckDigit('41111111111111')],
    ['milliseconds', '1716200000000'],
    ['microseconds', '1716200000000005'],
    ['nanoseconds', '1716200000000000003'],
    ['a decimal', '0.4111111111111111'],
    ['a decimal without its zero', '.4111111111111111'],
    ['a number with decimals', '4111111111111111.25'],
    ['a thousands group', '12,4111111111111111'],
    ['an exponent', '4111111111111111e5'],
    ['a longer number', '14111111111111111'],
    ['a longer number in groups', '1234 4111 1111 1111 1111'],
    ['a longer number with hyphens', '4111-1111-1111-1111-1111'],
    ['a part of a word', 'x4111111111111111'],
    ['a part of an id', 'card_4111111111111111'],
    ['a part of an id behind', '4111111111111111_a'],
    ['a part of an id with hyphens', 'ab-4111111111111111'],
    ['a part of an id with hyphens behind', '4111111111111111-ab'],
    ['hexadecimal', '4111111111111111ab'],
    ['mixed separators', '4111 1111-1111 1111'],
    ['unusual groups', '41 1111 1111 1111 11'],
    ['two spaces', '4111  1111  1111  1111'],
    ['an order', '#W1234567'],
    ['an order id', '"order_id": 4111111111111111'],
    ['an id', '"id": "4111111111111111"'],
    ['an id in escaped JSON', '{\\"id\\": \\"4111111111111111\\"}'],
    ['an id in a query', '?id=4111111111111111'],
    ['a tracking number', 'tracking 4111111111111111'],
    ['a postal tracking number', '9400111899223197428490'],
    ['a zip code', '94103-1234'],
    ['a date', '2026-05-20'],
    ['a date and time', '20260520103000'],
    ['a flight', 'HAT136 2024-05-20'],
    ['an international phone number', '+4915112345678'],
    ['a German article number', '4006381333931'],
    ['an international number with a plus', '1+4111111111111111'],
    ['a user id', 'mia_li_3668'],
  ])('stays silent on %s [C-DET-3]', (_, line) => {
    expect(textsFound(paymentCard, line)).toEqual([]);
    expect(textsFound(paymentCard, `{"value": "${line}"}`)).toEqual([]);
  });

  it('finds no card in 16 x 64 KiB of ordinary events, in which the check digit alone finds hundreds [C-DET-2]', () => {
    const random = new Random(3);
    let events = '';
    while (events.length < 16 * 65_536) events += `${machineEvent(random)}\n`;
    const byCheckDigitAlone = [...events.matchAll(/(?<!\d)\d{12,19}(?!\d)/g)].filter(
      ([run]) => withCheckDigit(run.slice(0, -1)) === run,
    );
    expect(byCheckDigitAlone.length).toBeGreaterThan(200);
    expect(textsFound(paymentCard, events)).toEqual([]);
  });
});

describe('issuer ranges', () => {
  it('begin and end where the networks say', () => {
    const issued = (prefix: number, length: number) => issuedAs(prefix, length);
    expect([2199, 2200, 2204, 2205].map((prefix) => issued(prefix, 16))).toEqual([null, 'common', 'common', null]);
    expect([2220, 2221, 2720, 2721].map((prefix) => issued(prefix, 16))).toEqual([null, 'common', 'common', null]);
    expect([5099, 5100, 5599, 5600].map((prefix) => issued(prefix, 16))).toEqual([null, 'common', 'common', null]);
    expect([3527, 3528, 3589, 3590].map((prefix) => issued(prefix, 16))).toEqual([null, 'common', 'common', null]);
    expect([4000, 4999].map((prefix) => issued(prefix, 16))).toEqual(['common', 'common']);
    expect([13, 14, 16, 19, 20].map((length) => issued(4000, length))).toEqual([
      'uncommon',
      null,
      'common',
      'uncommon',
      null,
    ]);
    expect([3400, 3500, 3700].map((prefix) => issued(prefix, 15))).toEqual(['common', null, 'common']);
  });
});
