/**
 * From what inspection learnt to what happens: exactly one outcome, the masked copy where there is one, and the
 * metadata. `monitor` says what would have happened and does nothing. [C-CHAIN-1, C-CHAIN-6] [P9]
 */
import type { EnvelopeView } from '../protocol/envelope-view.js';
import type { Trail } from './chain.js';
import type { Finding, Inspection } from './inspection.js';
import type { InspectorOptions } from './inspector-options.js';
import { MetadataEncoder } from './metadata.js';
import { NOT_INSPECTED } from './pass-through.js';
import { applyRedaction } from './redact/apply-redaction.js';
import type { Action, Outcome, Reason } from './vocabulary.js';

const OUTCOMES_OF_ACTIONS: Readonly<Record<Action, Outcome>> = {
  allow: 'allow',
  redact: 'allow_with_redaction',
  block: 'block',
};

export class Verdicts {
  readonly #options: Pick<InspectorOptions, 'mode' | 'defaultDecision' | 'metadata'>;
  readonly #encoder = new MetadataEncoder();

  constructor(options: Pick<InspectorOptions, 'mode' | 'defaultDecision' | 'metadata'>) {
    this.#options = options;
  }

  /** @param view the message the trail is about. */
  of(trail: Trail, view: EnvelopeView): Inspection {
    const { decision, contentForm, work } = trail;
    const refusal = refusalOf(trail);
    const wouldBe = refusal === null ? OUTCOMES_OF_ACTIONS[decision.action] : 'block';
    const enforced = this.#options.mode === 'enforce';
    const outcome = enforced ? wouldBe : 'allow';
    const reason = outcome === wouldBe ? (refusal ?? decision.reason) : 'CASIL_MONITOR_MODE';
    const { kind, risk, flags, ruleIds, observability } = decision;
    const masked = outcome === 'allow_with_redaction' ? applyRedaction(view, findingsToMask(trail)) : null;
    // What could not be masked is in the copy still: such a message must not be forwarded. [C-RED-1]
    const [unmasked] = masked?.unmasked ?? [];
    if (unmasked !== undefined) return this.#unmaskable(trail, unmasked.surface.part);
    const metadata = this.#options.metadata
      ? this.#encoder.encode({ outcome, kind, risk, flags, ruleIds, reason })
      : null;
    const part = wouldBe === 'block' ? partOf(trail) : '';
    return {
      outcome,
      wouldBe,
      reason,
      kind,
      risk,
      flags,
      ruleIds,
      contentForm,
      redacted: masked?.bytes ?? null,
      metadata,
      observability,
      part,
      work,
    };
  }

  #unmaskable({ decision, contentForm, work }: Trail, part: string): Inspection {
    const { kind, risk, flags, ruleIds, observability } = decision;
    const outcome: Outcome = 'block';
    const fields = { outcome, reason: 'CASIL_POLICY_UNMASKABLE', kind, risk, flags, ruleIds } as const;
    const metadata = this.#options.metadata ? this.#encoder.encode(fields) : null;
    return { ...fields, wouldBe: outcome, contentForm, redacted: null, metadata, observability, part, work };
  }

  /** Inspection itself failed. `monitor` promises to block nothing, so there it is always let through. */
  ofFailure(): Inspection {
    const { mode, defaultDecision, metadata } = this.#options;
    const wouldBe: Outcome = defaultDecision;
    const outcome: Outcome = mode === 'enforce' ? wouldBe : 'allow';
    const reason: Reason = outcome === 'block' ? 'CASIL_INTERNAL_BLOCK' : 'CASIL_INTERNAL_ALLOW';
    const fields = { ...NOT_INSPECTED, outcome, wouldBe, reason, observability: 'omit' } as const;
    return { ...fields, metadata: metadata ? this.#encoder.encode(fields) : null };
  }
}

function refusalOf({ refusedFor }: Trail): Reason | null {
  if (refusedFor === null) return null;
  return refusedFor === 'oversize' ? 'CASIL_POLICY_OVERSIZE' : 'CASIL_POLICY_WORK_LIMIT';
}

/** What the rules want masked; a finding may be judged by several policies. */
function findingsToMask({ decision }: Trail): Finding[] {
  const findings = new Set<Finding>();
  for (const { action, finding } of decision.judgements) {
    if (action === 'redact' && finding !== null) findings.add(finding);
  }
  return [...findings];
}

/** The part of the message the block is about: that of the first finding that blocked. */
function partOf({ decision, refusedFor }: Trail): string {
  if (refusedFor === 'oversize') return 'payload';
  return decision.judgements.find(({ action }) => action === 'block')?.finding?.surface.part ?? '';
}
