/**
 * Policies on a bench: production's inspector in `enforce`, and beside it the same chain opened up, for what the
 * outcome alone does not say. An inspection that fails blocks, so that no test passes for it. [C-CLI-1]
 */
import { Chain, type Trail } from '../chain.js';
import { nearestRule } from '../decide/explain-miss.js';
import { DetectionPlan } from '../detection-plan.js';
import type { FindingSource } from '../engine/detector.js';
import type { Finding, Inspection } from '../inspection.js';
import { createInspector } from '../inspector.js';
import type { InspectorLimits, InspectorOptions } from '../inspector-options.js';
import type { AddressScope, CompiledPolicy } from '../policy/compiled-policy.js';
import { createSegmenter } from '../surfaces/create-segmenter.js';
import type { CaseMessage } from './case-message.js';
import type { PolicyBench } from './run-case.js';

export interface BenchOptions {
  readonly policies: readonly CompiledPolicy[];
  /** Of the server. */
  readonly scope: AddressScope;
  readonly limits: InspectorLimits;
}

export interface InspectingBench extends PolicyBench {
  readonly options: BenchOptions;
  /** Policies that cover the address, in order. */
  covering(room: string, channel: string): readonly CompiledPolicy[];
  /** What the covering policies saw; null where none covers the message. Valid until the bench's next message. */
  trail(message: CaseMessage, atMs: number): Trail | null;
}

export function createPolicyBench(options: BenchOptions): InspectingBench {
  const { policies, scope, limits } = options;
  let nowMs = 0;
  let failure: unknown = null;
  const inspectorOptions: InspectorOptions = {
    policies,
    scope,
    limits,
    mode: 'enforce',
    defaultDecision: 'block',
    metadata: false,
    nowMs: () => nowMs,
    listener: { inspected: () => undefined, failed: (error) => (failure = error) },
  };
  const inspector = createInspector(inspectorOptions);
  const plan = new DetectionPlan(policies);
  const segmenter = createSegmenter();
  const chains = new Map<string, Chain>();

  function chainOf(covering: readonly CompiledPolicy[]): Chain {
    const key = covering.map((policy) => policies.indexOf(policy)).join(',');
    let chain = chains.get(key);
    if (chain === undefined) {
      chain = new Chain({ policies: covering, plan, segmenter, options: inspectorOptions });
      chains.set(key, chain);
    }
    return chain;
  }

  function factsOf({ address, sender }: CaseMessage) {
    return { room: address.room, channel: address.channel, subject: sender.subject };
  }

  function covering(room: string, channel: string): readonly CompiledPolicy[] {
    return scope.covers(room, channel) ? policies.filter((policy) => policy.scope.covers(room, channel)) : [];
  }

  function trail(message: CaseMessage, atMs: number): Trail | null {
    nowMs = atMs;
    const { room, channel } = message.address;
    const applying = covering(room, channel);
    return applying.length === 0 ? null : chainOf(applying).run(message.view, factsOf(message));
  }

  function inspect(message: CaseMessage, atMs: number): Inspection {
    nowMs = atMs;
    failure = null;
    return inspector.inspectFor(message.address)(message.view, message.sender);
  }

  return {
    options,
    policies,
    covering,
    trail,
    inspect,
    examine(message, atMs) {
      const { room, channel } = message.address;
      inspect(message, atMs);
      // What failed once fails again when opened up; there is nothing more to see.
      if (failure !== null) return { fired: [], findingIds: [], covering: covering(room, channel), failure };
      const seen = trail(message, atMs);
      return {
        fired: [...new Set(seen?.decision.judgements.map(({ rule }) => rule) ?? [])],
        findingIds: [...new Set(findingsOf(seen, covering(room, channel)).map(({ source }) => source.id))],
        covering: covering(room, channel),
        failure,
      };
    },
    nearest(message, atMs, expected) {
      nowMs = atMs;
      // With every policy, whatever it covers: what an expected rule would have found is worth telling.
      const { findings, decision, contentForm } = chainOf(policies).run(message.view, factsOf(message));
      const input = { policies, findings, flags: decision.flags, contentForm, nowMs: atMs, ...factsOf(message) };
      const miss = nearestRule(input, expected);
      return miss === null ? null : { rule: miss.rule.id, why: miss.why, place: miss.place };
    },
  };
}

/** What the covering policies look for: the chain looks for everything that any policy does. */
export function findingsOf(trail: Trail | null, covering: readonly CompiledPolicy[]): readonly Finding[] {
  const sources = new Set<FindingSource>(
    covering.flatMap(({ detectors, patterns, fields }) => [...detectors, ...patterns, ...fields]),
  );
  return trail?.findings.filter(({ source }) => sources.has(source)) ?? [];
}
