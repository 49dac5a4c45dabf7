import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPolicyText } from '../../../../src/casil/policy/load-policy-text.js';
import { NOW_MS } from './fake-parts.js';

const POLICY = `${readFileSync('policies/large-ai-messages.yaml', 'utf8').replaceAll(/^#.*\n/gm, '')}
patterns:
  - { id: employee, regex: 'EMP-\\d{6}', kind: personal_data, risk: medium }
fields:
  - { id: ssn, path: $.customer.ssn, kind: personal_data, risk: high }
exceptions:
  - { rule: tag-large-message, scope: 'ai-1:*', senders: ['load-*'], expires: 2027-01-31, reason: test }
`;

/** What a slip of the hand makes of a policy: pieces lost, doubled, moved, or strange characters put in. */
const slips = fc.array(
  fc.record({
    at: fc.nat(POLICY.length),
    length: fc.nat(12),
    put: fc.constantFrom(
      '',
      ' ',
      '\n',
      ':',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '*',
      '&a ',
      '*a',
      '(?=',
      '$',
      '\t',
      '\u0000',
      'é',
      '99999999999',
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

describe('policies with slips of the hand [C-POL-1] [P8]', () => {
  it('are all answered: a policy, or problems that point into the file', () => {
    let refused = 0;
    fc.assert(
      fc.property(slips, (all) => {
        const text = all.reduce(
          (before, { at, length, put }) => before.slice(0, at) + put + before.slice(at + length),
          POLICY,
        );
        const lines = text.split('\n');
        const result = loadPolicyText(text, 'p.yaml', { nowMs: NOW_MS });
        if (!result.ok) refused += 1;
        for (const { where, problem } of result.ok ? result.value.warnings : result.error) {
          expect(problem).not.toBe('');
          if (where?.kind !== 'file') throw new Error(`${problem}: no place`);
          expect(lines[where.line - 1]?.replace(/\r$/, '')).toBe(where.sourceLine);
          expect(where.column - 1 + where.length).toBeLessThanOrEqual(where.sourceLine.length + 1);
        }
      }),
      { seed: 11, numRuns: 400 },
    );
    // Most slips are mistakes, and some are harmless.
    expect(refused).toBeGreaterThan(100);
    expect(refused).toBeLessThan(400);
  });
});
