/**
 * Why a message is treated as it is, as data in the order of the chain: scope, size, surfaces, findings and the rules
 * that took them, outcome, work. Plain values that stay true after the next message; the bytes that were found are
 * kept apart, for whoever is allowed to show them. [C-CLI-2] [P9]
 */
import { globMatching } from '../policy/address-scope.js';
import type { Finding, Inspection, Judgement } from '../inspection.js';
import type { AddressScope } from '../policy/compiled-policy.js';
import type { Place } from '../../documents/problem.js';
import { pathAt } from '../surfaces/json-path.js';
import type { Segmentation, Surface } from '../surfaces/surface.js';
import type { Action, ContentForm, MessagePart, Risk } from '../vocabulary.js';
import type { CaseMessage } from './case-message.js';
import { findingsOf, type InspectingBench } from './policy-bench.js';

export interface ExplainedPolicy {
  readonly name: string;
  readonly covers: boolean;
  /** `scope.include *:*`, `scope.exclude support-lab:*`. */
  readonly why: string;
}

export interface ExplainedSurface {
  readonly part: MessagePart;
  readonly form: ContentForm;
  readonly encoding: Surface['encoding'];
  readonly bytes: number;
  readonly maskable: boolean;
}

export interface ExplainedRule {
  readonly policy: string;
  readonly rule: string;
  /** What it asks for, and what became of that: what cannot be masked is blocked. */
  readonly action: Action;
  readonly place: Place | null;
}

export interface ExplainedFinding {
  readonly source: string;
  readonly kind: string;
  readonly risk: Risk;
  readonly verified: boolean;
  readonly part: MessagePart;
  readonly encoding: Surface['encoding'];
  /** null outside of JSON. */
  readonly path: string | null;
  /** Bytes of the surface that were found. */
  readonly length: number;
  /** What was found, as it was looked at. */
  readonly content: Buffer;
  /** Empty where no rule cares. */
  readonly rules: readonly ExplainedRule[];
}

export interface Explanation {
  readonly address: CaseMessage['address'];
  readonly sender: string;
  readonly messageBytes: number;
  readonly payloadBytes: number;
  /** The server's own scope comes first; the policies in order. */
  readonly policies: readonly ExplainedPolicy[];
  /** Payload bytes that are looked at; null where no policy covers the message. */
  readonly inspectBytesMax: number | null;
  /** Empty where nothing was looked at. */
  readonly surfaces: readonly ExplainedSurface[];
  readonly findings: readonly ExplainedFinding[];
  /** Rules about the message as a whole. */
  readonly messageRules: readonly ExplainedRule[];
  readonly inspection: Inspection;
}

export function explainMessage(message: CaseMessage, bench: InspectingBench, atMs: number): Explanation {
  const { view, address, sender } = message;
  const inspection = bench.inspect(message, atMs);
  const trail = bench.trail(message, atMs);
  const covering = bench.covering(address.room, address.channel);
  const judgements = trail?.decision.judgements ?? [];
  const segmentation = trail?.segmentation ?? null;
  const limits = [bench.options.limits.inspectBytesMax, ...covering.map((one) => one.inspectBytesMax ?? Infinity)];
  return {
    address,
    sender: sender.subject,
    messageBytes: view.end - view.start,
    payloadBytes: view.payloadEnd - view.payloadStart,
    policies: explainScope(bench, address),
    inspectBytesMax: covering.length === 0 ? null : Math.min(...limits),
    surfaces: (segmentation?.surfaces ?? []).map(explainSurface),
    findings: findingsOf(trail, covering).map((finding) => explainFinding(finding, judgements, segmentation)),
    messageRules: judgements.filter(({ finding }) => finding === null).map(explainRule),
    inspection,
  };
}

function explainScope({ options }: InspectingBench, address: CaseMessage['address']): ExplainedPolicy[] {
  const { room, channel } = address;
  const own = options.scope.covers(room, channel)
    ? []
    : [{ name: 'the server', covers: false, why: whyScope(options.scope, room, channel) }];
  const policies = options.policies.map(({ name, scope }) => ({
    name,
    covers: own.length === 0 && scope.covers(room, channel),
    why: whyScope(scope, room, channel),
  }));
  return [...own, ...policies];
}

function whyScope(scope: AddressScope, room: string, channel: string): string {
  const excluding = globMatching(scope.exclude, room, channel);
  if (excluding !== null) return `scope.exclude ${excluding}`;
  const including = globMatching(scope.include, room, channel);
  return including === null ? 'no scope.include matches' : `scope.include ${including}`;
}

function explainSurface({ part, form, encoding, from, to, maskable }: Surface): ExplainedSurface {
  return { part, form, encoding, bytes: to - from, maskable };
}

function explainFinding(
  finding: Finding,
  judgements: readonly Judgement[],
  segmentation: Segmentation | null,
): ExplainedFinding {
  const { source, surface, start, end, verified } = finding;
  return {
    source: source.id,
    kind: source.kind,
    risk: source.risk,
    verified,
    part: surface.part,
    encoding: surface.encoding,
    path: pathOf(finding, segmentation),
    length: end - start,
    content: Buffer.from(surface.bytes.subarray(start, end)),
    rules: judgements.filter((judgement) => judgement.finding === finding).map(explainRule),
  };
}

/** Of the JSON document the finding lies in, whatever it was decoded from. */
function pathOf({ surface, start }: Finding, segmentation: Segmentation | null): string | null {
  const at = surface.sourceStart(start);
  const document = segmentation?.documents.find(({ from, to }) => at >= from && at < to);
  return document === undefined ? null : pathAt(document.bytes, document.from, document.to, at);
}

function explainRule({ rule, action }: Judgement): ExplainedRule {
  return { policy: rule.policy, rule: rule.id, action, place: rule.place };
}
