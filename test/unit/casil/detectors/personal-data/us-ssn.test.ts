import { describe, expect, it } from 'vitest';
import { usSsn } from '../../../../../src/casil/detectors/personal-data/us-ssn.js';
import { itKeepsTheLaws } from '../../../../support/casil/detector-laws.js';
import { textsFound } from '../../../../support/casil/drive-detector.js';

itKeepsTheLaws(usSsn, [
  '123',
  '123-',
  '123-45-',
  '123 45 ',
  '123456789 ',
  '123-45-678 ',
  'ssn 123456789,',
  '12345678901234567890',
]);

describe('us-ssn [C-DET-1]', () => {
  it.each([
    ['123-45-6789', '123-45-6789'],
    ['SSN: 536-22-8726', '536-22-8726'],
    ['{"ssn":"899-99-9999"}', '899-99-9999'],
    ['001-01-0001.', '001-01-0001'],
    ['ssn=536228726', '536228726'],
    ['{"ssn": 536228726}', '536228726'],
    ['my social security number is 536228726', '536228726'],
    ['Social Security No. 536 22 8726', '536 22 8726'],
    ['{\\"social_security_number\\": \\"536228726\\"}', '536228726'],
  ])('finds the number of %s', (line, number) => {
    expect(textsFound(usSsn, line)).toEqual([number]);
  });

  it.each([
    '000-12-3456',
    '666-12-3456',
    '900-12-3456',
    '999-12-3456',
    '123-00-4567',
    '123-45-0000',
    '078-05-1120',
    '219-09-9999',
    '536228726',
    '"id": 536228726',
    '536 22 8726',
    '1536-22-8726',
    '536-22-87261',
    '5-536-22-8726',
    '536-22-8726-1',
    '536-22-8726.5',
    'x536-22-8726',
    '536-22-8726x',
    '536-22 8726',
    '536-228-726',
    '94103-1234',
    '2026-05-20',
    '555-123-4567',
    '+536-22-8726',
    'ssn: 000228726',
  ])('stays silent on %s [C-DET-3]', (line) => {
    expect(textsFound(usSsn, line)).toEqual([]);
  });
});
