/** What a sender is told of a blocked message: why and in which part, never what was found. [C-CHAIN-4] */
import type { Inspection } from '../casil/inspection.js';
import { InvariantError } from '../base/invariant.js';
import type { Reason } from '../casil/vocabulary.js';
import { rejection, type ErrorName, type Rejection } from '../protocol/rejection.js';

/** Reasons that refuse, by the name of the error they become. */
const REFUSALS = {
  CASIL_POLICY_BLOCKED: 'CASIL_POLICY_BLOCKED',
  CASIL_POLICY_BLOCKED_SECRET: 'CASIL_POLICY_BLOCKED_SECRET',
  CASIL_POLICY_BLOCKED_PERSONAL_DATA: 'CASIL_POLICY_BLOCKED_PERSONAL_DATA',
  CASIL_POLICY_OVERSIZE: 'CASIL_POLICY_OVERSIZE',
  CASIL_POLICY_WORK_LIMIT: 'CASIL_POLICY_WORK_LIMIT',
  CASIL_POLICY_UNMASKABLE: 'CASIL_POLICY_UNMASKABLE',
  CASIL_INTERNAL_BLOCK: 'CASIL_INTERNAL_BLOCK',
} as const satisfies Partial<Record<Reason, ErrorName>>;

/** @param exposeMetadata whether senders see rule ids, kind and risk too. */
export function refuseBlocked(inspection: Inspection, exposeMetadata: boolean): Rejection {
  const { reason, part, metadata } = inspection;
  if (reason === null || !(reason in REFUSALS)) throw new InvariantError(`a block without a reason: ${reason}`);
  const refused = rejection(REFUSALS[reason as keyof typeof REFUSALS], part);
  return exposeMetadata && metadata !== null ? { ...refused, casil: metadata } : refused;
}
