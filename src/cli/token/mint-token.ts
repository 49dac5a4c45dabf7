/** `token mint`: signs claims from the flags. The token is all that goes to stdout, so that it can be piped. [T-AUTH-8] */
import { findClaimProblem, JWT_DEFAULTS, readSigningKey, signToken } from '../../auth/jwt-tools.js';
import { safeText } from '../../base/safe-text.js';
import type { CommandContext } from '../command-context.js';
import type { ExitName } from '../exit-codes.js';
import { operatorError } from '../operator-error.js';
import { jsonLine } from '../output/json-lines.js';
import { parseAlgorithm, readSecret, unusable } from './key-file.js';
import { claimsOf, type TokenWishes } from './token-claims.js';

export interface MintOptions extends TokenWishes {
  readonly keyFile: string;
  readonly kid: string | null;
  /** Null takes what the key is for. */
  readonly algorithm: string | null;
}

/** Of names in the note. */
const NAME_CHARS_MAX = 200;

export async function runMint(context: CommandContext, options: MintOptions): Promise<ExitName> {
  const { io, globals, clock } = context;
  const algorithm = options.algorithm === null ? null : parseAlgorithm(options.algorithm);
  const nowMs = clock.nowMs();
  const claims = claimsOf(options, nowMs);
  const problem = findClaimProblem(claims, nowMs);
  if (problem !== null) throw operatorError('usage', 'CLI001', `the token would be refused: ${problem}`);
  const signing = readSigningKey(readSecret(options.keyFile), algorithm);
  if (!signing.ok) throw unusable(options.keyFile, signing.error);
  const token = await signToken(signing.value, options.kid, claims);

  const expiresAt = new Date(Number(claims['exp']) * 1000).toISOString();
  const { tenant, subject, kid, ttlMs } = options;
  if (globals.json) {
    const alg = signing.value.algorithm;
    const record = { v: 1, type: 'token', token, algorithm: alg, kid, tenant, subject, expires_at: expiresAt } as const;
    await io.stdout.write(jsonLine(record, globals.fields));
  } else {
    await io.stdout.write(`${token}\n`);
  }
  if (globals.quiet) return 'ok';
  const who = `${safeText(subject, NAME_CHARS_MAX)} of ${safeText(tenant, NAME_CHARS_MAX)}`;
  await io.stderr.write(`good for ${who} until ${expiresAt}; whoever has it can use it\n`);
  if (ttlMs > JWT_DEFAULTS.lifetimeMsMax) {
    await io.stderr.write('it lives longer than a day, which servers refuse by default\n');
  }
  return 'ok';
}
