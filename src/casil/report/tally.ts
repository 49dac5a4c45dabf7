/**
 * Exact counts of what inspection did, whatever becomes of events about it. Counting a message in which nothing was
 * found is a handful of additions in place; reading costs a copy. [C-TEL-1]
 */
import type { Inspection } from '../inspection.js';
import { CONTENT_FORMS, FLAGS, KIND_PERSONAL_DATA, KIND_SECRET, OUTCOMES, REASONS, RISKS } from '../vocabulary.js';
import { BoundedCounts } from './bounded-counts.js';

/** Kinds with a count of their own: the built-in ones and those that policies name. */
export const KINDS_MAX = 64;

export interface TallyOptions {
  /** Rules with a count of their own. */
  readonly ruleIdsMax: number;
  /** Rules of the policies; those within the bound are shown from the start. */
  readonly ruleIds: readonly string[];
}

export interface TallySnapshot {
  readonly inspected: number;
  readonly outcomes: ReadonlyMap<string, number>;
  readonly wouldBe: ReadonlyMap<string, number>;
  readonly kinds: ReadonlyMap<string, number>;
  readonly risks: ReadonlyMap<string, number>;
  readonly flags: ReadonlyMap<string, number>;
  readonly rules: ReadonlyMap<string, number>;
  readonly reasons: ReadonlyMap<string, number>;
  readonly internalErrors: ReadonlyMap<string, number>;
  readonly inspectedBytes: number;
  readonly workUnits: number;
}

export interface Tally {
  /** @param bytes of the whole message */
  count(inspection: Inspection, bytes: number): void;
  /** A message whose inspection failed is counted as well; this is about the failure. */
  countInternalError(action: 'allow' | 'block'): void;
  snapshot(): TallySnapshot;
}

export function createTally({ ruleIdsMax, ruleIds }: TallyOptions): Tally {
  const outcomes = new BoundedCounts(OUTCOMES.length, OUTCOMES);
  const wouldBe = new BoundedCounts(OUTCOMES.length, OUTCOMES);
  const kinds = new BoundedCounts(KINDS_MAX, [...CONTENT_FORMS, KIND_SECRET, KIND_PERSONAL_DATA]);
  const risks = new BoundedCounts(RISKS.length, RISKS);
  const flags = new BoundedCounts(FLAGS.length, FLAGS);
  const rules = new BoundedCounts(ruleIdsMax, ruleIds);
  const reasons = new BoundedCounts(REASONS.length, REASONS);
  const internalErrors = new BoundedCounts(2, ['allow', 'block']);
  let inspected = 0;
  let inspectedBytes = 0;
  let workUnits = 0;

  return {
    count(inspection, bytes) {
      inspected += 1;
      inspectedBytes += bytes;
      workUnits += inspection.work;
      outcomes.add(inspection.outcome);
      wouldBe.add(inspection.wouldBe);
      kinds.add(inspection.kind);
      risks.add(inspection.risk);
      for (const flag of inspection.flags) flags.add(flag);
      for (const ruleId of inspection.ruleIds) rules.add(ruleId);
      if (inspection.reason !== null) reasons.add(inspection.reason);
    },
    countInternalError(action) {
      internalErrors.add(action);
    },
    snapshot: () => ({
      inspected,
      outcomes: outcomes.snapshot(),
      wouldBe: wouldBe.snapshot(),
      kinds: kinds.snapshot(),
      risks: risks.snapshot(),
      flags: flags.snapshot(),
      rules: rules.snapshot(),
      reasons: reasons.snapshot(),
      internalErrors: internalErrors.snapshot(),
      inspectedBytes,
      workUnits,
    }),
  };
}
