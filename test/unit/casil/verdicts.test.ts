/** From what was learnt about a message to what happens to it. */
import { describe, expect, it } from 'vitest';
import type { Trail } from '../../../src/casil/chain.js';
import type { Decision, Finding } from '../../../src/casil/inspection.js';
import type { CompiledRule } from '../../../src/casil/policy/compiled-policy.js';
import { Verdicts } from '../../../src/casil/verdicts.js';
import type { Action } from '../../../src/casil/vocabulary.js';
import { compiledPolicy, HOUSE_POLICY } from '../../support/casil/inspecting-bus.js';
import { createSegmenter } from '../../../src/casil/surfaces/create-segmenter.js';
import { WorkBudget } from '../../../src/casil/engine/work-budget.js';
import { wire } from '../../../src/protocol/codec.js';
import { scanEnvelope } from '../../../src/protocol/envelope-scanner.js';
import { EnvelopeView } from '../../../src/protocol/envelope-view.js';

const OPTIONS = { mode: 'enforce', defaultDecision: 'block', metadata: false } as const;

function viewOf(payload: string): EnvelopeView {
  const fields = { version: 1, type: 1, id: 'm1', room: 'r', channel: 'c', payload: Buffer.from(payload) };
  const bytes = Buffer.from(wire.Envelope.encode(fields).finish());
  const view = new EnvelopeView();
  if (scanEnvelope(bytes, 0, bytes.length, { payloadBytesMax: 65_536 }, view) !== null) throw new Error('bad envelope');
  return view;
}

/** A trail in which one rule took bytes start..end of the payload. */
function trailOf(view: EnvelopeView, action: Action, start: number, end: number): Trail {
  const work = new WorkBudget();
  work.reset(1_000_000);
  const limits = { inspectBytesMax: 65_536, decodeBytesMax: 65_536, surfacesMax: 64 };
  const segmentation = createSegmenter().segment(view, limits, work);
  const surface = segmentation.surfaces.find(({ part }) => part === 'payload');
  const [rule] = compiledPolicy(HOUSE_POLICY).rules;
  if (surface === undefined || rule === undefined) throw new Error('nothing to judge');
  const source = { id: 'email', kind: 'personal_data', risk: 'medium' } as const;
  const finding: Finding = { source, surface, start: surface.from + start, end: surface.from + end, verified: false };
  const decision = decisionOf(action, finding, rule);
  return { contentForm: 'json', segmentation, findings: [finding], decision, refusedFor: null, work: 1 };
}

function decisionOf(action: Action, finding: Finding, rule: CompiledRule): Decision {
  const reason = action === 'redact' ? 'CASIL_POLICY_REDACTED' : 'CASIL_POLICY_TAGGED';
  const said = { kind: 'personal_data', risk: 'medium', flags: [], ruleIds: ['mask-email'] } as const;
  return { action, reason, ...said, observability: 'as_message', judgements: [{ finding, rule, action }] };
}

describe('a verdict [C-CHAIN-1]', () => {
  const view = viewOf('{"a":"b"}');

  it('masks what a rule wants masked', () => {
    const inspection = new Verdicts(OPTIONS).of(trailOf(view, 'redact', 6, 7), view);
    expect(inspection).toMatchObject({ outcome: 'allow_with_redaction', wouldBe: 'allow_with_redaction' });
    expect(inspection.redacted?.includes('{"a":"*"}')).toBe(true);
  });

  it('forwards nothing in which something stayed unmasked [C-RED-1] [P9]', () => {
    // What was found is a brace: masked, it would be no JSON any more.
    const trail = trailOf(view, 'redact', 0, 1);
    const inspection = new Verdicts(OPTIONS).of(trail, view);
    expect(inspection).toMatchObject({ outcome: 'block', reason: 'CASIL_POLICY_UNMASKABLE', redacted: null });
    expect(inspection.part).toBe('payload');
  });

  it('does nothing in monitor, and says what it would have done [C-CHAIN-6]', () => {
    const inspection = new Verdicts({ ...OPTIONS, mode: 'monitor' }).of(trailOf(view, 'redact', 6, 7), view);
    expect(inspection).toMatchObject({ outcome: 'allow', wouldBe: 'allow_with_redaction', redacted: null });
    expect(inspection.reason).toBe('CASIL_MONITOR_MODE');
  });

  it.each([
    ['oversize', 'CASIL_POLICY_OVERSIZE', 'payload'],
    ['work', 'CASIL_POLICY_WORK_LIMIT', ''],
  ] as const)('refuses for %s whatever the rules say', (refusedFor, reason, part) => {
    const trail: Trail = { ...trailOf(view, 'allow', 6, 7), refusedFor };
    expect(new Verdicts(OPTIONS).of(trail, view)).toMatchObject({ outcome: 'block', reason, part });
  });

  it('of a failure follows default_decision, and lets operators see nothing [C-CHAIN-5] [C-RED-2]', () => {
    const failed = (decision: 'allow' | 'block') => new Verdicts({ ...OPTIONS, defaultDecision: decision }).ofFailure();
    expect(failed('block')).toMatchObject({ outcome: 'block', reason: 'CASIL_INTERNAL_BLOCK', observability: 'omit' });
    expect(failed('allow')).toMatchObject({ outcome: 'allow', reason: 'CASIL_INTERNAL_ALLOW', observability: 'omit' });
  });
});
