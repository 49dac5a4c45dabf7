/** Tokens of package and image registries. */
import { hasCrc32Suffix, signCrc32Suffix } from '../../engine/checksum.js';
import type { TokenFormat } from '../../engine/token-format.js';
import { between, exactly, oneOf } from './parts.js';

const NPM_PREFIX_LENGTH = 'npm_'.length;

export const REGISTRY_TOKENS: readonly TokenFormat[] = [
  {
    id: 'npm-token',
    title: 'npm access token',
    source: 'https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/',
    risk: 'high',
    prefixes: ['npm_'],
    body: [exactly(36, 'alnum')],
    entropyMin: 4.1,
    checksum: (token, start, end) => hasCrc32Suffix(token, start, end, NPM_PREFIX_LENGTH),
    sign: (token) => signCrc32Suffix(token, NPM_PREFIX_LENGTH),
  },
  {
    id: 'pypi-token',
    title: 'PyPI or TestPyPI API token',
    // A macaroon: its first bytes name the registry, the rest grows with its restrictions.
    source: 'https://docs.pypi.org/api/secrets/',
    risk: 'high',
    prefixes: ['pypi-AgE'],
    body: [oneOf('IcHlwaS5vcmc', 'NdGVzdC5weXBpLm9yZw'), between(50, 1000, 'base64url')],
    entropyMin: 3.5,
  },
  {
    id: 'rubygems-key',
    title: 'RubyGems.org API key',
    source: 'https://guides.rubygems.org/api-key-scopes/',
    risk: 'high',
    prefixes: ['rubygems_'],
    body: [exactly(48, 'lower-hex')],
    entropyMin: 2.8,
  },
  {
    id: 'crates-io-token',
    title: 'crates.io API token',
    source: 'https://blog.rust-lang.org/2020/07/14/crates-io-security-advisory.html',
    risk: 'high',
    prefixes: ['cio'],
    body: [exactly(32, 'alnum')],
    notBefore: 'identifier',
    notAfter: 'base64url',
    entropyMin: 3.9,
  },
  {
    id: 'docker-token',
    title: 'Docker personal or organization access token',
    source: 'https://docs.docker.com/security/access-tokens/',
    risk: 'high',
    prefixes: ['dckr_pat_', 'dckr_oat_'],
    body: [between(27, 32, 'base64url')],
    entropyMin: 3.7,
  },
  {
    id: 'nuget-key',
    title: 'NuGet.org API key',
    source: 'https://learn.microsoft.com/nuget/nuget-org/publish-a-package',
    risk: 'high',
    prefixes: ['oy2'],
    body: [exactly(43, 'lower-alnum')],
    notBefore: 'base64',
    notAfter: 'base64',
    entropyMin: 3.5,
  },
  {
    id: 'artifactory-key',
    title: 'JFrog Artifactory API key',
    // Documented by example.
    source: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/api-key',
    risk: 'high',
    prefixes: ['AKCp'],
    body: [between(64, 72, 'alnum')],
    notBefore: 'base64',
    notAfter: 'base64',
    entropyMin: 4.7,
  },
  {
    id: 'jfrog-reference-token',
    title: 'JFrog reference token',
    // The word reftkn in base64.
    source: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/reference-token',
    risk: 'high',
    prefixes: ['cmVmdGtu'],
    body: [exactly(56, 'base64url')],
    notBefore: 'base64',
    notAfter: 'base64',
    entropyMin: 3.5,
  },
  {
    id: 'clojars-token',
    title: 'Clojars deploy token',
    source: 'https://github.com/clojars/clojars-web/wiki/Deploy-Tokens',
    risk: 'high',
    prefixes: ['CLOJARS_'],
    body: [exactly(60, 'lower-hex')],
    entropyMin: 2.8,
  },
  {
    id: 'packagist-token',
    title: 'Private Packagist token',
    source: 'https://packagist.com/docs/composer-authentication',
    risk: 'high',
    prefixes: ['packagist_ort_', 'packagist_out_', 'packagist_uut_', 'packagist_urt_'],
    body: [exactly(68, 'lower-hex')],
    entropyMin: 2.8,
  },
];
