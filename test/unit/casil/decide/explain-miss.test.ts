import { describe, expect, it } from 'vitest';
import { nearestRule, type ExpectedRules } from '../../../../src/casil/decide/explain-miss.js';
import type { EvaluationInput } from '../../../../src/casil/decide/evaluate-policies.js';
import { compileAddressScope } from '../../../../src/casil/policy/address-scope.js';
import type { CompiledPolicy, CompiledRule } from '../../../../src/casil/policy/compiled-policy.js';
import { ASSIGNMENT, EMAIL, finding, message, policy, rule, SOURCES, TICKET, TOKEN } from './evaluation.js';

const ALL = new Set(SOURCES);
const everywhere = compileAddressScope(['*:*'], []);

function why(
  rules: readonly CompiledRule[],
  parts: Partial<EvaluationInput> = {},
  expected: ExpectedRules = { rules: [] },
  policyParts: Partial<CompiledPolicy> = {},
): string | null {
  const miss = nearestRule(message([policy(rules, policyParts)], { findings: [finding(TOKEN)], ...parts }), expected);
  return miss === null ? null : `${miss.rule.id}: ${miss.why}`;
}

describe('nearestRule [C-CLI-1]', () => {
  it.each<[string, CompiledRule, string]>([
    [
      'the scope of the rule excludes',
      rule('r', { sources: ALL, scope: compileAddressScope(['*:*'], ['a:*', 'sup*:*']) }),
      'r: scope.exclude matched "sup*:*"',
    ],
    [
      'the scope of the rule does not include',
      rule('r', { sources: ALL, scope: compileAddressScope(['orders:*'], []) }),
      'r: scope.include does not match support:chat',
    ],
    ['nothing was found', rule('r', { sources: new Set([EMAIL, TICKET]) }), 'r: nothing was found by email, ticket'],
    [
      'it was found elsewhere',
      rule('r', { sources: ALL, parts: new Set(['headers', 'ids']) }),
      'r: in: github-token was found in payload, not headers, ids',
    ],
    [
      'a flag is missing',
      rule('r', { flags: new Set(['oversize_payload']) }),
      'r: flags: the message has none of oversize_payload',
    ],
    ['the content is another', rule('r', { content: new Set(['text']) }), 'r: content: the payload is json, not text'],
  ])('says that %s', (_, one, expected) => {
    expect(why([one])).toBe(expected);
  });

  it('says that the risk is too low', () => {
    const one = rule('r', { sources: ALL, minRisk: 'high' });
    expect(why([one], { findings: [finding(ASSIGNMENT)] })).toBe('r: min_risk: assignment is medium, not high');
  });

  it('says that a rule before it took what was found', () => {
    const rules = [rule('tag', { sources: ALL }), rule('block', { action: 'block', sources: ALL })];
    expect(why(rules, {}, { rules: ['block'] })).toBe('block: rule tag before it took what github-token found');
  });

  it('says that the policy does not cover the address', () => {
    const scope = compileAddressScope(['*:*'], ['support:*']);
    expect(why([rule('r', { sources: ALL })], {}, { rules: ['r'] }, { scope })).toBe(
      'r: scope.exclude of policy p matched "support:*"',
    );
  });

  it('says until when an exception holds, and why', () => {
    const exceptions = [
      { rule: 'r', scope: everywhere, senders: [], expiresAtMs: Date.UTC(2027, 0, 31), reason: 'load test' },
    ];
    expect(why([rule('r', { sources: ALL })], {}, { rules: ['r'] }, { exceptions })).toBe(
      'r: excepted until 2027-01-31T00:00:00.000Z: load test',
    );
  });

  it('says everything that kept a rule from matching', () => {
    const one = rule('r', { sources: ALL, content: new Set(['text']), parts: new Set(['ids']) });
    expect(why([one])).toBe(
      'r: content: the payload is json, not text; in: github-token was found in payload, not ids',
    );
  });

  it('names few of many', () => {
    const many = new Set(
      Array.from({ length: 8 }, (_, index) => ({ id: `d${index}`, kind: 'k', risk: 'low' as const })),
    );
    expect(why([rule('r', { sources: many })])).toBe('r: nothing was found by d0, d1, d2, d3, d4 and 3 more');
  });

  it('takes the rule with the fewest conditions against it; one that found nothing is far', () => {
    const nothing = rule('nothing', { sources: new Set([EMAIL]) });
    const elsewhere = rule('elsewhere', {
      sources: ALL,
      parts: new Set(['ids']),
      scope: compileAddressScope(['orders:*'], []),
    });
    expect(why([nothing, elsewhere])).toContain('elsewhere: ');
    expect(why([nothing, elsewhere], { findings: [] })).toContain('nothing: ');
  });

  it('looks only at rules that were expected, by id, by policy and id, or by what they do', () => {
    const rules = [
      rule('a', { sources: new Set([EMAIL]) }),
      rule('b', { action: 'block', sources: new Set([TICKET]) }),
    ];
    expect(why(rules, {}, { rules: ['b'] })).toContain('b: ');
    expect(why(rules, {}, { rules: ['p/b'] })).toContain('b: ');
    expect(why(rules, {}, { rules: [], action: 'block' })).toContain('b: ');
    expect(why(rules, {}, { rules: ['other/b'] })).toBeNull();
  });

  it('says nothing of rules that did match', () => {
    expect(why([rule('r', { sources: ALL })])).toBeNull();
    expect(why([])).toBeNull();
  });

  it('points at the rule', () => {
    const place = { kind: 'file', file: 'p.yaml', line: 31, column: 7, length: 1, sourceLine: '  - id: r' } as const;
    const miss = nearestRule(message([policy([rule('r', { sources: ALL, place })])]), { rules: [] });
    expect(miss?.place).toBe(place);
  });
});
