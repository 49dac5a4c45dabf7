/** What the `jwt` authenticator is told, and everything that can be wrong with it, found at start-up and all at once. */
import { systemClock, type Clock } from '../../base/clock.js';
import { isIdentifier } from '../../protocol/address.js';
import type { JwtAlgorithm } from './algorithms.js';
import { findUrlProblem, type Fetch } from './jwks-url.js';
import type { KeySetProblem } from './key-set.js';
import type { ClaimNames } from './principal-claims.js';
import { isKeyName } from './text-rules.js';
import { importKeyMaterial, type VerificationKey } from './verification-key.js';

export interface JwtKeyOptions {
  /** Name of the key in token headers. */
  readonly kid: string;
  /** The one algorithm this key is for. */
  readonly algorithm: JwtAlgorithm;
  /** For HMAC the secret, every byte of it; else a public key as PEM (`BEGIN PUBLIC KEY`). */
  readonly material: Uint8Array;
}

/** A JSON Web Key Set. Times in milliseconds. */
export type JwksOptions =
  | { readonly file: string; readonly staleMaxMs?: number }
  | { readonly url: string; readonly cacheMs?: number; readonly cooldownMs?: number; readonly staleMaxMs?: number };

export interface JwtIssuerOptions {
  /** Exactly as `iss` has it. */
  readonly issuer: string;
  /** One of the values of `aud` must be exactly this. */
  readonly audience: string;
  readonly keys: readonly JwtKeyOptions[];
  readonly jwks: JwksOptions | null;
  /** The only tenant this issuer speaks for; null if its tokens say which. */
  readonly tenant?: string | null;
  readonly claims?: Partial<ClaimNames>;
}

export interface JwtOptions {
  readonly issuers: readonly JwtIssuerOptions[];
  /** How far an issuer's clock may be from ours. Two seconds let a credential outlive its `exp` by less than P6 allows. */
  readonly clockToleranceMs?: number;
  /** Longest time from a token's `iat` to its `exp`. */
  readonly lifetimeMsMax?: number;
  readonly tokenBytesMax?: number;
  /** How many verified tokens are remembered, so that reconnecting costs no signature check. */
  readonly verifiedTokensMax?: number;
  readonly clock?: Clock;
  readonly fetch?: Fetch;
  /** Told when an issuer's key set changed (null), or cannot be had, once per reason. [T-AUTH-2] */
  readonly onKeySet?: (issuer: string, problem: KeySetProblem | null) => void;
}

export type JwtSettings = Required<JwtOptions>;

export const JWT_DEFAULTS = {
  clockToleranceMs: 2_000,
  lifetimeMsMax: 86_400_000,
  tokenBytesMax: 8_192,
  verifiedTokensMax: 4_096,
  cacheMs: 600_000,
  cooldownMs: 30_000,
  staleMaxMs: 3_600_000,
} as const;

const TOLERANCE_MS_MAX = 60_000;

/** Every problem as a sentence for operators that names issuer and key, and never holds key material. */
export class JwtOptionsError extends Error {
  override readonly name = 'JwtOptionsError';

  constructor(readonly problems: readonly string[]) {
    super(problems.join('; '));
  }
}

export function completeJwtOptions(options: JwtOptions): JwtSettings {
  const { clockToleranceMs, lifetimeMsMax, tokenBytesMax, verifiedTokensMax } = JWT_DEFAULTS;
  const defaults = { clockToleranceMs, lifetimeMsMax, tokenBytesMax, verifiedTokensMax };
  return { ...defaults, clock: systemClock, fetch: globalThis.fetch, onKeySet: () => {}, ...options };
}

/** @throws JwtOptionsError with all problems of numbers, issuers and key sets; keys are judged when they are imported. */
export function checkJwtSettings(settings: JwtSettings): void {
  const problems = [...settings.issuers.flatMap(findIssuerProblems)];
  if (settings.issuers.length === 0) problems.push('jwt needs at least one issuer');
  for (const name of repeated(settings.issuers.map(({ issuer }) => issuer))) {
    problems.push(`issuer ${JSON.stringify(name)} stands there twice`);
  }
  if (!(settings.clockToleranceMs >= 0 && settings.clockToleranceMs <= TOLERANCE_MS_MAX)) {
    problems.push(`the clock tolerance must be between 0 and ${TOLERANCE_MS_MAX} ms`);
  }
  if (!(settings.lifetimeMsMax > 0)) problems.push('the longest lifetime must be more than 0');
  if (!(settings.tokenBytesMax > 0)) problems.push('the longest token must be more than 0 bytes');
  if (!(settings.verifiedTokensMax >= 0)) problems.push('the number of remembered tokens must not be negative');
  if (problems.length > 0) throw new JwtOptionsError(problems);
}

/** @throws JwtOptionsError with the problems of all keys of the issuer */
export function importKeys({ issuer, keys }: JwtIssuerOptions): ReadonlyMap<string, VerificationKey> {
  const problems: string[] = [];
  const imported = new Map<string, VerificationKey>();
  for (const { kid, algorithm, material } of keys) {
    const key = importKeyMaterial(algorithm, material);
    if (key.ok) imported.set(kid, { kid, algorithm, key: key.value });
    else problems.push(`key ${JSON.stringify(kid)} of issuer ${JSON.stringify(issuer)} ${key.error}`);
  }
  if (problems.length > 0) throw new JwtOptionsError(problems);
  return imported;
}

function findIssuerProblems(options: JwtIssuerOptions): readonly string[] {
  const { issuer, audience, keys, jwks, tenant = null } = options;
  const problems: string[] = [];
  const add = (text: string) => problems.push(`issuer ${JSON.stringify(issuer)}: ${text}`);
  if (!isKeyName(issuer)) add('must be 1 to 200 printable characters without spaces');
  if (audience === '') add('the audience must not be empty');
  if (keys.length === 0 && jwks === null) add('needs keys or a key set');
  if (tenant !== null && !isIdentifier(tenant)) add('the tenant must be 1 to 128 of A-Z a-z 0-9 . _ -');
  for (const kid of repeated(keys.map((key) => key.kid))) add(`kid ${JSON.stringify(kid)} stands there twice`);
  if (!keys.every(({ kid }) => isKeyName(kid))) add('a kid must be 1 to 200 printable characters without spaces');
  for (const problem of jwks === null ? [] : findJwksProblems(jwks)) add(problem);
  return problems;
}

function findJwksProblems(jwks: JwksOptions): readonly string[] {
  const { staleMaxMs = JWT_DEFAULTS.staleMaxMs } = jwks;
  if ('file' in jwks) return staleMaxMs > 0 ? [] : ['stale_max of the key set must be more than 0'];
  const { cacheMs = JWT_DEFAULTS.cacheMs, cooldownMs = JWT_DEFAULTS.cooldownMs } = jwks;
  const problem = findUrlProblem(jwks.url);
  const problems = problem === null ? [] : [`the address of the key set ${problem}`];
  if (!(cooldownMs > 0 && cooldownMs <= cacheMs)) problems.push('cooldown must be more than 0 and at most cache');
  if (!(cacheMs <= staleMaxMs)) problems.push('cache must be at most stale_max');
  return problems;
}

function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
