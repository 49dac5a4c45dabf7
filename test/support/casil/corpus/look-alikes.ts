/**
 * What looks like a credential and is none: identifiers, hashes, cursors, public keys, images and the placeholders of
 * documentation. Each is labelled, so that a false alarm names its cause. [C-DET-3]
 */
import { createHash } from 'node:crypto';
import type { Rng } from './rng.js';

export interface LookAlike {
  readonly label: string;
  readonly make: (rng: Rng) => string;
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const LOOK_ALIKES: readonly LookAlike[] = [
  { label: 'UUID', make: (r) => r.uuid() },
  { label: 'UUID without dashes', make: (r) => r.hex(32) },
  { label: 'idempotency key', make: (r) => `idempotency_key: ${r.uuid()}` },
  { label: 'trace parent', make: (r) => `traceparent: 00-${r.hex(32)}-${r.hex(16)}-01` },
  { label: 'span id', make: (r) => JSON.stringify({ trace_id: r.hex(32), span_id: r.hex(16) }) },
  { label: 'Datadog trace', make: (r) => JSON.stringify({ service: 'datadog', 'dd.trace_id': r.hex(32) }) },
  { label: 'git commit', make: (r) => `commit ${r.hex(40)}` },
  { label: 'git range', make: (r) => `index ${r.hex(7)}..${r.hex(7)} 100644` },
  { label: 'SHA-256', make: (r) => `sha256:${r.hex(64)}` },
  { label: 'SHA-512', make: (r) => r.hex(128) },
  { label: 'MD5 ETag', make: (r) => `ETag: "${r.hex(32)}-12"` },
  { label: 'weak ETag', make: (r) => `W/"${r.base64(27)}"` },
  { label: 'Docker digest', make: (r) => `ghcr.io/acme/app@sha256:${r.hex(64)}` },
  { label: 'npm integrity', make: (r) => `sha512-${r.base64(86)}==` },
  { label: 'subresource integrity', make: (r) => `integrity="sha384-${r.base64(64)}"` },
  { label: 'go.sum line', make: (r) => `example.test/pkg v1.2.3 h1:${r.base64(43)}=` },
  { label: 'Cargo checksum', make: (r) => `checksum = "${r.hex(64)}"` },
  { label: 'PNG in base64', make: (r) => `data:image/png;base64,${image('89504e470d0a1a0a0000000d49484452', r)}` },
  {
    label: 'JPEG in base64',
    make: (r) => `data:image/jpeg;base64,${image('ffd8ffe000104a46494600010100000100010000', r)}`,
  },
  { label: 'WASM in base64', make: (r) => image('0061736d01000000', r) },
  {
    label: 'zeros and bytes in base64',
    make: (r) => Buffer.concat([Buffer.alloc(60), r.bytes(300)]).toString('base64'),
  },
  { label: 'page cursor', make: (r) => JSON.stringify({ next_page_token: r.base64url(r.between(40, 160)) }) },
  { label: 'page cursor with padding', make: (r) => JSON.stringify({ next_cursor: `${r.base64(54)}==` }) },
  {
    label: 'JSON page cursor',
    make: (r) => Buffer.from(JSON.stringify({ offset: r.int(9999), id: r.uuid() })).toString('base64'),
  },
  { label: 'sync token', make: (r) => JSON.stringify({ nextSyncToken: `CPDAlvWDx70CEPDAlv${r.alnum(14)}=` }) },
  { label: 'ULID', make: (r) => `01${r.of(CROCKFORD, 24)}` },
  { label: 'KSUID', make: (r) => r.alnum(27) },
  { label: 'NanoID', make: (r) => r.base64url(21) },
  { label: 'CUID', make: (r) => `cl${r.lower(23)}` },
  { label: 'ObjectId', make: (r) => r.hex(24) },
  { label: 'Snowflake', make: (r) => r.digits(19) },
  { label: 'Stripe customer', make: (r) => `cus_${r.alnum(14)}` },
  {
    label: 'Stripe payment intent',
    make: (r) => JSON.stringify({ id: `pi_3${r.alnum(23)}`, object: 'payment_intent' }),
  },
  { label: 'Stripe charge', make: (r) => `ch_3${r.alnum(23)}` },
  { label: 'Stripe checkout session', make: (r) => `cs_live_a1${r.alnum(56)}` },
  { label: 'Stripe event', make: (r) => `evt_1${r.alnum(23)}` },
  { label: 'Stripe price', make: (r) => `price_1${r.alnum(23)}` },
  { label: 'Stripe publishable key', make: (r) => `pk_live_51${r.alnum(97)}` },
  { label: 'Paystack publishable key', make: (r) => `pk_live_${r.hex(40)}` },
  { label: 'Supabase publishable key', make: (r) => `sb_publishable_${r.base64url(31)}` },
  { label: 'PostHog project key', make: (r) => `phc_${r.alnum(43)}` },
  {
    label: 'Mapbox public token',
    make: (r) =>
      `pk.${Buffer.from(JSON.stringify({ u: 'acme', a: r.lower(25) })).toString('base64url')}.${r.base64url(22)}`,
  },
  { label: 'Langfuse public key', make: (r) => `pk-lf-${r.uuid()}` },
  { label: 'reCAPTCHA site key', make: (r) => `6L${r.base64url(6)}AAAAA${r.base64url(27)}` },
  { label: 'Google analytics', make: (r) => `G-${r.upper(10)} UA-${r.digits(8)}-1 GTM-${r.upper(7)}` },
  { label: 'Google OAuth client id', make: (r) => `${r.digits(12)}-${r.lower(32)}.apps.googleusercontent.com` },
  { label: 'Sentry DSN', make: (r) => `https://${r.hex(32)}@o${r.digits(6)}.ingest.sentry.io/${r.digits(16)}` },
  {
    label: 'Slack ids',
    make: (r) =>
      JSON.stringify({
        team: `T0${r.upper(9)}`,
        channel: `C0${r.upper(9)}`,
        user: `U0${r.upper(9)}`,
        ts: '1712345678.123456',
      }),
  },
  { label: 'Discord ids', make: (r) => `<@${r.digits(18)}> <#${r.digits(19)}>` },
  { label: 'AWS ARN', make: (r) => `arn:aws:iam::${r.digits(12)}:role/service-role/${r.alnum(20)}` },
  { label: 'AWS unique ids', make: (r) => `AROA${r.base32(17)} AIDA${r.base32(17)} ANPA${r.base32(17)}` },
  { label: 'AWS request id', make: (r) => `x-amz-request-id: ${r.upper(16)}\nx-amz-id-2: ${r.base64(75)}=` },
  { label: 'S3 version id', make: (r) => `x-amz-version-id: ${r.alnum(32)}` },
  { label: 'CloudFront id', make: (r) => `${r.base64url(54)}==` },
  { label: 'Twilio message', make: (r) => JSON.stringify({ sid: `SM${r.hex(32)}`, status: 'sent' }) },
  {
    label: 'OpenAI ids',
    make: (r) => JSON.stringify({ id: `chatcmpl-${r.alnum(29)}`, system_fingerprint: `fp_${r.hex(10)}` }),
  },
  {
    label: 'OpenAI response ids',
    make: (r) =>
      JSON.stringify({ id: `resp_${r.hex(48)}`, run: `run_${r.alnum(24)}`, thread: `thread_${r.alnum(24)}` }),
  },
  {
    label: 'Anthropic ids',
    make: (r) =>
      JSON.stringify({ id: `msg_01${r.alnum(22)}`, tool: `toolu_01${r.alnum(22)}`, request: `req_011${r.alnum(22)}` }),
  },
  { label: 'tool call ids', make: (r) => JSON.stringify({ tool_call_id: `call_${r.alnum(24)}` }) },
  { label: 'GitHub node id', make: (r) => JSON.stringify({ node_id: `PR_kwDO${r.alnum(20)}`, delivery: r.uuid() }) },
  {
    label: 'GitHub runner job',
    make: (r) => `https://github.test/acme/app/actions/runs/${r.digits(11)}/job/${r.digits(11)}`,
  },
  {
    label: 'signed URL without a key',
    make: (r) => `https://cdn.test/a.png?Expires=1767225600&Signature=${r.base64url(300)}`,
  },
  { label: 'almost a JWT', make: (r) => `eyJ${r.base64url(20)}.notjson` },
  { label: 'ssh public key', make: (r) => `ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQ${r.base64(500)} ada@laptop` },
  { label: 'ssh ed25519 public key', make: (r) => `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${r.base64(43)} ada` },
  { label: 'ssh fingerprint', make: (r) => `SHA256:${r.base64(43)}` },
  { label: 'PEM public key', make: (r) => pem('PUBLIC KEY', r, 294) },
  { label: 'PEM certificate', make: (r) => pem('CERTIFICATE', r, 900) },
  { label: 'age recipient', make: (r) => `age1${r.of('qpzry9x8gf2tvdw0s3jn54khce6mua7l', 58)}` },
  { label: 'Nostr and Bitcoin addresses', make: (r) => `npub1${r.lower(58)} bc1q${r.lower(38)}` },
  { label: 'Ethereum address', make: (r) => `0x${r.hex(40)}` },
  {
    label: 'CSS class names',
    make: (r) => `.css-${r.lower(6)}-MuiButton-root .sc-${r.alnum(6)} .Button_root__${r.alnum(5)}`,
  },
  {
    label: 'minified identifiers',
    make: (r) =>
      Array.from(
        { length: 40 },
        () =>
          `${r.pick(['sk', 're', 'pat', 'hf', 'pk', 'live', 'test', 'key'])}_${r.alnum(r.between(2, 8))}(${r.alnum(2)})`,
      ).join(';'),
  },
  { label: 'asset file', make: (r) => `/assets/index-${r.base64url(8)}.js /static/js/main.${r.hex(8)}.chunk.js` },
  {
    label: 'source map mappings',
    make: (r) =>
      `{"version":3,"mappings":"${Array.from({ length: 80 }, () => r.of('ACGIKMOQSUWYgikmoqACgE', 4)).join(',;')}"}`,
  },
  { label: 'kebab-case slug', make: (r) => `sk-learn-${r.hex(4)}-key-value-pa-system-live-test-${r.digits(4)}` },
  { label: 'S3 path with hash', make: (r) => `s3://bucket/cache/${r.hex(2)}/${r.hex(38)}/part-${r.digits(5)}.parquet` },
  { label: 'timestamps', make: (r) => `17${r.digits(8)} 17${r.digits(11)} 2026-01-0${r.between(1, 9)}T10:11:12.345Z` },
  { label: 'decimals', make: (r) => JSON.stringify({ lat: 52 + r.int(1e6) / 1e6, score: `0.${r.digits(16)}` }) },
  {
    label: 'embedding vector',
    make: (r) => JSON.stringify(Array.from({ length: 30 }, () => (r.int(2e9) - 1e9) / 1e9)),
  },
  { label: 'EXAMPLE of AWS', make: () => ['AKIA', 'IOSFODNN7', 'EXAMPLE'].join('') },
  {
    label: 'EXAMPLE secret of AWS',
    make: () => `aws_secret_access_key = ${['wJalrXUtnFEMI', 'K7MDENG', 'bPxRfiCYEXAMPLEKEY'].join('/')}`,
  },
  {
    label: 'x in place of a token',
    make: (r) => r.pick(['ghp_', 'sk-proj-', 'xoxb-', 'npm_', 'glpat-', 'sk_live_']) + 'x'.repeat(r.between(20, 60)),
  },
  { label: 'stars in place of a token', make: (r) => r.pick(['ghp_', 'sk-ant-api03-', 'hf_']) + '*'.repeat(36) },
  {
    label: 'zeros in place of a token',
    make: (r) => r.pick(['dop_v1_', 'SK', 'AC', 'key-']) + '0'.repeat(r.pick([32, 64])),
  },
  {
    label: 'alphabet in place of a token',
    make: (r) => `${r.pick(['ghp_', 'npm_'])}abcdefghijklmnopqrstuvwxyz0123456789`,
  },
  {
    label: 'words in place of a token',
    make: (r) =>
      r.pick([
        'sk_live_your_key_here',
        'ghp_<your token>',
        'OPENAI_API_KEY=sk-...',
        'xoxb-your-token',
        'HF_TOKEN=hf_xxx',
      ]),
  },
  {
    label: 'your in place of a token',
    make: (r) =>
      r.pick([
        'sk-proj-YOUR_OPENAI_KEY_GOES_RIGHT_HERE_AND_IS_LONGER',
        'sk-ant-api03-your-api-key-goes-here-your-api-key-goes-here-your-api-key-goes-here-x',
      ]),
  },
  {
    label: 'shell variable',
    make: (r) =>
      r.pick([
        'DD_API_KEY=$DD_API_KEY',
        'MISTRAL_API_KEY=${MISTRAL_API_KEY:?missing}',
        'TWILIO_AUTH_TOKEN=process.env.TWILIO_AUTH_TOKEN',
      ]),
  },
  {
    label: 'name of a key without one',
    make: (r) =>
      JSON.stringify({ missing: ['DD_API_KEY', 'aws_secret_access_key', 'HEROKU_API_KEY'], request: r.uuid() }),
  },
];

function image(header: string, rng: Rng): string {
  return Buffer.concat([Buffer.from(header, 'hex'), rng.bytes(rng.between(200, 900))]).toString('base64');
}

function pem(name: string, rng: Rng, length: number): string {
  const lines =
    rng
      .bytes(length)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${name}-----`, ...lines, `-----END ${name}-----`].join('\n');
}

/** A hash of something real: what hashes look like when they are not random. */
export function hashOf(text: string, algorithm: 'md5' | 'sha1' | 'sha256'): string {
  return createHash(algorithm).update(text).digest('hex');
}
