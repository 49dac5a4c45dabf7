/** What inspection said, as operators read it beside a message: `~ redact  mask-email`. Signs, so colour is not needed. */
import { safeText } from '../../base/safe-text.js';
import type { Inspection, InspectionOutcome } from '../../client/exports.js';

/** The words of `--outcome` and of records. */
const DECISIONS: Readonly<Record<InspectionOutcome, 'allow' | 'redact' | 'block'>> = {
  allow: 'allow',
  allow_with_redaction: 'redact',
  block: 'block',
};

const SIGNS = { allow: '+', redact: '~', block: 'x' } as const;

const RULES_CHARS_MAX = 300;

export function inspectionWords({ outcome, ruleIds }: Inspection): string {
  const decision = DECISIONS[outcome];
  const rules = ruleIds.length === 0 ? '' : ` ${safeText(ruleIds.join(', '), RULES_CHARS_MAX)}`;
  return `${SIGNS[decision]} ${decision}${rules}`;
}

/** The `casil` member of a record. */
export function inspectionRecord(inspection: Inspection) {
  const { outcome, ruleIds, reasonCode, kind, risk, flags } = inspection;
  return { decision: DECISIONS[outcome], rules: ruleIds, reason: reasonCode, kind, risk, flags };
}
