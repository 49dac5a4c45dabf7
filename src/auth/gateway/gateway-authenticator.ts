/**
 * Scheme `gateway`: a Shield that showed a verified client certificate of the list says who its client is, within the
 * tenants, subjects and grants the configuration gives it. From anyone else the assertion is worth nothing: not
 * loopback, not a trusted proxy, not a certificate of the right authority that is not in the list. [T-AUTH-4] [P7]
 */
import type { Clock } from '../../base/clock.js';
import { InvariantError } from '../../base/invariant.js';
import { err, ok, type Result } from '../../base/result.js';
import type { AuthFailure, Authenticator, AuthRequest } from '../authenticator.js';
import type { Principal } from '../principal.js';
import { readAssertedPrincipal } from './assertion.js';
import { findGatewayProblems, normalizeFingerprint, type Gateway } from './gateway.js';
import { coversGrantSet } from './grant-cover.js';
import { matchesName } from './name-pattern.js';

/** @param gateways without problems, see findGatewayProblems */
export function createGatewayAuthenticator(
  gateways: readonly Gateway[],
  { clock }: { readonly clock: Pick<Clock, 'nowMs'> },
): Authenticator {
  const [problem] = findGatewayProblems(gateways);
  if (problem !== undefined) throw new InvariantError(`gateways[${problem.index}]: ${problem.problem}`);
  const byFingerprint = new Map(
    gateways.flatMap((gateway) =>
      gateway.certificateSha256.map((text) => [normalizeFingerprint(text), gateway] as const),
    ),
  );
  const names = new Set(gateways.map(({ name }) => name));

  function decide(request: AuthRequest): Result<Principal, AuthFailure> {
    const { assertedPrincipal, peerCertificateSha256, credential } = request;
    if (assertedPrincipal === null) return err({ reason: 'missing' });
    // Before anything is parsed: only who may assert is listened to.
    const gateway = peerCertificateSha256 === null ? undefined : byFingerprint.get(peerCertificateSha256);
    if (gateway === undefined) return err({ reason: 'not_allowed' });
    if (credential !== null) return err({ reason: 'ambiguous' });
    const asserted = readAssertedPrincipal(assertedPrincipal, gateway.name, clock.nowMs());
    if (!asserted.ok) return asserted;
    return isWithin(gateway, asserted.value) ? ok(asserted.value) : err({ reason: 'not_allowed' });
  }

  return {
    scheme: 'gateway',
    authenticate: (request) => Promise.resolve(decide(request)),
    // The list changes only with a restart; what the gateway itself withdraws ends at expires_at.
    stillVouchesFor: ({ keyId }) => names.has(keyId),
  };
}

function isWithin({ tenants, subjects, grants }: Gateway, principal: Principal): boolean {
  return (
    tenants.some((pattern) => matchesName(pattern, principal.tenant)) &&
    (subjects === null || matchesName(subjects, principal.subject)) &&
    coversGrantSet(grants, principal.grants)
  );
}
