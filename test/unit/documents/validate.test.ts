import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createValidator } from '../../../src/documents/validate.js';
import { text } from '../../../src/documents/values.js';

const validate = createValidator(
  z.strictObject({
    colours: z
      .array(z.enum(['red', 'green']))
      .max(2)
      .optional(),
    names: z.array(text(/^[a-z]+$/, 'lower-case letters')).optional(),
    box: z.strictObject({ size: z.int().min(1).max(9) }).optional(),
    rows: z
      .array(z.strictObject({ when: z.strictObject({}) }))
      .max(3)
      .optional(),
  }),
  { subject: 'the test', nextOfUnknownKey: () => [] },
);

function told(data: unknown): string[] {
  const nowhere = { ofValue: () => null, ofKey: () => null };
  return validate(data, nowhere).problems.map(({ problem, hint }) => (hint === '' ? problem : `${problem} (${hint})`));
}

describe('createValidator [C-POL-1]', () => {
  it('tells what a value of a list must be, not what the list must be', () => {
    expect(told({ colours: ['rad'] })).toEqual(['colours[0] must be red or green, not "rad" (did you mean "red"?)']);
    expect(told({ names: ['x', 'Y'] })).toEqual(['names[1] must be lower-case letters, not "Y"']);
    expect(told({ colours: [['red']] })).toEqual(['colours[0] must be red or green, not a list']);
  });

  it('tells how long a list may be, and that it must be one', () => {
    expect(told({ colours: ['red', 'red'] })).toEqual([]);
    expect(told({ colours: ['red', 'red', 'red'] })).toEqual(['colours must have at most 2 values, not 3']);
    expect(told({ colours: 'no' })).toEqual(['colours must be a list in which each is red or green, not "no"']);
    expect(told({ rows: [1] })).toEqual(['rows[0] must be a mapping of keys, not 1']);
  });

  it('tells that a section is missing', () => {
    expect(told({ rows: [{}] })).toEqual(['rows[0].when is missing (it must be a mapping)']);
  });
});
