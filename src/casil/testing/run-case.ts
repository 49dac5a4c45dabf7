/**
 * Runs a case in each of its wrappings: has its messages inspected and compares. What inspects is handed in:
 * production's inspector over the policies under test.
 */
import { ok, type Result } from '../../base/result.js';
import type { Place, Problem } from '../../documents/problem.js';
import type { ExpectedRules } from '../decide/explain-miss.js';
import type { CompiledPolicy, CompiledRule } from '../policy/compiled-policy.js';
import type { Inspection } from '../inspection.js';
import { nameOfError, placeOfError } from '../report/error-place.js';
import { sampleName } from '../samples/samples.js';
import type { PolicyCase } from './case-file.js';
import { deliveredPayload, type CaseMessage } from './case-message.js';
import { outcomeMismatches, payloadMismatches, type CaseOutcome, type Mismatch } from './compare-case.js';
import type { GeneratedText } from './generated-text.js';
import { unwrap, type Wrapping } from './wrapping.js';
import { writeCase, type CaseMaterials, type WrittenMessage } from './write-case.js';

/** What the policies under test made of a message, besides the outcome. */
export interface Examined {
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
  /** What production would do. @param atMs when exceptions are judged. */
  inspect(message: CaseMessage, atMs: number): Inspection;
  examine(message: CaseMessage, atMs: number): Examined;
  /** Which of the expected rules came nearest to firing and what kept it from it; null where none is to be named. */
  nearest(message: CaseMessage, atMs: number, expected: ExpectedRules): NearestRule | null;
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

export interface CaseRunner extends CaseMaterials {
  readonly bench: PolicyBench;
  /** A case that costs more work units fails; null for no bound. */
  readonly workMax: number | null;
  /** Whether a result of this name is wanted; the others are not run. */
  readonly wants: (name: string) => boolean;
  readonly monotonicMs: () => number;
}

const TIMED_TURNS = 3;

/** The error is a case that cannot be sent at all: the author's mistake, not the policy's. */
export function runCase(one: PolicyCase, runner: CaseRunner): Result<readonly CaseResult[], Problem> {
  const written = writeCase(one, runner);
  if (!written.ok) return written;
  const { sent, generated } = written.value;
  const wanted = sent.filter(({ wrapping }) => runner.wants(resultName(one, wrapping)));
  return ok(wanted.map((each) => judge(one, each, generated, runner)));
}

function judge(one: PolicyCase, sent: WrittenMessage, generated: GeneratedText, runner: CaseRunner): CaseResult {
  const { bench } = runner;
  const { inspection, durationMs } = timed(one, sent, runner);
  const examined = bench.examine(sent.message, one.atMs);
  const outcome = outcomeOf(inspection, examined);
  const mismatches = [
    ...failureMismatches(examined.failure),
    ...outcomeMismatches(one.expect, one.near, outcome),
    ...unknownNearMismatches(one.near, bench.policies),
    ...workMismatches(outcome.work, runner.workMax),
  ];
  if (outcome.decision === one.expect.decision) {
    const delivered = deliveredPayload(sent.message, inspection.redacted);
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
    name: resultName(one, sent.wrapping),
    place: one.place,
    mismatches,
    nearest: missed ? bench.nearest(sent.message, one.atMs, expectedRules(one)) : null,
    fired: examined.fired,
    nearMissed: nearMissedRules(one, bench.policies, examined, generated.nearMisses),
    work: outcome.work,
    durationMs,
  };
}

function resultName({ name, wrappings }: PolicyCase, wrapping: Wrapping): string {
  return wrappings.length > 1 ? `${name} [${wrapping}]` : name;
}

/** The best of a few: the first inspection also pays for what is made once. */
function timed(one: PolicyCase, { message }: WrittenMessage, { bench, monotonicMs }: CaseRunner) {
  let durationMs = Infinity;
  for (let turn = 1; ; turn += 1) {
    const startMs = monotonicMs();
    const inspection = bench.inspect(message, one.atMs);
    durationMs = Math.min(durationMs, monotonicMs() - startMs);
    if (turn === TIMED_TURNS) return { inspection, durationMs };
  }
}

const ACTION_OF = { allow: 'allow', allow_with_redaction: 'redact', block: 'block' } as const;

function expectedRules({ expect }: PolicyCase): ExpectedRules {
  return { rules: expect.rules ?? [], action: ACTION_OF[expect.decision] };
}

function outcomeOf(inspection: Inspection, { fired, findingIds }: Examined): CaseOutcome {
  const { outcome: decision, reason, kind, risk, flags, ruleIds, work } = inspection;
  const qualifiedRuleIds = fired.map(qualifiedId);
  return { decision, reason, kind, risk, flags, ruleIds, qualifiedRuleIds, findingIds, work };
}

/** Only the kind of error and its place: its text may quote the message. */
function failureMismatches(failure: unknown): Mismatch[] {
  if (failure === null) return [];
  const got = `${nameOfError(failure)} at ${placeOfError(failure)}: this is a bug of ours`;
  return [{ what: 'inspection', expected: 'to complete', got }];
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
 * at; its policy covers the message, and it did not fire. A rule about every message is only missed by an address
 * outside its policy's scope, so there naming it is enough.
 */
function nearMissedRules(
  one: PolicyCase,
  policies: readonly CompiledPolicy[],
  { covering, fired }: Examined,
  nearMisses: ReadonlySet<string>,
): readonly CompiledRule[] {
  if (one.near.length === 0 && nearMisses.size === 0) return [];
  const others = policies.filter((policy) => !covering.includes(policy));
  const missable = [
    ...covering.flatMap(({ rules }) => rules),
    ...others.flatMap(({ rules }) => rules.filter(isAboutEveryMessage)),
  ];
  return missable.filter((rule) => {
    const isNamed = one.near.includes(rule.id) || one.near.includes(qualifiedId(rule));
    const looksAt = () => [...(rule.sources ?? [])].some(({ id }) => nearMisses.has(sampleName(id)));
    return !fired.includes(rule) && (isNamed || looksAt());
  });
}

function isAboutEveryMessage({ sources, flags, content }: CompiledRule): boolean {
  return sources === null && flags === null && content === null;
}

export function qualifiedId({ policy, id }: CompiledRule): string {
  return `${policy}/${id}`;
}
