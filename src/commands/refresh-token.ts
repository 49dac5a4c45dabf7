/**
 * A new credential for an open session, so that an expiring one does not cost the connection. It must speak for the
 * same subject of the same tenant: a session never changes who it is. What it does not grant any more ends. [P6]
 */
import type { AuthFailure } from '../auth/authenticator.js';
import type { Principal } from '../auth/principal.js';
import { InvariantError } from '../base/invariant.js';
import { err, type Result } from '../base/result.js';
import { rejection } from '../protocol/rejection.js';
import { defineCommand, type CommandContext, type CommandSession } from './command.js';
import { viewGrants } from './grants-view.js';
import { identify } from './identity.js';
import { endWhatWasLost } from './lost-grants.js';

/** A bound, not a format: longer than what any scheme here issues. Characters. */
const TOKEN_CHARS_MAX = 8192;

/** One at a time per session: answers of an authenticator may overtake each other, and the newest must stay. */
const refreshing = new WeakSet<CommandSession>();

export const refreshToken = defineCommand({
  field: 'refreshToken',
  summary: 'Replace the credential of the session.',
  run(context, { token }) {
    const { reply, ports, session } = context;
    if (!token || token.length > TOKEN_CHARS_MAX) {
      return reply.reject(rejection('INVALID_ARGUMENT', 'command.refresh_token.token'));
    }
    if (refreshing.has(session)) return reply.reject(rejection('RATE_LIMITED'));
    refreshing.add(session);
    authenticate(context, token)
      .then((answer) => settle(context, answer))
      .catch((error: unknown) => {
        const cause = error instanceof Error ? error : new InvariantError(String(error));
        ports.telemetry.emit({ type: 'internal.error', where: 'command refresh_token', error: cause });
        reply.reject(rejection('INTERNAL'));
      })
      .finally(() => refreshing.delete(session));
  },
});

/** An authenticator that hangs is one that cannot be had now; what it says later is dropped. [T-AUTH-6] */
function authenticate({ session, ports }: CommandContext, credential: string): Promise<Result<Principal, AuthFailure>> {
  const { authenticator, clock, limits } = ports;
  return new Promise((resolve, reject) => {
    const timer = clock.setTimer(limits.refreshTimeoutMs, () => resolve(err({ reason: 'unavailable' })));
    authenticator
      .authenticate({
        credential,
        remoteAddress: session.remoteAddress,
        peerCertificateSha256: null,
        assertedPrincipal: null,
      })
      .then(resolve, reject)
      .finally(() => timer.cancel());
  });
}

function settle({ session, ports, reply }: CommandContext, answer: Result<Principal, AuthFailure>): void {
  const { remoteAddress, clientId, principal: current, authorizer: previous } = session;
  const { tenant } = current;
  if (!answer.ok) {
    ports.telemetry.emit({ type: 'auth.failed', remoteAddress, reason: answer.error.reason, tenant, clientId });
    return reply.reject(rejection('UNAUTHENTICATED'));
  }
  const renewed = answer.value;
  if (renewed.tenant !== current.tenant || renewed.subject !== current.subject) {
    ports.telemetry.emit({ type: 'auth.failed', remoteAddress, reason: 'not_allowed', tenant, clientId });
    return reply.reject(rejection('PERMISSION_DENIED', 'command.refresh_token.token'));
  }
  if (renewed.expiresAtMs <= ports.clock.nowMs()) {
    ports.telemetry.emit({ type: 'auth.failed', remoteAddress, reason: 'expired', tenant, clientId });
    return reply.reject(rejection('UNAUTHENTICATED'));
  }
  session.replacePrincipal(renewed);
  endWhatWasLost(session, previous, ports);
  ports.telemetry.emit({ type: 'auth.accepted', ...identify(session), how: 'refresh' });
  reply.result({ refreshToken: { expiresAtMs: expiry(renewed), grants: viewGrants(renewed.grants) } });
}

/** 0 on the wire where the credential never expires. */
function expiry({ expiresAtMs }: Principal): number {
  return Number.isFinite(expiresAtMs) ? expiresAtMs : 0;
}
