import { describe, expect, it } from 'vitest';
import { evaluatePolicies } from '../../../../src/casil/decide/evaluate-policies.js';
import { compileAddressScope } from '../../../../src/casil/policy/address-scope.js';
import type { CompiledRule } from '../../../../src/casil/policy/compiled-policy.js';
import type { Finding } from '../../../../src/casil/inspection.js';
import { ASSIGNMENT, EMAIL, finding, message, policy, rule, SOURCES, TICKET, TOKEN } from './evaluation.js';

const ALL = new Set(SOURCES);

function decide(rules: readonly CompiledRule[], findings: readonly Finding[], parts = {}) {
  return evaluatePolicies(message([policy(rules)], { findings, ...parts }));
}

describe('evaluatePolicies: which rule takes a finding [C-DEC-1]', () => {
  const block = (parts: Partial<CompiledRule>) => [rule('block', { action: 'block', sources: ALL, ...parts })];
  const token = [finding(TOKEN)];

  it('is the first that matches, per policy', () => {
    const rules = [
      rule('tag-mail', { sources: new Set([EMAIL]) }),
      rule('mask', { action: 'redact', sources: ALL }),
      rule('block', { action: 'block', sources: ALL }),
    ];
    const mail = finding(EMAIL);
    const ticket = finding(TICKET);
    expect(decide(rules, [mail, ticket]).judgements).toEqual([
      { finding: mail, rule: rules[0], action: 'allow' },
      { finding: ticket, rule: rules[1], action: 'redact' },
    ]);
  });

  it.each([
    ['another source', { sources: new Set([EMAIL]) }, 'allow'],
    ['its source', { sources: new Set([TOKEN]) }, 'block'],
    ['a lower risk', { minRisk: 'medium' }, 'block'],
    ['its part', { parts: new Set(['payload']) }, 'block'],
    ['another part', { parts: new Set(['headers', 'ids']) }, 'allow'],
    ['its scope', { scope: compileAddressScope(['support:*'], []) }, 'block'],
    ['another scope', { scope: compileAddressScope(['*:*'], ['support:*']) }, 'allow'],
    ['a flag the message has', { flags: new Set(['opaque_payload']) }, 'block'],
    ['a flag the message lacks', { flags: new Set(['oversize_payload']) }, 'allow'],
    ['its form', { content: new Set(['text', 'json']) }, 'block'],
    ['another form', { content: new Set(['text']) }, 'allow'],
  ] as const)('asks for %s', (_, parts, action) => {
    expect(decide(block(parts as Partial<CompiledRule>), token, { flags: ['opaque_payload'] }).action).toBe(action);
  });

  it('asks for a risk the finding does not reach', () => {
    expect(decide(block({ minRisk: 'high' }), [finding(ASSIGNMENT)]).action).toBe('allow');
    expect(decide(block({ minRisk: 'high' }), token).action).toBe('block');
  });

  it('leaves a finding that no rule takes out of everything', () => {
    const decision = decide([rule('mail', { sources: new Set([EMAIL]) })], token);
    expect(decision).toMatchObject({
      action: 'allow',
      reason: null,
      kind: 'json',
      risk: 'low',
      flags: [],
      ruleIds: [],
    });
  });
});

describe('evaluatePolicies: rules about whole messages [C-DEC-1]', () => {
  it('all count, once, whatever was found', () => {
    const rules = [
      rule('always'),
      rule('opaque', { flags: new Set(['opaque_payload']) }),
      rule('text', { content: new Set(['text']) }),
    ];
    const decision = decide(rules, [finding(TOKEN), finding(EMAIL)], { flags: ['opaque_payload'] });
    expect(decision.judgements.map((one) => [one.rule.id, one.finding])).toEqual([
      ['always', null],
      ['opaque', null],
    ]);
    expect(decision).toMatchObject({
      ruleIds: ['always', 'opaque'],
      kind: 'json',
      risk: 'low',
      reason: 'CASIL_POLICY_TAGGED',
    });
  });

  it('take no finding from the rules after them', () => {
    const rules = [rule('always'), rule('block', { action: 'block', sources: ALL })];
    expect(decide(rules, [finding(TOKEN)])).toMatchObject({ action: 'block', ruleIds: ['always', 'block'] });
  });

  it('say what kind and risk the message is, if they say so', () => {
    const big = rule('big', { flags: new Set(['oversize_payload']), kind: 'oversize', risk: 'medium' });
    expect(decide([big], [], { flags: ['oversize_payload'] })).toMatchObject({ kind: 'oversize', risk: 'medium' });
    const risky = rule('risky', { risk: 'high' });
    expect(decide([risky], [])).toMatchObject({ kind: 'json', risk: 'high' });
  });
});

describe('evaluatePolicies: the decision [C-DEC-1]', () => {
  const of = (action: 'allow' | 'redact' | 'block', source: (typeof SOURCES)[number]) =>
    rule(`${action}-${source.id}`, { action, sources: new Set([source]) });

  it.each([
    [['allow'], 'allow', 'CASIL_POLICY_TAGGED'],
    [['allow', 'redact'], 'redact', 'CASIL_POLICY_REDACTED'],
    [['redact', 'block', 'allow'], 'block', 'CASIL_POLICY_BLOCKED'],
  ] as const)('is the strongest of %j', (actions, action, reason) => {
    const rules = actions.map((one, index) =>
      rule(`r${index}`, { action: one, sources: new Set([SOURCES[index] ?? TOKEN]), kind: 'k' }),
    );
    const findings = SOURCES.map((source) => finding(source));
    expect(decide(rules, findings)).toMatchObject({ action, reason });
  });

  it('names why it blocks by the kind of what blocked', () => {
    expect(decide([of('block', TOKEN)], [finding(TOKEN)]).reason).toBe('CASIL_POLICY_BLOCKED_SECRET');
    expect(decide([of('block', EMAIL)], [finding(EMAIL)]).reason).toBe('CASIL_POLICY_BLOCKED_PERSONAL_DATA');
    expect(decide([of('block', TICKET)], [finding(TICKET)]).reason).toBe('CASIL_POLICY_BLOCKED');
    // The secret was only tagged.
    expect(decide([of('allow', TOKEN), of('block', EMAIL)], [finding(TOKEN), finding(EMAIL)]).reason).toBe(
      'CASIL_POLICY_BLOCKED_PERSONAL_DATA',
    );
    expect(decide([rule('r', { action: 'block', kind: 'secret' })], []).reason).toBe('CASIL_POLICY_BLOCKED');
  });

  it('blocks what should have been masked but is interpreted by the bus [C-RED-1]', () => {
    const inIds = finding(EMAIL, 'ids', false);
    const decision = decide([of('redact', EMAIL)], [inIds, finding(EMAIL)]);
    expect(decision).toMatchObject({ action: 'block', reason: 'CASIL_POLICY_UNMASKABLE' });
    expect(decision.judgements.map(({ action }) => action)).toEqual(['block', 'redact']);
    // A rule that blocks is the better reason; tagging needs no mask.
    expect(decide([of('redact', EMAIL), of('block', TOKEN)], [inIds, finding(TOKEN)]).reason).toBe(
      'CASIL_POLICY_BLOCKED_SECRET',
    );
    expect(decide([of('allow', EMAIL)], [inIds]).action).toBe('allow');
  });

  it('tells kind and risk of the most serious finding, the first of equals', () => {
    const rules = [rule('all', { sources: ALL })];
    expect(decide(rules, [finding(TICKET), finding(TOKEN), finding(EMAIL)])).toMatchObject({
      kind: 'secret',
      risk: 'high',
    });
    expect(decide(rules, [finding(EMAIL), finding(ASSIGNMENT)])).toMatchObject({
      kind: 'personal_data',
      risk: 'medium',
    });
    expect(decide(rules, [finding(ASSIGNMENT), finding(EMAIL)])).toMatchObject({ kind: 'secret', risk: 'medium' });
  });

  it('tells what the rule says instead, and counts that as the kind', () => {
    const rules = [rule('test-token', { sources: ALL, kind: 'test_data', risk: 'low' })];
    expect(decide(rules, [finding(TOKEN)])).toMatchObject({ kind: 'test_data', risk: 'low', flags: [] });
  });

  it('adds the flags that follow from what was judged, in one order', () => {
    const rules = [rule('all', { sources: ALL })];
    expect(
      decide(rules, [finding(EMAIL), finding(TOKEN)], { flags: ['work_limit_reached', 'opaque_payload'] }).flags,
    ).toEqual(['contains_probable_secret', 'contains_personal_data', 'opaque_payload', 'work_limit_reached']);
  });

  it('names rules once, in the order of policies and files', () => {
    const first = policy([rule('a', { sources: new Set([EMAIL]) }), rule('b', { sources: ALL })], { name: 'first' });
    const second = policy([rule('c'), rule('b', { sources: ALL })], { name: 'second' });
    const findings = [finding(TOKEN), finding(EMAIL), finding(TICKET)];
    expect(evaluatePolicies(message([first, second], { findings })).ruleIds).toEqual(['a', 'b', 'c']);
    expect(evaluatePolicies(message([second, first], { findings })).ruleIds).toEqual(['c', 'b', 'a']);
  });

  it('keeps the payload from operators if any rule that matched says so [C-RED-2]', () => {
    const hide = rule('hide', { observability: 'omit', sources: new Set([EMAIL]) });
    const tag = rule('tag', { sources: ALL });
    expect(decide([hide, tag], [finding(EMAIL), finding(TOKEN)]).observability).toBe('omit');
    expect(decide([hide, tag], [finding(TOKEN)]).observability).toBe('as_message');
  });
});

describe('exceptions [C-DEC-1]', () => {
  const EXPIRY = Date.UTC(2027, 0, 31);
  const rules = [rule('block', { action: 'block', sources: ALL }), rule('tag', { sources: ALL })];
  const withException = (parts: object) =>
    policy(rules, {
      exceptions: [
        {
          rule: 'block',
          scope: compileAddressScope(['support:*'], []),
          senders: ['load-*'],
          expiresAtMs: EXPIRY,
          reason: 'test',
          ...parts,
        },
      ],
    });
  const outcome = (exception: object, parts: object) =>
    evaluatePolicies(message([withException(exception)], { findings: [finding(TOKEN)], subject: 'load-1', ...parts }))
      .ruleIds;

  it('keep a rule from counting, for their senders, where they hold, until they expire', () => {
    expect(outcome({}, {})).toEqual(['tag']);
    expect(outcome({}, { subject: 'bot-7' })).toEqual(['block']);
    expect(outcome({ senders: [] }, { subject: 'bot-7' })).toEqual(['tag']);
    expect(outcome({}, { room: 'orders' })).toEqual(['block']);
    expect(outcome({ rule: 'tag' }, {})).toEqual(['block']);
    expect(outcome({}, { nowMs: EXPIRY - 1 })).toEqual(['tag']);
    expect(outcome({}, { nowMs: EXPIRY })).toEqual(['block']);
  });

  it('hold for rules about whole messages too', () => {
    const hide = policy([rule('hide', { observability: 'omit' })], {
      exceptions: [
        { rule: 'hide', scope: compileAddressScope(['*:*'], []), senders: ['ops'], expiresAtMs: EXPIRY, reason: 'x' },
      ],
    });
    expect(evaluatePolicies(message([hide], { subject: 'ops' })).ruleIds).toEqual([]);
    expect(evaluatePolicies(message([hide])).ruleIds).toEqual(['hide']);
  });
});

describe('a clean message', () => {
  it('gets one shared, frozen decision per form and flags', () => {
    const policies = [policy([rule('all', { sources: ALL }), rule('big', { flags: new Set(['oversize_payload']) })])];
    const first = evaluatePolicies(message(policies));
    expect(first).toEqual({
      action: 'allow',
      reason: null,
      kind: 'json',
      risk: 'low',
      flags: [],
      ruleIds: [],
      observability: 'as_message',
      judgements: [],
    });
    expect(evaluatePolicies(message([]))).toBe(first);
    expect(evaluatePolicies(message(policies, { contentForm: 'text' }))).not.toBe(first);
    const opaque = evaluatePolicies(message(policies, { flags: ['work_limit_reached', 'opaque_payload'] }));
    expect(opaque.flags).toEqual(['opaque_payload', 'work_limit_reached']);
    expect(evaluatePolicies(message(policies, { flags: ['opaque_payload', 'work_limit_reached'] }))).toBe(opaque);
    expect(Object.isFrozen(first) && Object.isFrozen(first.flags) && Object.isFrozen(first.ruleIds)).toBe(true);
  });
});
