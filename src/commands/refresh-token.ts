/**
 * A new credential for an open session, so that an expiring one does not cost the connection. It must speak for the
 * same subject of the same tenant: a session never changes who it is. [P6]
 */
import type { Principal } from '../auth/principal.js';
import { InvariantError } from '../base/invariant.js';
import { rejection } from '../protocol/rejection.js';
import { defineCommand, type CommandContext } from './command.js';
import { viewGrants } from './grants-view.js';

/** A bound, not a format: longer than what any scheme here issues. Characters. */
const TOKEN_CHARS_MAX = 8192;

export const refreshToken = defineCommand({
  field: 'refreshToken',
  summary: 'Replace the credential of the session.',
  run(context, { token }) {
    const { reply, ports } = context;
    if (!token || token.length > TOKEN_CHARS_MAX) {
      return reply.reject(rejection('INVALID_ARGUMENT', 'command.refresh_token.token'));
    }
    authenticate(context, token).catch((error: unknown) => {
      const cause = error instanceof Error ? error : new InvariantError(String(error));
      ports.telemetry.emit({ type: 'internal.error', where: 'command refresh_token', error: cause });
      reply.reject(rejection('INTERNAL'));
    });
  },
});

async function authenticate({ session, ports, reply }: CommandContext, credential: string): Promise<void> {
  const { remoteAddress, principal: current, clientId } = session;
  const answer = await ports.authenticator.authenticate({
    credential,
    remoteAddress,
    peerCertificateSha256: null,
    assertedPrincipal: null,
  });
  if (!answer.ok) {
    ports.telemetry.emit({ type: 'auth.failed', remoteAddress, reason: answer.error.reason });
    return reply.reject(rejection('UNAUTHENTICATED'));
  }
  const renewed = answer.value;
  if (renewed.tenant !== current.tenant || renewed.subject !== current.subject) {
    ports.telemetry.emit({ type: 'auth.failed', remoteAddress, reason: 'not_allowed' });
    return reply.reject(rejection('PERMISSION_DENIED', 'command.refresh_token.token'));
  }
  session.replacePrincipal(renewed);
  ports.telemetry.emit({ type: 'auth.accepted', clientId, tenant: renewed.tenant, subject: renewed.subject });
  reply.result({ refreshToken: { expiresAtMs: expiry(renewed), grants: viewGrants(renewed.grants) } });
}

/** 0 on the wire where the credential never expires. */
function expiry({ expiresAtMs }: Principal): number {
  return Number.isFinite(expiresAtMs) ? expiresAtMs : 0;
}
