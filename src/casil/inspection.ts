/**
 * What the pipeline, the command line and Shield middleware see of CASIL: a function from a scanned envelope to one
 * outcome. Pure but for its counters; never throws, never waits. [C-CHAIN-1]
 */
import type { EnvelopeView } from '../protocol/envelope-view.js';
import type { FindingSource } from './engine/detector.js';
import type { CompiledRule } from './policy/compiled-policy.js';
import type { Surface } from './surfaces/surface.js';
import type { Action, ContentForm, Flag, Outcome, Reason, Risk } from './vocabulary.js';

/** Who wrote the message: for exceptions and repeated violations, never for content. */
export interface SenderFacts {
  readonly clientId: string;
  readonly subject: string;
}

export interface Finding {
  readonly source: FindingSource;
  readonly surface: Surface;
  /** In the surface's bytes. */
  readonly start: number;
  readonly end: number;
  readonly verified: boolean;
}

/** A finding and the rule that took it, per policy. */
export interface Judgement {
  readonly finding: Finding | null;
  readonly rule: CompiledRule;
  readonly action: Action;
}

export interface Decision {
  readonly action: Action;
  readonly reason: Reason | null;
  readonly kind: string;
  readonly risk: Risk;
  readonly flags: readonly Flag[];
  /** Distinct, in the order of the policies. */
  readonly ruleIds: readonly string[];
  readonly observability: 'as_message' | 'omit';
  readonly judgements: readonly Judgement[];
}

export interface Inspection {
  /** What happens to the message. In `monitor` always `allow`. */
  readonly outcome: Outcome;
  /** What enforcing would do; differs from `outcome` in `monitor` only. */
  readonly wouldBe: Outcome;
  /** null where nothing was found. */
  readonly reason: Reason | null;
  /** Of the most serious finding, else the form of the content. */
  readonly kind: string;
  readonly risk: Risk;
  readonly flags: readonly Flag[];
  readonly ruleIds: readonly string[];
  readonly contentForm: ContentForm;
  /** The envelope to forward and store instead of the client's, of the same length; null where it is unchanged. */
  readonly redacted: Buffer | null;
  /** Serialized field `casil` (32), tag included; null where nothing was inspected. */
  readonly metadata: Uint8Array | null;
  /** What operators may see of the payload: the message form, or nothing. */
  readonly observability: 'as_message' | 'omit';
  /** Names the part a block is about, for the sender's error: `payload`, `headers`; empty where there is none. */
  readonly part: string;
  /** Deterministic units of work. */
  readonly work: number;
}

export type Inspect = (view: EnvelopeView, sender: SenderFacts) => Inspection;

export interface Inspector {
  /** The function for this channel; the pass-through where no policy covers it. Keep it: asking costs a lookup. */
  inspectFor(address: { readonly tenant: string; readonly room: string; readonly channel: string }): Inspect;
}

/**
 * What a report may say about a message besides its inspection: names and sizes, never content. Valid during the call:
 * the next message of the channel takes its place.
 */
export interface InspectionFacts {
  readonly tenant: string;
  /** Empty where the message has no address (a hello, a command). */
  readonly room: string;
  readonly channel: string;
  /** The protocol's MessageType. */
  readonly messageType: number;
  readonly messageId: string;
  readonly sender: SenderFacts;
  /** Bytes of the client's envelope. */
  readonly bytes: number;
}

/** Hears of every inspection. Must neither throw nor wait. */
export interface InspectionListener {
  inspected(inspection: Inspection, facts: InspectionFacts): void;
  /** A bug or a broken policy; `inspection` is what `default_decision` made of it. Called instead of `inspected`. */
  failed(error: unknown, inspection: Inspection, facts: InspectionFacts): void;
}
