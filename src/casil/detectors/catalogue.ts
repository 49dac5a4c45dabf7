/**
 * Every detector there is, in one list, and the names policies call them by: an id, or a group. A detector is found by
 * nothing else: to add one, write its file and put it here.
 */
import type { Detector, DetectorGroup } from '../engine/detector.js';
import { authorizationHeader } from './generic/authorization-header.js';
import { jwt } from './generic/jwt.js';
import { privateKey } from './generic/private-key.js';
import { secretAssignment } from './generic/secret-assignment.js';
import { urlCredentials } from './generic/url-credentials.js';
import { email } from './personal-data/email.js';
import { iban } from './personal-data/iban.js';
import { ipAddress } from './personal-data/ip-address.js';
import { paymentCard } from './personal-data/payment-card.js';
import { phone } from './personal-data/phone.js';
import { usSsn } from './personal-data/us-ssn.js';
import { TOKEN_DETECTORS } from './token-catalogue.js';

export const DETECTORS: readonly Detector[] = [
  ...TOKEN_DETECTORS,
  privateKey,
  jwt,
  urlCredentials,
  authorizationHeader,
  secretAssignment,
  email,
  paymentCard,
  iban,
  usSsn,
  phone,
  ipAddress,
];

/** Names that stand for several detectors. */
export const DETECTOR_GROUPS: readonly (DetectorGroup | 'all')[] = ['secrets', 'personal-data', 'all'];

export interface NamedDetectors {
  /** Each once, in the order of the catalogue. */
  readonly detectors: readonly Detector[];
  /** Names that are neither an id nor a group, in the order they were given. */
  readonly unknown: readonly string[];
}

export function detectorsNamed(names: readonly string[]): NamedDetectors {
  const isNamed = (detector: Detector, name: string) =>
    name === 'all' || name === detector.id || name === detector.group;
  return {
    detectors: DETECTORS.filter((detector) => names.some((name) => isNamed(detector, name))),
    unknown: names.filter((name) => !DETECTORS.some((detector) => isNamed(detector, name))),
  };
}
