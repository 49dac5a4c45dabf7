import { describe, expect, it } from 'vitest';
import { parseExpiry } from '../../../../src/casil/policy/expiry.js';

describe('parseExpiry [C-POL-1]', () => {
  it.each([
    ['2027-01-31', Date.UTC(2027, 0, 31)],
    ['2028-02-29', Date.UTC(2028, 1, 29)],
    ['2027-01-31T18:00:00Z', Date.UTC(2027, 0, 31, 18)],
    ['2027-01-31T18:00:00.5+02:00', Date.UTC(2027, 0, 31, 16, 0, 0, 500)],
    ['2027-01-31T00:30:00+02:00', Date.UTC(2027, 0, 30, 22, 30)],
  ])('reads %s', (text, expected) => {
    expect(parseExpiry(text)).toBe(expected);
  });

  it.each([
    '',
    'tomorrow',
    '2027-02-29',
    '2027-02-30T00:00:00Z',
    '2027-13-01',
    '2027-00-10',
    '2027-1-1',
    '2027-01-31T24:00:00Z',
    '2027-01-31T18:00:00',
    '2027-01-31 18:00:00Z',
    ' 2027-01-31',
  ])('refuses %j', (text) => {
    expect(parseExpiry(text)).toBeNull();
  });
});
