/** What content inspection said of a message, in plain words. There only where the operator exposes it. */
import type { CasilMetadata } from '../protocol/generated/compact-schema.js';

export type InspectionOutcome = 'allow' | 'allow_with_redaction' | 'block';
export type InspectionRisk = 'low' | 'medium' | 'high';

export interface Inspection {
  readonly outcome: InspectionOutcome;
  /** Of the most serious finding, else what the payload is made of. */
  readonly kind: string;
  readonly risk: InspectionRisk;
  readonly flags: readonly string[];
  /** Rules of the operator's policies that matched. */
  readonly ruleIds: readonly string[];
  /** A stable code; empty where no rule matched. */
  readonly reasonCode: string;
}

const OUTCOMES: readonly InspectionOutcome[] = ['allow', 'allow', 'allow_with_redaction', 'block'];
const RISKS: readonly InspectionRisk[] = ['low', 'low', 'medium', 'high'];

export function toInspection(casil: CasilMetadata): Inspection {
  const { kind, flags, ruleIds, reasonCode } = casil;
  // A newer server's words mean at least as much as the strongest we know.
  return {
    outcome: OUTCOMES[casil.outcome] ?? 'block',
    kind,
    risk: RISKS[casil.riskLevel] ?? 'high',
    flags,
    ruleIds,
    reasonCode,
  };
}
