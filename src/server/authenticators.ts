/** The authenticators a configuration asks for, as one. */
import { createApiKeyAuthenticator } from '../auth/api-key/api-key-authenticator.js';
import type { Authenticator } from '../auth/authenticator.js';
import { combineAuthenticators } from '../auth/combine-authenticators.js';
import { createGatewayAuthenticator } from '../auth/gateway/gateway-authenticator.js';
import { createJwtAuthenticator } from '../auth/jwt/jwt-authenticator.js';
import type { JwksOptions, JwtIssuerOptions } from '../auth/jwt/options.js';
import { createDevAuthenticator, createNoAuthenticator } from '../auth/no-auth.js';
import type { Clock } from '../base/clock.js';
import type { Config } from '../config/schema.js';
import type { Problem } from '../documents/problem.js';
import type { Telemetry } from '../telemetry/events.js';
import type { Credentials } from './credentials.js';

export interface RunningAuthenticator {
  readonly authenticator: Authenticator;
  /** Looks at no file any more. */
  stop(): void;
}

/** A file of credentials changed, for the worse, between the moment it was judged and the start. */
export class CredentialError extends Error {
  override readonly name = 'CredentialError';

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ problem }) => problem).join('; '));
  }
}

type Issuer = Config['auth']['jwt']['issuers'][number];

/** @throws CredentialError */
export function createAuthenticator(
  { auth }: Pick<Config, 'auth'>,
  dev: { readonly token: string } | null,
  credentials: Credentials,
  ports: { readonly clock: Clock; readonly telemetry: Telemetry },
): RunningAuthenticator {
  const nothing = () => {};
  if (dev !== null) return { authenticator: createDevAuthenticator({ token: dev.token }), stop: nothing };
  if (auth.mode === 'none') return { authenticator: createNoAuthenticator(), stop: nothing };

  const { clock, telemetry } = ports;
  const schemes: Authenticator[] = [];
  let stop = nothing;
  if (auth.jwt.issuers.length > 0) schemes.push(createJwt(auth.jwt, credentials, ports));
  if (auth.gateways.length > 0) schemes.push(createGateways(auth.gateways, clock));
  if (auth.api_keys.file !== undefined) {
    const apiKeys = createApiKeyAuthenticator({ file: auth.api_keys.file, clock, telemetry });
    if (!apiKeys.ok) throw new CredentialError(apiKeys.error);
    schemes.push(apiKeys.value);
    stop = () => apiKeys.value.stop();
  }
  return { authenticator: combineAuthenticators(schemes), stop };
}

function createJwt(
  jwt: Config['auth']['jwt'],
  { issuerKeys }: Credentials,
  { clock, telemetry }: { readonly clock: Clock; readonly telemetry: Telemetry },
): Authenticator {
  return createJwtAuthenticator({
    issuers: jwt.issuers.map((row, index): JwtIssuerOptions => {
      const { issuer, audience, tenant = null, claims } = row;
      const { client_type: clientType, ...names } = claims;
      const keys = issuerKeys[index] ?? [];
      return { issuer, audience, tenant, keys, jwks: jwksOf(row), claims: { ...names, clientType } };
    }),
    clockToleranceMs: jwt.clock_tolerance,
    lifetimeMsMax: jwt.lifetime_max,
    tokenBytesMax: jwt.token_bytes_max,
    verifiedTokensMax: jwt.verified_tokens_max,
    clock,
    onKeySet: (issuer, problem) =>
      telemetry.emit(
        problem === null
          ? { type: 'credentials.reloaded', source: 'jwks' }
          : { type: 'credentials.reload_failed', source: 'jwks', problem: `key set of ${issuer}: ${problem}` },
      ),
  });
}

function jwksOf({ jwks_file: file, jwks_url: url, jwks_stale_max: staleMaxMs, ...row }: Issuer): JwksOptions | null {
  if (file !== undefined) return { file, staleMaxMs };
  if (url === undefined) return null;
  return { url, cacheMs: row.jwks_cache, cooldownMs: row.jwks_cooldown, staleMaxMs };
}

function createGateways(gateways: Config['auth']['gateways'], clock: Clock): Authenticator {
  return createGatewayAuthenticator(
    gateways.map(({ name, certificate_sha256: certificateSha256, tenants, subjects = null, grants }) => {
      return { name, certificateSha256, tenants, subjects, grants };
    }),
    { clock },
  );
}
