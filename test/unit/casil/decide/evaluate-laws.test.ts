import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluatePolicies } from '../../../../src/casil/decide/evaluate-policies.js';
import { compileAddressScope } from '../../../../src/casil/policy/address-scope.js';
import { ACTIONS, CONTENT_FORMS, FLAGS, MESSAGE_PARTS, REASONS, RISKS } from '../../../../src/casil/vocabulary.js';
import { finding, message, policy, rule, SOURCES } from './evaluation.js';

const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const setOf = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 }).map((some) => new Set(some));
const scopes = fc.constantFrom(
  compileAddressScope(['support:*'], []),
  compileAddressScope(['*:*'], ['support:chat']),
  compileAddressScope(['orders:*'], []),
);

const anyRule = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  action: fc.constantFrom(...ACTIONS),
  observability: fc.constantFrom('as_message' as const, 'omit' as const),
  sources: orNull(setOf(SOURCES)),
  minRisk: fc.constantFrom(...RISKS),
  parts: orNull(setOf(MESSAGE_PARTS)),
  flags: orNull(setOf(FLAGS)),
  content: orNull(setOf(CONTENT_FORMS)),
  scope: orNull(scopes),
  kind: orNull(fc.constantFrom('secret', 'mine')),
  risk: orNull(fc.constantFrom(...RISKS)),
});
const anyPolicy = fc
  .array(anyRule, { maxLength: 6 })
  .map((rules) => policy(rules.map(({ id, ...parts }) => rule(id, parts))));
const anyFinding = fc
  .tuple(fc.constantFrom(...SOURCES), fc.constantFrom(...MESSAGE_PARTS), fc.boolean())
  .map(([source, part, maskable]) => finding(source, part, maskable));
const anyMessage = fc
  .record({
    policies: fc.array(anyPolicy, { maxLength: 3 }),
    findings: fc.array(anyFinding, { maxLength: 6 }),
    flags: fc.subarray([...FLAGS]),
    contentForm: fc.constantFrom(...CONTENT_FORMS),
    room: fc.constantFrom('support', 'orders'),
  })
  .map(({ policies, ...parts }) => message(policies, parts));

const RUNS = { seed: 20, numRuns: 1500 };

describe('laws of evaluatePolicies [C-DEC-1]', () => {
  it('exactly one action, one reason where a rule matched and none where none did', () => {
    fc.assert(
      fc.property(anyMessage, (input) => {
        const decision = evaluatePolicies(input);
        expect(ACTIONS).toContain(decision.action);
        expect(decision.reason === null).toBe(decision.judgements.length === 0);
        if (decision.reason !== null) expect(REASONS).toContain(decision.reason);
        if (decision.judgements.length === 0) expect(decision.action).toBe('allow');
      }),
      RUNS,
    );
  });

  it('the strongest action of all judgements wins, and each is its rule’s or a block instead of a mask', () => {
    fc.assert(
      fc.property(anyMessage, (input) => {
        const { action, judgements } = evaluatePolicies(input);
        const rank = (one: (typeof ACTIONS)[number]) => ACTIONS.indexOf(one);
        expect(rank(action)).toBe(Math.max(0, ...judgements.map((one) => rank(one.action))));
        for (const one of judgements) {
          const unmaskable = one.rule.action === 'redact' && one.finding?.surface.maskable === false;
          expect(one.action).toBe(unmaskable ? 'block' : one.rule.action);
        }
      }),
      RUNS,
    );
  });

  it('the same input gives the same decision', () => {
    fc.assert(
      fc.property(anyMessage, (input) => {
        expect(evaluatePolicies(input)).toEqual(evaluatePolicies(input));
      }),
      RUNS,
    );
  });

  it('the order of the findings changes nothing but which of equally serious kinds is named', () => {
    fc.assert(
      fc.property(anyMessage, (input) => {
        const { kind: _, judgements, ...first } = evaluatePolicies(input);
        const turned = evaluatePolicies({ ...input, findings: input.findings.toReversed() });
        const { kind: __, judgements: turnedJudgements, ...second } = turned;
        expect(second).toEqual(first);
        expect(turnedJudgements.length).toBe(judgements.length);
      }),
      RUNS,
    );
  });

  it('a finding is judged at most once per policy; one more policy never weakens the decision', () => {
    fc.assert(
      fc.property(anyMessage, anyPolicy, (input, more) => {
        const alone = evaluatePolicies(input);
        for (const one of input.findings) {
          expect(alone.judgements.filter(({ finding: judged }) => judged === one).length).toBeLessThanOrEqual(
            input.policies.length,
          );
        }
        const together = evaluatePolicies({ ...input, policies: [...input.policies, more] });
        expect(ACTIONS.indexOf(together.action)).toBeGreaterThanOrEqual(ACTIONS.indexOf(alone.action));
        expect(RISKS.indexOf(together.risk)).toBeGreaterThanOrEqual(RISKS.indexOf(alone.risk));
      }),
      RUNS,
    );
  });
});
