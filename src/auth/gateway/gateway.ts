/** A gateway as the configuration describes it, and what can be wrong with the description. [T-AUTH-4] */
import { findMalformedGrants } from '../authorize.js';
import type { GrantSet } from '../principal.js';
import { isNamePattern } from './name-pattern.js';

/** A Shield in front of the bus that authenticates clients by its own means and says who they are. */
export interface Gateway {
  readonly name: string;
  /** SHA-256 of the client certificates it may show; two while one is being exchanged. Colons are allowed. */
  readonly certificateSha256: readonly string[];
  /** Tenants it speaks for: names, `prefix*` or `*`. */
  readonly tenants: readonly string[];
  /** The most it can hand on. */
  readonly grants: GrantSet;
  /** Subjects it speaks for: a name, `prefix*` or `*`; everyone of its tenants if null. */
  readonly subjects: string | null;
}

export interface GatewayProblem {
  /** Of the gateway in the list. */
  readonly index: number;
  readonly key: 'name' | 'certificate_sha256' | 'tenants' | 'grants' | 'subjects';
  /** One sentence without a full stop. */
  readonly problem: string;
}

/** 64 lower-case hex digits; null if the text is no SHA-256 fingerprint. */
export function normalizeFingerprint(text: string): string | null {
  if (!/^[0-9A-Fa-f]{64}$|^(?:[0-9A-Fa-f]{2}:){31}[0-9A-Fa-f]{2}$/.test(text)) return null;
  return text.replaceAll(':', '').toLowerCase();
}

/** Everything that stands in the way of createGatewayAuthenticator. */
export function findGatewayProblems(gateways: readonly Gateway[]): readonly GatewayProblem[] {
  const problems: GatewayProblem[] = [];
  const names = new Set<string>();
  const owners = new Map<string, string>();
  for (const [index, { name, certificateSha256, tenants, grants, subjects }] of gateways.entries()) {
    const report = (key: GatewayProblem['key'], problem: string) => problems.push({ index, key, problem });
    if (names.has(name)) report('name', `two gateways are called ${name}`);
    names.add(name);
    if (certificateSha256.length === 0) report('certificate_sha256', `gateway ${name} has no certificate`);
    for (const text of certificateSha256) {
      const fingerprint = normalizeFingerprint(text);
      const owner = fingerprint === null ? undefined : owners.get(fingerprint);
      if (fingerprint === null) report('certificate_sha256', `${JSON.stringify(text)} is no SHA-256 fingerprint`);
      else if (owner !== undefined)
        report('certificate_sha256', `this certificate is that of gateway ${owner} already`);
      else owners.set(fingerprint, name);
    }
    if (tenants.length === 0) report('tenants', `gateway ${name} speaks for no tenant`);
    for (const text of tenants) {
      if (!isNamePattern(text)) report('tenants', `${JSON.stringify(text)} is no tenant, prefix* or *`);
    }
    for (const text of findMalformedGrants(grants)) {
      report('grants', `${JSON.stringify(text)} is no grant such as room:channel, room:* or *`);
    }
    if (subjects !== null && !isNamePattern(subjects)) {
      report('subjects', `${JSON.stringify(subjects)} is no subject, prefix* or *`);
    }
  }
  return problems;
}
