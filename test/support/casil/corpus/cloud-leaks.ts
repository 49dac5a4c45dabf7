/** Leaks of clouds, platforms and infrastructure, as their pages show credentials in use. */
import { json, type VendorLeaks } from './leak.js';

export const CLOUD_LEAKS: readonly VendorLeaks[] = [
  {
    vendor: 'AWS',
    page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html',
    leaks: [
      (r) => `[default]\naws_access_key_id = AKIA${r.base32(16)}\naws_secret_access_key = ${r.base64(40)}\n`,
      (r) => `export AWS_ACCESS_KEY_ID=ASIA${r.base32(16)} && aws s3 ls`,
      (r) => json({ Credentials: { AccessKeyId: `ASIA${r.base32(16)}`, Expiration: '2026-02-01T00:00:00Z' } }),
      (r) => json({ region: 'eu-west-1', secretAccessKey: r.base64(40) }),
      (r) => `AWS_SECRET_ACCESS_KEY=${r.base64(40)}`,
    ],
  },
  {
    vendor: 'Google Cloud',
    page: 'https://cloud.google.com/docs/authentication/api-keys-use',
    leaks: [
      (r) => `curl "https://translation.googleapis.com/v2?key=AIza${r.base64url(35)}&q=hello"`,
      (r) => json({ installed: { project_id: 'quickstart', client_secret: `GOCSPX-${r.base64url(28)}` } }),
      (r) => `Authorization: Bearer ya29.${r.base64url(180)}`,
      (r) => json({ maps: { apiKey: `AIza${r.base64url(35)}` } }),
    ],
  },
  {
    vendor: 'Azure',
    page: 'https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string',
    leaks: [
      (r) =>
        `DefaultEndpointsProtocol=https;AccountName=logs;AccountKey=${r.base64(86)}==;EndpointSuffix=core.windows.net`,
      (r) =>
        json({
          sb: `Endpoint=sb://q.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${r.base64(43)}=`,
        }),
      (r) => `AZURE_CLIENT_SECRET=${r.alnum(3)}8Q~${r.base64url(31)}`,
      (r) => json({ tenantId: r.uuid(), clientId: r.uuid(), clientSecret: `${r.alnum(3)}7Q~${r.alnum(34)}` }),
    ],
  },
  {
    vendor: 'Azure DevOps',
    page: 'https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
    leaks: [
      (r) => `git clone https://build:${r.alnum(76)}AZDO${r.alnum(4)}@dev.azure.com/acme/web/_git/web`,
      (r) => json({ pat: `${r.alnum(76)}AZDO${r.alnum(4)}` }),
    ],
  },
  {
    vendor: 'DigitalOcean',
    page: 'https://docs.digitalocean.com/reference/api/',
    leaks: [
      (r) => `curl -X GET -H "Authorization: Bearer dop_v1_${r.hex(64)}" "https://api.digitalocean.com/v2/account"`,
      (r) => `DIGITALOCEAN_TOKEN: dop_v1_${r.hex(64)}`,
    ],
  },
  {
    vendor: 'Alibaba Cloud',
    page: 'https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair',
    leaks: [
      (r) => json({ accessKeyId: `LTAI5t${r.alnum(18)}`, regionId: 'cn-hangzhou' }),
      (r) => `accessKeyId: LTAI4G${r.alnum(18)}`,
    ],
  },
  {
    vendor: 'Tencent Cloud',
    page: 'https://www.tencentcloud.com/document/product/598/32675',
    leaks: [(r) => `export TENCENTCLOUD_SECRET_ID=AKID${r.alnum(32)}`],
  },
  {
    vendor: 'Yandex Cloud',
    page: 'https://yandex.cloud/en/docs/iam/operations/api-key/create',
    leaks: [(r) => `Authorization: Api-Key AQVN${r.base64url(35)}`],
  },
  {
    vendor: 'Heroku',
    page: 'https://devcenter.heroku.com/articles/platform-api-quickstart',
    leaks: [(r) => `HEROKU_API_KEY=${r.uuid()} heroku apps`, (r) => json({ token: `HRKU-${r.base64url(60)}` })],
  },
  {
    vendor: 'Fly.io',
    page: 'https://fly.io/docs/security/tokens/',
    leaks: [
      (r) => `FLY_API_TOKEN="FlyV1 fm2_lJPE${r.base64(300)}"`,
      (r) => `fly deploy --access-token fo1_${r.base64url(43)}`,
    ],
  },
  {
    vendor: 'Vercel',
    page: 'https://vercel.com/docs/rest-api/reference/welcome',
    leaks: [
      (r) => `vercel deploy --token vcp_${r.alnum(56)}`,
      (r) => json({ AI_GATEWAY_API_KEY: `vck_${r.alnum(56)}` }),
    ],
  },
  {
    vendor: 'Netlify',
    page: 'https://docs.netlify.com/api/get-started/',
    leaks: [(r) => `curl -H "Authorization: Bearer nfp_${r.alnum(36)}" https://api.netlify.com/api/v1/sites`],
  },
  {
    vendor: 'Cloudflare',
    page: 'https://developers.cloudflare.com/fundamentals/api/get-started/create-token/',
    leaks: [
      (r) => `CLOUDFLARE_API_TOKEN=${r.base64url(40)}`,
      (r) => json({ authorization: `Bearer cfut_${r.alnum(40)}${r.hex(8)}` }),
      (r) => `X-Auth-User-Service-Key: v1.0-${r.hex(24)}-${r.hex(146)}`,
      // The header of the legacy global key: only hexadecimal digits.
      (r) =>
        `curl -H "X-Auth-Email: ops@acme.test" -H "X-Auth-Key: ${r.hex(37)}" https://api.cloudflare.com/client/v4/zones`,
    ],
  },
  {
    vendor: 'Hetzner',
    page: 'https://docs.hetzner.cloud/',
    leaks: [
      (r) => `HCLOUD_TOKEN=${r.alnum(64)} hcloud server list`,
      (r) => `curl -H "Authorization: Bearer ${r.alnum(64)}" https://api.hetzner.cloud/v1/servers`,
    ],
  },
  {
    vendor: 'Linode',
    page: 'https://techdocs.akamai.com/linode-api/reference/get-started',
    leaks: [(r) => `export LINODE_TOKEN=${r.hex(64)}`],
  },
  {
    vendor: 'Render',
    page: 'https://render.com/docs/api',
    leaks: [(r) => `Authorization: Bearer rnd_${r.alnum(32)}`],
  },
  {
    vendor: 'HashiCorp Vault',
    page: 'https://developer.hashicorp.com/vault/docs/commands/login',
    leaks: [
      (r) => `$ vault login hvs.CAESI${r.base64url(90)}`,
      (r) => json({ auth: { client_token: `hvb.AAAAAQ${r.base64url(150)}`, lease_duration: 3600 } }),
      (r) => `VAULT_TOKEN=hvs.${r.alnum(24)}`,
    ],
  },
  {
    vendor: 'HCP Terraform',
    page: 'https://developer.hashicorp.com/terraform/cli/config/config-file',
    leaks: [
      (r) => `credentials "app.terraform.io" {\n  token = "${r.alnum(14)}.atlasv1.${r.alnum(67)}"\n}`,
      (r) => json({ TF_TOKEN_app_terraform_io: `${r.alnum(14)}.atlasv1.${r.base64url(67)}` }),
    ],
  },
  {
    vendor: 'Doppler',
    page: 'https://docs.doppler.com/docs/service-tokens',
    leaks: [
      (r) => `doppler run --token="dp.st.prd.${r.alnum(43)}" -- npm start`,
      (r) => json({ DOPPLER_TOKEN: `dp.pt.${r.alnum(43)}` }),
    ],
  },
  {
    vendor: 'Pulumi',
    page: 'https://www.pulumi.com/docs/pulumi-cloud/reference/',
    leaks: [(r) => `Authorization: token pul-${r.hex(40)}`],
  },
  {
    vendor: 'Tailscale',
    page: 'https://tailscale.com/kb/1085/auth-keys',
    leaks: [
      (r) => `sudo tailscale up --auth-key=tskey-auth-k${r.alnum(10)}CNTRL-${r.alnum(32)}`,
      (r) => json({ tailnet: 'acme.test', apiKey: `tskey-api-k${r.alnum(11)}CNTRL-${r.alnum(33)}` }),
    ],
  },
  {
    vendor: 'ngrok',
    page: 'https://ngrok.com/docs/getting-started/',
    leaks: [(r) => `ngrok config add-authtoken 2${r.alnum(26)}_${r.alnum(21)}`],
  },
  {
    vendor: 'Databricks',
    page: 'https://docs.databricks.com/aws/en/dev-tools/auth/pat',
    leaks: [
      (r) => `host = https://dbc-a1.cloud.databricks.test\ntoken = dapi${r.hex(32)}`,
      (r) => json({ DATABRICKS_TOKEN: `dapi${r.hex(32)}-2` }),
    ],
  },
  {
    vendor: 'Scaleway',
    page: 'https://www.scaleway.com/en/docs/iam/how-to/create-api-keys/',
    leaks: [(r) => `SCW_SECRET_KEY="${r.uuid()}"`],
  },
];
