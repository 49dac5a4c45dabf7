/**
 * Runs a case in each of its wrappings: builds the message, has it inspected, compares. What inspects is handed in:
 * production's inspector over the policies under test.
 */
import { err, ok, type Result } from '../../base/result.js';
import type { Place, Problem } from '../../documents/problem.js';
import type { CompiledPolicy, CompiledRule } from '../policy/compiled-policy.js';
import type { Inspection } from '../inspection.js';
import type { PolicyCase } from './case-file.js';
import { caseMessage, deliveredPayload, type CaseMessage } from './case-message.js';
import { payloadBytes, type ReadPayloadFile } from './case-payload.js';
import { outcomeMismatches, payloadMismatches, type CaseOutcome, type Mismatch } from './compare-case.js';
import { GeneratedText, type ExpandSamples } from './generated-text.js';
import { unwrap, wrap, WRAPPED_CONTENT_TYPE, type Wrapping } from './wrapping.js';

/** One message looked at by the policies under test. */
export interface Examined {
  readonly inspection: Inspection;
  /** Rules that fired, of all policies; distinct. */
  readonly fired: readonly CompiledRule[];
  /** Ids of what was found. */
  readonly findingIds: readonly string[];
  /** Policies that cover the message's address. */
  readonly covering: readonly CompiledPolicy[];
  /** An error inside inspection; null where there was none. */
  readonly failure: unknown;
}

export interface PolicyBench {
  readonly policies: readonly CompiledPolicy[];
  /** @param atMs when exceptions are judged. */
  examine(message: CaseMessage, atMs: number): Examined;
  /** Which expected rule came nearest to firing and what kept it from it; null where nothing can be said. */
  nearest(message: CaseMessage, atMs: number, expectedRules: readonly string[]): NearestRule | null;
}

export interface NearestRule {
  readonly rule: string;
  readonly why: string;
  readonly place: Place | null;
}

export interface CaseResult {
  /** `masks e-mail`, or `masks e-mail [json-escaped]` for one of several wrappings. */
  readonly name: string;
  readonly place: Place;
  /** Empty where the case passed. */
  readonly mismatches: readonly Mismatch[];
  readonly nearest: NearestRule | null;
  readonly fired: readonly CompiledRule[];
  /** Rules this case came near to: they cover it, were meant to stay silent, and did. */
  readonly nearMissed: readonly CompiledRule[];
  readonly work: number;
  readonly durationMs: number;
}

export interface CaseRunner {
  readonly bench: PolicyBench;
  readonly expand: ExpandSamples;
  readonly readFile: ReadPayloadFile;
  /** A case that costs more work units fails; null for no bound. */
  readonly workMax: number | null;
  readonly monotonicMs: () => number;
}

/** The error is a case that cannot be sent at all: the author's mistake, not the policy's. */
export function runCase(one: PolicyCase, runner: CaseRunner): Result<readonly CaseResult[], Problem> {
  const generated = new GeneratedText(runner.expand, one.name);
  const unusable = (problem: string, hint = ''): Result<never, Problem> =>
    err({ code: 'CFG010', severity: 'error', problem, where: one.place, hint, next: [] });

  const content = payloadBytes(one.given.payload, generated, runner.readFile);
  if (!content.ok) return unusable(content.error);
  const expected =
    one.expect.payload === undefined ? ok(null) : payloadBytes(one.expect.payload, generated, runner.readFile);
  if (!expected.ok) return unusable(expected.error);

  const results: CaseResult[] = [];
  for (const wrapping of one.wrappings) {
    const payload = wrap(content.value, wrapping);
    if (!payload.ok) return unusable(payload.error);
    const message = caseMessage(one.given, payload.value, WRAPPED_CONTENT_TYPE[wrapping], generated);
    if (!message.ok) {
      const { message: why, field } = message.error;
      return unusable(`the bus refuses this message before it is inspected: ${why}`, field);
    }
    const sent = { content: content.value, expected: expected.value, message: message.value, wrapping };
    results.push(judge(one, sent, generated, runner));
  }
  return ok(results);
}

interface Sent {
  readonly content: Buffer;
  readonly expected: Buffer | null;
  readonly message: CaseMessage;
  readonly wrapping: Wrapping;
}

function judge(one: PolicyCase, sent: Sent, generated: GeneratedText, runner: CaseRunner): CaseResult {
  const { bench, monotonicMs } = runner;
  const startMs = monotonicMs();
  const examined = bench.examine(sent.message, one.atMs);
  const durationMs = monotonicMs() - startMs;
  const outcome = outcomeOf(examined);
  const mismatches = [
    ...failureMismatches(examined.failure),
    ...outcomeMismatches(one.expect, one.near, outcome),
    ...unknownNearMismatches(one.near, bench.policies),
    ...workMismatches(outcome.work, runner.workMax),
  ];
  if (outcome.decision === one.expect.decision) {
    const delivered = deliveredPayload(sent.message, examined.inspection.redacted);
    const sides = {
      sent: sent.content,
      expected: sent.expected,
      delivered: unwrap(delivered, sent.wrapping),
      wrapping: sent.wrapping,
      quotable: one.given.payload?.file === undefined,
    };
    mismatches.push(...payloadMismatches(one.expect, sides, generated));
  }
  const missed = mismatches.some(({ what }) => what === 'decision' || what === 'rules');
  return {
    name: one.wrappings.length > 1 ? `${one.name} [${sent.wrapping}]` : one.name,
    place: one.place,
    mismatches,
    nearest: missed ? bench.nearest(sent.message, one.atMs, one.expect.rules ?? []) : null,
    fired: examined.fired,
    nearMissed: nearMissedRules(one, examined, generated.nearMisses),
    work: outcome.work,
    durationMs,
  };
}

function outcomeOf({ inspection, fired, findingIds }: Examined): CaseOutcome {
  const { outcome: decision, reason, kind, risk, flags, ruleIds, work } = inspection;
  const qualifiedRuleIds = fired.map(qualifiedId);
  return { decision, reason, kind, risk, flags, ruleIds, qualifiedRuleIds, findingIds, work };
}

/** Only the kind of error: its text may quote the message. */
function failureMismatches(failure: unknown): Mismatch[] {
  if (failure === null) return [];
  const name = failure instanceof Error ? failure.name : 'an error';
  return [{ what: 'inspection', expected: 'to complete', got: `${name} inside: this is a bug of ours` }];
}

/** A misspelt name would make the case one that cannot fail. */
function unknownNearMismatches(near: readonly string[], policies: readonly CompiledPolicy[]): Mismatch[] {
  const rules = policies.flatMap((policy) => policy.rules);
  const unknown = near.filter((name) => !rules.some((rule) => rule.id === name || qualifiedId(rule) === name));
  return unknown.map((name) => ({ what: 'near', expected: `a rule ${name}`, got: 'no policy has one of this name' }));
}

function workMismatches(work: number, workMax: number | null): Mismatch[] {
  if (workMax === null || work <= workMax) return [];
  return [{ what: 'work', expected: `at most ${workMax} units`, got: `${work} units` }];
}

/**
 * A rule is nearly missed by a case that names it in `near`, or that holds a near miss of a detector the rule looks
 * at; its policy covers the message, and it did not fire.
 */
function nearMissedRules(
  one: PolicyCase,
  { covering, fired }: Examined,
  nearMisses: ReadonlySet<string>,
): readonly CompiledRule[] {
  if (one.near.length === 0 && nearMisses.size === 0) return [];
  const detectors = new Set([...nearMisses].map((name) => name.replaceAll('_', '-')));
  return covering
    .flatMap(({ rules }) => rules)
    .filter((rule) => {
      const isNamed = one.near.includes(rule.id) || one.near.includes(qualifiedId(rule));
      const looksAt = () => [...(rule.sources ?? [])].some(({ id }) => detectors.has(id));
      return !fired.includes(rule) && (isNamed || looksAt());
    });
}

export function qualifiedId({ policy, id }: CompiledRule): string {
  return `${policy}/${id}`;
}
