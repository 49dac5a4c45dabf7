/** Authenticators that contradict themselves, each other, or `auth.mode`. [T-AUTH-1] [T-AUTH-4] */
import { finding, type Finding } from './finding.js';
import type { Config } from './schema.js';

export const AUTH_CHECKS = [modeFitsAuthenticators, issuersAreUnambiguous, keySetsCanBeHad, gatewaysAreUnambiguous];

function modeFitsAuthenticators({ auth }: Config): Finding[] {
  const { jwt, api_keys: apiKeys, gateways } = auth;
  const configured = [
    ...(jwt.issuers.length > 0 ? ['auth.jwt'] : []),
    ...(apiKeys.file === undefined ? [] : ['auth.api_keys']),
    ...(gateways.length > 0 ? ['auth.gateways'] : []),
  ];
  const path = ['auth', 'mode'];
  if (auth.mode === 'required' && configured.length === 0) {
    const problem = 'auth.mode required needs an authenticator: nobody could connect';
    return [finding('CFG028', path, problem, 'add auth.jwt.issuers, auth.api_keys.file or auth.gateways')];
  }
  if (auth.mode === 'none' && configured.length > 0) {
    const problem = `auth.mode none ignores ${configured.join(' and ')}: everyone would be trusted`;
    return [finding('CFG028', path, problem, '', ['set auth.mode to required'])];
  }
  return [];
}

function issuersAreUnambiguous({ auth }: Config): Finding[] {
  const { issuers } = auth.jwt;
  const path = ['auth', 'jwt', 'issuers'];
  const twice = repeats(issuers.map(({ issuer }) => issuer)).map((index) =>
    finding('CFG034', [...path, index, 'issuer'], `issuer ${issuers[index]?.issuer} stands there twice`, ''),
  );
  const kids = issuers.flatMap(({ issuer, keys }, index) =>
    repeats(keys.map(({ kid }) => kid)).map((at) =>
      finding(
        'CFG034',
        [...path, index, 'keys', at, 'kid'],
        `kid ${keys[at]?.kid} of issuer ${issuer} stands there twice`,
        '',
      ),
    ),
  );
  return [...twice, ...kids];
}

function keySetsCanBeHad({ auth }: Config): Finding[] {
  return auth.jwt.issuers.flatMap((row, index) => {
    const { issuer, keys, jwks_file: file, jwks_url: url } = row;
    const report = (key: string, problem: string, hint = '') => [
      finding('CFG034', ['auth', 'jwt', 'issuers', index, key], problem, hint),
    ];
    if (keys.length === 0 && file === undefined && url === undefined) {
      return report('issuer', `issuer ${issuer} has no key`, 'add keys, jwks_file or jwks_url');
    }
    if (file !== undefined && url !== undefined) {
      return report('jwks_url', `issuer ${issuer} has two key sets`, 'keep jwks_file or jwks_url');
    }
    if (row.jwks_cooldown > row.jwks_cache) {
      return report('jwks_cooldown', 'jwks_cooldown must not be longer than jwks_cache');
    }
    if (row.jwks_cache > row.jwks_stale_max) {
      return report('jwks_cache', 'jwks_cache must not be longer than jwks_stale_max');
    }
    return [];
  });
}

function gatewaysAreUnambiguous({ auth }: Config): Finding[] {
  const { gateways } = auth;
  const path = ['auth', 'gateways'];
  const names = repeats(gateways.map(({ name }) => name)).map((index) =>
    finding('CFG034', [...path, index, 'name'], `two gateways are called ${gateways[index]?.name}`, ''),
  );
  const certificates = gateways.flatMap((gateway, index) =>
    gateway.certificate_sha256.map((text, at) => ({ digits: text.replaceAll(':', '').toLowerCase(), index, at })),
  );
  const shared = repeats(certificates.map(({ digits }) => digits)).flatMap((at) => {
    const found = certificates[at];
    if (found === undefined) return [];
    const place = [...path, found.index, 'certificate_sha256', found.at];
    return [finding('CFG034', place, 'this certificate stands there twice', 'a certificate names one gateway')];
  });
  return [...names, ...shared];
}

/** Where a value stands that stood before. */
function repeats(values: readonly string[]): readonly number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}
