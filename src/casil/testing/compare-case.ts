/** What a case expected against what inspection did. Each difference is told with both sides, never with a secret. */
import type { Expected } from './case-schema.js';
import type { GeneratedText } from './generated-text.js';
import { jsonDifferences } from './json-difference.js';
import { utf8Text, type Wrapping } from './wrapping.js';
import type { Flag, Outcome, Reason, Risk } from '../vocabulary.js';

export interface Mismatch {
  /** `decision`, `rules`, `payload`, `payload $.email`, `near`, `work`. */
  readonly what: string;
  readonly expected: string;
  readonly got: string;
}

/** What inspection did with the case's message. */
export interface CaseOutcome {
  readonly decision: Outcome;
  readonly reason: Reason | null;
  readonly kind: string;
  readonly risk: Risk;
  readonly flags: readonly Flag[];
  readonly ruleIds: readonly string[];
  /** `policy/rule` of the same rules. */
  readonly qualifiedRuleIds: readonly string[];
  /** Ids of what was found: detectors, patterns, fields. */
  readonly findingIds: readonly string[];
  readonly work: number;
}

/** What was sent, what was expected and what is delivered, all without their wrapping. */
export interface PayloadSides {
  readonly sent: Buffer;
  /** null where the case says nothing about it. */
  readonly expected: Buffer | null;
  /** null where what is delivered is no longer wrapped as it was sent. */
  readonly delivered: Buffer | null;
  readonly wrapping: Wrapping;
  /** Whether a report may quote it: what the author wrote into the case, not what a file holds. */
  readonly quotable: boolean;
}

const SHOWN_CHARS_MAX = 200;
const DIFFERENCES_SHOWN = 5;
const NOTHING = '(nothing)';
const NOT_SHOWN = '(not shown)';

export function outcomeMismatches(expect: Expected, near: readonly string[], got: CaseOutcome): Mismatch[] {
  const mismatches: Mismatch[] = [];
  const rulesDiffer = expect.rules !== undefined && !namesSameRules(expect.rules, got);
  if (expect.decision !== got.decision || rulesDiffer) {
    mismatches.push({
      what: expect.decision === got.decision ? 'rules' : 'decision',
      expected: withRules(expect.decision, expect.rules, ''),
      got: withRules(got.decision, got.ruleIds, 'no rule matched'),
    });
  }
  compareText('reason', expect.reason, got.reason ?? NOTHING, mismatches);
  compareText('kind', expect.kind, got.kind, mismatches);
  compareText('risk', expect.risk, got.risk, mismatches);
  compareSet('flags', expect.flags, got.flags, mismatches);
  compareSet('findings', expect.findings, got.findingIds, mismatches);
  const fired = near.filter((rule) => got.ruleIds.includes(rule) || got.qualifiedRuleIds.includes(rule));
  if (fired.length > 0) {
    mismatches.push({ what: 'near', expected: `not ${fired.join(', ')}`, got: got.ruleIds.join(', ') });
  }
  return mismatches;
}

export function payloadMismatches(expect: Expected, sides: PayloadSides, generated: GeneratedText): Mismatch[] {
  const { sent, expected, delivered, wrapping, quotable } = sides;
  if (expected === null && expect.masked === undefined) return [];
  if (delivered === null) {
    return [{ what: 'payload', expected: `content wrapped as ${wrapping}`, got: 'content that cannot be unwrapped' }];
  }
  // Inside JSON a character may have been written as several, and its mask is as long as what was written.
  const isStretched = wrapping === 'json' || wrapping === 'json-escaped';
  const mismatches: Mismatch[] = [];
  if (expect.masked !== undefined) mismatches.push(...maskedMismatches(expect.masked, sent, delivered));
  if (expected !== null) {
    const sideOf = (bytes: Buffer) => (isStretched ? collapseMasks(bytes) : bytes);
    const shown = (text: string) => (quotable ? shortened(generated.conceal(text)) : NOT_SHOWN);
    mismatches.push(...contentMismatches(formOf(expect), sideOf(expected), sideOf(delivered), shown));
  }
  return mismatches;
}

type Form = 'json' | 'text' | 'bytes';

function formOf({ payload }: Expected): Form {
  if (payload?.text !== undefined) return 'text';
  return payload !== undefined && Object.hasOwn(payload, 'json') ? 'json' : 'bytes';
}

function contentMismatches(form: Form, expected: Buffer, got: Buffer, shown: (text: string) => string): Mismatch[] {
  if (form === 'json') {
    const [left, right] = [parsedJson(expected), parsedJson(got)];
    if (right === undefined)
      return [{ what: 'payload', expected: 'JSON', got: `${got.length} bytes that are no JSON` }];
    return jsonDifferences(left, right)
      .slice(0, DIFFERENCES_SHOWN)
      .map(({ path, left: wanted, right: found }) => ({
        what: `payload ${path}`,
        expected: wanted === undefined ? NOTHING : shown(JSON.stringify(wanted)),
        got: found === undefined ? NOTHING : shown(JSON.stringify(found)),
      }));
  }
  if (expected.equals(got)) return [];
  const [left, right] = [utf8Text(expected), utf8Text(got)];
  if (form === 'text' && left !== null && right !== null) {
    return [{ what: 'payload', expected: shown(left), got: shown(right) }];
  }
  const at = firstDifference(expected, got);
  return [
    { what: 'payload', expected: `${expected.length} bytes`, got: `${got.length} bytes, other from byte ${at} on` },
  ];
}

function maskedMismatches(masked: readonly string[], sent: Buffer, delivered: Buffer): Mismatch[] {
  const paths = jsonDifferences(parsedJson(sent), parsedJson(delivered)).map(({ path }) => path);
  const mismatches: Mismatch[] = [];
  compareSet('masked', masked, paths, mismatches);
  return mismatches;
}

/** Rules are told by id, or by policy and id where several policies have a rule of that id. */
function namesSameRules(expected: readonly string[], { ruleIds, qualifiedRuleIds }: CaseOutcome): boolean {
  const known = expected.every((rule) => ruleIds.includes(rule) || qualifiedRuleIds.includes(rule));
  const named = (qualified: string) => expected.includes(qualified) || expected.includes(bareId(qualified));
  return known && qualifiedRuleIds.every(named);
}

function bareId(qualified: string): string {
  return qualified.slice(qualified.indexOf('/') + 1);
}

function withRules(decision: Outcome, rules: readonly string[] | undefined, none: string): string {
  const names = rules === undefined ? '' : rules.length === 0 ? none || 'no rule' : rules.join(', ');
  return names === '' ? decision : `${decision} (${names})`;
}

function compareText(what: string, expected: string | undefined, got: string, mismatches: Mismatch[]): void {
  if (expected !== undefined && expected !== got) mismatches.push({ what, expected, got });
}

function compareSet(
  what: string,
  expected: readonly string[] | undefined,
  got: readonly string[],
  mismatches: Mismatch[],
): void {
  if (expected === undefined) return;
  const shown = (names: readonly string[]) => [...new Set(names)].sort().join(', ') || NOTHING;
  if (shown(expected) !== shown(got)) mismatches.push({ what, expected: shown(expected), got: shown(got) });
}

function collapseMasks(bytes: Buffer): Buffer {
  const text = utf8Text(bytes);
  return text === null ? bytes : Buffer.from(text.replace(/\*+/g, '*'));
}

function parsedJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function shortened(text: string): string {
  return text.length > SHOWN_CHARS_MAX ? `${text.slice(0, SHOWN_CHARS_MAX - 1)}…` : text;
}

function firstDifference(left: Buffer, right: Buffer): number {
  let at = 0;
  while (at < left.length && at < right.length && left[at] === right[at]) at += 1;
  return at;
}
