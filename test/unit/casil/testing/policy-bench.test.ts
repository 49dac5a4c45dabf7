import { describe, expect, it } from 'vitest';
import { compileAddressScope } from '../../../../src/casil/policy/address-scope.js';
import type { CompiledPolicy } from '../../../../src/casil/policy/compiled-policy.js';
import { loadPolicyText } from '../../../../src/casil/policy/load-policy-text.js';
import { BUILT_IN_PARTS } from '../../../../src/casil/policy/built-in-parts.js';
import { scanMessage, type CaseMessage } from '../../../../src/casil/testing/case-message.js';
import { explainMessage } from '../../../../src/casil/testing/explanation.js';
import { createPolicyBench } from '../../../../src/casil/testing/policy-bench.js';

const LIMITS = {
  inspectBytesMax: 65_536,
  oversize: 'block',
  workMax: 4_000_000,
  workLimit: 'block',
  findingsMax: 1000,
  decodeBytesMax: 131_072,
} as const;

function policy(text: string): CompiledPolicy {
  const loaded = loadPolicyText(`version: 1\n${text}`, 'p.yaml', { nowMs: 0, parts: BUILT_IN_PARTS });
  if (!loaded.ok) throw new Error(loaded.error.map(({ problem }) => problem).join('; '));
  return loaded.value.policy;
}

function message(payload: string, room = 'desk', subject = 'bot-7'): CaseMessage {
  const fields = { version: 1, type: 1, id: 'i', room, channel: 'c', payload: Buffer.from(payload) };
  const scanned = scanMessage(fields, { tenant: 't', sender: { clientId: 'x', subject } });
  if (!scanned.ok) throw new Error(scanned.error.message);
  return scanned.value;
}

const bench = (policies: readonly CompiledPolicy[], options: { exclude?: string[]; inspectBytesMax?: number } = {}) =>
  createPolicyBench({
    policies,
    scope: compileAddressScope(['*:*'], options.exclude ?? []),
    limits: { ...LIMITS, inspectBytesMax: options.inspectBytesMax ?? LIMITS.inspectBytesMax },
  });

const MAIL = `name: mail
scope: {include: ["desk:*"]}
detectors: [email]
rules: [{id: hide, when: {detectors: [email]}, action: redact}]
exceptions: [{rule: hide, scope: "*:*", senders: ["bot-*"], expires: 2026-06-01, reason: a test}]
`;
const BEFORE = Date.UTC(2026, 0, 1);
const AFTER = Date.UTC(2026, 6, 1);

describe('the bench [C-CLI-1]', () => {
  it('inspects as production does in enforce, and judges exceptions as of the moment it is given', () => {
    const desk = bench([policy(MAIL)]);
    const mail = message('ada@example.com');
    expect(desk.inspect(mail, BEFORE).outcome).toBe('allow');
    expect(desk.inspect(mail, AFTER).outcome).toBe('allow_with_redaction');
    expect(desk.examine(mail, AFTER)).toMatchObject({ fired: [{ id: 'hide' }], findingIds: ['email'], failure: null });
    expect(desk.nearest(mail, BEFORE, { rules: ['hide'] })).toMatchObject({
      rule: 'hide',
      why: expect.stringContaining('excepted until 2026-06-01') as string,
    });
  });

  it('tells findings of the covering policies only, and what scope kept a rule from', () => {
    const desk = bench([
      policy(MAIL),
      policy('name: all\ndetectors: [us-ssn]\nrules: [{id: ssn, when: {detectors: [us-ssn]}, action: block}]\n'),
    ]);
    const elsewhere = message('ada@example.com', 'hall');
    expect(desk.examine(elsewhere, AFTER)).toMatchObject({ fired: [], findingIds: [], covering: [{ name: 'all' }] });
    expect(desk.nearest(elsewhere, AFTER, { rules: ['mail/hide'] })?.why).toContain('scope.include of policy mail');
    expect(desk.nearest(elsewhere, AFTER, { rules: ['nobody'] })).toBeNull();
  });

  it('does not pass over an error inside inspection', () => {
    const broken = policy(MAIL.replace(/exceptions.*\n/, ''));
    const throwing = {
      ...broken,
      rules: broken.rules.map((rule) => ({
        ...rule,
        get sources(): never {
          throw new TypeError('inside');
        },
      })),
    };
    const examined = bench([throwing]).examine(message('ada@example.com'), AFTER);
    expect(examined).toMatchObject({ fired: [], failure: expect.any(TypeError) as TypeError });
    expect(bench([throwing]).inspect(message('ada@example.com'), AFTER)).toMatchObject({
      outcome: 'block',
      reason: 'CASIL_INTERNAL_BLOCK',
    });
  });
});

describe('an explanation [C-CLI-2]', () => {
  it('says that the server excludes the address, whatever the policies say', () => {
    const { policies, inspectBytesMax, inspection } = explainMessage(
      message('x'),
      bench([policy(MAIL)], { exclude: ['desk:*'] }),
      AFTER,
    );
    expect(policies).toEqual([
      { name: 'the server', covers: false, why: 'scope.exclude desk:*' },
      { name: 'mail', covers: false, why: 'scope.include desk:*' },
    ]);
    expect([inspectBytesMax, inspection.outcome]).toEqual([null, 'allow']);
  });

  it('tells size, and sees nothing of what is too large: at the bound and one past it', () => {
    const small = bench([policy(MAIL)], { inspectBytesMax: 30 });
    expect(explainMessage(message('ada@example.com'.padEnd(30)), small, AFTER)).toMatchObject({
      inspectBytesMax: 30,
      findings: [{ source: 'email' }],
    });
    expect(explainMessage(message('ada@example.com'.padEnd(31)), small, AFTER)).toMatchObject({
      payloadBytes: 31,
      surfaces: [],
      findings: [],
      inspection: { outcome: 'block', reason: 'CASIL_POLICY_OVERSIZE' },
    });
  });

  it('keeps its values when the bench goes on to the next message', () => {
    const desk = bench([policy(MAIL)]);
    const first = explainMessage(message('to ada@example.com'), desk, AFTER);
    const copy = JSON.stringify([first.findings, first.surfaces]);
    explainMessage(message('nothing here at all, and it is longer'), desk, AFTER);
    expect(JSON.stringify([first.findings, first.surfaces])).toBe(copy);
    expect(first.findings[0]?.content.toString()).toBe('ada@example.com');
  });

  it('names rules about the message as a whole', () => {
    const always = policy('name: all\nrules: [{id: tag, when: {always: true}, action: allow, observability: omit}]\n');
    expect(explainMessage(message('x'), bench([always]), AFTER)).toMatchObject({
      messageRules: [{ policy: 'all', rule: 'tag', action: 'allow' }],
      inspection: { observability: 'omit' },
    });
  });
});
