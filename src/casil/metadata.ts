/**
 * What clients may see of an inspection: the envelope's `casil` field, serialized once per distinct result. There are
 * few of those (outcomes, kinds and rules of the policies), so a busy bus encodes nothing. [C-META-1]
 */
import { wire } from '../protocol/codec.js';
import type { Inspection } from './inspection.js';
import type { Outcome, Risk } from './vocabulary.js';

/** Distinct results kept; past it a result is encoded each time. */
const CACHED_MAX = 4096;

const OUTCOME_NUMBERS: Readonly<Record<Outcome, wire.CasilOutcome>> = {
  allow: wire.CasilOutcome.CASIL_ALLOW,
  allow_with_redaction: wire.CasilOutcome.CASIL_ALLOW_WITH_REDACTION,
  block: wire.CasilOutcome.CASIL_BLOCK,
};

const RISK_NUMBERS: Readonly<Record<Risk, wire.CasilRisk>> = {
  low: wire.CasilRisk.CASIL_RISK_LOW,
  medium: wire.CasilRisk.CASIL_RISK_MEDIUM,
  high: wire.CasilRisk.CASIL_RISK_HIGH,
};

export type MetadataFields = Pick<Inspection, 'outcome' | 'kind' | 'risk' | 'flags' | 'ruleIds' | 'reason'>;

export class MetadataEncoder {
  readonly #encoded = new Map<string, Uint8Array>();

  /** Field 32 with its tag, to be appended to an envelope. Never changed by anyone: it is shared. */
  encode(fields: MetadataFields): Uint8Array {
    const key = keyOf(fields);
    const known = this.#encoded.get(key);
    if (known !== undefined) return known;
    // A copy of its own: what the encoder returns is a view that would keep a pool of 8 KB alive.
    const bytes = new Uint8Array(wire.Envelope.encode({ casil: metadataOf(fields) }).finish());
    if (this.#encoded.size < CACHED_MAX) this.#encoded.set(key, bytes);
    return bytes;
  }
}

function metadataOf({ outcome, kind, risk, flags, ruleIds, reason }: MetadataFields): wire.ICasilMetadata {
  return {
    outcome: OUTCOME_NUMBERS[outcome],
    kind,
    riskLevel: RISK_NUMBERS[risk],
    flags: [...flags],
    ruleIds: [...ruleIds],
    reasonCode: reason ?? '',
  };
}

/** Kinds and rule ids are identifiers, so a separator outside their alphabet keeps keys apart. */
function keyOf({ outcome, kind, risk, flags, ruleIds, reason }: MetadataFields): string {
  return `${outcome}/${kind}/${risk}/${flags.join(',')}/${ruleIds.join(',')}/${reason ?? ''}`;
}
