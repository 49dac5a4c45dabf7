/** Leaks of model providers, observability and the services teams work in. */
import { json, type VendorLeaks } from './leak.js';

export const MODEL_AND_WORK_LEAKS: readonly VendorLeaks[] = [
  {
    vendor: 'OpenAI',
    page: 'https://platform.openai.com/docs/quickstart',
    leaks: [
      (r) => `export OPENAI_API_KEY="sk-proj-${r.base64url(74)}T3BlbkFJ${r.base64url(74)}"`,
      (r) => json({ provider: 'openai', key: `sk-${r.alnum(20)}T3BlbkFJ${r.alnum(20)}` }),
      (r) => json({ role: 'user', content: `my key is sk-svcacct-${r.base64url(120)} please debug this` }),
    ],
  },
  {
    vendor: 'Anthropic',
    page: 'https://docs.anthropic.com/en/api/getting-started',
    leaks: [
      (r) => `curl https://api.anthropic.com/v1/messages --header "x-api-key: sk-ant-api03-${r.base64url(93)}AA"`,
      (r) => `ANTHROPIC_ADMIN_KEY=sk-ant-admin01-${r.base64url(93)}AA`,
    ],
  },
  {
    vendor: 'OpenRouter',
    page: 'https://openrouter.ai/docs/quickstart',
    leaks: [(r) => json({ headers: { Authorization: `Bearer sk-or-v1-${r.hex(64)}` } })],
  },
  {
    vendor: 'DeepSeek',
    page: 'https://api-docs.deepseek.com/',
    leaks: [(r) => `client = OpenAI(api_key="sk-${r.hex(32)}", base_url="https://api.deepseek.com")`],
  },
  {
    vendor: 'Hugging Face',
    page: 'https://huggingface.co/docs/huggingface_hub/quick-start',
    leaks: [
      (r) => `hf auth login --token hf_${r.of('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', 34)}`,
      (r) => `HF_TOKEN: hf_${r.alnum(34)}`,
    ],
  },
  {
    vendor: 'Replicate',
    page: 'https://replicate.com/docs/reference/http',
    leaks: [(r) => `REPLICATE_API_TOKEN=r8_${r.alnum(37)}`],
  },
  {
    vendor: 'Groq',
    page: 'https://console.groq.com/docs/quickstart',
    leaks: [(r) => `const groq = new Groq({ apiKey: "gsk_${r.alnum(52)}" });`],
  },
  {
    vendor: 'Perplexity',
    page: 'https://docs.perplexity.ai/guides/getting-started',
    leaks: [(r) => `-H "Authorization: Bearer pplx-${r.alnum(48)}"`],
  },
  { vendor: 'xAI', page: 'https://docs.x.ai/docs/tutorial', leaks: [(r) => `XAI_API_KEY=xai-${r.alnum(80)}`] },
  {
    vendor: 'Together AI',
    page: 'https://docs.together.ai/docs/quickstart',
    leaks: [(r) => `export TOGETHER_API_KEY=tgp_v1_${r.base64url(43)}`],
  },
  {
    vendor: 'Cohere',
    page: 'https://docs.cohere.com/reference/about',
    leaks: [(r) => `CO_API_KEY=${r.alnum(40)}`, (r) => json({ cohere_api_key: r.alnum(40) })],
  },
  {
    vendor: 'Mistral AI',
    page: 'https://docs.mistral.ai/getting-started/quickstart/',
    leaks: [(r) => `MISTRAL_API_KEY="${r.alnum(32)}"`],
  },
  {
    vendor: 'ElevenLabs',
    page: 'https://elevenlabs.io/docs/api-reference/authentication',
    leaks: [(r) => `xi-api-key: sk_${r.hex(48)}`],
  },
  {
    vendor: 'NVIDIA',
    page: 'https://build.nvidia.com/',
    leaks: [(r) => json({ api_key: `nvapi-${r.base64url(64)}` })],
  },
  {
    vendor: 'LangSmith',
    page: 'https://docs.smith.langchain.com/',
    leaks: [(r) => `LANGSMITH_API_KEY=lsv2_pt_${r.hex(32)}_${r.hex(10)}`],
  },
  {
    vendor: 'Langfuse',
    page: 'https://langfuse.com/docs/get-started',
    leaks: [(r) => `LANGFUSE_SECRET_KEY="sk-lf-${r.uuid()}"\nLANGFUSE_PUBLIC_KEY="pk-lf-${r.uuid()}"`],
  },
  {
    vendor: 'Pinecone',
    page: 'https://docs.pinecone.io/guides/get-started/quickstart',
    leaks: [(r) => `pc = Pinecone(api_key="pcsk_${r.alnum(6)}_${r.alnum(63)}")`],
  },
  {
    vendor: 'Tavily',
    page: 'https://docs.tavily.com/documentation/quickstart',
    leaks: [(r) => json({ tool: 'search', auth: `Bearer tvly-dev-${r.alnum(32)}` })],
  },
  {
    vendor: 'AssemblyAI',
    page: 'https://www.assemblyai.com/docs/',
    leaks: [(r) => `aai.settings.api_key = "${r.hex(32)}"`],
  },
  {
    vendor: 'Datadog',
    page: 'https://docs.datadoghq.com/api/latest/authentication/',
    leaks: [
      (r) => `DD_API_KEY=${r.hex(32)} DD_SITE=datadoghq.eu datadog-agent run`,
      (r) =>
        `curl -H "DD-API-KEY: ${r.hex(32)}" -H "DD-APPLICATION-KEY: ${r.hex(40)}" https://api.datadoghq.com/api/v2/users`,
    ],
  },
  {
    vendor: 'New Relic',
    page: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
    leaks: [(r) => `Api-Key: NRAK-${r.upper(27)}`, (r) => `license_key: ${r.hex(36)}NRAL`],
  },
  {
    vendor: 'Sentry',
    page: 'https://docs.sentry.io/security-legal-pii/security/token-formats/',
    leaks: [
      (r) => `sentry-cli --auth-token sntryu_${r.hex(64)} releases list`,
      (r) => {
        const claims = json({
          iat: 1735064623.12,
          url: 'https://sentry.io',
          region_url: 'https://de.sentry.io',
          org: 'acme',
        });
        return `SENTRY_AUTH_TOKEN=sntrys_${Buffer.from(claims).toString('base64')}_${r.base64(43)}`;
      },
    ],
  },
  {
    vendor: 'Grafana',
    page: 'https://grafana.com/docs/grafana/latest/developers/http_api/authentication/',
    leaks: [
      (r) => `curl -H "Authorization: Bearer glsa_${r.alnum(32)}_${r.hex(8)}" https://grafana.test/api/org`,
      (r) =>
        `GRAFANA_CLOUD_TOKEN=glc_${Buffer.from(json({ o: '712345', n: 'ci', k: r.alnum(24), m: { r: 'eu' } })).toString('base64')}`,
    ],
  },
  {
    vendor: 'PagerDuty',
    page: 'https://developer.pagerduty.com/docs/authentication',
    leaks: [(r) => `curl -H "Authorization: Token token=${r.base64url(20)}" https://api.pagerduty.com/incidents`],
  },
  {
    vendor: 'Dynatrace',
    page: 'https://docs.dynatrace.com/docs/shortlink/api-authentication',
    leaks: [(r) => `Authorization: Api-Token dt0c01.${r.base32(24)}.${r.base32(64)}`],
  },
  {
    vendor: 'Honeycomb',
    page: 'https://docs.honeycomb.io/configure/environments/manage-api-keys/',
    leaks: [(r) => `x-honeycomb-team: hcaik_01${r.lower(56)}`],
  },
  {
    vendor: 'Rollbar',
    page: 'https://docs.rollbar.com/docs/access-tokens',
    leaks: [(r) => `curl -H "X-Rollbar-Access-Token: ${r.hex(32)}" https://api.rollbar.com/api/1/items`],
  },
  {
    vendor: 'PostHog',
    page: 'https://posthog.com/docs/api',
    leaks: [(r) => `POSTHOG_PERSONAL_API_KEY=phx_${r.alnum(47)}`],
  },
  {
    vendor: 'LaunchDarkly',
    page: 'https://launchdarkly.com/docs/sdk/concepts/client-side-server-side',
    leaks: [(r) => `const client = ld.init('sdk-${r.uuid()}');`],
  },
  {
    vendor: 'Linear',
    page: 'https://linear.app/developers/graphql',
    leaks: [(r) => `-H "Authorization: lin_api_${r.alnum(40)}"`],
  },
  {
    vendor: 'Notion',
    page: 'https://developers.notion.com/docs/create-a-notion-integration',
    leaks: [
      (r) => `NOTION_KEY=ntn_${r.digits(11)}${r.alnum(35)}`,
      (r) => `new Client({ auth: "secret_${r.alnum(43)}" })`,
    ],
  },
  {
    vendor: 'Airtable',
    page: 'https://airtable.com/developers/web/guides/personal-access-tokens',
    leaks: [(r) => `Authorization: Bearer pat${r.alnum(14)}.${r.hex(64)}`],
  },
  {
    vendor: 'Figma',
    page: 'https://developers.figma.com/docs/rest-api/authentication/',
    leaks: [(r) => `curl -H 'X-FIGMA-TOKEN: figd_${r.base64url(40)}' 'https://api.figma.com/v1/me'`],
  },
  {
    vendor: 'Postman',
    page: 'https://learning.postman.com/docs/developer/postman-api/make-postman-api-call/',
    leaks: [(r) => `X-Api-Key: PMAK-${r.hex(24)}-${r.hex(34)}`],
  },
  {
    vendor: 'Supabase',
    page: 'https://supabase.com/docs/guides/api/api-keys',
    leaks: [
      (r) => `SUPABASE_ACCESS_TOKEN=sbp_${r.hex(40)} supabase projects list`,
      (r) => json({ apikey: `sb_secret_${r.base64url(22)}_${r.alnum(8)}` }),
    ],
  },
  {
    vendor: 'PlanetScale',
    page: 'https://planetscale.com/docs/api/reference/service-tokens',
    leaks: [(r) => `pscale auth --service-token pscale_tkn_${r.base64url(43)}`],
  },
  {
    vendor: 'Okta',
    page: 'https://developer.okta.com/docs/reference/core-okta-api/',
    leaks: [(r) => `Authorization: SSWS 00${r.base64url(40)}`],
  },
  {
    vendor: '1Password',
    page: 'https://developer.1password.com/docs/service-accounts/use-with-1password-cli/',
    leaks: [
      (r) =>
        `OP_SERVICE_ACCOUNT_TOKEN=ops_${Buffer.from(json({ signInAddress: 'my.1password.com', userAuth: { method: 'SRPg-4096', alg: 'PBES2g-HS256', iterations: 650000, salt: r.base64url(22) }, email: `${r.lower(13)}@1passwordserviceaccounts.com`, srpX: r.hex(64), muk: { k: r.base64url(43) } })).toString('base64url')}`,
    ],
  },
  {
    vendor: 'Dropbox',
    page: 'https://www.dropbox.com/developers/documentation/http/documentation',
    leaks: [(r) => `-H "Authorization: Bearer sl.u.AF${r.base64url(140)}"`],
  },
  {
    vendor: 'Contentful',
    page: 'https://www.contentful.com/developers/docs/references/content-management-api/',
    leaks: [(r) => `contentful login --management-token CFPAT-${r.base64url(43)}`],
  },
  {
    vendor: 'HubSpot',
    page: 'https://developers.hubspot.com/docs/guides/apps/private-apps/overview',
    leaks: [(r) => json({ accessToken: `pat-eu1-${r.uuid()}` })],
  },
  {
    vendor: 'Mapbox',
    page: 'https://docs.mapbox.com/api/accounts/tokens/',
    leaks: [
      (r) =>
        `?access_token=sk.${Buffer.from(json({ u: 'acme', a: r.lower(25) })).toString('base64url')}.${r.base64url(22)}`,
    ],
  },
  {
    vendor: 'Algolia',
    page: 'https://www.algolia.com/doc/guides/security/api-keys/',
    leaks: [(r) => `ALGOLIA_ADMIN_API_KEY=${r.hex(32)}`],
  },
  {
    vendor: 'Zendesk',
    page: 'https://developer.zendesk.com/api-reference/introduction/security-and-auth/',
    leaks: [(r) => `curl -u jdoe@example.com/token:${r.alnum(40)} https://acme.zendesk.test/api/v2/users.json`],
  },
  {
    vendor: 'Typeform',
    page: 'https://www.typeform.com/developers/get-started/personal-access-token/',
    leaks: [(r) => `Authorization: Bearer tfp_${r.alnum(44)}_${r.base64url(14)}`],
  },
  {
    vendor: 'age',
    page: 'https://github.com/FiloSottile/age#readme',
    leaks: [
      (r) => `# created: 2026-01-02T15:30:45+01:00\nAGE-SECRET-KEY-1${r.of('QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L', 58)}`,
    ],
  },
];
