import { describe, expect, it } from 'vitest';
import { iban } from '../../../../../src/casil/detectors/personal-data/iban.js';
import { itKeepsTheLaws } from '../../../../support/casil/detector-laws.js';
import { driveDetector, textsFound } from '../../../../support/casil/drive-detector.js';

itKeepsTheLaws(iban, [
  'DE',
  'DE89',
  'DE89 ',
  'DE89 3704 ',
  ' DE8937040044053201300',
  'MT84MALT011000012345MTLCAST001',
  ' RU12',
  'RU12 ',
  'DO12 ',
  'LC55ABCD',
]);

/** From the registry's own examples: one per country. */
const EXAMPLES = [
  'AD1200012030200359100100',
  'AE070331234567890123456',
  'AT611904300234573201',
  'BE68539007547034',
  'BR1800360305000010009795493C1',
  'CH9300762011623852957',
  'CY17002001280000001200527600',
  'CZ6508000000192000145399',
  'DE89370400440532013000',
  'DK5000400440116243',
  'EE382200221020145685',
  'ES9121000418450200051332',
  'FI2112345600000785',
  'FR1420041010050500013M02606',
  'GB29NWBK60161331926819',
  'GR1601101250000000012300695',
  'HU42117730161111101800000000',
  'IE29AIBK93115212345678',
  'IL620108000000099999999',
  'IT60X0542811101000000123456',
  'LC55HEMM000100010012001200023015',
  'LT121000011101001000',
  'LU280019400644750000',
  'LV80BANK0000435195001',
  'MT84MALT011000012345MTLCAST001S',
  'NL91ABNA0417164300',
  'NO9386011117947',
  'PL61109010140000071219812874',
  'PT50000201231234567890154',
  'RO49AAAA1B31007593840000',
  'SA0380000000608010167519',
  'SE4550000000058398257466',
  'SI56263300012039086',
  'SK3112000000198742637541',
  'TR330006100519786457841326',
];

describe('iban [C-DET-1]', () => {
  it.each(EXAMPLES.map((number) => [number]))('finds %s, together and in groups', (number) => {
    const grouped = (number.match(/.{1,4}/g) ?? []).join(' ');
    for (const written of [number, grouped]) {
      for (const line of [
        written,
        `IBAN:${written}`,
        `{"iban":"${written}"}`,
        `to ${written}, please`,
        `(${written}).`,
      ]) {
        expect(textsFound(iban, line)).toEqual([written]);
      }
    }
    expect(driveDetector(iban, number).found).toMatchObject([{ verified: true }]);
  });

  it.each([
    ['a wrong remainder', 'DE89370400440532013001'],
    ['digits that changed places', 'DE98370400440532013000'],
    ['a number that is too short', 'DE8937040044053201300'],
    ['a number that goes on', 'DE893704004405320130001'],
    ['a country without such numbers', 'US64SVBKUS6S3300958879'],
    ['small letters', 'de89370400440532013000'],
    ['a part of a word', 'XDE89370400440532013000'],
    ['uneven groups', 'DE89 37040 0440 5320 1300 0'],
    ['two spaces', 'DE89  3704  0044  0532  0130  00'],
    ['check digits 00', 'DE00000000000000000066'],
    ['check digits 01', 'DE01000000000000000048'],
    ['check digits 99', 'DE99000000000000000030'],
    ['a product', 'DE-4006381333931'],
    ['a flight', 'HAT136'],
    ['words', 'ISBN 9783161484100 AT LEAST'],
  ])('stays silent on %s [C-DET-3]', (_, line) => {
    expect(textsFound(iban, line)).toEqual([]);
  });
});
