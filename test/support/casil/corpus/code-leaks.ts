/** Leaks of source hosting, builds and registries. */
import { json, type VendorLeaks } from './leak.js';
import type { Rng } from './rng.js';

export const CODE_LEAKS: readonly VendorLeaks[] = [
  {
    vendor: 'GitHub',
    page: 'https://docs.github.com/en/rest/authentication/authenticating-to-the-rest-api',
    leaks: [
      (r) => `curl --header "Authorization: Bearer ghp_${r.alnum(36)}" https://api.github.com/octocat`,
      (r) => `git remote set-url origin https://x-access-token:ghs_${r.alnum(36)}@github.com/acme/app.git`,
      (r) => json({ access_token: `gho_${r.alnum(36)}`, scope: 'repo,gist', token_type: 'bearer' }),
      (r) => `GITHUB_TOKEN: ghs_${r.digits(7)}_${jwt(r)}`,
      (r) => json({ access_token: `ghu_${r.alnum(36)}`, refresh_token: `ghr_${r.alnum(76)}` }),
      (r) => `GH_TOKEN=github_pat_11${r.upper(20)}_${r.alnum(59)} gh pr list`,
      (r) => `can you rotate ghp_${r.alnum(36)}? I pasted it in the wrong window`,
    ],
  },
  {
    vendor: 'GitLab',
    page: 'https://docs.gitlab.com/api/rest/authentication/',
    leaks: [
      (r) => `curl --header "PRIVATE-TOKEN: glpat-${r.base64url(20)}" "https://gitlab.test/api/v4/projects"`,
      (r) => `gitlab-runner register --token glrt-${r.base64url(20)}`,
      (r) => json({ variables: { CI_JOB_TOKEN: `glcbt-64_${r.base64url(20)}` } }),
      (r) => `glpat-${r.base64url(27)}.01.${r.lower(9)}`,
      (r) => `docker login registry.gitlab.test -u deployer -p gldt-${r.base64url(20)}`,
    ],
  },
  {
    vendor: 'Bitbucket',
    page: 'https://support.atlassian.com/bitbucket-cloud/docs/using-app-passwords/',
    leaks: [
      (r) => `git push https://dev:ATBB${r.alnum(32)}@bitbucket.org/acme/site.git`,
      (r) => json({ token: `ATCTT3xFfGN0${r.base64url(170)}=${r.of('0123456789ABCDEF', 8)}` }),
    ],
  },
  {
    vendor: 'Atlassian',
    page: 'https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/',
    leaks: [
      (r) =>
        `curl -u fred@example.com:ATATT3xFfGF0${r.base64url(171)}=${r.of('0123456789ABCDEF', 8)} https://acme.test`,
      (r) =>
        json({
          jira: { email: 'a@acme.test', apiToken: `ATATT3xFfGF0${r.base64url(171)}=${r.of('0123456789ABCDEF', 8)}` },
        }),
    ],
  },
  {
    vendor: 'Trello',
    page: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/api-introduction/',
    leaks: [(r) => `https://api.trello.com/1/members/me/boards?key=${r.hex(32)}&token=ATTA${r.hex(72)}`],
  },
  {
    vendor: 'CircleCI',
    page: 'https://circleci.com/docs/managing-api-tokens/',
    leaks: [
      (r) => `curl https://circleci.com/api/v2/me --header "Circle-Token: CCIPAT_${r.alnum(22)}_${r.hex(40)}"`,
      (r) => json({ circle: `CCIPRJ_${r.alnum(22)}_${r.hex(40)}` }),
    ],
  },
  {
    vendor: 'Buildkite',
    page: 'https://buildkite.com/docs/apis/rest-api',
    leaks: [(r) => `Authorization: Bearer bkua_${r.hex(40)}`],
  },
  {
    vendor: 'SonarQube',
    page: 'https://docs.sonarsource.com/sonarqube-server/analyzing-source-code/scanners/sonarscanner/',
    leaks: [(r) => `sonar-scanner -Dsonar.projectKey=web -Dsonar.token=sqp_${r.hex(40)}`],
  },
  {
    vendor: 'Sourcegraph',
    page: 'https://sourcegraph.com/docs/api/graphql',
    leaks: [(r) => `SRC_ACCESS_TOKEN=sgp_${r.hex(16)}_${r.hex(40)} src search 'repo:acme'`],
  },
  {
    vendor: 'Snyk',
    page: 'https://docs.snyk.io/snyk-cli/authenticate-to-use-the-cli',
    leaks: [(r) => `SNYK_TOKEN=${r.uuid()} snyk test`, (r) => `snyk auth snyk_uat.${r.hex(8)}.${r.base64url(60)}`],
  },
  {
    vendor: 'npm',
    page: 'https://docs.npmjs.com/using-private-packages-in-a-ci-cd-workflow',
    leaks: [
      (r) => `//registry.npmjs.org/:_authToken=npm_${r.alnum(36)}`,
      (r) => json({ env: { NPM_TOKEN: `npm_${r.alnum(36)}` } }),
    ],
  },
  {
    vendor: 'PyPI',
    page: 'https://pypi.org/help/#apitoken',
    leaks: [
      (r) => `[pypi]\nusername = __token__\npassword = pypi-AgEIcHlwaS5vcmcCJ${r.base64url(150)}`,
      (r) => `twine upload -p pypi-AgENdGVzdC5weXBpLm9yZwIk${r.base64url(140)} dist/*`,
    ],
  },
  {
    vendor: 'RubyGems',
    page: 'https://guides.rubygems.org/rubygems-org-api/',
    leaks: [(r) => `---\n:rubygems_api_key: rubygems_${r.hex(48)}`],
  },
  {
    vendor: 'crates.io',
    page: 'https://doc.rust-lang.org/cargo/reference/publishing.html',
    leaks: [(r) => `[registry]\ntoken = "cio${r.alnum(32)}"`, (r) => `$ cargo login cio${r.alnum(32)}`],
  },
  {
    vendor: 'Docker',
    page: 'https://docs.docker.com/security/access-tokens/',
    leaks: [
      (r) => `echo dckr_pat_${r.base64url(27)} | docker login -u acme --password-stdin`,
      (r) =>
        json({
          auths: {
            'https://index.docker.io/v1/': { auth: Buffer.from(`acme:dckr_pat_${r.base64url(27)}`).toString('base64') },
          },
        }),
    ],
  },
  {
    vendor: 'NuGet',
    page: 'https://learn.microsoft.com/nuget/nuget-org/publish-a-package',
    leaks: [(r) => `dotnet nuget push App.1.0.0.nupkg --api-key oy2${r.of('abcdefghijklmnop234567', 43)}`],
  },
  {
    vendor: 'JFrog',
    page: 'https://jfrog.com/help/r/jfrog-rest-apis/introduction-to-the-artifactory-rest-apis',
    leaks: [
      (r) => `curl -H "X-JFrog-Art-Api: AKCp8${r.alnum(68)}" https://acme.jfrog.test/artifactory/api/repositories`,
      (r) => json({ referenceToken: `cmVmdGtuOjAxOj${r.alnum(50)}` }),
    ],
  },
  {
    vendor: 'Clojars',
    page: 'https://github.com/clojars/clojars-web/wiki/Deploy-Tokens',
    leaks: [(r) => `env CLOJARS_USERNAME=acme CLOJARS_PASSWORD=CLOJARS_${r.hex(60)} clj -T:build deploy`],
  },
  {
    vendor: 'Packagist',
    page: 'https://packagist.com/docs/composer-authentication',
    leaks: [(r) => `composer config --global --auth http-basic.repo.packagist.com token packagist_ort_${r.hex(68)}`],
  },
  {
    vendor: 'Hex',
    page: 'https://hex.pm/docs/publish',
    leaks: [(r) => `HEX_API_KEY=${r.hex(32)} mix hex.publish --yes`],
  },
];

/** Three parts, of which the second holds claims. */
function jwt(rng: Rng): string {
  const claims = {
    iss: 'github',
    installation: rng.digits(9),
    app: rng.digits(7),
    exp: 1_780_000_000,
    jti: rng.hex(32),
  };
  const parts = [json({ alg: 'RS256', typ: 'JWT' }), json(claims)].map((part) =>
    Buffer.from(part).toString('base64url'),
  );
  return `${parts.join('.')}.${rng.base64url(342)}`;
}
