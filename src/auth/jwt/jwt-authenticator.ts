/**
 * Scheme `jwt`: a signed token says who its bearer is. [T-AUTH-1] [T-AUTH-2] [P6]
 *
 * Promises: a token is read strictly before any library sees it; its signature is checked with a key that the
 * configuration or the issuer's key set holds, chosen by (issuer, kid), and with that key's one algorithm; issuer,
 * audience and times are always judged; every claim is bounded. Until the signature holds, the text of a token chooses
 * a key and nothing else. Refusals are stable words: nothing of a token leaves this folder.
 */
import { compactVerify, errors } from 'jose';
import { InvariantError } from '../../base/invariant.js';
import { err, ok, type Result } from '../../base/result.js';
import type { AuthFailure, AuthFailureReason, Authenticator, AuthRequest } from '../authenticator.js';
import type { Principal } from '../principal.js';
import { parseCompactToken, type UnverifiedToken } from './compact-token.js';
import { Issuer, type JwtIssuerStatus } from './issuer.js';
import {
  checkJwtSettings,
  completeJwtOptions,
  JwtOptionsError,
  type JwtIssuerOptions,
  type JwtOptions,
} from './options.js';
import { readPrincipal } from './principal-claims.js';
import { judgeRegisteredClaims } from './registered-claims.js';
import { memberOf } from './strict-json.js';
import type { VerificationKey } from './verification-key.js';
import { VerifiedTokens, type VerifiedToken } from './verified-tokens.js';

export interface JwtAuthenticator extends Authenticator {
  readonly scheme: 'jwt';
  /** How each issuer's keys are doing, for operators. */
  issuers(): readonly JwtIssuerStatus[];
}

type Answer = Result<Principal, AuthFailure>;

/** @throws JwtOptionsError with every problem of the options */
export function createJwtAuthenticator(options: JwtOptions): JwtAuthenticator {
  const settings = completeJwtOptions(options);
  checkJwtSettings(settings);
  const { clock, tokenBytesMax } = settings;
  const issuers = new Map(openIssuers(settings.issuers, settings).map((issuer) => [issuer.name, issuer]));
  const verified = new VerifiedTokens(settings.verifiedTokensMax);
  /** Which key made each principal that was handed out: the name of a key can be given to another. */
  const vouchers = new WeakMap<Principal, VerifiedToken>();
  // The first who connects should not have to wait for keys, and operators see at once whether their source answers.
  for (const issuer of issuers.values()) issuer.poke();

  async function authenticate({ credential }: AuthRequest): Promise<Answer> {
    if (credential === null || credential === '') return refuse('missing');
    // A token is ASCII, so characters are bytes; what is not is refused anyway.
    if (credential.length > tokenBytesMax) return refuse('malformed');
    const known = verified.find(credential);
    if (known !== null) {
      const { principal, issuer, key } = known;
      const found = await issuer.findKey(key.kid);
      if (found === key && clock.nowMs() < principal.expiresAtMs) return ok(principal);
      verified.forget(credential);
    }
    return verify(credential);
  }

  async function verify(token: string): Promise<Answer> {
    const parsed = parseCompactToken(token);
    if (!parsed.ok) return parsed;
    const name = memberOf(parsed.value.claims, 'iss');
    if (typeof name !== 'string') return refuse('bad_claims');
    const issuer = issuers.get(name);
    if (issuer === undefined) return refuse('wrong_issuer');
    const key = await issuer.findKey(parsed.value.kid);
    if (typeof key === 'string') return refuse(key);
    if (parsed.value.algorithm !== key.algorithm) return refuse('wrong_algorithm');
    if (!(await hasValidSignature(token, key))) return refuse('bad_signature');
    return accept(token, parsed.value, issuer, key);
  }

  function accept(token: string, { claims }: UnverifiedToken, issuer: Issuer, key: VerificationKey): Answer {
    const judged = judgeRegisteredClaims(claims, issuer.audience, settings, clock.nowMs());
    if (!judged.ok) return judged;
    const identity = readPrincipal(claims, issuer.claimNames, issuer.tenant);
    if (identity === null) return refuse('bad_claims');
    // Neither half holds a space, so that two keys never share an id.
    const principal = { ...identity, expiresAtMs: judged.value.expiresAtMs, keyId: `${issuer.name} ${key.kid}` };
    const entry = { principal, issuer, key };
    vouchers.set(principal, entry);
    verified.remember(token, entry);
    return ok(principal);
  }

  return {
    scheme: 'jwt',
    authenticate,
    /** Asked with the very object `authenticate` answered; any other principal is a stranger. */
    stillVouchesFor(principal) {
      const voucher = vouchers.get(principal);
      return voucher !== undefined && voucher.issuer.holds(voucher.key);
    },
    issuers: () => [...issuers.values()].map((issuer) => issuer.status()),
  };
}

/** Opens all, so that the problems of every issuer's keys are told at once. */
function openIssuers(
  options: readonly JwtIssuerOptions[],
  settings: ConstructorParameters<typeof Issuer>[1],
): readonly Issuer[] {
  const issuers: Issuer[] = [];
  const problems: string[] = [];
  for (const each of options) {
    try {
      issuers.push(new Issuer(each, settings));
    } catch (error) {
      if (!(error instanceof JwtOptionsError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new JwtOptionsError(problems);
  return issuers;
}

async function hasValidSignature(token: string, key: VerificationKey): Promise<boolean> {
  try {
    await compactVerify(token, key.key, { algorithms: [key.algorithm] });
    return true;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    // The key was found fit when it was imported. Its cause is left out, because it could quote the token.
    throw new InvariantError(`a signature of ${key.algorithm} could not be checked`);
  }
}

function refuse(reason: AuthFailureReason): Result<never, AuthFailure> {
  return err({ reason });
}
