/** Tokens of services that host source code. */
import { hasCrc32Suffix, signCrc32Suffix } from '../../engine/checksum.js';
import type { TokenFormat } from '../../engine/token-format.js';
import { between, exactly, text } from './parts.js';

const GITHUB_PREFIX_LENGTH = 'ghp_'.length;

export const SOURCE_HOSTING_TOKENS: readonly TokenFormat[] = [
  {
    id: 'github-token',
    title: 'GitHub personal, OAuth, app, server or refresh token',
    // 36 characters of which the last six are a checksum; up to 255 are announced.
    source: 'https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/',
    risk: 'high',
    prefixes: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
    body: [between(36, 251, 'alnum')],
    entropyMin: 4.1,
    checksum: (token, start, end) => hasCrc32Suffix(token, start, end, GITHUB_PREFIX_LENGTH),
    sign: (token) => signCrc32Suffix(token, GITHUB_PREFIX_LENGTH),
  },
  {
    id: 'github-installation-token',
    title: 'GitHub app installation token that carries its claims',
    // Since April 2026: the number or id of the app, an underscore and a JSON Web Token.
    source:
      'https://github.blog/changelog/2026-04-24-notice-about-upcoming-new-format-for-github-app-installation-tokens/',
    risk: 'high',
    prefixes: ['ghs_'],
    body: [
      between(1, 30, 'alnum'),
      text('_eyJ'),
      between(8, 400, 'base64url'),
      text('.'),
      between(16, 800, 'base64url'),
      text('.'),
      between(20, 700, 'base64url'),
    ],
    entropyMin: 3.5,
  },
  {
    id: 'github-fine-grained-token',
    title: 'GitHub fine-grained personal access token',
    source:
      'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github',
    risk: 'high',
    prefixes: ['github_pat_'],
    body: [exactly(22, 'alnum'), text('_'), exactly(59, 'alnum')],
    entropyMin: 4.9,
  },
  {
    id: 'gitlab-token',
    title: 'GitLab access, deploy, runner, trigger, feed, agent, job, OAuth or SCIM token',
    source: 'https://docs.gitlab.com/security/tokens/#token-prefixes',
    risk: 'high',
    prefixes: [
      'glpat-',
      'gloas-',
      'gldt-',
      'glrt-',
      'glrtr-',
      'glptt-',
      'glft-',
      'glimt-',
      'glagent-',
      'glwt-',
      'glsoat-',
      'glffct-',
      'glcbt-',
    ],
    // Routable tokens carry two more parts after dots; the first of them is what has to be there.
    body: [between(20, 300, 'base64url')],
    notAfter: 'alnum',
    entropyMin: 3.3,
  },
  {
    id: 'gitlab-runner-registration-token',
    title: 'GitLab runner registration token',
    source: 'https://docs.gitlab.com/security/tokens/#runner-registration-tokens-deprecated',
    risk: 'high',
    prefixes: ['GR1348941'],
    body: [exactly(20, 'base64url')],
    entropyMin: 3.4,
  },
  {
    id: 'bitbucket-app-password',
    title: 'Bitbucket app password',
    source: 'https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/',
    risk: 'high',
    prefixes: ['ATBB'],
    body: [exactly(32, 'alnum')],
    notBefore: 'base64',
    entropyMin: 4,
  },
  {
    id: 'bitbucket-repository-token',
    title: 'Bitbucket repository, project or workspace access token',
    // Documented by example; ends in eight hexadecimal digits after an equals sign.
    source: 'https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/',
    risk: 'high',
    prefixes: ['ATCTT3xFfG'],
    body: [between(60, 260, 'base64url'), text('='), exactly(8, 'upper-hex')],
    entropyMin: 4.7,
  },
  {
    id: 'atlassian-api-token',
    title: 'Atlassian API token',
    source: 'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
    risk: 'high',
    prefixes: ['ATATT3xFfG'],
    body: [between(60, 260, 'base64url'), text('='), exactly(8, 'upper-hex')],
    entropyMin: 4.7,
  },
  {
    id: 'trello-token',
    title: 'Trello API token',
    source: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/',
    risk: 'high',
    prefixes: ['ATTA'],
    body: [between(64, 72, 'hex')],
    entropyMin: 3,
  },
  {
    id: 'azure-devops-token',
    title: 'Azure DevOps personal access token',
    // 84 characters, AZDO at 76 to 80.
    source: 'https://learn.microsoft.com/purview/sit-defn-azure-devops-personal-access-token',
    risk: 'high',
    prefixes: ['AZDO'],
    lead: [exactly(76, 'alnum')],
    body: [exactly(4, 'alnum')],
  },
];
