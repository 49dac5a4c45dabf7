/** Who may speak: the authenticators and what each is told. [T-AUTH-1] [T-AUTH-3] [T-AUTH-4] */
import { z } from 'zod';
import { JWT_ALGORITHMS, type JwtAlgorithm } from '../auth/jwt/algorithms.js';
import { grantsSchema } from '../auth/schema/grants-schema.js';
import { byteCount, duration, filePath, identifier, text } from '../documents/values.js';

const ISSUERS_MAX = 32;
const KEYS_PER_ISSUER_MAX = 64;
const GATEWAYS_MAX = 64;
const NAMES_MAX = 1_000;

const ALGORITHMS = Object.keys(JWT_ALGORITHMS) as [JwtAlgorithm, ...JwtAlgorithm[]];

/** As `iss` and `kid` are compared: exactly. */
const keyName = () => text(/^[\x21-\x7e]{1,200}$/, '1 to 200 printable characters without spaces');
/** The same rule as src/auth/gateway/name-pattern.ts. */
const namePattern = (what: string) => text(/^(\*|[A-Za-z0-9._-]{1,128}\*?)$/, `${what}, prefix* or *`);
const claim = (name: string, what: string) =>
  text(/^[\x21-\x7e]{1,200}$/, 'the name of a claim')
    .default(name)
    .describe(`Claim that holds ${what}.`);

const signingKey = z.strictObject({
  kid: keyName().describe('Name of the key, as token headers have it.'),
  algorithm: z.enum(ALGORITHMS).describe('The one algorithm this key is for.'),
  file: filePath().describe(
    'A public key as PEM. For HS256, HS384 and HS512 the secret instead: every byte of a file only its owner can read, a last line break included.',
  ),
});

const issuer = z.strictObject({
  issuer: keyName().describe('Who signs, exactly as `iss` of its tokens.'),
  audience: keyName().describe('What `aud` of its tokens must hold.'),
  tenant: identifier()
    .optional()
    .describe('The only tenant this issuer speaks for. If unset, the tenant claim of each token says which.'),
  keys: z.array(signingKey).max(KEYS_PER_ISSUER_MAX).default([]).describe('Keys of the issuer, read at start.'),
  jwks_file: filePath().optional().describe('A JSON Web Key Set in a file; read again when the file changes.'),
  jwks_url: text(/^https?:\/\/[^\s]{1,2000}$/, 'a URL')
    .optional()
    .describe('A JSON Web Key Set at an https URL; plain http only on loopback.'),
  jwks_cache: duration({ min: 1000 }).default(600_000).describe('How long keys of the URL are used without asking.'),
  jwks_cooldown: duration({ min: 1000 })
    .default(30_000)
    .describe('Least time between two questions to the URL, whatever tokens come.'),
  jwks_stale_max: duration({ min: 1000 })
    .default(3_600_000)
    .describe('How long known keys are used while their source cannot be reached. After it, nobody gets in.'),
  claims: z
    .strictObject({
      tenant: claim('tenant', 'the tenant'),
      grants: claim('arqonbus', 'the grants'),
      subscriptions: claim('subscriptions', 'what a session joins when it opens'),
      roles: claim('roles', 'the roles'),
      client_type: claim('client_type', 'the type of the client'),
      capabilities: claim('capabilities', 'the capabilities'),
    })
    .prefault({})
    .describe('Which claims say what.'),
});

const gateway = z.strictObject({
  name: identifier().describe('What logs and the audit log call it.'),
  certificate_sha256: z
    .array(text(/^[0-9A-Fa-f]{64}$|^(?:[0-9A-Fa-f]{2}:){31}[0-9A-Fa-f]{2}$/, 'the SHA-256 of a certificate, as hex'))
    .min(1)
    .max(8)
    .describe('SHA-256 of the client certificates it may show: two while one is being exchanged.'),
  tenants: z.array(namePattern('a tenant')).min(1).max(NAMES_MAX).describe('Tenants it speaks for.'),
  subjects: namePattern('a subject').optional().describe('Subjects it speaks for; all of its tenants if unset.'),
  grants: grantsSchema('its clients').describe('The most it can hand on.'),
});

export const authSchema = z
  .strictObject({
    mode: z
      .enum(['none', 'required'])
      .default('none')
      .describe(
        '`required`: no session without a credential that one of the authenticators below accepts. `none` trusts everyone who can connect, so it only works on loopback.',
      ),
    jwt: z
      .strictObject({
        issuers: z.array(issuer).max(ISSUERS_MAX).default([]).describe('Whose tokens are accepted.'),
        clock_tolerance: duration({ max: 60_000 })
          .default(2_000)
          .describe('How far the clock of an issuer may be from ours.'),
        lifetime_max: duration({ min: 1000 })
          .default(86_400_000)
          .describe('Longest time from `iat` to `exp`; tokens that live longer are refused.'),
        token_bytes_max: byteCount({ min: 256, max: 65_536 }).default(8_192).describe('Bytes of one token.'),
        verified_tokens_max: z
          .int()
          .min(0)
          .max(1_000_000)
          .default(4_096)
          .describe('Verified tokens that are remembered, so that reconnecting costs no signature check.'),
      })
      .prefault({})
      .describe('Signed tokens (RFC 7519).'),
    api_keys: z
      .strictObject({
        file: filePath()
          .optional()
          .describe('File of API keys, as hashes; only its owner may read it. Read again when it changes.'),
      })
      .prefault({})
      .describe('API keys.'),
    gateways: z
      .array(gateway)
      .max(GATEWAYS_MAX)
      .default([])
      .describe('Shields in front of the bus that say who their clients are. They need tls.client_ca_file.'),
  })
  .prefault({})
  .describe('Who may speak.');
