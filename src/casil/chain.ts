/**
 * One message under one set of policies: what was looked at, what was found and what the policies make of it. Pure:
 * the same message, policies and time give the same trail. What is done about it is the next file's (verdicts.ts).
 */
import type { EvaluationInput } from './decide/evaluation-input.js';
import { evaluatePolicies } from './decide/evaluate-policies.js';
import type { DetectionPlan } from './detection-plan.js';
import type { FindingSource } from './engine/detector.js';
import { WorkBudget } from './engine/work-budget.js';
import { FindingList } from './finding-list.js';
import type { EnvelopeView } from '../protocol/envelope-view.js';
import type { Decision, Finding } from './inspection.js';
import type { InspectorOptions } from './inspector-options.js';
import type { CompiledPolicy, OversizeBehavior } from './policy/compiled-policy.js';
import type { Segmentation, Segmenter, SurfaceLimits } from './surfaces/surface.js';
import type { ContentForm, Flag } from './vocabulary.js';

/** Surfaces of one message: leaves of a Protobuf payload, headers, decoded forms. */
const SURFACES_MAX = 1024;

/** What exceptions and scopes of rules go by. */
export type JudgedFacts = Pick<EvaluationInput, 'room' | 'channel' | 'subject'>;

/** Everything inspection learnt about a message. Valid until the chain's next message. */
export interface Trail {
  readonly contentForm: ContentForm;
  /** null where the message was too large to be looked at. */
  readonly segmentation: Segmentation | null;
  readonly findings: readonly Finding[];
  readonly decision: Decision;
  /** Refused for its size or cost, whatever was found. */
  readonly refusedFor: 'oversize' | 'work' | null;
  readonly work: number;
}

const NOTHING_FOUND: readonly Finding[] = Object.freeze([]);
const NO_FLAGS: readonly Flag[] = Object.freeze([]);

export interface ChainParts {
  /** Those that cover the channels of this chain. */
  readonly policies: readonly CompiledPolicy[];
  /** Of all policies: what those of this chain do not look for, no rule of theirs takes. */
  readonly plan: DetectionPlan;
  readonly segmenter: Segmenter;
  readonly options: InspectorOptions;
}

export class Chain {
  readonly policies: readonly CompiledPolicy[];
  readonly #options: InspectorOptions;
  readonly #segmenter: Segmenter;
  readonly #work = new WorkBudget();
  /** null where these policies look for nothing. */
  readonly #plan: DetectionPlan | null;
  readonly #found: FindingList;
  readonly #surfaceLimits: SurfaceLimits;
  readonly #oversize: OversizeBehavior;

  constructor({ policies, plan, segmenter, options }: ChainParts) {
    const { limits } = options;
    this.policies = policies;
    this.#options = options;
    this.#segmenter = segmenter;
    this.#plan = policies.some(looksForSomething) ? plan : null;
    this.#found = new FindingList(limits.findingsMax, new Set(policies.flatMap(sourcesOf)));
    this.#surfaceLimits = {
      inspectBytesMax: Math.min(
        limits.inspectBytesMax,
        ...policies.map((policy) => policy.inspectBytesMax ?? Infinity),
      ),
      decodeBytesMax: limits.decodeBytesMax,
      surfacesMax: SURFACES_MAX,
    };
    this.#oversize = strictest([limits.oversize, ...policies.map((policy) => policy.oversize ?? 'allow')]);
  }

  run(view: EnvelopeView, facts: JudgedFacts): Trail {
    this.#work.reset(this.#options.limits.workMax);
    const oversize = this.#isOversize(view);
    if (oversize && this.#oversize !== 'inspect_prefix') return this.#leaveUnseen(facts);

    const segmentation = this.#segmenter.segment(view, this.#surfaceLimits, this.#work);
    const complete = this.#plan === null || this.#plan.detect(segmentation, this.#work, this.#found);
    const findings = this.#found.take();
    const outOfWork = !complete || this.#work.exhausted;
    const flags = flagsOf({ oversize, segmentation, outOfWork });
    const decision = this.#decide(findings, flags, segmentation.payloadForm, facts);
    const refusedFor = outOfWork && this.#options.limits.workLimit === 'block' ? 'work' : null;
    return {
      contentForm: segmentation.payloadForm,
      segmentation,
      findings,
      decision,
      refusedFor,
      work: this.#work.spent,
    };
  }

  #isOversize(view: EnvelopeView): boolean {
    const payloadBytes = view.payloadEnd - view.payloadStart;
    const otherBytes = view.end - view.start - payloadBytes;
    return Math.max(payloadBytes, otherBytes) > this.#surfaceLimits.inspectBytesMax;
  }

  /** What is too large to be looked at is judged by its size alone. */
  #leaveUnseen(facts: JudgedFacts): Trail {
    const decision = this.#decide(NOTHING_FOUND, ['oversize_payload'], 'opaque', facts);
    const refusedFor = this.#oversize === 'block' ? 'oversize' : null;
    return { contentForm: 'opaque', segmentation: null, findings: NOTHING_FOUND, decision, refusedFor, work: 0 };
  }

  #decide(findings: readonly Finding[], flags: readonly Flag[], contentForm: ContentForm, facts: JudgedFacts) {
    const { policies } = this;
    const { room, channel, subject } = facts;
    const nowMs = this.#options.nowMs();
    return evaluatePolicies({ policies, room, channel, subject, findings, flags, contentForm, nowMs });
  }
}

function looksForSomething(policy: CompiledPolicy): boolean {
  return sourcesOf(policy).length > 0;
}

function sourcesOf({ detectors, patterns, fields }: CompiledPolicy): readonly FindingSource[] {
  return [...detectors, ...patterns, ...fields];
}

function strictest(behaviors: readonly OversizeBehavior[]): OversizeBehavior {
  return behaviors.find((one) => one === 'block') ?? behaviors.find((one) => one === 'inspect_prefix') ?? 'allow';
}

function flagsOf(seen: {
  readonly oversize: boolean;
  readonly segmentation: Segmentation;
  readonly outOfWork: boolean;
}): readonly Flag[] {
  const { oversize, segmentation, outOfWork } = seen;
  const opaque = segmentation.payloadForm === 'opaque';
  if (!oversize && !opaque && !segmentation.truncated && !outOfWork) return NO_FLAGS;
  const flags: Flag[] = [];
  if (oversize) flags.push('oversize_payload');
  if (opaque) flags.push('opaque_payload');
  if (oversize || segmentation.truncated) flags.push('inspection_truncated');
  if (outOfWork) flags.push('work_limit_reached');
  return flags;
}
