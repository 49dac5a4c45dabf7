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
import type { Outcome, Reason } from './vocabulary.js';

/** What enforcing does with a message. */
interface Verdict {
  readonly wouldBe: Outcome;
  readonly reason: Reason | null;
  readonly redacted: Buffer | null;
  /** What a block is about; empty where there is no one part. */
  readonly part: string;
}

export class Verdicts {
  readonly #options: Pick<InspectorOptions, 'mode' | 'defaultDecision' | 'metadata'>;
  readonly #encoder = new MetadataEncoder();

  constructor(options: Pick<InspectorOptions, 'mode' | 'defaultDecision' | 'metadata'>) {
    this.#options = options;
  }

  /** @param view the message the trail is about. */
  of(trail: Trail, view: EnvelopeView): Inspection {
    const { decision, contentForm, work } = trail;
    const verdict = this.#judge(trail, view);
    const { wouldBe } = verdict;
    const outcome = this.#options.mode === 'enforce' ? wouldBe : 'allow';
    const reason = outcome === wouldBe ? verdict.reason : 'CASIL_MONITOR_MODE';
    const redacted = outcome === 'allow_with_redaction' ? verdict.redacted : null;
    const { kind, risk, flags, ruleIds, observability } = decision;
    const metadata = this.#options.metadata
      ? this.#encoder.encode({ outcome, kind, risk, flags, ruleIds, reason })
      : null;
    const { part } = verdict;
    // Written out: spreading an object costs several microseconds here, more than all of the inspection.
    return {
      outcome,
      wouldBe,
      reason,
      kind,
      risk,
      flags,
      ruleIds,
      contentForm,
      redacted,
      metadata,
      observability,
      part,
      work,
    };
  }

  /** What enforcing does. Masking is tried in `monitor` too: whether it can be done is part of the forecast. */
  #judge(trail: Trail, view: EnvelopeView): Verdict {
    const { decision, refusedFor } = trail;
    if (refusedFor === 'oversize') return blocked('CASIL_POLICY_OVERSIZE', 'payload');
    if (refusedFor === 'work') return blocked('CASIL_POLICY_WORK_LIMIT', '');
    if (decision.action === 'block') return blocked(decision.reason, partOf(trail));
    if (decision.action === 'allow') return { wouldBe: 'allow', reason: decision.reason, redacted: null, part: '' };
    const { bytes, unmasked } = applyRedaction(view, findingsToMask(trail));
    const [first] = unmasked;
    // What could not be masked is in the copy still: such a message must not be forwarded. [C-RED-1]
    if (first !== undefined) return blocked('CASIL_POLICY_UNMASKABLE', first.surface.part);
    return { wouldBe: 'allow_with_redaction', reason: decision.reason, redacted: bytes, part: '' };
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

function blocked(reason: Reason | null, part: string): Verdict {
  return { wouldBe: 'block', reason, redacted: null, part };
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
function partOf({ decision }: Trail): string {
  return decision.judgements.find(({ action }) => action === 'block')?.finding?.surface.part ?? '';
}
