/** Stands in for the inspector: finds a word, and masks, blocks or tags by rules that are given as data. */
import { compileFakeScope, type FakeScope } from './fake-scope.js';
import type { CaseMessage } from '../../../../src/casil/testing/case-message.js';
import type { Examined, NearestRule, PolicyBench } from '../../../../src/casil/testing/run-case.js';
import type { Inspection } from '../../../../src/casil/inspection.js';
import { NOT_INSPECTED } from '../../../../src/casil/pass-through.js';
import type { CompiledPolicy, CompiledRule } from '../../../../src/casil/policy/compiled-policy.js';
import type { Action } from '../../../../src/casil/vocabulary.js';

export interface FakeRule {
  readonly id: string;
  readonly word: string;
  readonly action: Action;
}

export function fakeRule(id: string, policy = 'p', sourceId = id): CompiledRule {
  return {
    id,
    policy,
    action: 'block',
    observability: 'as_message',
    sources: new Set([{ id: sourceId, kind: 'secret', risk: 'high' as const }]),
    minRisk: 'low',
    parts: null,
    flags: null,
    content: null,
    scope: null,
    kind: null,
    risk: null,
    place: null,
  };
}

export function fakePolicy(rules: readonly CompiledRule[], name = 'p', scope: FakeScope = {}): CompiledPolicy {
  return {
    name,
    origin: `${name}.yaml`,
    scope: compileFakeScope(scope),
    detectors: [],
    patterns: [],
    fields: [],
    rules,
    exceptions: [],
    inspectBytesMax: null,
    oversize: null,
  };
}

export interface FakeBench extends PolicyBench {
  readonly seen: { readonly message: CaseMessage; readonly atMs: number }[];
}

export function fakeBench(
  words: readonly FakeRule[],
  options: { readonly nearest?: NearestRule; readonly work?: number; readonly failure?: unknown } = {},
): FakeBench {
  const rules = words.map(({ id }) => fakeRule(id));
  const policies = [fakePolicy(rules)];
  const seen: FakeBench['seen'] = [];

  const hitsOf = ({ view }: CaseMessage) => words.filter(({ word }) => view.bytes.includes(word));

  function inspect(message: CaseMessage, atMs: number): Inspection {
    seen.push({ message, atMs });
    const { bytes } = message.view;
    const hits = hitsOf(message);
    const actions = hits.map(({ action }) => action);
    const outcome = actions.includes('block') ? 'block' : actions.includes('redact') ? 'allow_with_redaction' : 'allow';
    let redacted: Buffer | null = null;
    if (outcome === 'allow_with_redaction') {
      let text = bytes.toString('latin1');
      for (const { word } of hits) text = text.replaceAll(word, '*'.repeat(word.length));
      redacted = Buffer.from(text, 'latin1');
    }
    return {
      ...NOT_INSPECTED,
      outcome,
      wouldBe: outcome,
      ruleIds: hits.map(({ id }) => id),
      redacted,
      work: options.work ?? bytes.length,
      reason: outcome === 'block' ? 'CASIL_POLICY_BLOCKED' : null,
      kind: 'secret',
    };
  }

  function examine(message: CaseMessage): Examined {
    const ids = hitsOf(message).map(({ id }) => id);
    return {
      fired: rules.filter(({ id }) => ids.includes(id)),
      findingIds: ids,
      covering: policies,
      failure: options.failure ?? null,
    };
  }
  return { policies, inspect, examine, nearest: () => options.nearest ?? null, seen };
}
